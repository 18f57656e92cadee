"""What is asked of a model by hand."""

import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_agent.wire.models import TensorView
from cnet_ui.models import trial
from cnet_ui.models.trial import Field
from helpers.fake_models import make_info, make_model

X, NAME = Field("x", "FP64"), Field("name", "BYTES")


def tensor(*shape: int, datatype: str = "FP32") -> TensorView:
    return TensorView(name="input", datatype=datatype, shape=list(shape))


@pytest.mark.parametrize(
    ("inputs", "features", "names"),
    [
        ([tensor(-1, 2)], ["a", "b"], ["a", "b"]),
        ([tensor(-1, 3)], None, ["x0", "x1", "x2"]),
        ([tensor(-1)], None, ["x0"]),
        ([tensor(-1, -1)], None, []),
        ([tensor(-1, 28, 28)], None, []),
        ([tensor(-1, 64)], None, []),
        ([tensor(-1, 2), tensor(-1, 2)], None, []),
        ([], None, []),
    ],
)
def test_a_form_has_a_field_for_each_value_of_a_short_row(
    inputs: list[TensorView], features: list[str] | None, names: list[str]
) -> None:
    info = make_info(make_model(), inputs=inputs, features=features)
    assert [field.name for field in trial.fields_of(info)] == names


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (X, "5.5", 5.5),
        (X, " 7 ", 7),
        (X, "1e3", 1000.0),
        (NAME, "12", "12"),
        (NAME, "", ""),
        (Field("any", "ANY"), "12", 12),
        (Field("any", "ANY"), "red", "red"),
        (Field("flag", "BOOL"), "1", True),
    ],
)
def test_what_is_typed_becomes_a_value_of_its_kind(field: Field, text: str, value: Any) -> None:
    found = trial.input_of([field], {field.name: text}, named=False)
    assert found == value
    assert type(found) is type(value)


def test_rows_are_named_where_columns_are_and_lists_otherwise() -> None:
    texts = {"x": "1", "name": "red"}
    assert trial.input_of([X, NAME], texts, named=True) == {"x": 1, "name": "red"}
    assert trial.input_of([X, NAME], texts, named=False) == [1, "red"]


@pytest.mark.parametrize("text", ["", "red", "1,5"])
def test_what_is_no_number_is_said_by_its_field(text: str) -> None:
    with pytest.raises(ValueError, match=r"^x$"):
        trial.input_of([X], {"x": text}, named=False)


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=2, max_size=5))
def test_an_input_fills_the_fields_that_it_came_from(row: list[float]) -> None:
    fields = [Field(f"x{number}", "FP64") for number in range(len(row))]
    for given_ in (
        row,
        [row],
        {field.name: value for field, value in zip(fields, row, strict=True)},
    ):
        texts = trial.texts_of(fields, given_)
        assert texts is not None
        assert trial.input_of(fields, texts, named=False) == row


@pytest.mark.parametrize("given_", [[1, 2], [[1], [2]], {"y": 1}, [[1, [2]]]])
def test_an_input_that_does_not_fit_fills_nothing(given_: Any) -> None:
    assert trial.texts_of([X], given_) is None


def test_values_are_shown_in_one_line() -> None:
    assert trial.shown({"a": 1.23456789, "b": "red"}) == "1.23457, red"
    assert trial.shown([1, None, True]) == "1, null, true"
    assert trial.shown([[1, 2], [3, 4]]) == "[[1, 2], [3, 4]]"
    assert trial.shown(0.5) == "0.5"


def test_the_lines_for_programs_name_no_token_and_are_right() -> None:
    given_ = {"name": "it's", "x": None}
    curl = trial.as_curl("http://127.0.0.1:8080", "m1", given_, with_token=True)
    assert "$CNET_TOKEN" in curl
    assert "http://127.0.0.1:8080/api/ml/models/m1/predict" in curl
    words = subprocess.run(
        ["sh", "-c", 'curl() { printf "%s\\n" "$@"; }\n' + curl],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    assert json.loads(words[-1]) == {"input_data": given_}
    for with_token in (False, True):
        python = trial.as_python("http://a", "m1", given_, with_token=with_token)
        compile(python, "x.py", "exec")
        assert ("CNET_TOKEN" in python) == with_token


def test_the_lines_of_python_ask_what_they_say() -> None:
    python = trial.as_python("http://127.0.0.1:1", "m1", [1.5], with_token=False)
    fake = (
        "import io, urllib.request\n"
        "def urlopen(request):\n"
        "    print(request.full_url, request.data.decode())\n"
        "    return io.BytesIO(b'{\"prediction\": 12.0}')\n"
        "urllib.request.urlopen = urlopen\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", fake + python], check=True, capture_output=True, text=True
    )
    assert done.stdout.splitlines() == [
        'http://127.0.0.1:1/api/ml/models/m1/predict {"input_data": [1.5]}',
        "12.0",
    ]
