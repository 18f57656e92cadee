"""The forms in which people give inputs."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_worker.refused import Refused
from cnet_worker.rows import Question, read
from cnet_worker.signature import Signature, Tensor


def table(width: int = -1, *features: str, takes_text: bool = False) -> Signature:
    return Signature(
        "test",
        (Tensor("input", "FP64", (-1, width)),),
        (Tensor("output"),),
        features or None,
        takes_text,
    )


def tensors(*inputs: Tensor) -> Signature:
    return Signature("test", inputs, (Tensor("output"),))


AB = table(2, "a", "b")


@pytest.mark.parametrize(
    ("value", "signature", "rows", "is_one"),
    [
        (5.5, table(1), [[5.5]], True),
        (5, table(), [[5]], True),
        ([1, 2, 3], table(1), [[1], [2], [3]], False),
        ([1, 2], AB, [[1, 2]], True),
        ([1, 2, 3], table(), [[1, 2, 3]], True),
        ([[1, 2], [3, 4]], AB, [[1, 2], [3, 4]], False),
        ([[1, 2]], AB, [[1, 2]], False),
        ({"b": 2, "a": 1}, AB, [[1, 2]], True),
        ({"b": [2, 4], "a": [1, 3]}, AB, [[1, 2], [3, 4]], False),
        ([{"b": 2, "a": 1}, {"a": 3, "b": 4}], AB, [[1, 2], [3, 4]], False),
        ([["x", 1.5]], table(2, "a", "b", takes_text=True), [["x", 1.5]], False),
    ],
)
def test_a_table_comes_in_many_forms(
    value: Any, signature: Signature, rows: Any, is_one: bool
) -> None:
    question = read(value, signature)
    assert (question.inputs, question.n_rows) == ({"input": rows}, len(rows))
    assert question.is_one == is_one


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ([[1, 2], [3]], "takes 2 values a row (a, b); row 2 has 1"),
        (5.5, "takes 2 values a row (a, b); row 1 has 1"),
        ([[1, True]], "takes numbers; row 1 has True"),
        ([[1, None]], "takes numbers; row 1 has None"),
        ([[1, "x"]], "takes numbers; row 1 has 'x'"),
        ([[1, [2]]], "takes numbers; row 1 has [2]"),
        ([], "no rows"),
        (None, "takes numbers; None came"),
        ([[1, 2], 3], "Row 2 must be a list"),
        ({"a": 1}, "takes the columns a, b; input_data lacks b"),
        ({"a": 1, "b": 2, "c": 3}, "has the unknown c"),
        ({"a": [1, 2], "b": [3]}, "equally long; a has 2, b has 1"),
        ({"a": [1], "b": 3}, "column b is no list"),
        ({"a": [], "b": []}, "no rows"),
        ([{"a": 1, "b": 2}, {"a": 1}], "row 2 lacks b"),
        ([{"a": 1, "b": 2}, 3], "Row 2 has no names"),
    ],
)
def test_what_does_not_fit_is_told_with_what_was_expected(value: Any, says: str) -> None:
    with pytest.raises(Refused) as refused:
        read(value, AB)
    assert says in str(refused.value)
    assert refused.value.status == 422


def test_columns_have_no_names_where_the_model_knows_none() -> None:
    with pytest.raises(Refused, match="give rows as lists"):
        read({"a": 1}, table(1))


def test_an_array_may_come_with_or_without_its_rows() -> None:
    image = tensors(Tensor("image", "FP32", (-1, 2, 2)))
    one = read([[1, 2], [3, 4]], image)
    assert (one.n_rows, one.is_one) == (1, True)
    assert one.inputs["image"].tolist() == [[[1, 2], [3, 4]]]
    two = read([[[1, 2], [3, 4]], [[5, 6], [7, 8]]], image)
    assert (two.n_rows, two.is_one) == (2, False)
    assert str(two.inputs["image"].dtype) == "float32"
    named = read({"image": [[1, 2], [3, 4]]}, image)
    assert named.inputs["image"].shape == (1, 2, 2)


def test_several_inputs_come_by_name() -> None:
    signature = tensors(Tensor("a", "FP32", (-1, 2)), Tensor("b", "INT64", (-1,)))
    question = read({"a": [[1, 2], [3, 4]], "b": [5, 6]}, signature)
    assert (question.n_rows, question.is_one) == (2, False)
    assert read({"a": [1, 2], "b": 5}, signature).is_one
    for value, says in (
        ([1], "several inputs by name: a, b"),
        ({"a": [1, 2]}, "lacks b"),
        ({"a": [[1, 2]], "b": [5, 6]}, "as many rows; a has 1, b has 2"),
    ):
        with pytest.raises(Refused, match=says):
            read(value, signature)


@pytest.mark.parametrize(
    ("value", "datatype", "says"),
    [
        ([[1, 2], [3]], "FP32", "is not that"),
        ([["a", "b"]], "FP32", "takes FP32"),
        ([[1, 2]], "BYTES", "takes BYTES"),
        ([[True, False]], "FP32", "takes FP32"),
        ([[1, 2, 3]], "FP32", r"takes the shape \[-1, 2\]; \[1, 3\] came"),
        ([[10**400, 1]], "FP64", "is not that"),
    ],
)
def test_an_array_that_does_not_fit_is_told_with_what_was_expected(
    value: Any, datatype: str, says: str
) -> None:
    signature = tensors(Tensor("a", datatype, (-1, 2)), Tensor("b", "INT64", (-1,)))
    with pytest.raises(Refused, match=says):
        read({"a": value, "b": [1]}, signature)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3)
    ),
    max_leaves=8,
)


def outcome(value: Any, signature: Signature) -> Question | str:
    """Return the question that a value is, or the sentence with which it is refused."""
    try:
        return read(value, signature)
    except Refused as error:
        return str(error)


@given(JSON, st.sampled_from([AB, table(1), table(), table(2, "a", "b", takes_text=True)]))
def test_whatever_comes_is_rows_or_refused_with_a_sentence(
    value: Any, signature: Signature
) -> None:
    found = outcome(value, signature)
    if isinstance(found, str):
        assert found.endswith(".")
        return
    rows = found.inputs["input"]
    assert found.n_rows == len(rows) > 0
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not found.is_one or len(rows) == 1


@given(JSON)
def test_whatever_comes_is_an_array_or_refused_with_a_sentence(value: Any) -> None:
    found = outcome(value, tensors(Tensor("a", "FP32", (-1, 2, 2))))
    if isinstance(found, str):
        assert found.endswith(".")
        return
    assert found.inputs["a"].shape == (found.n_rows, 2, 2)


@pytest.mark.parametrize(
    ("value", "datatype", "says"),
    [
        (1.7, "INT64", r"takes INT64 of the shape \[-1, 1\]; \[\[1.7\]\] is not that"),
        (2**63, "INT64", "takes INT64"),
        (300, "INT8", "takes INT8"),
        (5, "BYTES", "takes text; row 1 has 5"),
        (None, "BYTES", "takes text; None came"),
        (1, "BOOL", "takes true or false; row 1 has 1"),
        (10**400, "FP64", "takes numbers of 64 bits; row 1 has 1000"),
        ([[]], "FP64", "Row 1 has no values"),
    ],
)
def test_a_table_takes_what_its_datatype_holds(value: Any, datatype: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        read(value, tensors(Tensor("a", datatype, (-1, 1))))


@pytest.mark.parametrize(
    ("value", "datatype"), [(3, "INT64"), (3.0, "INT64"), ("a", "BYTES"), (True, "BOOL")]
)
def test_a_table_of_no_floating_numbers_becomes_an_array(value: Any, datatype: str) -> None:
    question = read([value, value], tensors(Tensor("a", datatype, (-1, 1))))
    assert (question.n_rows, question.inputs["a"].tolist()) == (2, [[value], [value]])
