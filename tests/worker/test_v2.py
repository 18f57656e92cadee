"""Requests and answers of the Open Inference Protocol."""

import json
import struct
from typing import Any

import numpy as np
import pytest

from cnet_worker import v2
from cnet_worker.refused import Refused
from cnet_worker.signature import Signature, Tensor

TABLE = Signature("t", (Tensor("x", "FP64", (-1, 2)),), (Tensor("y"), Tensor("z", "BYTES")))
X = {"name": "x", "datatype": "FP32", "shape": [2, 2], "data": [1, 2, 3, 4]}


def read(request: Any, tensors: bytes | None = None, signature: Signature = TABLE) -> v2.Inference:
    return v2.read(json.dumps(request).encode(), tensors, signature)


@pytest.mark.parametrize("data", [[1, 2, 3, 4], [[1, 2], [3, 4]]])
def test_data_may_be_flat_or_nested(data: Any) -> None:
    asked = read({"id": "7", "inputs": [{**X, "data": data}]})
    assert asked.inputs["x"].tolist() == [[1, 2], [3, 4]]
    assert str(asked.inputs["x"].dtype) == "float64"  # which the model takes
    assert (asked.id, asked.n_rows, asked.outputs) == ("7", 2, {"y": False, "z": False})


def test_tensors_come_behind_the_json_one_after_the_other() -> None:
    signature = Signature(
        "t", (Tensor("a", "FP32", (-1,)), Tensor("b", "BYTES", (-1,))), (Tensor("y"),)
    )
    first, second = struct.pack("<2e", 1.5, 2.5), b"\x01\0\0\0p\x02\0\0\0qr"
    inputs: list[dict[str, Any]] = [
        {"name": "b", "datatype": "BYTES", "shape": [2]},
        {"name": "a", "datatype": "FP16", "shape": [2]},
    ]
    for each, raw in zip(inputs, (second, first), strict=True):
        each["parameters"] = {"binary_data_size": len(raw)}
    request = {"inputs": inputs, "parameters": {"binary_data_output": True}}
    text = json.dumps(request).encode()
    body = struct.pack("!I", len(text)) + text + second + first
    asked = v2.read(*v2.split(body), signature)
    assert asked.inputs["a"].tolist() == [1.5, 2.5]
    assert asked.inputs["b"].tolist() == ["p", "qr"]
    assert asked.outputs == {"y": True}


def test_only_the_outputs_that_are_wanted_are_answered_as_they_are_wanted() -> None:
    wanted = [{"name": "z"}, {"name": "y", "parameters": {"binary_data": True}}]
    asked = read({"inputs": [X], "outputs": wanted}, b"")
    assert asked.outputs == {"z": False, "y": True}
    assert read({"inputs": [X], "outputs": wanted}).outputs == {"z": False, "y": False}


def test_an_answer_names_the_model_and_echoes_the_request() -> None:
    asked = read({"id": "7", "inputs": [X]})
    outputs = {"y": np.array([1.5, float("nan")]), "z": np.array(["a", "b"])}
    told = json.loads(v2.answer("m", "1", asked, outputs, binary=False))
    assert told == {
        "model_name": "m",
        "model_version": "1",
        "id": "7",
        "outputs": [
            {"name": "y", "datatype": "FP64", "shape": [2], "data": [1.5, None]},
            {"name": "z", "datatype": "BYTES", "shape": [2], "data": ["a", "b"]},
        ],
    }


def test_an_answer_has_its_tensors_behind_its_json() -> None:
    asked = read({"inputs": [X], "parameters": {"binary_data_output": True}}, b"")
    outputs = {"y": np.array([1.5]), "z": np.array(["ab"])}
    text, tensors = v2.split(v2.answer("m", "1", asked, outputs, binary=True))
    told = json.loads(text)["outputs"]
    assert [each["parameters"]["binary_data_size"] for each in told] == [8, 6]
    assert tensors == struct.pack("<d", 1.5) + b"\x02\0\0\0ab"


