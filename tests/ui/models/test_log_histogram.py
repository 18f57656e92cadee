import pytest

from cnet_ui.models.log_histogram import histogram, seconds_of
from cnet_ui.models.log_lines import Note, Row
from helpers.fake_agent import make_records


def rows(*lines: tuple[float, str]) -> list[Row]:
    return [Row(make_records(line, at=at)[0]) for at, line in lines]


def test_lines_are_counted_by_when_they_were_written_and_how_serious_they_are() -> None:
    found = histogram(rows((0, "a"), (1, "WARN b"), (1, "ERROR c"), (3, "INFO d")), most=10)
    assert found is not None
    assert (found.width, found.bars) == (1, ((1, 0, 0), (0, 1, 1), (0, 0, 0), (1, 0, 0)))
    assert found.most == 2


@pytest.mark.parametrize("most", [2, 3, 7, 60])
def test_there_are_no_more_bars_than_there_is_room_for(most: int) -> None:
    lines = rows(*((second, "a") for second in range(50)))
    found = histogram(lines, most)
    assert found is not None
    assert len(found.bars) <= most
    assert sum(map(sum, found.bars)) == 50


def test_what_is_older_than_all_bars_is_in_the_first_one() -> None:
    old, new = rows((0, "a"), (1, "b"))
    old.time = "1970-01-01T00:00:00.000000Z".replace("1970", "1990")
    found = histogram([old, new], most=2)
    assert found is not None
    assert found.bars == ((1, 0, 0), (1, 0, 0))


def test_a_moment_belongs_to_the_nearest_bar() -> None:
    found = histogram(rows((0, "a"), (5, "b")), most=10)
    assert found is not None
    assert [found.bar_of(found.start + at) for at in (-9, 0, 5, 99)] == [0, 0, 5, 5]


def test_where_nothing_has_a_time_there_are_no_bars() -> None:
    assert histogram([], 10) is None
    assert histogram([Row(Note("a sentence"))], 10) is None
    assert seconds_of("yesterday Z") == 0
