"""Following a log: each line once, in order, whatever happens to the files."""

import asyncio
import random
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from cnet_agent.config.layout import Layout
from cnet_agent.model.errors import NotFound
from cnet_agent.runtime.logs.inotify import FolderWatcher
from cnet_agent.runtime.logs.page import Gap, LogQuery
from cnet_agent.runtime.logs.task_logs import TaskLogs
from cnet_agent.supervisor.logwriter import LogWriter
from cnet_agent.wire.task import LogRecord
from helpers.cri_log import CriLog
from helpers.waiting import until


class Ending:
    """Tells whether a task is final; a test sets it."""

    def __init__(self) -> None:
        self.final = False

    def __call__(self, _task_id: str) -> bool:
        return self.final


class Reading:
    """A follower that collects what it is given, until the end."""

    def __init__(self, items: AsyncIterator[list[LogRecord] | Gap]) -> None:
        self.records: list[LogRecord] = []
        self.gaps: list[Gap] = []
        self.batches: list[int] = []
        self._items = items
        self.task = asyncio.create_task(self._collect())

    @property
    def lines(self) -> list[str]:
        return [record.line for record in self.records]

    async def _collect(self) -> None:
        async for item in self._items:
            if isinstance(item, Gap):
                self.gaps.append(item)
            else:
                self.records += item
                self.batches.append(len(item))


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    (tmp_path / "tasks" / "t").mkdir(parents=True)
    return Layout(tmp_path)


@pytest.fixture
def folder(layout: Layout) -> Path:
    return layout.task("t").root


@pytest.fixture
def ending() -> Ending:
    return Ending()


@pytest.fixture(params=["inotify", "polling"])
def logs(request: Any, layout: Layout, ending: Ending) -> TaskLogs:
    watcher = FolderWatcher(use_inotify=request.param == "inotify")
    return TaskLogs(layout, ending, watcher)


@pytest.fixture(autouse=True)
async def _closed(logs: TaskLogs) -> AsyncIterator[None]:
    yield
    logs.close()


async def test_lines_arrive_as_they_are_written_until_the_task_ends(
    logs: TaskLogs, folder: Path, ending: Ending
) -> None:
    log = CriLog(folder)
    log.line("before")
    reading = Reading(logs.follow("t"))
    await until(lambda: reading.lines == ["before"])
    log.line("while")
    await until(lambda: reading.lines == ["before", "while"])
    assert not reading.task.done()
    ending.final = True
    log.line("last")
    await reading.task
    assert reading.lines == ["before", "while", "last"]


async def test_a_log_that_is_only_made_later_is_followed(
    logs: TaskLogs, folder: Path, ending: Ending
) -> None:
    reading = Reading(logs.follow("t"))
    await asyncio.sleep(0)
    log = CriLog(folder)
    log.line("first")
    await until(lambda: reading.lines == ["first"])
    ending.final = True
    await reading.task


async def test_segments_and_attempts_follow_each_other(
    logs: TaskLogs, folder: Path, ending: Ending
) -> None:
    reading = Reading(logs.follow("t"))
    written = []
    for attempt in (1, 2, 4):
        log = CriLog(folder, attempt, segment=400)
        for number in range(30):
            written.append(f"{attempt}.{number}")
            log.line(written[-1])
            if number % 7 == 0:
                await asyncio.sleep(0)
        (folder / f"{attempt + 1}.record").touch()
        await until(lambda: len(reading.lines) == len(written))
    ending.final = True
    await reading.task
    assert reading.lines == written
    assert reading.gaps == []


