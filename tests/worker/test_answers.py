"""What a model answers, as values and as JSON."""

import json
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_worker.answers import checked, tensor, to_json
from cnet_worker.refused import Refused


class Series:
    """What is no array but can be made one, as pandas and PyTorch have it."""

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        return np.array([1.5, 2.5])


@pytest.mark.parametrize(
    "values",
    [
        [1.5, 2.5],
        (1.5, 2.5),
        iter([1.5, 2.5]),
        (v for v in [1.5, 2.5]),
        np.array([1.5, 2.5]),
        Series(),
    ],
    ids=["list", "tuple", "iterator", "generator", "array", "series"],
)
def test_one_value_a_row_may_come_in_many_forms(values: Any) -> None:
    assert list(checked(values, "y", 2)) == [1.5, 2.5]


@pytest.mark.parametrize(
    "values",
    [None, 5, 1.5, "ab", b"ab", {"a": 1, "b": 2}, {1, 2}, np.array(1.0)],
    ids=repr,
)
def test_what_is_not_one_value_a_row_is_told_with_what_came(values: Any) -> None:
    with pytest.raises(Refused) as refused:
        checked(values, "y", 2)
    assert str(refused.value) == (
        f"The model gave {values!r} as y for 2 rows; a list or an array of one value a row was "
        "expected."
    )
    assert refused.value.status == 500


@pytest.mark.parametrize(("values", "came"), [([1], "1 value"), (np.zeros((3, 2)), "3 values")])
def test_fewer_or_more_values_than_rows_are_told(values: Any, came: str) -> None:
    with pytest.raises(Refused, match=f"gave {came} of y for 2 rows"):
        checked(values, "y", 2)


ANSWERS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner)
        | st.dictionaries(st.text(max_size=2) | st.integers(), inner, max_size=3)
    ),
    max_leaves=8,
)


def refuse_constant(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")


@given(ANSWERS)
def test_whatever_a_model_answers_becomes_json_of_standard_kind(value: Any) -> None:
    json.loads(to_json(value), parse_constant=refuse_constant)
    found = tensor([value, value])
    assert len(found) == 2
    assert found.dtype.kind in "biufO"


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_told_with_all_its_digits(value: float) -> None:
    assert json.loads(to_json(value)) == value


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([{"a": np.int64(1)}], ['{"a": 1}']),
        ([{"a": float("nan")}], ['{"a": null}']),
        ([[1], [1, 2]], ["[1]", "[1, 2]"]),
        ([1.5, None], ["1.5", "null"]),
        ([datetime(2020, 1, 1, tzinfo=UTC)], ["2020-01-01 00:00:00+00:00"]),
        (np.array(["2020-01-01"], dtype="M8[D]"), ["2020-01-01"]),
        ([1 + 2j], ["(1+2j)"]),
        ([["a", "b"], ["c", "d"]], [["a", "b"], ["c", "d"]]),
        (np.array([1.5], dtype=">f8"), [1.5]),
    ],
)
def test_what_has_no_datatype_is_text_in_a_tensor(values: Any, found: Any) -> None:
    assert tensor(values).tolist() == found
