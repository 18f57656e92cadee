"""TFLite models, with an interpreter that does as LiteRT's."""

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from cnet_worker.engines.litert import Litert


class Interpreter:
    """Doubles one column; cannot lay out memory for 3 rows."""

    def __init__(self, model_path: str, num_threads: int) -> None:
        self._wanted = self._shape = (1, 1)
        self._array: Any = None

    def get_input_details(self) -> list[dict[str, Any]]:
        return [{"name": "x", "index": 0, "dtype": np.float32, "shape_signature": [-1, 1]}]

    def get_output_details(self) -> list[dict[str, Any]]:
        return [{"name": "y", "index": 1, "dtype": np.float32, "shape_signature": [-1, 1]}]

    def resize_tensor_input(self, index: int, shape: tuple[int, int]) -> None:
        self._wanted = shape

    def allocate_tensors(self) -> None:
        if self._wanted[0] == 3:
            self._shape = (0, 0)
            raise RuntimeError("cannot be resized")
        self._shape = self._wanted

    def set_tensor(self, index: int, array: Any) -> None:
        if array.shape != self._shape:
            raise ValueError("Dimension mismatch")
        self._array = array

    def invoke(self) -> None:
        self._array = self._array * 2

    def get_tensor(self, index: int) -> Any:
        return self._array


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Litert:
    monkeypatch.setitem(sys.modules, "ai_edge_litert", SimpleNamespace())
    fake = SimpleNamespace(Interpreter=Interpreter)
    monkeypatch.setitem(sys.modules, "ai_edge_litert.interpreter", fake)
    return Litert(Path("m.tflite"), 1)


def test_any_number_of_rows_may_be_asked(model: Litert) -> None:
    for rows in ([[1.0]], [[1.0], [2.0]], [[3.0]]):
        assert model.predict({"x": rows})["y"].tolist() == [[row[0] * 2] for row in rows]


def test_a_number_of_rows_that_cannot_be_is_no_harm_to_the_next(model: Litert) -> None:
    with pytest.raises(RuntimeError, match="cannot be resized"):
        model.predict({"x": [[1.0], [2.0], [3.0]]})
    assert model.predict({"x": [[4.0]]})["y"].tolist() == [[8.0]]
