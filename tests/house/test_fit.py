"""What has no room is noticed: the eyes of the tests that look at windows in every language."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cnet_ui.widgets.labels import Elided, label
from helpers.fit import misfits

pytestmark = pytest.mark.gui

LONG = "Much more than there is room for"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def place(window: QWidget, widget: QWidget, area: QRect) -> None:
    widget.setParent(window)
    widget.setGeometry(area)
    widget.show()


CUT: dict[str, Callable[[], QWidget]] = {
    "label": lambda: QLabel(LONG),
    "wrapped": lambda: label(LONG * 3, wrap=True),
    "button": lambda: QPushButton(LONG),
    "edit": lambda: QLineEdit(placeholderText=LONG),
}


@pytest.mark.parametrize("kind", CUT)
def test_text_that_is_cut_off_is_noticed(window: QWidget, kind: str) -> None:
    widget = CUT[kind]()
    place(window, widget, QRect(0, 0, 80, 24))
    assert len(misfits(window)) == 1
    widget.setGeometry(0, 0, 390, 200)
    assert misfits(window) == []


def test_what_is_cut_short_on_purpose_is_fine(window: QWidget) -> None:
    place(window, Elided(LONG), QRect(0, 0, 80, 24))
    assert misfits(window) == []


def test_widgets_over_each_other_are_noticed(window: QWidget) -> None:
    place(window, QWidget(), QRect(0, 0, 80, 24))
    place(window, QWidget(), QRect(70, 20, 80, 24))
    assert len(misfits(window)) == 1
