from cnet_ui.models.log_lines import Source, Sourced
from cnet_ui.models.log_merge import LogMerge
from helpers.fake_agent import make_records

A, B = Source("a", "a"), Source("b", "b")


def lines(source: Source, *moments: float) -> list[Sourced]:
    return [Sourced(make_records(f"{source.id}{at}", at=at)[0], source) for at in moments]


def texts(given: list[Sourced]) -> list[str]:
    return [line.record.line for line in given]


def test_lines_of_several_logs_come_by_time() -> None:
    merge = LogMerge(hold=1)
    merge.add(lines(A, 1, 3), now=0)
    merge.add(lines(B, 2, 4), now=0)
    assert texts(merge.take(1)) == ["a1", "b2", "a3", "b4"]
    assert len(merge) == 0


def test_a_line_waits_for_earlier_ones_of_another_log() -> None:
    merge = LogMerge(hold=1)
    merge.add(lines(A, 1, 3), now=0)
    assert merge.take(0.5) == []
    merge.add(lines(B, 2, 4), now=0.5)
    assert texts(merge.take(1)) == ["a1", "b2", "a3"]  # b4 came too lately
    assert texts(merge.take(1.5)) == ["b4"]


def test_a_line_that_is_late_is_not_lost() -> None:
    merge = LogMerge(hold=1)
    merge.add(lines(A, 5), now=0)
    merge.take(1)
    merge.add(lines(B, 2), now=1)
    assert texts(merge.take(2)) == ["b2"]


def test_lines_of_one_moment_stay_in_the_order_in_which_they_came() -> None:
    merge = LogMerge(hold=0)
    records = make_records("first", "second", "third")
    merge.add([Sourced(record, A) for record in records], now=0)
    assert texts(merge.take(0)) == ["first", "second", "third"]


def test_what_is_held_is_bounded() -> None:
    merge = LogMerge(hold=100, most=3)
    merge.add(lines(A, 1, 2, 3, 4, 5), now=0)
    assert texts(merge.take(0)) == ["a1", "a2"]
    merge.clear()
    assert merge.take(1000) == []
