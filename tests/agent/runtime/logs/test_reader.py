"""Pages of a log, from its end or from a place in it."""

import json
import random
import time
from pathlib import Path

import pytest

from cnet_agent.model.errors import InvalidRequest
from cnet_agent.runtime.logs.cri import BOUNDARY, LONG
from cnet_agent.runtime.logs.page import LogPage, LogQuery
from cnet_agent.runtime.logs.reader import MAX_BYTES, read_page
from helpers.cri_log import CriLog
from helpers.factories import EPOCH


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "task"


def texts(page: LogPage) -> list[str]:
    return [record.line for record in page.records]


def test_a_task_without_a_log_has_an_empty_page(folder: Path) -> None:
    page = read_page(folder, LogQuery())
    assert (page.records, page.cut, page.cursor) == ([], False, "1:0:0")


def test_the_last_attempt_is_read_even_when_it_has_said_nothing_yet(folder: Path) -> None:
    CriLog(folder, 1).line("first attempt")
    assert texts(read_page(folder, LogQuery())) == ["first attempt"]
    (folder / "2.record").touch()
    assert texts(read_page(folder, LogQuery())) == []
    CriLog(folder, 2).line("second attempt")
    assert texts(read_page(folder, LogQuery())) == ["second attempt"]
    assert texts(read_page(folder, LogQuery(attempt=1))) == ["first attempt"]


def test_the_last_lines_are_given_across_segments_and_the_rest_is_said_to_be_cut(
    folder: Path,
) -> None:
    log = CriLog(folder, segment=5000, kept=1000)
    log_lines = [f"line {number}" for number in range(30_000)]
    for line in log_lines:
        log.line(line)
    page = read_page(folder, LogQuery())
    assert texts(page) == log_lines[-10_000:]
    assert page.cut
    whole = read_page(folder, LogQuery(tail=30_000))
    assert texts(whole) == log_lines
    assert not whole.cut


def test_a_log_whose_first_segments_are_gone_is_cut(folder: Path) -> None:
    log = CriLog(folder, segment=1000, kept=2)
    for number in range(200):
        log.line(f"line {number}")
    page = read_page(folder, LogQuery())
    assert page.cut
    assert texts(page)[-1] == "line 199"


def test_carriage_returns_are_kept_and_any_bytes_become_valid_json(folder: Path) -> None:
    log = CriLog(folder)
    log.line(b"10 %\r20 %\r\xff\xfe\x00 \xed\xa0\x80 \xc3")
    line = texts(read_page(folder, LogQuery()))[0]
    assert line.startswith("10 %\r20 %\r�")
    assert json.loads(json.dumps(line).encode()) == line


def test_an_unfinished_line_is_shown_and_followed_on_from(folder: Path) -> None:
    log = CriLog(folder)
    log.line("whole")
    log.line("Password: ", tag="P")
    page = read_page(folder, LogQuery())
    assert texts(page) == ["whole", "Password: "]
    assert page.cursor == page.records[-1].cursor
    log.line("accepted")
    assert texts(read_page(folder, LogQuery(cursor=page.cursor))) == ["accepted"]
    assert texts(read_page(folder, LogQuery())) == ["whole", "Password: accepted"]


def test_lines_are_chosen_by_stream_time_and_pattern(folder: Path) -> None:
    log = CriLog(folder)
    for number in range(100):
        log.now = EPOCH + number
        log.line(f"epoch {number}", "stderr" if number % 2 else "stdout")
    assert len(read_page(folder, LogQuery(stream="stderr")).records) == 50
    since = read_page(folder, LogQuery(since=EPOCH + 95))
    assert texts(since) == [f"epoch {number}" for number in range(95, 100)]
    assert not since.cut
    assert texts(read_page(folder, LogQuery(grep=r"h 4\d$", stream="stdout", tail=2))) == [
        "epoch 46",
        "epoch 48",
    ]


def test_earlier_lines_are_loaded_page_by_page(folder: Path) -> None:
    log = CriLog(folder, segment=3000, kept=1000)
    for number in range(1000):
        log.line(f"line {number}")
    pages = [read_page(folder, LogQuery(tail=150))]
    while pages[-1].cut:
        first = pages[-1].records[0].cursor
        pages.append(read_page(folder, LogQuery(tail=150, before=first)))
    lines = [text for page in reversed(pages) for text in texts(page)]
    assert lines == [f"line {number}" for number in range(1000)]


@pytest.mark.parametrize("seed", range(5))
def test_reading_on_from_any_record_gives_the_rest_exactly(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    log = CriLog(folder, segment=chance.randrange(200, 4000), kept=10_000)
    for number in range(300):
        stream = chance.choice(["stdout", "stderr"])
        log.line(f"{number} ", stream, chance.choice("FFPP"))
    whole = read_page(folder, LogQuery())
    for place in chance.sample(range(len(whole.records)), 20):
        rest = read_page(folder, LogQuery(cursor=whole.records[place].cursor))
        assert rest.records == whole.records[place + 1 :]


def test_a_limit_gives_the_first_lines_after_a_place(folder: Path) -> None:
    log = CriLog(folder)
    log.lines([f"line {number}" for number in range(50)])
    page = read_page(folder, LogQuery(cursor="1:0:0", tail=20))
    assert texts(page) == [f"line {number}" for number in range(20)]
    assert texts(read_page(folder, LogQuery(cursor=page.cursor, tail=1))) == ["line 20"]


def test_a_cursor_into_what_was_rotated_away_reads_from_the_oldest_kept(folder: Path) -> None:
    log = CriLog(folder, segment=1000, kept=2)
    for number in range(200):
        log.line(f"line {number}")
    page = read_page(folder, LogQuery(cursor="1:0:100"))
    assert page.cut
    assert page.records[-1].line == "line 199"


@pytest.mark.parametrize(
    "query", [LogQuery(cursor="x"), LogQuery(before="1:2"), LogQuery(grep="(")]
)
def test_a_query_that_makes_no_sense_is_refused(folder: Path, query: LogQuery) -> None:
    with pytest.raises(InvalidRequest):
        read_page(folder, query)


def test_a_huge_line_is_given_in_records_of_bounded_size(folder: Path) -> None:
    log = CriLog(folder)
    for _ in range(100):
        log.line(b"x" * 65_000, tag="P")
    page = read_page(folder, LogQuery())
    assert sum(len(text) for text in texts(page)) == 100 * 65_000
    assert max(len(text) for text in texts(page)) <= LONG + BOUNDARY + 65_000


def test_a_full_log_is_not_read_from_its_beginning(folder: Path) -> None:
    log = CriLog(folder)
    block = [f"{number:080d}" for number in range(80_000)]
    for _ in range(6):
        log.lines(block)
    began = time.process_time()
    page = read_page(folder, LogQuery(tail=200))
    assert texts(page) == block[-200:]
    assert time.process_time() - began < 0.25, "a scan of 57 MB takes about a second"


def test_a_page_holds_only_so_much_text_and_says_that_there_was_more(folder: Path) -> None:
    log = CriLog(folder)
    for _ in range(200):
        log.line(b"x" * 65_000)
    page = read_page(folder, LogQuery())
    assert page.cut
    assert MAX_BYTES <= sum(len(text) for text in texts(page)) < 1.1 * MAX_BYTES
    earlier = read_page(folder, LogQuery(before=page.records[0].cursor))
    assert len(page.records) + len(earlier.records) == 200
