import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from cnet_ui.models.log_lines import BATCH, Line
from cnet_ui.theme import ThemeChoice
from cnet_ui.widgets.log_view import KEPT, LogView
from helpers.console import theme
from helpers.fake_agent import make_records

pytestmark = pytest.mark.gui


@pytest.fixture
def view(qtbot: QtBot) -> LogView:
    theme()
    made = LogView()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.set_live(True)
    made.show()
    return made


def add(view: LogView, first: int, count: int) -> None:
    """Write lines no quicker than they can be drawn."""
    for start in range(first, first + count, BATCH):
        flood(view, start, min(BATCH, first + count - start))


def flood(view: LogView, first: int, count: int) -> None:
    """Write lines all at once."""
    view.add(make_records(*(f"line {number}" for number in range(first, first + count))))
    while len(view._lines):
        view.flush()


def is_at_end(view: LogView) -> bool:
    bar = view.text.verticalScrollBar()
    return bar.value() == bar.maximum()


def first_visible(view: LogView) -> str:
    return view.text.firstVisibleBlock().text()


def test_new_lines_pull_the_view_along(view: LogView) -> None:
    add(view, 0, 100)
    assert is_at_end(view)
    assert view.text.toPlainText().endswith("line 99")


def test_scrolling_up_keeps_the_view_where_it_is(view: LogView) -> None:
    add(view, 0, 100)
    view.text.verticalScrollBar().setValue(20)
    assert not view.following
    before = first_visible(view)
    add(view, 100, 300)
    assert first_visible(view) == before


def test_what_one_reads_stays_although_the_oldest_lines_are_forgotten(view: LogView) -> None:
    add(view, 0, KEPT)
    view.text.verticalScrollBar().setValue(KEPT - 1000)
    before = first_visible(view)
    add(view, KEPT, 500)
    assert view.text.blockCount() == KEPT
    assert first_visible(view) == before


def test_back_at_the_end_the_view_follows_again(view: LogView) -> None:
    add(view, 0, 100)
    bar = view.text.verticalScrollBar()
    bar.setValue(20)
    bar.setValue(bar.maximum())
    assert view.following
    add(view, 100, 50)
    assert is_at_end(view)


def test_the_button_goes_to_the_end(view: LogView) -> None:
    add(view, 0, 100)
    view.text.verticalScrollBar().setValue(0)
    assert view._follow_button.text() == "Go to the end"
    view._follow_button.click()
    assert view.following
    assert is_at_end(view)


def test_a_batch_is_bounded(view: LogView) -> None:
    view.add(make_records(*(str(number) for number in range(3 * BATCH))))
    assert view.text.blockCount() == BATCH
    view.flush()
    assert view.text.blockCount() == 2 * BATCH


def test_a_flood_says_what_it_left_out_and_ends_whole(view: LogView) -> None:
    flood(view, 0, 20_000)
    lines = view.text.toPlainText().splitlines()
    assert any("lines came too quickly" in line for line in lines)
    numbers = [int(line.rsplit(" ", 1)[1]) for line in lines if "line" in line.split("  ")[-1][:4]]
    assert numbers[-3000:] == list(range(17_000, 20_000))


def test_what_is_selected_stays_selected(view: LogView) -> None:
    add(view, 0, 10)
    view.text.selectAll()
    selected = view.text.textCursor().selectedText()
    add(view, 10, 10)
    assert view.text.textCursor().selectedText() == selected


def test_an_ended_log_offers_nothing_to_follow(view: LogView) -> None:
    view.set_live(False)
    assert not view._follow_button.isVisible()
    assert view._ended.isVisible()


def test_an_empty_log_says_so(view: LogView) -> None:
    view.show_empty("This task has written no output yet.")
    assert view._empty.isVisible()
    add(view, 0, 1)
    assert not view._empty.isVisible()


def test_what_is_drawn_takes_the_colours_of_another_theme_once(
    view: LogView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(view, 0, 3)
    text = view.text.toPlainText()
    dark = view._formats["text", False].foreground().color()
    drawn: list[int] = []
    append = view._append

    def count(lines: list[Line]) -> None:
        drawn.append(len(lines))
        append(lines)

    monkeypatch.setattr(view, "_append", count)
    theme().use(ThemeChoice.LIGHT)
    qtbot.waitUntil(lambda: drawn == [3])
    assert view.text.toPlainText() == text
    assert view._formats["text", False].foreground().color() != dark
    theme().use(ThemeChoice.DARK)
    qtbot.waitUntil(lambda: drawn == [3, 3])


def test_lines_that_come_are_not_selected(view: LogView) -> None:
    for _ in range(2):
        add(view, 0, 10)
        add(view, 10, 10)
        view.text.moveCursor(QTextCursor.MoveOperation.End)  # where a click would put it
        add(view, 20, 10)
        assert not view.text.textCursor().hasSelection()
        view.clear()
