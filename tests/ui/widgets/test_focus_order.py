import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cnet_ui.widgets.focus_order import follow
from cnet_ui.widgets.pairs import PairsEditor

pytestmark = pytest.mark.gui


def after(widget: QWidget, count: int) -> list[QWidget]:
    """Return the next widgets that the Tab key stops at."""
    found: list[QWidget] = []
    following = widget.nextInFocusChain()
    while len(found) < count:
        assert following is not None
        stops = following.focusPolicy() & Qt.FocusPolicy.TabFocus and following.isVisible()
        found += [following] if stops and following.isEnabled() else []
        following = following.nextInFocusChain()
    return found


def test_what_was_made_last_can_be_reached_in_between(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, last = QLineEdit(), QLineEdit()
    column.addWidget(first)
    column.addWidget(last)
    inside = QWidget()
    rows = QVBoxLayout(inside)
    made = [QPushButton("a"), QLineEdit()]
    for widget in made:
        rows.addWidget(widget)
    column.insertWidget(1, inside)
    follow(first, inside)
    window.show()
    assert after(first, 3) == [*made, last]


def test_rows_of_a_table_are_gone_through_as_they_stand(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    pairs, last = PairsEditor("Variables", "NAME"), QLineEdit()
    column.addWidget(pairs)
    column.addWidget(last)
    window.show()
    pairs._rows[0].first.setText("A")
    first, second = pairs._rows
    qtbot.waitUntil(second.isVisible)
    expected = [first._value, first._remove, second.first, second._value, last]
    assert after(first.first, 5) == expected
