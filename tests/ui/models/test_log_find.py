from collections.abc import Iterator
from itertools import count

import pytest
import regex

from cnet_ui.models.log_find import EACH, MOST, LogFind, Match, Wanted
from cnet_ui.models.log_lines import Note, Row
from helpers.fake_agent import make_records


def rows(*lines: str, first: int = 0) -> list[Row]:
    made = [Row(record) for record in make_records(*lines)]
    for number, row in enumerate(made, start=first):
        row.number = number
    return made


def search(wanted: Wanted, *lines: str) -> LogFind:
    find = LogFind(wanted)
    find.feed(rows(*lines))
    while find.is_busy:
        find.work(1, lambda: 0.0)
    return find


def test_every_place_is_found_whatever_its_capitals() -> None:
    find = search(Wanted("epoch"), "Epoch 1", "nothing", "epoch epoch")
    assert find.matches == [Match(0, 0, 5), Match(2, 0, 5), Match(2, 6, 11)]
    assert len(search(Wanted("epoch", case=True), "Epoch 1", "epoch").matches) == 1


def test_signs_of_patterns_are_signs_like_any_other_unless_one_asks() -> None:
    assert search(Wanted("a.c"), "abc a.c").matches == [Match(0, 4, 7)]
    assert len(search(Wanted("a.c", is_pattern=True), "abc a.c").matches) == 2
    assert search(Wanted("x*", is_pattern=True), "abc").matches == []  # nothing is no place


def test_a_wrong_pattern_says_why() -> None:
    find = search(Wanted("(", is_pattern=True), "(")
    assert "missing )" in find.problem
    assert not find.is_on


def test_a_pattern_that_would_take_for_ever_says_so() -> None:
    find = search(Wanted(r"(?:a|aa)+$", is_pattern=True), "a" * 60 + "!")
    assert find.problem == "takes too long"
    assert not find.is_busy


class Interrupted:
    """A pattern during whose search other threads compute for longer than it may take."""

    def __init__(self, find: LogFind, times: int) -> None:
        assert find._pattern is not None
        self.pattern, self.times = find._pattern, times
        find._pattern = self  # type: ignore[assignment]

    def finditer(self, text: str, timeout: float | None) -> Iterator[regex.Match[str]]:
        self.times -= 1
        for found in self.pattern.finditer(text):
            yield found
            if self.times >= 0 and timeout is not None:
                raise TimeoutError


def test_what_others_compute_meanwhile_is_not_the_patterns_fault() -> None:
    find = LogFind(Wanted("a|b", is_pattern=True))
    Interrupted(find, times=1)
    find.feed(rows("ab"))
    find.work(1, lambda: 0.0)
    assert (find.problem, find.matches) == ("", [Match(0, 0, 1), Match(0, 1, 2)])


def test_text_as_it_is_never_takes_too_long() -> None:
    find = LogFind(Wanted("a"))
    Interrupted(find, times=9)
    find.feed(rows("aa"))
    find.work(1, lambda: 0.0)
    assert (find.problem, find.matches) == ("", [Match(0, 0, 1), Match(0, 1, 2)])


def test_nothing_is_looked_for_in_notes() -> None:
    find = LogFind(Wanted("a"))
    find.feed([Row(Note("a sentence"))])
    find.work(1, lambda: 0.0)
    assert find.matches == []


def test_the_work_is_done_a_little_at_a_time() -> None:
    find = LogFind(Wanted("a"))
    find.feed(rows(*["a"] * (3 * EACH)))
    ticks = count()
    find.work(0, lambda: float(next(ticks)))
    assert len(find.matches) == EACH
    assert find.is_busy


def test_one_goes_round_and_round() -> None:
    find = search(Wanted("a"), "a", "b", "a", "a")
    assert find.position == 0
    assert find.go(1, near=1) == Match(2, 0, 1)
    assert find.position == 2
    find.go(1, near=0)
    assert (find.go(1, near=0), find.position) == (Match(0, 0, 1), 1)
    assert find.go(-1, near=0) == Match(3, 0, 1)


def test_one_begins_before_what_is_seen_when_going_back() -> None:
    assert search(Wanted("a"), "a", "b", "a").go(-1, near=1) == Match(0, 0, 1)
    assert search(Wanted("x"), "a").go(1, near=0) is None


def test_places_in_lines_that_are_gone_are_forgotten() -> None:
    find = search(Wanted("a"), "a", "a", "a", "a")
    find.go(1, near=0)
    find.keep(1, 2)
    assert [match.number for match in find.matches] == [1, 2]
    assert find.current is None
    assert find.within(2, 9) == [Match(2, 0, 1)]


def test_lines_that_wait_and_are_gone_are_not_looked_at() -> None:
    find = LogFind(Wanted("a"))
    find.feed(rows("a", "a"))
    find.keep(1, 5)
    find.work(1, lambda: 0.0)
    assert [match.number for match in find.matches] == [1]


@pytest.mark.parametrize("wanted", [Wanted(""), Wanted("(", is_pattern=True)])
def test_nothing_is_looked_for_where_there_is_nothing_to_find(wanted: Wanted) -> None:
    find = LogFind(wanted)
    find.feed(rows("a"))
    assert not find.is_busy


def test_there_is_an_end_to_counting() -> None:
    find = search(Wanted("a"), *["a" * 100] * 250)
    assert find.is_capped
    assert MOST <= len(find.matches) <= MOST + 100
