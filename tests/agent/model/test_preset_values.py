"""The values of a preset's fields, as they come and as they stand in a command."""

from typing import Any

import pytest

from cnet_agent.model.preset import PresetField
from cnet_agent.model.preset_values import Unsuitable, as_text, value_of


def field(kind: str, **more: Any) -> PresetField:
    return PresetField.model_validate({"id": "it", "label": "It", "type": kind, **more})


@pytest.mark.parametrize(
    ("kind", "given", "sentence"),
    [
        ("boolean", "yes", "must be true or false"),
        ("lines", 7, "a line for each item"),
        ("integer", 1.5, "must be a whole number"),
        ("integer", True, "must be a whole number"),
        ("number", "many", "must be a number"),
        ("size", [], "must be a number with a unit"),
        ("size", "huge", "is not a size"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_a_sentence(
    kind: str, given: Any, sentence: str
) -> None:
    with pytest.raises(Unsuitable, match=sentence):
        value_of(field(kind), given)


def test_a_boolean_is_taken_as_it_is() -> None:
    assert value_of(field("boolean"), True) is True


@pytest.mark.parametrize(
    ("value", "text"),
    [(True, "true"), (False, "false"), (2.0, "2"), (2.5, "2.5"), (("a", "b"), "a\nb")],
)
def test_a_value_stands_in_a_command_as_a_person_would_write_it(value: Any, text: str) -> None:
    assert as_text(value) == text
