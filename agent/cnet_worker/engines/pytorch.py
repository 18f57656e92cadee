"""Models of PyTorch: TorchScript, exported programs, what a script makes of a state, and ONNX."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cnet_worker import script
from cnet_worker.engines.base import BY_SCRIPT, CPU, CUDA, no_gpu
from cnet_worker.engines.onnx import Onnx
from cnet_worker.log import say
from cnet_worker.refused import CannotLoad
from cnet_worker.signature import Order, Signature, Tensor

_INPUT, _OUTPUT = "input", "output"


def load(order: Order) -> Onnx | Torch:
    """Load a model by what its file is called.

    Raises:
        CannotLoad: it cannot be.
        ImportError: a library is missing.
    """
    path = Path(order.model_path)
    if path.suffix.lower() == ".onnx":
        return Onnx(path, order.threads, order.gpus)
    import torch

    if order.gpus and not torch.cuda.is_available():
        raise no_gpu(f"PyTorch {torch.__version__}")
    device = CUDA if order.gpus else CPU
    torch.set_num_threads(order.threads)
    found = script.read(order.script_path) if order.script_path else None
    if found is not None:
        say(f"Loading with load and predict of {order.script_path}")
        return Torch(found.load(order.model_path), order.config, device, found)
    try:
        if path.suffix.lower() == ".pt2":
            return Torch(_exported(path, device), order.config, device)
        return Torch(torch.jit.load(str(path), map_location=device), order.config, device)
    except (RuntimeError, ValueError, OSError) as error:
        raise CannotLoad(
            f"{path.name} is no TorchScript and no exported program, or incomplete; a state dict "
            f"needs a script with load and predict. PyTorch says: {_first_line(error)}"
        ) from error


class Torch:
    """A module, asked without gradients."""

    def __init__(
        self,
        module: Any,
        config: Mapping[str, Any],
        device: str = CPU,
        with_script: script.Script | None = None,
    ) -> None:
        self.device = device if with_script is None else BY_SCRIPT
        self._module = module
        self._script = with_script
        if callable(getattr(module, "eval", None)) and not _is_exported(module):
            module.eval()
        given, result = config.get("input_shape"), config.get("output_shape")
        self.signature = Signature(
            platform="pytorch_torchscript" if with_script is None else "pytorch_script",
            inputs=(Tensor(_INPUT, "FP32", (-1, *(given or (-1,)))),),
            outputs=(Tensor(_OUTPUT, "FP32", (-1, *(result or ()))),),
        )

    def predict(self, inputs: dict[str, Any]) -> dict[str, Any]:
        """Return what the module gives for rows."""
        import torch

        with torch.inference_mode():
            if self._script is not None:
                return {_OUTPUT: _plain(self._script.predict(self._module, inputs[_INPUT]))}
            rows = _as_tensor(inputs[_INPUT]).to(self.device)
            return {_OUTPUT: _plain(_only(self._module(rows)))}


def _exported(path: Path, device: str) -> Any:
    """Return the module of an exported program, which was made for a device and may be moved."""
    import torch

    program = torch.export.load(str(path))
    if device != CPU:
        from torch.export.passes import move_to_device_pass

        program = move_to_device_pass(program, device)
    return program.module()


def _is_exported(module: Any) -> bool:
    """Tell whether a module is of an exported program, which has no ``eval``."""
    return type(module).__name__ == "GraphModule"


def _as_tensor(rows: Any) -> Any:
    """Return rows as PyTorch has them; whole numbers where ``preprocessing.dtype`` says so."""
    import torch

    is_whole = getattr(getattr(rows, "dtype", None), "kind", "f") in "iu"
    return torch.as_tensor(rows) if is_whole else torch.as_tensor(rows, dtype=torch.float32)


def _only(values: Any) -> Any:
    if not isinstance(values, (tuple, list)):
        return values
    if len(values) != 1:  # as many as there are rows would be taken for one each
        raise TypeError(
            f"the module gives {len(values)} tensors; name a script whose predict gives one"
        )
    return values[0]


def _plain(values: Any) -> Any:
    if isinstance(values, (tuple, list)):
        return [_plain(value) for value in values]
    return values.cpu().numpy() if hasattr(values, "numpy") else values


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0][:300]
