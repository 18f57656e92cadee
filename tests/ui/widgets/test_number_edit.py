"""A field for numbers: steps with the arrows, within its range."""

import pytest
from pytestqt.qtbot import QtBot

from cnet_ui.models.steps import Measure
from cnet_ui.widgets.number_edit import NumberEdit


@pytest.mark.parametrize(
    ("text", "direction", "expected"),
    [("3", 1, "4"), ("3", -1, "2"), ("1", -1, "1"), ("10", 1, "10"), ("", 1, "1")],
)
def test_a_step_stays_in_the_range(qtbot: QtBot, text: str, direction: int, expected: str) -> None:
    edit = NumberEdit(minimum=1, maximum=10)
    qtbot.addWidget(edit)
    edit.setText(text)
    edit.step(direction)
    assert edit.text() == expected


@pytest.mark.parametrize(
    ("measure", "expected"), [("number", "1"), ("size", "512 MB"), ("duration", "10 m")]
)
def test_a_step_up_from_nothing_gives_something_to_begin_with(
    qtbot: QtBot, measure: Measure, expected: str
) -> None:
    edit = NumberEdit(measure=measure, is_whole=False, caption="Limit")
    qtbot.addWidget(edit)
    edit.setPlaceholderText("no limit")
    edit.step(-1)
    assert edit.text() == ""
    edit.step(1)
    assert edit.text() == expected


@pytest.mark.parametrize("text", ["nan", "inf", "1e400", "many"])
def test_what_is_not_a_number_is_left_as_it_is(qtbot: QtBot, text: str) -> None:
    edit = NumberEdit()
    qtbot.addWidget(edit)
    edit.setText(text)
    edit.step(1)
    assert edit.text() == text
