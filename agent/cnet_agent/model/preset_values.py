"""The values of a preset's fields: checked against their type, as text or as they are. Pure."""

import math
from typing import Any

from cnet_agent.model.preset import PresetField
from cnet_agent.model.quantities import parse_duration, parse_size
from cnet_agent.model.sentence import Sentence, told

Value = str | int | float | bool | tuple[str, ...] | None
"""A field's value; None and an empty tuple where it is empty or not shown."""


class Unsuitable(Exception):
    """A value does not fit its field, for the reason given."""


def value_of(field: PresetField, given: Any) -> Value:
    """Return ``given`` as a value of the field's type; None, or no lines, where it is empty.

    Raises:
        Unsuitable: it does not fit.
    """
    if given is None or (isinstance(given, str) and not given.strip()):
        return () if field.type == "lines" else None
    match field.type:
        case "lines":
            return _lines(given)
        case "boolean":
            if not isinstance(given, bool):
                raise Unsuitable(Sentence("must be true or false"))
            return given
        case "integer" | "number":
            return _number(field, given)
        case "size" | "duration":
            return _quantity(field, given)
    return _word(field, given)


def as_text(value: Value) -> str:
    """Return a value as it stands in a command."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "\n".join(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _lines(given: Any) -> tuple[str, ...]:
    lines = given.splitlines() if isinstance(given, str) else given
    if not isinstance(lines, list | tuple) or not all(isinstance(line, str) for line in lines):
        raise Unsuitable(Sentence("must be text, a line for each item"))
    return tuple(line.strip() for line in lines if line.strip())


def _number(field: PresetField, given: Any) -> int | float:
    whole = field.type == "integer"
    sentence = Sentence("must be a whole number") if whole else Sentence("must be a number")
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        raise Unsuitable(sentence)
    try:
        number = int(given) if isinstance(given, int) else float(given)
    except ValueError:
        raise Unsuitable(sentence) from None
    if not math.isfinite(number) or (whole and number != int(number)):
        raise Unsuitable(sentence)
    _check_range(field, number)
    return int(number) if whole else number


def _quantity(field: PresetField, given: Any) -> str | int | float:
    parse = parse_size if field.type == "size" else parse_duration
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        raise Unsuitable(Sentence("must be a number with a unit"))
    try:
        _check_range(field, parse(given))
    except ValueError as error:
        raise Unsuitable(told(error)) from error
    return given


def _word(field: PresetField, given: Any) -> str:
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        raise Unsuitable(Sentence("must be text"))
    text = as_text(given)
    if field.type == "choice" and text not in field.choices:
        raise Unsuitable(Sentence("must be one of {choices}", choices=", ".join(field.choices)))
    if field.type != "multiline" and "\n" in text:
        raise Unsuitable(Sentence("must be a single line"))
    return text


def _check_range(field: PresetField, number: float) -> None:
    if field.minimum is not None and number < field.minimum:
        raise Unsuitable(Sentence("must be at least {least}", least=_bound(field, field.minimum)))
    if field.maximum is not None and number > field.maximum:
        raise Unsuitable(Sentence("must be at most {most}", most=_bound(field, field.maximum)))


def _bound(field: PresetField, number: float) -> str:
    return f"{as_text(number)} {field.unit}" if field.unit else as_text(number)