@pytest.mark.parametrize(
    ("request_", "says", "status"),
    [
        ({}, "must have inputs", 400),
        ({"inputs": []}, "must have inputs", 400),
        ({"inputs": [3]}, "object with a name", 400),
        ([], "JSON object", 400),
        ({"id": 3, "inputs": [X]}, "id of a request is text", 400),
        ({"inputs": [{**X, "name": "w"}]}, "no input w; it has x", 422),
        ({"inputs": [{**X, "datatype": "FP8"}]}, "datatype of x is not known: 'FP8'", 400),
        ({"inputs": [{**X, "shape": [2, -2]}]}, "shape of x must be", 400),
        ({"inputs": [{**X, "shape": "2"}]}, "shape of x must be", 400),
        ({"inputs": [{**X, "shape": [3, 2]}]}, "has 6 elements; 4 came", 400),
        ({"inputs": [{**X, "shape": [4, 1]}]}, "takes the shape [-1, 2]; [4, 1] came", 422),
        ({"inputs": [{**X, "shape": [0, 2], "data": []}]}, "no rows", 422),
        ({"inputs": [{**X, "data": None}]}, "must have data", 400),
        ({"inputs": [{**X, "data": ["a", 1, 2, 3]}]}, "data of x are not FP32", 400),
        ({"inputs": [{**X, "data": [[1, 2], [3]]}]}, "data of x are not FP32", 400),
        ({"inputs": [{**X, "datatype": "BYTES"}]}, "x takes FP64; BYTES came", 422),
        ({"inputs": [{**X, "datatype": "INT8", "data": [1, 2, 3, 300]}]}, "are not INT8", 400),
        ({"inputs": [{**X, "data": [1, 2, 3, 1e300]}]}, "are not FP32", 400),
        ({"inputs": [{**X, "data": [1, 2, 3, 10**400]}]}, "are not FP32", 400),
        ({"inputs": [{**X, "parameters": {"binary_data_size": 4}}]}, "did not come", 400),
        ({"inputs": [X], "outputs": [{"name": "w"}]}, "no output 'w'; it has y, z", 422),
        ({"inputs": [X], "outputs": 3}, "outputs must be a list", 400),
        ({"inputs": [{**X, "datatype": ["FP32"]}]}, "not known: ['FP32']", 400),
        ({"inputs": [{**X, "shape": [2**70, 0], "data": []}]}, "takes the shape", 422),
        ({"inputs": [{**X, "parameters": 5}]}, "parameters must be an object, not 5", 400),
        ({"inputs": [X], "parameters": [1]}, "parameters must be an object", 400),
        ({"inputs": [X], "outputs": [{"name": "y", "parameters": 5}]}, "must be an object", 400),
        ({"inputs": [X, X]}, "input x came twice", 400),
        ({"inputs": [{**X, "datatype": "INT64", "data": [2**63, 1, 1, 1]}]}, "not INT64", 400),
        ({"inputs": [{**X, "data": [True, False, True, True]}]}, "are not FP32", 400),
    ],
)
def test_what_does_not_fit_is_told(request_: Any, says: str, status: int) -> None:
    with pytest.raises(Refused) as refused:
        read(request_)
    assert says in str(refused.value)
    assert refused.value.status == status


def test_bytes_that_no_input_names_are_refused() -> None:
    with pytest.raises(Refused, match="3 bytes of tensors came, the inputs name 0"):
        read({"inputs": [X]}, b"abc")


def test_several_inputs_must_be_there_and_as_long() -> None:
    signature = Signature(
        "t", (Tensor("a", "FP32", (-1,)), Tensor("b", "FP32", (-1,))), (Tensor("y"),)
    )
    a = {"name": "a", "datatype": "FP32", "shape": [2], "data": [1, 2]}
    with pytest.raises(Refused, match="input b is missing"):
        read({"inputs": [a]}, signature=signature)
    b = {**a, "name": "b", "shape": [1], "data": [1]}
    with pytest.raises(Refused, match="as many rows"):
        read({"inputs": [a, b]}, signature=signature)


def test_what_is_no_json_is_told() -> None:
    for body in (b"{", b"\xff", b""):
        with pytest.raises(Refused, match="not JSON"):
            v2.read(body, None, TABLE)
