from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from cnet_agent.model.log_level import Level
from cnet_ui.log_options import log_options
from cnet_ui.models.log_lines import KEPT, Line, LineFilter, Note, Source, Sourced
from cnet_ui.theme import ThemeChoice
from cnet_ui.widgets.log_view import STEP, LogView
from helpers.console import theme
from helpers.fake_agent import make_records

pytestmark = pytest.mark.gui


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[LogView]:
    theme()
    made = LogView()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.set_live(True)
    made.show()
    yield made
    for name, on in (("times", True), ("wrap", False)):
        log_options().choose(name, on=on)


def numbered(first: int, count: int) -> list[Line]:
    lines = (f"line {number}" for number in range(first, first + count))
    return [*make_records(*lines, first=first + 1)]


def add(view: LogView, first: int, count: int) -> None:
    """Write lines, and have all of them drawn."""
    write(view, *numbered(first, count))


def write(view: LogView, *lines: Line) -> None:
    view.add(lines)
    while len(view._waiting):
        view.flush()


def scroll(view: LogView, value: int) -> None:
    view.text.verticalScrollBar().setValue(value)


def is_at_end(view: LogView) -> bool:
    bar = view.text.verticalScrollBar()
    return bar.value() == bar.maximum()


def first_visible(view: LogView) -> str:
    return view.text.firstVisibleBlock().text()


def shown(view: LogView) -> list[str]:
    return [text.split("  ")[-1] for text in view.text.toPlainText().splitlines()]


def test_new_lines_pull_the_view_along(view: LogView) -> None:
    add(view, 0, 100)
    assert is_at_end(view)
    assert view.text.toPlainText().endswith("line 99")


def test_scrolling_up_keeps_the_view_where_it_is(view: LogView) -> None:
    add(view, 0, 100)
    scroll(view, 20)
    assert not view.following
    before = first_visible(view)
    add(view, 100, 300)
    assert first_visible(view) == before


def test_the_oldest_lines_make_room_while_one_follows(view: LogView) -> None:
    add(view, 0, KEPT)
    add(view, KEPT, 700)
    assert view.text.blockCount() == KEPT
    assert shown(view) == [f"line {number}" for number in range(700, KEPT + 700)]
    assert is_at_end(view)


def test_what_one_reads_stays_whatever_comes_and_the_rest_is_counted(view: LogView) -> None:
    add(view, 0, KEPT)
    scroll(view, 0)
    before = first_visible(view)
    add(view, KEPT, 1500)
    assert first_visible(view) == before
    assert view.foot._jump.text() == "Jump to the end · 1,500 new lines"
    wanted: list[None] = []
    view.end_wanted.connect(lambda: wanted.append(None))
    view.foot._jump.click()
    assert wanted == [None]  # as the end is not here any more


def test_back_at_the_end_the_view_follows_again(view: LogView) -> None:
    add(view, 0, 100)
    bar = view.text.verticalScrollBar()
    bar.setValue(20)
    bar.setValue(bar.maximum())
    assert view.following
    add(view, 100, 50)
    assert is_at_end(view)


def test_the_button_counts_new_lines_and_goes_to_the_end(view: LogView) -> None:
    add(view, 0, 100)
    assert not view.foot._jump.isVisible()
    scroll(view, 0)
    assert view.foot._jump.text() == "Jump to the end"
    add(view, 100, 3)
    assert view.foot._jump.text() == "Jump to the end · 3 new lines"
    view.foot._jump.click()
    assert view.following
    assert is_at_end(view)
    assert not view.foot._jump.isVisible()


