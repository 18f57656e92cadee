"""Tensors as bytes."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_worker.refused import Refused
from cnet_worker.tensors import DTYPES, cast, datatype_of, listed, packed, unpacked


@pytest.mark.parametrize("datatype", DTYPES)
def test_numbers_come_back_as_they_went(datatype: str) -> None:
    array = np.array([[0, 1], [1, 0], [1, 1]], dtype=DTYPES[datatype])
    found = unpacked(packed(array), datatype, [3, 2])
    assert found.tolist() == array.tolist()
    assert datatype_of(array) == datatype


@pytest.mark.parametrize(
    ("values", "datatype"),
    [
        ([300], "INT8"),
        ([-1], "UINT8"),
        ([1.5], "INT64"),
        ([1e300], "FP32"),
        ([float("nan")], "INT8"),
    ],
)
def test_numbers_that_a_datatype_cannot_hold_are_not_made_into_others(
    values: list[float], datatype: str
) -> None:
    with pytest.raises((ValueError, ArithmeticError)):
        cast(np.array(values), datatype)


def test_digits_may_be_lost() -> None:
    assert cast(np.array([0.1]), "FP32").tolist() == [pytest.approx(0.1)]
    assert cast(np.array([2.0]), "INT8").tolist() == [2]


@given(st.lists(st.text(max_size=5), max_size=5))
def test_texts_come_back_as_they_went(texts: list[str]) -> None:
    array = np.array(texts, dtype=object)
    found = unpacked(packed(array), "BYTES", [len(texts)])
    assert found.tolist() == texts


def test_text_of_any_kind_of_array_is_bytes() -> None:
    for array in (np.array(["a"]), np.array([b"a"]), np.array(["a"], dtype=object)):
        assert datatype_of(array) == "BYTES"
        assert packed(array) == b"\x01\0\0\0a"


@pytest.mark.parametrize(
    ("raw", "datatype", "shape"),
    [
        (b"\0" * 7, "FP32", [2]),
        (b"\0" * 12, "FP32", [2]),
        (b"", "INT8", [1]),
        (b"\x05\0\0\0a", "BYTES", [1]),
        (b"\x01\0\0\0ab", "BYTES", [1]),
        (b"\x01\0\0\0a", "BYTES", [2]),
        (b"\x01", "BYTES", [1]),
    ],
)
def test_bytes_that_are_no_such_tensor_are_refused(raw: bytes, datatype: str, shape: Any) -> None:
    with pytest.raises(Refused, match=r"bytes|BYTES") as refused:
        unpacked(raw, datatype, shape)
    assert refused.value.status == 400


@pytest.mark.parametrize(
    ("values", "datatype"),
    [
        ([2**63 + 1, 1], "UINT64"),
        ([2**53 + 1, 1.0], "INT64"),
        ([2**70, 1], "FP64"),
        (["a\0", "1"], "BYTES"),
        ([[True], [False]], "BOOL"),
    ],
)
def test_lists_become_arrays_that_keep_all_digits(values: Any, datatype: str) -> None:
    assert listed(values, datatype).tolist() == values


@pytest.mark.parametrize(
    ("values", "datatype"),
    [
        ([1.5], "INT64"),
        ([2**63], "INT64"),
        ([float("nan")], "INT64"),
        ([float("inf")], "UINT8"),
        ([10**400], "FP64"),
        ([None], "FP64"),
        (["1"], "FP64"),
        ([1, None], "BYTES"),
        ([["a"], ["b", "c"]], "BYTES"),
        ([1], "BOOL"),
        ([{}], "INT8"),
        ([[1], [2, 3]], "FP32"),
    ],
)
def test_lists_that_a_datatype_cannot_hold_are_refused(values: Any, datatype: str) -> None:
    with pytest.raises((ValueError, ArithmeticError)):
        listed(values, datatype)


def test_a_model_may_write_into_what_came_as_bytes() -> None:
    assert unpacked(b"\0" * 8, "FP64", [1]).flags.writeable


def test_text_that_is_no_unicode_is_told_as_far_as_it_is() -> None:
    assert packed(np.array(["a\ud800"], dtype=object)) == b"\x02\0\0\0a?"
