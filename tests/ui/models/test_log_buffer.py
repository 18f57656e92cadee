import pytest

from cnet_agent.model.log_level import Level
from cnet_ui.models.log_buffer import LogBuffer
from cnet_ui.models.log_lines import LineFilter
from helpers.fake_agent import make_records

ERRORS = LineFilter(levels=frozenset({Level.ERROR}))


def texts(buffer: LogBuffer) -> list[str]:
    return [row.text for row in buffer.rows]


def buffer_of(*lines: str, room: int = 5) -> LogBuffer:
    buffer = LogBuffer(room)
    buffer.append(make_records(*lines))
    return buffer


def test_lines_at_the_end_push_out_the_first_ones() -> None:
    buffer = buffer_of("a", "b", "c", "d")
    change = buffer.append(make_records("e", "f", "g"))
    assert texts(buffer) == ["c", "d", "e", "f", "g"]
    assert (change.dropped, change.replaced, len(change.added)) == (2, 0, 3)


def test_more_lines_than_there_is_room_for_leave_the_last_ones() -> None:
    buffer = buffer_of(*"abc")
    buffer.append(make_records(*"defghijkl"))
    assert texts(buffer) == list("hijkl")


def test_lines_at_the_beginning_push_out_the_last_ones() -> None:
    buffer = buffer_of(*"defg")
    change = buffer.prepend(make_records(*"abc"))
    assert texts(buffer) == list("abcde")
    assert (change.dropped, len(change.added)) == (2, 3)


def test_numbers_grow_along_the_log_at_both_ends() -> None:
    buffer = buffer_of(*"cd", room=10)
    buffer.prepend(make_records(*"ab"))
    buffer.append(make_records(*"ef"))
    numbers = [row.number for row in buffer.rows]
    assert numbers == list(range(numbers[0], numbers[0] + 6))
    assert [buffer.index_of(number) for number in numbers] == list(range(6))


def test_a_filter_hides_lines_and_gives_them_back() -> None:
    buffer = buffer_of("ERROR a", "b", "ERROR c", "d")
    buffer.choose(ERRORS)
    assert texts(buffer) == ["ERROR a", "ERROR c"]
    change = buffer.append(make_records("e", "ERROR f"))
    assert texts(buffer) == ["ERROR c", "ERROR f"]
    assert (change.dropped, len(change.added)) == (1, 1)
    buffer.choose(LineFilter())
    assert texts(buffer) == ["b", "ERROR c", "d", "e", "ERROR f"]


def test_what_is_dropped_at_the_end_is_counted_as_it_is_shown() -> None:
    buffer = buffer_of("ERROR a", "b", "ERROR c", "d")
    buffer.choose(ERRORS)
    change = buffer.prepend(make_records("x", "ERROR y", "z"))
    assert texts(buffer) == ["ERROR y", "ERROR a"]
    assert change.dropped == 1


def test_progress_takes_the_place_of_the_line_before() -> None:
    buffer = buffer_of("start", "\r10 %")
    change = buffer.append(make_records("\r20 %", "\r30 %", "end"))
    assert texts(buffer) == ["start", "30 %", "end"]
    assert (change.replaced, len(change.added)) == (1, 2)


def test_the_ends_of_the_log_are_known() -> None:
    buffer = buffer_of(*"abc")
    assert buffer.first is not None
    assert buffer.last is not None
    assert (buffer.first.text, buffer.last.text) == ("a", "c")
    buffer.clear()
    assert buffer.first is buffer.last is None
    assert (buffer.held, texts(buffer)) == (0, [])


def test_long_lines_leave_room_for_fewer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cnet_ui.models.log_buffer.MOST_TEXT", 10)
    buffer = buffer_of("aaaa", "bbbb", room=100)
    assert buffer.append(make_records("cccc")).dropped == 1
    assert texts(buffer) == ["bbbb", "cccc"]
    assert not buffer.is_full
    assert buffer.prepend(make_records("xxxx")).dropped == 1
    assert texts(buffer) == ["xxxx", "bbbb"]
    buffer.append(make_records("e" * 11))
    assert texts(buffer) == []  # nor for one that is longer than all of it
    assert buffer.held == 0
