"""Sizes and durations as people write them."""

import re
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from cnet_agent.model.quantities import (
    ByteSize,
    ByteSizeOrNone,
    Duration,
    Grace,
    Span,
    format_duration,
    format_size,
    parse_duration,
    parse_size,
)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("512MB", 512_000_000),
        ("8g", 8 * 1024**3),
        ("1GiB", 1024**3),
        ("1.5 kb", 1500),
        ("7", 7),
        (512_000_000, 512_000_000),
    ],
)
def test_a_size_is_read_as_people_and_docker_write_it(text: str | int, size: int) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize("text", ["", "MB", "12 parsecs", "-1g", "1e9", "9" * 4000])
def test_what_is_not_a_size_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="512MB"):
        parse_size(text)


@pytest.mark.parametrize(
    ("text", "seconds"), [("30s", 30.0), ("5m", 300.0), ("2h", 7200.0), ("250ms", 0.25), (3, 3)]
)
def test_a_duration_is_read_with_its_unit(text: str | int, seconds: float) -> None:
    assert parse_duration(text) == seconds


def test_what_is_not_a_duration_is_refused_with_an_example() -> None:
    with pytest.raises(ValueError, match='"30s"'):
        parse_duration("soon")


@pytest.mark.parametrize(
    ("size", "text"), [(999, "999 B"), (1500, "1.5 kB"), (512_000_000, "512 MB"), (4e12, "4 TB")]
)
def test_a_size_is_shown_with_three_digits(size: float, text: str) -> None:
    assert format_size(size) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.001, "0.001 s"),
        (0, "0.0 s"),
        (0.42, "0.4 s"),
        (59, "59 s"),
        (96, "1 min 36 s"),
        (7500, "2 h 5 min"),
        (270000, "3 d 3 h"),
    ],
)
def test_a_duration_is_shown_in_two_units(seconds: float, text: str) -> None:
    assert format_duration(seconds) == text


def schema_of(kind: Any, mode: Literal["validation", "serialization"]) -> Any:
    return TypeAdapter(kind).json_schema(mode=mode)


@pytest.mark.parametrize("kind", [ByteSize, ByteSizeOrNone, Duration, Grace, Span])
def test_the_schema_tells_that_a_request_may_write_text_and_an_answer_has_the_number(
    kind: Any,
) -> None:
    number, text = schema_of(kind, "validation")["anyOf"]
    assert number == schema_of(kind, "serialization")
    assert (number["type"], text["type"]) in (("integer", "string"), ("number", "string"))


@pytest.mark.parametrize("kind", [ByteSize, ByteSizeOrNone, Duration, Grace, Span])
@given(data=st.data())
def test_all_text_that_the_schema_allows_is_taken(kind: Any, data: st.DataObject) -> None:
    _, text = schema_of(kind, "validation")["anyOf"]
    TypeAdapter(kind).validate_python(data.draw(st.from_regex(text["pattern"], fullmatch=True)))


@pytest.mark.parametrize(("value", "shown"), [(True, "true"), ("x" * 90, f"'{'x' * 57}…'")])
def test_what_was_given_is_shown_as_it_was_written_and_not_at_length(
    value: str | bool, shown: str
) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(shown)} is not a size"):
        parse_size(value)
