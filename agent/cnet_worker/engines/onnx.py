"""Models of ONNX, through ONNX Runtime."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cnet_worker.engines.base import CPU, CUDA, no_gpu
from cnet_worker.refused import CannotLoad
from cnet_worker.signature import Signature, Tensor

_PROVIDERS = {CPU: "CPUExecutionProvider", CUDA: "CUDAExecutionProvider"}
_DATATYPES = {
    "tensor(bool)": "BOOL",
    "tensor(uint8)": "UINT8",
    "tensor(uint16)": "UINT16",
    "tensor(uint32)": "UINT32",
    "tensor(uint64)": "UINT64",
    "tensor(int8)": "INT8",
    "tensor(int16)": "INT16",
    "tensor(int32)": "INT32",
    "tensor(int64)": "INT64",
    "tensor(float16)": "FP16",
    "tensor(float)": "FP32",
    "tensor(double)": "FP64",
    "tensor(string)": "BYTES",
}


class Onnx:
    """A session that runs a model."""

    def __init__(self, path: Path, threads: int, gpus: int = 0) -> None:
        import onnxruntime

        self.device = CUDA if gpus else CPU
        providers = [_PROVIDERS[self.device], *([_PROVIDERS[CPU]] if gpus else ())]
        if providers[0] not in onnxruntime.get_available_providers():
            raise no_gpu(f"ONNX Runtime {onnxruntime.__version__}")

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        try:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=providers)
        except Exception as error:  # ONNX Runtime has its own for each of them
            raise CannotLoad(f"{path.name} is no model of ONNX, or incomplete: {error}") from error
        if providers[0] not in self._session.get_providers():  # CUDA's own parts lack
            raise no_gpu(f"ONNX Runtime {onnxruntime.__version__}")
        outputs = [each for each in self._session.get_outputs() if each.type in _DATATYPES]
        self._outputs = [each.name for each in outputs]
        self.signature = Signature(
            platform="onnx_onnxv1",
            inputs=tuple(_tensor(each) for each in self._session.get_inputs()),
            outputs=tuple(_tensor(each) for each in outputs),
        )
        self._dtypes = {each.name: each.datatype for each in self.signature.inputs}

    def predict(self, inputs: dict[str, Any]) -> dict[str, Any]:
        """Return the outputs that are tensors."""
        import numpy as np

        from cnet_worker.tensors import DTYPES

        arrays = {
            name: np.asarray(values, dtype=DTYPES.get(self._dtypes[name], object))
            for name, values in inputs.items()
        }
        return dict(zip(self._outputs, self._session.run(self._outputs, arrays)))


def _tensor(given: Any) -> Tensor:
    if given.type not in _DATATYPES:
        raise CannotLoad(f"The input {given.name} is a {given.type}; only tensors can be served.")
    shape = tuple(size if isinstance(size, int) else -1 for size in given.shape)
    return Tensor(given.name, _DATATYPES[given.type], (-1, *shape[1:]))
