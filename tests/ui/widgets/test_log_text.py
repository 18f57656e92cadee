import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from cnet_ui.models.log_lines import LONGEST, Row, Source, Sourced
from cnet_ui.widgets.log_text import LogText
from helpers.console import theme
from helpers.fake_agent import make_records
from helpers.waiting import until

pytestmark = pytest.mark.gui

A = Source("id-a", "mnist-cnn")


@pytest.fixture
def text(qtbot: QtBot) -> LogText:
    theme()
    made = LogText()
    qtbot.addWidget(made)
    made.show_columns(times=True, names=True)
    made.resize(900, 300)
    made.show()
    return made


def show(text: LogText, *lines: str) -> list[Row]:
    rows = [Row(Sourced(record, A)) for record in make_records(*lines)]
    text.show_all(rows)
    return rows


def place(text: LogText, block: int, column: int) -> QPoint:
    cursor = text.textCursor()
    cursor.setPosition(text.document().findBlockByNumber(block).position() + column)
    return text.cursorRect(cursor).center() + QPoint(2, 0)


def click(text: LogText, at: QPoint) -> None:
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_name_that_is_clicked_opens_its_source(text: LogText) -> None:
    opened: list[str] = []
    text.source_opened.connect(opened.append)
    show(text, "hello", "world")
    click(text, place(text, 1, 16))
    assert opened == ["id-a"]
    click(text, place(text, 1, 2))  # its time
    click(text, place(text, 1, 36))  # its words
    assert opened == ["id-a"]


def test_a_long_line_offers_to_show_all_of_it(text: LogText) -> None:
    wanted: list[Row] = []
    text.whole_wanted.connect(wanted.append)
    (row,) = show(text, "x" * 1_000_000)
    assert text.toPlainText().endswith("… show all 1,000,000 characters")
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
    text.moveCursor(text.textCursor().MoveOperation.End)
    click(text, text.cursorRect().center() - QPoint(20, 0))
    assert wanted == [row]


def test_enter_opens_what_the_caret_is_on(text: LogText) -> None:
    opened: list[str] = []
    text.source_opened.connect(opened.append)
    wanted: list[Row] = []
    text.whole_wanted.connect(wanted.append)
    show(text, "hello", "x" * (LONGEST + 1))
    QTest.keyClick(text, Qt.Key.Key_Return)
    text.moveCursor(text.textCursor().MoveOperation.End)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert opened == ["id-a"]
    assert len(wanted) == 1


def test_what_can_be_clicked_shows_a_hand(text: LogText) -> None:
    show(text, "hello")
    QTest.mouseMove(text.viewport(), place(text, 0, 16))
    assert text._part_at(place(text, 0, 16))[1] == "name"
    assert text._part_at(place(text, 0, 36))[1] == ""
    assert text._part_at(QPoint(100, 250)) == (None, "")


@pytest.mark.parametrize("wraps", [False, True])
@pytest.mark.parametrize("height", [200, 207, 211, 221])
async def test_the_last_line_lies_at_the_bottom_whatever_the_height(
    text: LogText, height: int, wraps: bool
) -> None:
    modes = QPlainTextEdit.LineWrapMode
    text.setLineWrapMode(modes.WidgetWidth if wraps else modes.NoWrap)
    show(text, *(f"line {number}" for number in range(30)))
    text.resize(900, height)
    await until(lambda: text.verticalScrollBar().maximum() > 0)
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())
    last = text.document().findBlockByNumber(29)

    def below() -> float:
        bottom = text.blockBoundingGeometry(last).translated(text.contentOffset()).bottom()
        return text.viewport().height() - bottom

    await until(lambda: 0 <= below() <= 1)
    assert text.height() - text.viewport().geometry().bottom() <= 6


async def test_a_log_that_is_not_full_begins_at_the_top(text: LogText) -> None:
    show(text, *(f"line {number}" for number in range(30)))
    text.resize(900, 207)
    await until(lambda: text.viewport().y() > 6)
    show(text, "hello")
    await until(lambda: text.viewport().y() <= 6)
