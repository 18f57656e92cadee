"""The editor of one field."""

import pytest
from pytestqt.qtbot import QtBot

from cnet_agent.model.preset import PresetField
from cnet_ui.widgets.fields import FieldEditor


def make(qtbot: QtBot, **field: object) -> FieldEditor:
    spec = PresetField.model_validate({"id": "it", "label": "It", **field})
    editor = FieldEditor(spec, can_browse=True)
    editor.set_value(spec.default)
    qtbot.addWidget(editor)
    return editor


@pytest.mark.parametrize("count", [2, 6])
def test_a_choice_without_a_default_shows_its_first_word(qtbot: QtBot, count: int) -> None:
    words = [f"word-{number}" for number in range(count)]
    assert make(qtbot, type="choice", choices=words).value == "word-0"


@pytest.mark.parametrize(
    ("kind", "default", "value"),
    [
        ("text", "a", "a"),
        ("integer", 5, "5"),
        ("boolean", True, True),
        ("size", "512MB", "512MB"),
        ("lines", None, ""),
        ("folder", None, ""),
    ],
)
def test_a_default_is_shown_as_a_person_would_write_it(
    qtbot: QtBot, kind: str, default: object, value: object
) -> None:
    assert make(qtbot, type=kind, default=default).value == value


def test_a_field_that_must_be_filled_in_says_so(qtbot: QtBot) -> None:
    assert make(qtbot, required=True).problem() == "Needed."
