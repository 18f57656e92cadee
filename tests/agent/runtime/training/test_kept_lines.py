"""Lines of a build that are kept."""

from cnet_agent.runtime.training.kept_lines import LINES, LONGEST, TEXT, KeptLines


def test_what_comes_after_a_number_of_lines_is_given() -> None:
    kept = KeptLines()
    kept.add(["a", "b"])
    kept.add(["c"])
    assert (kept.count, kept.since(0), kept.since(2), kept.since(3)) == (
        3,
        ["a", "b", "c"],
        ["c"],
        [],
    )


def test_of_too_many_lines_the_last_are_kept() -> None:
    kept = KeptLines()
    kept.add(map(str, range(LINES + 10)))
    assert (kept.first, kept.count) == (10, LINES + 10)
    assert kept.since(0)[0] == "10"
    assert len(kept.since(0)) == LINES


def test_of_long_lines_the_beginning_is_kept_and_of_all_a_bounded_text() -> None:
    kept = KeptLines()
    kept.add(["x" * 20_000] * 3000)
    lines = kept.since(0)
    assert {len(line) for line in lines} == {LONGEST + 1}
    assert sum(map(len, lines)) <= TEXT
    assert kept.since(2999) == lines[-1:]
