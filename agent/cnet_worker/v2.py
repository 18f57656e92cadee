"""Requests and answers of the Open Inference Protocol, V2, with its binary tensors."""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Mapping
from typing import Any, NamedTuple

from cnet_worker.refused import UNREADABLE, Refused, quoted
from cnet_worker.rows import fits, shown
from cnet_worker.signature import Signature, Tensor
from cnet_worker.tensors import DTYPES, cast, datatype_of, listed, packed, unpacked

_LENGTH = struct.Struct("!I")
_DATATYPES = {*DTYPES, "BYTES"}
_BINARY = "binary_data_size"


class Inference(NamedTuple):
    """What is asked, and how it is to be answered.

    Attributes:
        id: of the request, echoed; None if it has none.
        inputs: arrays by name, rows first.
        n_rows: how many rows there are.
        outputs: the names of those wanted, with whether they are wanted as bytes.
    """

    id: str | None
    inputs: dict[str, Any]
    n_rows: int
    outputs: dict[str, bool]


def split(body: bytes) -> tuple[bytes, bytes]:
    """Return the JSON and the tensors of a request with both.

    Raises:
        Refused: it is shorter than it says.
    """
    size = _LENGTH.unpack_from(body)[0] if len(body) >= _LENGTH.size else 0
    if len(body) < _LENGTH.size + size:
        raise Refused("The request is shorter than the length of its JSON.", UNREADABLE)
    return body[_LENGTH.size : _LENGTH.size + size], body[_LENGTH.size + size :]


def read(body: bytes, tensors: bytes | None, signature: Signature) -> Inference:
    """Return what a request asks.

    Args:
        body: its JSON.
        tensors: what came behind it, None where nothing may.
        signature: of the model.

    Raises:
        Refused: it does not fit.
    """
    given = _object(body)
    inputs = given.get("inputs")
    if not isinstance(inputs, list) or not inputs:
        raise Refused("The request must have inputs, a list.", UNREADABLE)
    known = {tensor.name: tensor for tensor in signature.inputs}
    arrays: dict[str, Any] = {}
    at = 0
    for each in inputs:
        name, array, size = _input(each, known, tensors, at)
        if name in arrays:
            raise Refused(f"The input {name} came twice.", UNREADABLE)
        arrays[name] = array
        at += size
    if tensors is not None and at != len(tensors):
        raise Refused(f"{len(tensors)} bytes of tensors came, the inputs name {at}.", UNREADABLE)
    missing = [name for name in known if name not in arrays]
    if missing:
        raise Refused(f"The input {missing[0]} is missing.")
    counts = {len(array) for array in arrays.values()}
    if len(counts) > 1:
        raise Refused("The inputs must have as many rows.")
    return Inference(given.get("id"), arrays, counts.pop(), _outputs(given, signature, tensors))


def answer(
    name: str, version: str, asked: Inference, outputs: Mapping[str, Any], *, binary: bool
) -> bytes:
    """Return an answer.

    Args:
        name: of the model.
        version: of the model.
        asked: the request.
        outputs: arrays by name.
        binary: whether the request came with tensors behind it, as the answer may then too.
    """
    told, raws = [], []
    for each, as_bytes in asked.outputs.items():
        array = outputs[each]
        found: dict[str, Any] = {
            "name": each,
            "datatype": datatype_of(array),
            "shape": list(array.shape),
        }
        if as_bytes:
            raw = packed(array)
            raws.append(raw)
            found["parameters"] = {_BINARY: len(raw)}
        else:
            found["data"] = [_plain(value) for value in array.ravel().tolist()]
        told.append(found)
    whole: dict[str, Any] = {"model_name": name, "model_version": version, "outputs": told}
    if asked.id is not None:
        whole["id"] = asked.id
    text = json.dumps(whole).encode()
    return b"".join((_LENGTH.pack(len(text)), text, *raws)) if binary else text


def _object(body: bytes) -> dict[str, Any]:
    try:
        given = json.loads(body)
    except ValueError:
        raise Refused("The request is not JSON.", UNREADABLE) from None
    if not isinstance(given, dict):
        raise Refused("The request must be a JSON object.", UNREADABLE)
    if not isinstance(given.get("id", ""), str):
        raise Refused("The id of a request is text.", UNREADABLE)
    return given


