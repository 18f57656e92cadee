"""Requests that are computed together."""

import json
import struct
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from cnet_worker.batch import Batcher
from cnet_worker.frames import INFER_BINARY, PREDICT, Replies, Request
from cnet_worker.signature import Signature, Tensor
from worker.batches import Answers, Sums, answer, answers, inferring, predicting


def test_what_comes_together_is_one_call_of_no_more_rows_than_may_be() -> None:
    model = Sums()
    found = answers(Batcher("m", "1", model, {}, 4), *(predicting([n, 0], n) for n in range(6)))
    assert model.calls == [4, 2]
    assert [json.loads(found[n].body)["prediction"] for n in range(6)] == [0, 1, 2, 3, 4, 5]
    assert [found[n].rows for n in range(6)] == [4, 4, 4, 4, 2, 2]


def test_a_request_of_more_rows_than_may_be_is_computed_in_pieces() -> None:
    model = Sums()
    found = answers(Batcher("m", "1", model, {}, 4), predicting([[n, 0] for n in range(10)]))
    assert model.calls == [4, 4, 2]
    assert json.loads(found[1].body)["prediction"] == list(range(10))


def test_one_request_that_fails_spoils_no_other() -> None:
    found = answers(
        Batcher("m", "1", Sums(), {}, 64),
        predicting([1, 1], 1),
        predicting([13, 0], 2),
        predicting([2, 2], 3),
    )
    assert [found[n].status for n in (1, 2, 3)] == [200, 500, 200]
    assert json.loads(found[2].body) == {
        "error": "The model failed: ValueError: 13 brings bad luck"
    }


class Texts(Sums):
    """Answers its rows as they look in an array, which has one type for all of them."""

    def __init__(self, *, as_given: bool) -> None:
        super().__init__()
        self.as_given = as_given

    def predict(self, inputs: dict[str, Any]) -> dict[str, Any]:
        self.calls.append(len(inputs["input"]))
        return {"sum": [str(row) for row in np.array(inputs["input"])]}


def test_a_model_that_sees_the_types_of_values_gets_none_of_other_types_beside_them() -> None:
    model = Texts(as_given=True)
    requests = [predicting([1, 2], 1), predicting([1.5, 2], 2), predicting([3, 4], 3)]
    found = answers(Batcher("m", "1", model, {}, 64), *requests)
    told = [json.loads(found[n].body)["prediction"] for n in (1, 2, 3)]
    assert told == ["[1 2]", "[1.5 2. ]", "[3 4]"]
    assert model.calls == [2, 1]


def test_a_model_that_takes_all_numbers_alike_gets_them_together() -> None:
    model = Texts(as_given=False)
    answers(Batcher("m", "1", model, {}, 64), predicting([1, 2], 1), predicting([1.5, 2], 2))
    assert model.calls == [2]


def test_an_answer_that_no_frame_can_hold_is_an_error_of_its_own_request_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cnet_worker.batch.MOST", 2**20)
    model = Answers(lambda rows: ["x" * int(row[0]) for row in rows])
    requests = [predicting([2**21, 0], 1), predicting([3, 0], 2)]
    found = answers(Batcher("m", "1", model, {}, 64), *requests)
    assert (found[1].status, json.loads(found[1].body)) == (
        500,
        {"error": "The answer takes more than 1 MiB; ask for fewer rows at a time."},
    )
    assert (found[2].status, json.loads(found[2].body)["prediction"]) == (200, "xxx")


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
    assert (status, told) == (200, {"prediction": prediction, "version": "1"})


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
        {"prediction": ["yes", "no"], "version": "1"},
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
    reply = answers(Batcher("m", "1", Sums(), {}, 64), Request(1, INFER_BINARY, body))[1]
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
    found = answers(Batcher("m", "1", Sums(), {}, 64), inferring([1, 2]), predicting([1, 2]))
    assert (found[0].status, found[1].status) == (500, 200)
    assert "a defect" in json.loads(found[0].body)["error"]


@pytest.mark.parametrize(
    "answer_",
    [
        lambda rows: {"prediction": 5},
        lambda rows: {5},
        lambda rows: "a",
        lambda rows: np.array(5.0),
        lambda rows: sys.exit(3),
        lambda rows: [loop()],
    ],
    ids=["object", "set", "text", "scalar", "exit", "loop"],
)
@pytest.mark.parametrize("kind", ["predict", "infer"])
def test_nothing_that_a_model_answers_ends_the_worker(
    answer_: Callable[[Any], Any], kind: str
) -> None:
    request = predicting([1, 2], 0) if kind == "predict" else inferring([1, 2])
    status, told = answer(Answers(answer_), request)
    assert status == 500
    assert told["error"].startswith("The model")
    assert "\n" not in told["error"]


def loop() -> list[Any]:
    """Return a list that holds itself."""
    found: list[Any] = []
    found.append(found)
    return found


def test_an_answer_that_cannot_be_told_spoils_no_other() -> None:
    model = Answers(lambda rows: [loop() if row[0] == 2 else row[0] for row in rows])
    found = answers(
        Batcher("m", "1", model, {}, 64), *(predicting([number, 0], number) for number in (1, 2, 3))
    )
    assert [found[n].status for n in (1, 2, 3)] == [200, 500, 200]
    assert [json.loads(found[n].body)["prediction"] for n in (1, 3)] == [1, 3]


def test_a_call_that_answers_too_little_is_not_made_up_for_by_the_next() -> None:
    lengths = iter([3, 5])
    batcher = Batcher("m", "1", Answers(lambda rows: list(range(next(lengths)))), {}, 4)
    (reply,) = answers(batcher, predicting([[n, 0] for n in range(8)])).values()
    assert reply.status == 500
    assert "gave 3 values of sum for 4 rows" in json.loads(reply.body)["error"]


def test_an_output_that_a_model_promised_and_does_not_give_is_told() -> None:
    model = Sums()
    model.signature = Signature("t", Sums.signature.inputs, (Tensor("sum"), Tensor("mean")))
    for request in (predicting([1, 2], 0), inferring([1, 2])):
        status, told = answer(model, request)
        assert (status, told["error"]) == (500, "The model gave no mean; it gave sum.")


def test_what_is_computed_is_answered_before_the_rest_is_computed() -> None:
    model = Sums()
    requests = [(predicting([number, 0], number), 0.0) for number in range(6)]
    replies = Batcher("m", "1", model, {}, 2).answer(requests)
    assert len(Replies().feed(next(replies))) == 2
    assert model.calls == [2]
    assert len(Replies().feed(b"".join(replies))) == 4