async def test_following_on_from_any_record_gives_the_rest_exactly(
    logs: TaskLogs, folder: Path, ending: Ending
) -> None:
    chance = random.Random(7)
    log = CriLog(folder, segment=1500, kept=10_000)
    for number in range(300):
        log.now += chance.choice([0.0, 0.1, 0.6, 1.5])
        log.line(f"{number} ", chance.choice(["stdout", "stderr"]), chance.choice("FFPP"))
    ending.final = True
    whole = Reading(logs.follow("t"))
    await whole.task
    places = [
        place
        for place in range(len(whole.records) - 1)
        if whole.records[place].cursor != whole.records[place + 1].cursor
    ]
    for place in chance.sample(places, 40):
        rest = Reading(logs.follow("t", cursor=whole.records[place].cursor))
        await rest.task
        assert rest.records == whole.records[place + 1 :]


async def test_unfinished_text_is_shown_after_a_moment_and_goes_on_afterwards(
    logs: TaskLogs, folder: Path, ending: Ending
) -> None:
    log = CriLog(folder)
    reading = Reading(logs.follow("t"))
    log.line("Password: ", tag="P")
    await until(lambda: reading.lines == ["Password: "])
    resumed = Reading(logs.follow("t", cursor=reading.records[-1].cursor))
    log.now += 2
    log.line("accepted")
    ending.final = True
    await asyncio.gather(reading.task, resumed.task)
    assert reading.lines == ["Password: ", "accepted"]
    assert resumed.lines == ["accepted"]


async def test_parts_that_follow_soon_are_one_line(
    logs: TaskLogs, folder: Path, ending: Ending
) -> None:
    log = CriLog(folder)
    reading = Reading(logs.follow("t"))
    log.line("one ", tag="P")
    log.line("noise", "stderr")
    await until(lambda: reading.lines == ["noise"])
    log.now += 0.5
    log.line("two")
    await until(lambda: len(reading.lines) == 2)
    assert reading.lines == ["noise", "one two"]
    resumed = Reading(logs.follow("t", cursor=reading.records[0].cursor))
    ending.final = True
    await asyncio.gather(resumed.task, reading.task)
    assert resumed.lines == ["one two"]


async def test_what_was_rotated_away_before_it_was_read_is_a_gap(
    logs: TaskLogs, folder: Path, ending: Ending
) -> None:
    log = CriLog(folder, segment=1000, kept=2)
    log.line("0")
    reading = Reading(logs.follow("t"))
    await until(lambda: reading.lines == ["0"])
    for number in range(1, 500):  # without giving the follower a chance
        log.line(str(number))
    ending.final = True
    await reading.task
    assert len(reading.gaps) == 1
    assert reading.gaps[0].bytes > 0
    assert reading.gaps[0].lost > 0
    numbers = [int(line) for line in reading.lines]
    assert numbers == sorted(set(numbers))
    assert numbers[-1] == 499


async def test_a_follower_that_begins_where_nothing_is_kept_any_more_is_told_so(
    logs: TaskLogs, folder: Path, ending: Ending
) -> None:
    log = CriLog(folder, segment=1000, kept=2)
    for number in range(500):
        log.line(str(number))
    ending.final = True
    from_start, from_cursor = Reading(logs.follow("t")), Reading(logs.follow("t", cursor="1:1:40"))
    await asyncio.gather(from_start.task, from_cursor.task)
    assert len(from_start.gaps) == len(from_cursor.gaps) == 1
    assert from_start.gaps[0].bytes > from_cursor.gaps[0].bytes
    assert from_start.lines == from_cursor.lines


async def test_only_one_stream_is_followed_if_wanted(
    logs: TaskLogs, folder: Path, ending: Ending
) -> None:
    log = CriLog(folder)
    log.line("out")
    log.line("err", "stderr")
    ending.final = True
    reading = Reading(logs.follow("t", stream="stderr"))
    await reading.task
    assert reading.lines == ["err"]


async def test_batches_are_bounded(logs: TaskLogs, folder: Path, ending: Ending) -> None:
    log = CriLog(folder)
    log.lines(["x"] * 2000)
    log.lines(["y" * 20_000] * 10)
    ending.final = True
    reading = Reading(logs.follow("t"))
    await reading.task
    assert len(reading.records) == 2010
    assert max(reading.batches) <= 400
    assert reading.batches[-1] <= 3  # 64 KiB


