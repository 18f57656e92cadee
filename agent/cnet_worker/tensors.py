"""Datatypes of the inference protocol, and tensors as bytes."""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from typing import Any

from cnet_worker.refused import UNREADABLE, Refused

DTYPES = {
    "BOOL": "bool",
    "UINT8": "uint8",
    "UINT16": "uint16",
    "UINT32": "uint32",
    "UINT64": "uint64",
    "INT8": "int8",
    "INT16": "int16",
    "INT32": "int32",
    "INT64": "int64",
    "FP16": "float16",
    "FP32": "float32",
    "FP64": "float64",
}
"""What numpy calls them; BYTES are Python's own."""

_NAMES = {dtype: name for name, dtype in DTYPES.items()}
_KINDS = {"BYTES": "", "BOOL": "b"}  # of the arrays that hold nothing else
_TYPES: dict[str, set[type]] = {"BYTES": {str}, "BOOL": {bool}}
_NUMBERS: set[type] = {int, float}
_LENGTH = struct.Struct("<I")


def cast(array: Any, datatype: str) -> Any:
    """Return an array as one of another datatype, where no more than digits are lost by that.

    Raises:
        ValueError, ArithmeticError: there are numbers that it cannot hold.
    """
    import numpy as np

    with np.errstate(over="raise", invalid="raise"):
        found = array.astype(DTYPES.get(datatype, object), copy=False)
    if found.dtype.kind in "iu" and not (found == array).all():
        raise ValueError("these are no whole numbers of its size")
    return found


def listed(values: Any, datatype: str) -> Any:
    """Return nested lists as an array of a datatype; whole numbers keep all their digits.

    Raises:
        ValueError, ArithmeticError: they are not equally long, or it cannot hold what they hold.
    """
    import numpy as np

    array = np.asarray(values)
    if array.dtype.kind not in _KINDS.get(datatype, "iuf" if datatype.startswith("FP") else "iu"):
        array = np.asarray(values, dtype=object)
        if not set(map(type, array.ravel().tolist())) <= _TYPES.get(datatype, _NUMBERS):
            raise ValueError(f"these are no {datatype}")
    return cast(array, datatype)


def datatype_of(array: Any) -> str:
    """Return the datatype of an array."""
    return _NAMES.get(array.dtype.name, "BYTES")


def unpacked(raw: bytes, datatype: str, shape: Sequence[int]) -> Any:
    """Return the array that bytes are.

    Raises:
        Refused: they are not.
    """
    import numpy as np

    count = math.prod(shape)
    if datatype == "BYTES":
        return np.array(_texts(raw, count), dtype=object).reshape(shape)
    dtype = np.dtype(DTYPES[datatype]).newbyteorder("<")
    if len(raw) != count * dtype.itemsize:
        raise Refused(
            f"A tensor of {datatype} of the shape {list(shape)} takes {count * dtype.itemsize} "
            f"bytes; {len(raw)} came.",
            UNREADABLE,
        )
    return np.frombuffer(raw, dtype=dtype).reshape(shape).copy()  # that a model may write into


def packed(array: Any) -> bytes:
    """Return an array as bytes."""
    if datatype_of(array) == "BYTES":
        parts = [_encoded(value) for value in array.ravel().tolist()]
        return b"".join(_LENGTH.pack(len(part)) + part for part in parts)
    raw: bytes = array.astype(array.dtype.newbyteorder("<"), copy=False).tobytes()
    return raw


def _encoded(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


def _texts(raw: bytes, count: int) -> list[str]:
    found, at = [], 0
    while at < len(raw):
        if at + _LENGTH.size > len(raw):
            break
        (size,) = _LENGTH.unpack_from(raw, at)
        at += _LENGTH.size
        if at + size > len(raw):
            break
        found.append(raw[at : at + size].decode("utf-8", "replace"))
        at += size
    if at != len(raw) or len(found) != count:
        raise Refused(
            f"A tensor of BYTES must have {count} elements, each with its length before it.",
            UNREADABLE,
        )
    return found
