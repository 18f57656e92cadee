"""A container's log, copied once and gone on with later."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from cnet_agent.executors.container_log import LogCopy, segments

SECOND = 1_790_000_000  # 2026-09-21T14:13:20Z
STAMP = "2026-09-21T14:13:2{second}.{fraction:06d}789Z {text}\n"


def entry(number: int, text: str = "") -> tuple[int, bytes]:
    """Return an entry of stdout, four a second."""
    second, quarter = divmod(number, 4)
    said = STAMP.format(second=second, fraction=quarter * 250_000, text=text or f"line {number}.")
    return 0, said.encode()


def lines(prefix: str) -> list[str]:
    found = []
    for number in sorted(segments(prefix)):
        found += Path(f"{prefix}{number}").read_text().splitlines()
    return found


def since(entries: Sequence[tuple[int, bytes]], second: int) -> Iterator[tuple[int, bytes]]:
    """Yield what Docker would tell of ``entries`` from a second on."""
    wanted = f"2026-09-21T14:13:{second - SECOND + 20}" if second else ""
    return (each for each in entries if each[1].decode() >= wanted)


def test_an_entry_is_a_line_with_dockers_time(tmp_path: Path) -> None:
    prefix = f"{tmp_path}/1.log."
    log = LogCopy(prefix, 0)
    log.copy([entry(1), (1, entry(2)[1])], 0)
    log.close()
    assert lines(prefix) == [
        "2026-09-21T14:13:20.250000Z stdout F line 1.",
        "2026-09-21T14:13:20.500000Z stderr F line 2.",
    ]


def test_a_copy_that_was_cut_short_anywhere_is_gone_on_with_without_gap_or_repeat(
    tmp_path: Path,
) -> None:
    entries = [entry(number) for number in range(20)]
    for cut in range(len(entries)):
        prefix = f"{tmp_path}/{cut}.log."
        first = LogCopy(prefix, 0)
        first.copy(entries[:cut], 0)
        first.abandon()
        second = LogCopy(prefix, 0)
        at, known = second.resume_at()
        second.copy(since(entries, at), known)
        second.close()
        assert [line.split(" F ")[1] for line in lines(prefix)] == [
            f"line {number}." for number in range(20)
        ]


def test_lines_that_two_streams_wrote_out_of_order_are_not_lost(tmp_path: Path) -> None:
    entries = [entry(5), entry(4), entry(7), entry(6)]
    for cut in range(5):
        prefix = f"{tmp_path}/{cut}.log."
        first = LogCopy(prefix, 0)
        first.copy(entries[:cut], 0)
        first.abandon()
        second = LogCopy(prefix, 0)
        at, known = second.resume_at()
        second.copy(since(entries, at), known)
        second.close()
        assert [line.split(" F ")[1] for line in lines(prefix)] == [
            f"line {number}." for number in (5, 4, 7, 6)
        ]


def test_what_was_said_of_the_image_is_not_taken_for_a_copy(tmp_path: Path) -> None:
    prefix = f"{tmp_path}/1.log."
    Path(f"{prefix}0").write_text("2026-09-21T14:13:20.000000Z stderr F Pulling\n")
    assert LogCopy(prefix, 1).resume_at() == (0, 0)
    assert LogCopy(prefix, 0).resume_at() == (SECOND, 1)


def test_an_abandoned_copy_writes_nothing_more(tmp_path: Path) -> None:
    prefix = f"{tmp_path}/1.log."
    log = LogCopy(prefix, 0)

    def entries() -> Iterator[tuple[int, bytes]]:
        yield entry(1)
        log.abandon()
        yield entry(2)

    log.copy(entries(), 0)
    assert len(lines(prefix)) == 1


def test_text_that_waits_for_its_end_is_finished_with_the_log(tmp_path: Path) -> None:
    prefix = f"{tmp_path}/1.log."
    log = LogCopy(prefix, 0)
    log.copy([(0, entry(1)[1].rstrip(b"\n"))], 0)
    assert lines(prefix) == []
    log.close()
    assert lines(prefix) == ["2026-09-21T14:13:20.250000Z stdout F line 1."]
    assert log.dropped == 0
