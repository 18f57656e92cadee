"""A model for tests of batches, and what it is asked."""

import json
from collections.abc import Callable
from typing import Any

import numpy as np

from cnet_worker.batch import Batcher
from cnet_worker.frames import INFER, PREDICT, Replies, Reply, Request
from cnet_worker.signature import Signature, Tensor

WIDE = 2


class Sums:
    """Adds up the columns of each row; counts its calls, and fails on a row with a 13."""

    signature = Signature(
        "test", (Tensor("input", "FP64", (-1, WIDE)),), (Tensor("sum"),), ("a", "b")
    )

    def __init__(self) -> None:
        self.calls: list[int] = []

    def predict(self, inputs: dict[str, Any]) -> dict[str, Any]:
        rows = np.asarray(inputs["input"], dtype=float)
        self.calls.append(len(rows))
        if (rows == 13).any():
            raise ValueError("13 brings\nbad luck")
        return {"sum": rows.sum(axis=1)}


class Answers(Sums):
    """Answers whatever a test wants."""

    def __init__(self, answer: Callable[[Any], Any]) -> None:
        super().__init__()
        self._answer = answer

    def predict(self, inputs: dict[str, Any]) -> dict[str, Any]:
        return {"sum": self._answer(inputs["input"])}


def predicting(value: Any, number: int = 1) -> Request:
    return Request(number, PREDICT, json.dumps({"input_data": value}).encode())


def answers(batcher: Batcher, *requests: Request) -> dict[int, Reply]:
    frames = b"".join(batcher.answer([(request, 0.0) for request in requests]))
    return {reply.id: reply for reply in Replies().feed(frames)}


def answer(model: Sums, request: Request, **config: Any) -> tuple[int, Any]:
    reply = answers(Batcher("m", "1", model, config, 64), request)[request.id]
    return reply.status, json.loads(reply.body)


def inferring(row: list[float]) -> Request:
    tensor = {"name": "input", "datatype": "FP64", "shape": [1, WIDE], "data": row}
    return Request(0, INFER, json.dumps({"inputs": [tensor]}).encode())