def test_a_batch_is_bounded(view: LogView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cnet_ui.widgets.log_view.BUDGET", 0)
    view.add(numbered(0, 3 * STEP))
    view.flush()
    assert view.text.blockCount() == STEP
    view.flush()
    assert view.text.blockCount() == 2 * STEP


def test_a_flood_says_what_it_left_out_and_ends_whole(view: LogView) -> None:
    add(view, 0, 20_000)
    lines = shown(view)
    assert "lines were skipped: they came too quickly" in lines[0] or len(lines) == KEPT
    assert lines[-3000:] == [f"line {number}" for number in range(17_000, 20_000)]


def test_nothing_is_drawn_that_nobody_sees(view: LogView) -> None:
    view.hide()
    view.add(numbered(0, 10))
    assert view.text.toPlainText() == ""
    view.show()
    write(view)
    view.flush()
    assert len(shown(view)) == 10


def test_what_is_selected_stays_selected(view: LogView) -> None:
    add(view, 0, 10)
    view.text.selectAll()
    selected = view.text.textCursor().selectedText()
    add(view, 10, 10)
    assert view.text.textCursor().selectedText() == selected


def test_lines_that_come_are_not_selected(view: LogView) -> None:
    for _ in range(2):
        add(view, 0, 10)
        add(view, 10, 10)
        view.text.moveCursor(QTextCursor.MoveOperation.End)  # where a click would put it
        add(view, 20, 10)
        assert not view.text.textCursor().hasSelection()
        view.clear()


def test_an_ended_log_offers_nothing_to_follow(view: LogView) -> None:
    add(view, 0, 100)
    view.set_live(False)
    scroll(view, 0)
    assert not view.foot._jump.isVisible()
    assert "this is the end of its log" in view.foot._said.accessibleName()


def test_an_empty_log_says_so(view: LogView) -> None:
    view.show_empty("This task has written no output yet.")
    assert view._empty.isVisible()
    add(view, 0, 1)
    assert not view._empty.isVisible()


def test_the_foot_counts_the_lines(view: LogView) -> None:
    add(view, 0, 1)
    assert view.foot._said.accessibleName().startswith("1 line ·")
    add(view, 1, 1)
    assert view.foot._said.accessibleName().startswith("2 lines ·")


def test_a_filter_shows_some_lines_and_says_so(view: LogView) -> None:
    write(view, *make_records("INFO a", "ERROR b", "c"), Note("A sentence."))
    view.set_filter(LineFilter(levels=frozenset({Level.ERROR})))
    assert [line.strip() for line in shown(view)] == ["ERROR b", "A sentence."]
    assert view.foot._said.accessibleName().startswith("2 of 4 lines")
    write(view, *make_records("d", "ERROR e"))
    assert shown(view)[-1] == "ERROR e"
    view.set_filter(LineFilter())
    assert shown(view)[:3] == ["INFO a", "ERROR b", "c"]


def test_a_filter_that_nothing_passes_says_so(view: LogView) -> None:
    write(view, *make_records("a"))
    view.set_filter(LineFilter(levels=frozenset({Level.ERROR})))
    assert view._empty.text() == "No line passes the filter."
    assert view._empty.isVisible()


def test_times_are_shown_or_not(view: LogView) -> None:
    add(view, 0, 3)
    assert ":00:02.000  line 0" in view.text.toPlainText()
    log_options().choose("times", on=False)
    assert view.text.toPlainText() == "line 0\nline 1\nline 2"
    add(view, 3, 1)
    assert view.text.toPlainText().endswith("\nline 3")


def test_a_progress_bar_is_one_line(view: LogView) -> None:
    write(view, *make_records("start", "\r10 %", "\r20 %"))
    assert shown(view) == ["start", "20 %"]
    write(view, *make_records("\r30 %"))
    assert shown(view) == ["start", "30 %"]
    write(view, *make_records("end"))
    assert shown(view) == ["start", "30 %", "end"]


# -- earlier and later lines --------------------------------------------------------------------


def test_earlier_lines_are_asked_for_at_the_top_and_what_is_read_stays(view: LogView) -> None:
    add(view, 1000, 100)
    view.set_earlier(can_load=True)
    wanted: list[None] = []
    view.earlier_wanted.connect(lambda: wanted.append(None))
    scroll(view, 0)
    scroll(view, 5)
    scroll(view, 0)
    assert wanted == [None]  # once, until they are here
    view.show_earlier(numbered(900, 100), has_more=False)
    assert first_visible(view).endswith("line 1000")
    assert shown(view) == [f"line {number}" for number in range(900, 1100)]
    assert not view.foot._earlier.isVisible()


def test_earlier_lines_push_out_the_end_which_is_then_read_again(view: LogView) -> None:
    add(view, KEPT, KEPT)
    view.set_earlier(can_load=True)
    scroll(view, 0)
    view.show_earlier(numbered(KEPT - 1000, 1000), has_more=True)
    assert shown(view) == [f"line {number}" for number in range(KEPT - 1000, 2 * KEPT - 1000)]
    assert view.foot._jump.isVisible()
    wanted: list[None] = []
    view.later_wanted.connect(lambda: wanted.append(None))
    scroll(view, view.text.verticalScrollBar().maximum())
    assert wanted == [None]
    before = first_visible(view)
    view.show_later(numbered(2 * KEPT - 1000, 1000))
    assert shown(view) == [f"line {number}" for number in range(KEPT, 2 * KEPT)]
    assert first_visible(view) == before


# -- search -------------------------------------------------------------------------------------


def search(view: LogView, text: str, qtbot: QtBot) -> None:
    view.bar.search.setText(text)
    qtbot.waitUntil(lambda: not view.finder._find.is_busy and not view.finder._timer.isActive())


def test_a_search_marks_what_is_seen_and_counts_everything(view: LogView, qtbot: QtBot) -> None:
    add(view, 0, 1000)
    search(view, "LINE 99", qtbot)
    assert view.bar._found.accessibleName() == "11 of 11"  # 99 and 990 to 999: the last one
    marked = [each.cursor.selectedText() for each in view.text.extraSelections()]
    assert "line 99" in marked


def test_one_goes_from_place_to_place_and_the_view_stays_there(view: LogView, qtbot: QtBot) -> None:
    add(view, 0, 1000)
    search(view, "line 99", qtbot)
    view.finder.step(1)
    assert view.bar._found.accessibleName() == "1 of 11"
    first, last = view.text.seen()
    assert first <= 99 <= last
    assert not view.following
    view.finder.step(-1)
    assert view.bar._found.accessibleName() == "11 of 11"


def test_lines_that_come_are_searched_and_those_that_go_are_not_counted(
    view: LogView, qtbot: QtBot
) -> None:
    add(view, 0, KEPT)
    search(view, "line 5", qtbot)
    before = len(view.finder._find.matches)
    view.follow()
    add(view, 50_000, 100)
    qtbot.waitUntil(lambda: not view.finder._find.is_busy)
    view.finder._keep()
    assert len(view.finder._find.matches) == before + 100 - 11  # 5, and 50 to 59


def test_a_wrong_pattern_says_why(view: LogView, qtbot: QtBot) -> None:
    log_options().choose("pattern", on=True)
    try:
        search(view, "(", qtbot)
        assert view.bar._found.accessibleName().startswith("Missing )")
    finally:
        log_options().choose("pattern", on=False)


def test_what_is_not_there_is_said(view: LogView, qtbot: QtBot) -> None:
    add(view, 0, 10)
    search(view, "nowhere", qtbot)
    assert view.bar._found.accessibleName() == "No match"
    assert not view.bar._next.isEnabled()
    search(view, "", qtbot)
    assert view.text.extraSelections() == []


# -- several sources ----------------------------------------------------------------------------


def test_lines_of_several_sources_say_whose_they_are(qtbot: QtBot) -> None:
    view = LogView(filters=False, names=True)
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    (record,) = make_records("hello")
    write(view, Sourced(record, Source("a", "mnist-cnn")), Sourced(record, Source("b", "x" * 40)))
    first, second = view.text.toPlainText().splitlines()
    assert first.endswith("  mnist-cnn           hello")
    assert f"{'x' * 17}…  hello" in second


# -- themes -------------------------------------------------------------------------------------


def colours(view: LogView, block: int) -> list[str]:
    formats = view.text.document().findBlockByNumber(block).layout().formats()
    return [each.format.foreground().color().name() for each in formats]


def test_what_is_seen_takes_the_colours_of_another_theme(view: LogView, qtbot: QtBot) -> None:
    write(view, *make_records("ERROR a", "\x1b[31mred\x1b[0m plain"))
    text, dark = view.text.toPlainText(), [colours(view, 0), colours(view, 1)]
    theme().use(ThemeChoice.LIGHT)
    qtbot.waitUntil(lambda: colours(view, 0) != dark[0])
    assert colours(view, 1) != dark[1]
    assert view.text.toPlainText() == text
    theme().use(ThemeChoice.DARK)
    qtbot.waitUntil(lambda: colours(view, 0) == dark[0])


def test_a_row_has_its_own_colours_where_others_came_and_went(view: LogView) -> None:
    write(view, *make_records("ERROR a", "b", "c"))
    view.show_earlier(make_records("x", "ERROR y"), has_more=False)
    view.text.colour()
    plain, bad = colours(view, 0), colours(view, 1)
    assert len(plain) == 1  # its time
    assert len(bad) == 2
    assert colours(view, 2) == bad
    assert colours(view, 3) == plain
