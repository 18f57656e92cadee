from typing import Any

import pytest

from cnet_agent.model.log_level import Level
from cnet_ui.models.log_lines import (
    KEPT,
    LONGEST,
    LineFilter,
    Note,
    Row,
    Source,
    Sourced,
    WaitingLines,
    clock,
)
from helpers.fake_agent import make_records


def row(line: str, **fields: Any) -> Row:
    return Row(make_records(line, **fields)[0])


def test_lines_are_given_in_order_some_at_a_time() -> None:
    lines = WaitingLines()
    records = make_records("a", "b", "c")
    lines.add(records)
    assert lines.take(2) == (0, records[:2])
    assert lines.take(2) == (0, records[2:])
    assert lines.take(2) == (0, [])


def test_a_flood_keeps_the_newest_lines_and_counts_the_others() -> None:
    lines = WaitingLines()
    lines.add([Note(str(number)) for number in range(KEPT + 7)])
    assert len(lines) == KEPT
    assert lines.take(1) == (7, [Note("7")])
    assert lines.take(1)[0] == 0


def test_long_lines_leave_room_for_fewer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cnet_ui.models.log_lines.MOST_TEXT", 10)
    lines = WaitingLines()
    lines.add(
        [Note("aaaa"), *make_records("bbbb"), Sourced(make_records("cccc")[0], Source("", ""))]
    )
    assert len(lines) == 2
    lines.take(1)
    lines.add(make_records("dddd"))
    assert [len(lines), lines.take(9)[0]] == [2, 0]


def test_what_is_forgotten_is_counted() -> None:
    lines = WaitingLines()
    lines.add([Note("a")] * (KEPT + 1))
    assert lines.clear() == KEPT + 1
    assert lines.take(1) == (0, [])


def test_a_row_shows_what_a_terminal_would() -> None:
    assert row("10 %\r\x1b[31m100 %").text == "100 %"


def test_a_long_line_is_cut_and_knows_it() -> None:
    long = row("x" * 1_000_000)
    assert len(long.text) == LONGEST
    assert long.is_cut
    assert not row("x" * LONGEST).is_cut


def test_a_line_that_is_written_over_replaces_the_one_before() -> None:
    bar = row("\r20 %")
    assert bar.replaces(row("\r10 %"))
    assert not bar.replaces(row("a line of its own"))
    assert not bar.replaces(row("\r10 %", stream="stderr"))
    assert not row("20 %\r").replaces(row("10 %\r"))  # every line of some programs ends so
    assert not bar.replaces(Row(Note("a sentence")))
    mine, other = Source("a", "a"), Source("b", "b")
    (record,) = make_records("\r20 %")
    assert not Row(Sourced(record, mine)).replaces(Row(Sourced(record, other)))


def test_lines_are_chosen_by_level_and_stream_and_notes_always_shown() -> None:
    errors = LineFilter(levels=frozenset({Level.ERROR}))
    assert errors.passes(row("ERROR lost"))
    assert not errors.passes(row("hello"))
    assert errors.passes(Row(Note("a sentence")))
    assert LineFilter(levels=frozenset({Level.INFO})).passes(row("hello"))
    assert not LineFilter(streams=frozenset({"stderr"})).passes(row("hello"))
    assert LineFilter().is_off
    assert not errors.is_off


@pytest.mark.parametrize("time", ["", "yesterday", "2026-13-45T99:00:02.000000Z"])
def test_a_time_that_is_none_is_shown_in_some_way(time: str) -> None:
    assert isinstance(clock(time), str)


def test_a_time_is_shown_to_the_millisecond() -> None:
    assert clock("2026-01-28T19:00:02.123456Z")[2:] == ":00:02.123"
