"""TFLite models, through LiteRT: TensorFlow itself is not needed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cnet_worker.engines.base import CPU
from cnet_worker.refused import CannotLoad
from cnet_worker.signature import Signature, Tensor
from cnet_worker.tensors import DTYPES

_NAMES = {dtype: name for name, dtype in DTYPES.items()}


class Litert:
    """An interpreter of a model."""

    def __init__(self, path: Path, threads: int) -> None:
        from ai_edge_litert.interpreter import Interpreter

        try:
            self._interpreter = Interpreter(model_path=str(path), num_threads=threads)
            self._interpreter.allocate_tensors()
        except (ValueError, RuntimeError) as error:
            raise CannotLoad(f"{path.name} is no TFLite model, or incomplete: {error}") from error
        self._inputs = self._interpreter.get_input_details()
        self._outputs = self._interpreter.get_output_details()
        self._rows = 1
        self.device = CPU
        self.signature = Signature(
            platform="tensorflow_lite",
            inputs=tuple(map(_tensor, self._inputs)),
            outputs=tuple(map(_tensor, self._outputs)),
        )

    def predict(self, inputs: dict[str, Any]) -> dict[str, Any]:
        """Return the outputs; memory is laid out anew where the number of rows differs."""
        import numpy as np

        arrays = [
            (each["index"], np.asarray(inputs[each["name"]], dtype=each["dtype"]))
            for each in self._inputs
        ]
        rows = len(arrays[0][1])
        if rows != self._rows:
            self._rows = 0  # unknown, until it is laid out
            for index, array in arrays:
                self._interpreter.resize_tensor_input(index, array.shape)
            self._interpreter.allocate_tensors()
            self._rows = rows
        for index, array in arrays:
            self._interpreter.set_tensor(index, array)
        self._interpreter.invoke()
        return {each["name"]: self._interpreter.get_tensor(each["index"]) for each in self._outputs}


def _tensor(details: Any) -> Tensor:
    shape = tuple(int(size) for size in details["shape_signature"])
    name = getattr(details["dtype"], "__name__", "")
    return Tensor(details["name"], _NAMES.get(name, "BYTES"), (-1, *shape[1:]))