async def test_the_end_may_be_told_by_a_coroutine(layout: Layout, folder: Path) -> None:
    async def is_final(_task_id: str) -> bool:
        return True

    CriLog(folder).line("all")
    reading = Reading(TaskLogs(layout, is_final).follow("t"))
    await reading.task
    assert reading.lines == ["all"]


async def test_a_task_that_is_not_known_any_more_has_ended(layout: Layout, folder: Path) -> None:
    async def is_final(_task_id: str) -> bool:
        raise NotFound

    CriLog(folder).line("all")
    reading = Reading(TaskLogs(layout, is_final).follow("t"))
    await reading.task
    assert reading.lines == ["all"]


async def test_a_task_that_is_removed_ends_its_followers(logs: TaskLogs, folder: Path) -> None:
    log = CriLog(folder)
    log.line("only")
    reading = Reading(logs.follow("t"))
    await until(lambda: reading.lines == ["only"])
    log.path(0).unlink()
    folder.rmdir()
    await asyncio.wait_for(reading.task, 5)


async def test_a_follower_that_is_cancelled_leaves_nothing_behind(
    logs: TaskLogs, folder: Path
) -> None:
    CriLog(folder).line("only")
    reading = Reading(logs.follow("t"))
    await until(lambda: reading.lines)
    before = len(list(Path("/proc/self/fd").iterdir()))
    reading.task.cancel()
    await asyncio.wait([reading.task])
    await until(lambda: len(list(Path("/proc/self/fd").iterdir())) < before)


async def test_what_a_supervisor_writes_is_read_back_exactly(
    logs: TaskLogs, folder: Path, ending: Ending
) -> None:
    chance = random.Random(3)
    writer = LogWriter(str(folder / "1.log."), segment=100_000, kept=1000)
    written = [b"", b""]
    reading = Reading(logs.follow("t"))
    for _ in range(400):
        stream = chance.randrange(2)
        chunk = chance.choice([b"\n", b"\r\xff", b"word " * 30 + b"\n", b"x" * 9000])
        writer.feed(stream, chunk)
        written[stream] += chunk
        await asyncio.sleep(0)
    writer.close()
    ending.final = True
    await reading.task
    page = await logs.read("t", LogQuery(tail=100_000))
    for number, name in enumerate(["stdout", "stderr"]):
        expected = written[number].decode("utf-8", "replace").replace("\n", "")
        followed = "".join(record.line for record in reading.records if record.stream == name)
        read = "".join(record.line for record in page.records if record.stream == name)
        assert followed == read == expected


@pytest.mark.gui
async def test_it_works_on_the_loop_that_qt_shares(
    logs: TaskLogs, folder: Path, ending: Ending
) -> None:
    log = CriLog(folder)
    reading = Reading(logs.follow("t"))
    for number in range(200):  # more than are let through at once
        log.line(str(number))
        await until(lambda: reading.lines[-1:] == [str(number)])  # noqa: B023 - at once
    ending.final = True
    await reading.task


@pytest.mark.integration
async def test_a_million_lines_across_rotations_are_each_seen_once(
    logs: TaskLogs, folder: Path, ending: Ending
) -> None:
    log = CriLog(folder, segment=5_000_000, kept=1000)
    total, at_once = 1_000_000, 5_000

    def write() -> None:
        for first in range(0, total, at_once):
            log.lines([str(number) for number in range(first, first + at_once)])
        ending.final = True

    writer = threading.Thread(target=write)
    expected = 0
    writer.start()
    async for item in logs.follow("t"):
        assert not isinstance(item, Gap)
        for record in item:
            assert record.line == str(expected)
            expected += 1
    writer.join()
    assert expected == total
    assert log.index > 5
