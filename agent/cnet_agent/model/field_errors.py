"""What pydantic finds wrong, in the words in which the agent says it. Pure."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from cnet_agent.model.errors import FieldError
from cnet_agent.model.sentence import Sentence, template, told

_OURS = {
    "missing": Sentence("is required"),
    "extra_forbidden": Sentence("is not a known field"),
    "none_required": Sentence("must be null"),
}

# Pydantic's own words by the type of a finding, as far as a person meets them.
_THEIRS = {
    "bool_parsing": template("should be a valid boolean, unable to interpret input"),
    "bool_type": template("should be a valid boolean"),
    "dict_type": template("should be a valid dictionary"),
    "finite_number": template("should be a finite number"),
    "float_parsing": template("should be a valid number, unable to parse string as a number"),
    "float_type": template("should be a valid number"),
    "greater_than": template("should be greater than {gt}"),
    "greater_than_equal": template("should be greater than or equal to {ge}"),
    "int_from_float": template("should be a valid integer, got a number with a fractional part"),
    "int_parsing": template("should be a valid integer, unable to parse string as an integer"),
    "int_type": template("should be a valid integer"),
    "less_than": template("should be less than {lt}"),
    "less_than_equal": template("should be less than or equal to {le}"),
    "list_type": template("should be a valid list"),
    "literal_error": template("should be {expected}"),
    "string_pattern_mismatch": template("string should match pattern '{pattern}'"),
    "string_too_long": template("string should have at most {max_length} characters"),
    "string_too_short": template("string should have at least 1 character"),
    "string_type": template("should be a valid string"),
    "tuple_type": template("should be a valid tuple"),
}


def field_errors(
    error: ValidationError, prefix: tuple[str | int, ...] = ()
) -> tuple[FieldError, ...]:
    """Return each finding with its place, below ``prefix``, and a sentence without its subject."""
    return tuple(
        FieldError(
            (*prefix, *each["loc"]), _sentence(each["type"], each["msg"], each.get("ctx", {}))
        )
        for each in error.errors(include_url=False, include_input=False)
    )


def _sentence(kind: str, message: str, context: Mapping[str, Any]) -> str:
    if kind in _OURS:
        return _OURS[kind]
    if isinstance(ours := context.get("error"), ValueError) and isinstance(told(ours), Sentence):
        return told(ours)
    text = message.removeprefix("Value error, ").removeprefix("Input ")
    text = text[:1].lower() + text[1:]
    known = _THEIRS.get(kind)
    if known is not None:
        sentence = Sentence.of(known, {name: _figure(each) for name, each in context.items()})
        if sentence == text:
            return sentence
    return text


def _figure(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
