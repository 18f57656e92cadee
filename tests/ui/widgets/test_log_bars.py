import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cnet_ui.models.log_histogram import seconds_of
from cnet_ui.models.log_lines import Row
from cnet_ui.widgets.log_bars import LogBars
from helpers.console import theme
from helpers.fake_agent import make_records

pytestmark = pytest.mark.gui


def test_a_bar_that_is_clicked_leads_to_its_time(qtbot: QtBot) -> None:
    theme()
    card = LogBars()
    qtbot.addWidget(card)
    card.resize(800, 124)
    card.show()
    rows = [Row(make_records("a", at=second)[0]) for second in range(10)]
    card.show_rows(rows, 2, 5)
    chosen: list[float] = []
    card.chosen.connect(chosen.append)
    QTest.mouseClick(card.plot, Qt.MouseButton.LeftButton, pos=QPoint(2, 10))
    QTest.mouseClick(card.plot, Qt.MouseButton.LeftButton, pos=QPoint(card.plot.width() - 2, 10))
    assert chosen == [seconds_of(rows[0].time), seconds_of(rows[-1].time)]
    assert card.plot.accessibleName() == "Lines over time, 1 s a bar, darker is in view"


def test_no_lines_have_no_bars(qtbot: QtBot) -> None:
    theme()
    card = LogBars()
    qtbot.addWidget(card)
    card.show()
    card.show_rows([], 0, 0)
    QTest.mouseClick(card.plot, Qt.MouseButton.LeftButton)
    assert card._said.text() == ""


def test_arrow_keys_go_from_bar_to_bar(qtbot: QtBot) -> None:
    theme()
    card = LogBars()
    qtbot.addWidget(card)
    card.resize(800, 124)
    card.show()
    rows = [Row(make_records("a", at=second)[0]) for second in range(10)]
    card.show_rows(rows, 2, 5)
    chosen: list[float] = []
    card.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(card.plot, key)
    assert chosen == [seconds_of(rows[1].time), seconds_of(rows[3].time)]