def _input(
    given: Any, known: Mapping[str, Tensor], tensors: bytes | None, at: int
) -> tuple[str, Any, int]:
    """Return an input's name, its array, and how many bytes of the tensors it took."""
    if not isinstance(given, dict) or not isinstance(given.get("name"), str):
        raise Refused("Each of inputs must be an object with a name.", UNREADABLE)
    name, datatype, shape = given["name"], given.get("datatype"), given.get("shape")
    if name not in known:
        raise Refused(f"The model has no input {name}; it has {', '.join(known)}.")
    if not isinstance(datatype, str) or datatype not in _DATATYPES:
        raise Refused(f"The datatype of {name} is not known: {quoted(datatype)}.", UNREADABLE)
    if not isinstance(shape, list) or not _is_shape(shape):
        raise Refused(f"The shape of {name} must be a list of sizes.", UNREADABLE)
    tensor = known[name]
    if not fits(tuple(shape), tensor.shape):
        raise Refused(
            f"The input {name} takes the shape {shown(tensor.shape)}; {shown(tuple(shape))} came."
        )
    if 0 in shape:
        raise Refused(f"The input {name} has no {'values' if shape[0] else 'rows'}.")
    if (datatype == "BYTES") != (tensor.datatype == "BYTES") and tensor.datatype != "ANY":
        raise Refused(f"The input {name} takes {tensor.datatype}; {datatype} came.")
    size = _size(given, tensors, at)
    if size is not None:
        assert tensors is not None
        array = unpacked(tensors[at : at + size], datatype, shape)
    else:
        array = _from_json(given, datatype, shape)
    return name, _cast(array, datatype, tensor), size or 0


def _is_shape(shape: list[Any]) -> bool:
    return bool(shape) and all(type(size) is int and size >= 0 for size in shape)


def _size(given: dict[str, Any], tensors: bytes | None, at: int) -> int | None:
    size = _parameters(given).get(_BINARY)
    if size is None:
        return None
    if tensors is None or type(size) is not int or not 0 <= size <= len(tensors) - at:
        raise Refused(
            f"{given['name']} names {quoted(size)} bytes of tensors, which did not come.",
            UNREADABLE,
        )
    return size


def _from_json(given: dict[str, Any], datatype: str, shape: list[int]) -> Any:
    name, data = given["name"], given.get("data")
    if not isinstance(data, list):
        raise Refused(f"{name} must have data, a list.", UNREADABLE)
    try:
        array = listed(data, datatype)
    except (ValueError, ArithmeticError):  # ragged, of another kind, or too large
        raise Refused(f"The data of {name} are not {datatype}.", UNREADABLE) from None
    if array.size != math.prod(shape):
        raise Refused(
            f"{name} of the shape {shape} has {math.prod(shape)} elements; {array.size} came.",
            UNREADABLE,
        )
    return array.reshape(shape)


def _cast(array: Any, datatype: str, tensor: Tensor) -> Any:
    """Return an array in the datatype that the model takes, where nothing is lost by that."""
    if tensor.datatype in ("BYTES", "ANY"):
        return array
    try:
        return cast(array, tensor.datatype)
    except (ValueError, ArithmeticError):
        raise Refused(
            f"The input {tensor.name} takes {tensor.datatype}; these {datatype} are none."
        ) from None


def _outputs(given: dict[str, Any], signature: Signature, tensors: bytes | None) -> dict[str, bool]:
    known = [tensor.name for tensor in signature.outputs]
    usual = _parameters(given).get("binary_data_output") is True and tensors is not None
    wanted = given.get("outputs")
    if wanted is None:
        return dict.fromkeys(known, usual)
    if not isinstance(wanted, list):
        raise Refused("outputs must be a list.", UNREADABLE)
    found = {}
    for each in wanted:
        name = each.get("name") if isinstance(each, dict) else None
        if name not in known:
            raise Refused(f"The model has no output {quoted(name)}; it has {', '.join(known)}.")
        own = _parameters(each).get("binary_data")
        found[name] = usual if own is None else own is True and tensors is not None
    return found or dict.fromkeys(known, usual)


def _parameters(given: dict[str, Any]) -> dict[str, Any]:
    parameters = given.get("parameters")
    if not isinstance(parameters, (dict, type(None))):
        raise Refused(f"parameters must be an object, not {quoted(parameters)}.", UNREADABLE)
    return parameters or {}


def _plain(value: Any) -> Any:
    """Return a value as JSON has it: there is no number for NaN or an infinity."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
