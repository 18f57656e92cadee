"""Requests that are computed together."""

import json
import struct
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_worker.batch import Batcher
from cnet_worker.frames import INFER, INFER_BINARY, PREDICT, Replies, Reply, Request
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
    reply = answers(Batcher("m", model, config, 64), request)[request.id]
    return reply.status, json.loads(reply.body)


ROW = st.lists(st.integers(-9, 9) | st.floats(-9, 9), min_size=WIDE, max_size=WIDE)
GOOD = (
    ROW
    | st.lists(ROW, min_size=1, max_size=5)
    | ROW.map(lambda row: {"a": row[0], "b": row[1]})
    | st.lists(ROW, min_size=1, max_size=3).map(
        lambda rows: {"a": [row[0] for row in rows], "b": [row[1] for row in rows]}
    )
)
BAD = st.sampled_from(
    [None, [], [1, 2, 3], "x", {"a": 1}, [[1, 2], [3]], [13, 0], [[1, 1], [0, 13]]]
)


def inferring(row: list[float]) -> Request:
    tensor = {"name": "input", "datatype": "FP64", "shape": [1, WIDE], "data": row}
    return Request(0, INFER, json.dumps({"inputs": [tensor]}).encode())


REQUESTS = st.lists(
    GOOD.map(predicting) | BAD.map(predicting) | ROW.map(inferring), min_size=1, max_size=30
)


@given(REQUESTS, st.integers(1, 8))
def test_each_request_gets_what_it_would_get_alone(requests: list[Request], most: int) -> None:
    numbered = [request._replace(id=number) for number, request in enumerate(requests)]
    together = answers(Batcher("m", Sums(), {}, most), *numbered)
    assert together.keys() == set(range(len(requests)))
    for request in numbered:
        alone = answers(Batcher("m", Sums(), {}, most), request)[request.id]
        found = together[request.id]
        assert (found.status, json.loads(found.body)) == (alone.status, json.loads(alone.body))


def test_what_comes_together_is_one_call_of_no_more_rows_than_may_be() -> None:
    model = Sums()
    found = answers(Batcher("m", model, {}, 4), *(predicting([n, 0], n) for n in range(6)))
    assert model.calls == [4, 2]
    assert [json.loads(found[n].body)["prediction"] for n in range(6)] == [0, 1, 2, 3, 4, 5]
    assert [found[n].rows for n in range(6)] == [4, 4, 4, 4, 2, 2]


def test_a_request_of_more_rows_than_may_be_is_computed_in_pieces() -> None:
    model = Sums()
    found = answers(Batcher("m", model, {}, 4), predicting([[n, 0] for n in range(10)]))
    assert model.calls == [4, 4, 2]
    assert json.loads(found[1].body)["prediction"] == list(range(10))


def test_one_request_that_fails_spoils_no_other() -> None:
    found = answers(
        Batcher("m", Sums(), {}, 64),
        predicting([1, 1], 1),
        predicting([13, 0], 2),
        predicting([2, 2], 3),
    )
    assert [found[n].status for n in (1, 2, 3)] == [200, 500, 200]
    assert json.loads(found[2].body) == {
        "error": "The model failed: ValueError: 13 brings bad luck"
    }


@pytest.mark.parametrize(
    "answer_",
    [lambda rows: rows[:-1], lambda rows: [*rows, 1], lambda _: 5, lambda _: None],
    ids=["too few", "too many", "a number", "nothing"],
)
def test_a_model_that_gives_not_one_answer_a_row_is_not_believed(
    answer_: Callable[[Any], Any],
) -> None:
    status, told = answer(Answers(answer_), predicting([[1, 2], [3, 4]]))
    assert status == 500
    assert "for 2 rows" in told["error"] or "2 rows" in told["error"]


@pytest.mark.parametrize(
    ("values", "prediction"),
    [
        ([float("nan")], None),
        ([float("inf")], None),
        ([1.5], 1.5),
        ([[1.5, float("nan")]], [1.5, None]),
        ([np.float32(0.5)], 0.5),
        ([np.int64(3)], 3),
        (np.array(["a"]), "a"),
        (np.array([True]), True),
        (np.array([[1, 2]]), [1, 2]),
        ([{"label": "a", "score": np.float64(0.5)}], {"label": "a", "score": 0.5}),
    ],
)
def test_whatever_a_model_answers_is_json(values: Any, prediction: Any) -> None:
    status, told = answer(Answers(lambda _rows: values), predicting([1, 2]))
    assert (status, told) == (200, {"prediction": prediction})


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"{", "not JSON"),
        (b"\xff", "not JSON"),
        (b"[]", "object with input_data"),
        (b"{}", "object with input_data"),
        (b'{"input_data":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deeply"),
        (b'{"input_data": [1, ' + b"9" * 5000 + b"]}", "not JSON"),
    ],
)
def test_a_body_that_cannot_be_read_is_told(body: bytes, says: str) -> None:
    status, told = answer(Sums(), Request(1, PREDICT, body))
    assert (status, says in told["error"]) == (400, True)


def test_inputs_are_prepared_and_outputs_finished_by_the_configuration() -> None:
    config = {
        "preprocessing": {"mean": 1, "scale": 2},
        "postprocessing": {"round": 1, "threshold": 1, "labels": ["no", "yes"]},
    }
    assert answer(Sums(), predicting([[3, 3], [1, 1]]), **config) == (
        200,
        {"prediction": ["yes", "no"]},
    )


def test_an_inference_has_its_tensors_behind_its_json() -> None:
    tensor = {
        "name": "input",
        "datatype": "FP32",
        "shape": [1, 2],
        "parameters": {"binary_data_size": 8},
    }
    text = json.dumps({"inputs": [tensor], "parameters": {"binary_data_output": True}}).encode()
    body = struct.pack("!I", len(text)) + text + struct.pack("<2f", 1, 2)
    reply = answers(Batcher("m", Sums(), {}, 64), Request(1, INFER_BINARY, body))[1]
    assert reply.status == 200
    assert reply.body.endswith(struct.pack("<d", 3))


def test_an_inference_with_a_wrong_length_is_told() -> None:
    for body in (b"", b"\0\0", b"\0\0\0\x09{}"):
        status, told = answer(Sums(), Request(1, INFER_BINARY, body))
        assert (status, "shorter" in told["error"]) == (400, True)


def test_a_defect_in_reading_one_request_ends_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> Any:
        raise RuntimeError("a defect")

    monkeypatch.setattr("cnet_worker.batch.v2.read", broken)
    found = answers(Batcher("m", Sums(), {}, 64), inferring([1, 2]), predicting([1, 2]))
    assert (found[0].status, found[1].status) == (500, 200)
    assert "a defect" in json.loads(found[0].body)["error"]
