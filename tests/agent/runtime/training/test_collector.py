"""Following jobs while they print."""

import asyncio
import errno
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from cnet_agent.config.layout import Layout
from cnet_agent.config.schema import LoggingSettings
from cnet_agent.runtime.training import collector as module
from cnet_agent.runtime.training.collector import Collector
from cnet_agent.runtime.training.job_reader import JobReader
from cnet_agent.runtime.training.log_file import LogFile
from helpers.cri_log import CriLog
from helpers.factories import make_id
from helpers.waiting import a_moment, until

JOB = make_id(1)


class Stage:
    """A collector, and the jobs that it follows."""

    def __init__(self, folder: Path) -> None:
        self.layout = Layout(folder)
        self.ended: set[str] = set()
        self.news: list[str] = []
        self.file = folder / "logs" / "training.log"
        self.log = CriLog(self.layout.task(JOB).root)
        self.collector = self.make()

    def make(self) -> Collector:
        made = Collector(self.layout, lambda job: job in self.ended, LoggingSettings)
        made.on_news = self.news.append
        return made

    def text(self) -> str:
        return self.file.read_text() if self.file.exists() else ""


@pytest.fixture
async def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    monkeypatch.setattr(module, "NEWS", 0.02)
    monkeypatch.setattr(module, "LOOK", 0.02)
    monkeypatch.setattr(module, "AGAIN", 0.02)
    made = Stage(tmp_path)
    yield made
    await made.collector.close()


async def test_a_job_is_followed_from_its_first_line_to_its_last(stage: Stage) -> None:
    stage.collector.follow(JOB, stage.file)
    stage.collector.follow(JOB, stage.file)  # once is enough
    stage.log.line("epoch=1 loss=0.5")
    await until(lambda: stage.news)
    assert stage.collector.known[JOB].latest == {"loss": 0.5}
    assert stage.collector.files == {stage.file}
    stage.log.line("epoch=2 loss=0.25")
    stage.ended.add(JOB)
    stage.collector.follow(JOB, stage.file)  # it has ended: look again
    await until(lambda: not stage.collector.files)
    assert stage.text().count("\n") == 2
    assert stage.collector.known[JOB].latest == {"loss": 0.25}


async def test_the_next_agent_goes_on_where_this_one_left_off(stage: Stage) -> None:
    stage.collector.follow(JOB, stage.file)
    stage.log.line("epoch=1 loss=0.5")
    await until(lambda: stage.news)
    await stage.collector.close()
    stage.log.line("epoch=2 loss=0.25")
    stage.ended.add(JOB)
    stage.collector = stage.make()
    stage.collector.follow(JOB, stage.file)
    await until(lambda: not stage.collector.files)
    assert stage.text().count("\n") == 2


async def test_the_curve_of_a_job_that_ended_is_read_when_somebody_asks(stage: Stage) -> None:
    stage.log.line("epoch=1 loss=0.5")
    stage.ended.add(JOB)
    stage.collector.follow(JOB, None)
    await until(lambda: JOB not in stage.collector._files)
    other = stage.make()
    assert (await other.curve(JOB)).latest == {"loss": 0.5}
    assert len((await other.curve(JOB)).points) == 1
    assert (await other.summary(JOB)).latest == {"loss": 0.5}
    assert other.known[JOB].points == []  # those of a thousand jobs would fill the memory
    assert (await other.curve(make_id(9))).points == []
    assert set(other.known) == {JOB, make_id(9)}
    await other.close()


async def test_few_curves_are_kept_in_memory(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KNOWN", 2)
    for number in range(5):
        await stage.collector.curve(make_id(number))
    assert list(stage.collector.known) == [make_id(3), make_id(4)]


async def test_a_disk_without_room_is_waited_for_and_nothing_is_lost(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_full = True
    write = LogFile.write

    def full(log: LogFile, text: bytes) -> None:
        if is_full:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(log, text)

    monkeypatch.setattr(LogFile, "write", full)
    stage.log.line("epoch=1 loss=0.5")
    stage.ended.add(JOB)
    stage.collector.follow(JOB, stage.file)
    await a_moment(0.1)
    assert stage.collector.files == {stage.file}
    is_full = False
    await until(lambda: not stage.collector.files)
    assert stage.text().count("\n") == 1


@pytest.mark.parametrize("way", ["file", "pipe", "link"])
async def test_a_file_that_cannot_be_written_is_said_once_and_the_figures_are_read(
    stage: Stage, caplog: pytest.LogCaptureFixture, tmp_path: Path, way: str
) -> None:
    folder = stage.file.parent
    if way == "file":
        folder.write_text("in its way")
    elif way == "pipe":
        folder.mkdir()
        os.mkfifo(stage.file)
    else:
        (tmp_path / "outside").mkdir()
        folder.symlink_to(tmp_path / "outside")
    stage.log.line("epoch=1 loss=0.5")
    stage.collector.follow(JOB, stage.file)
    await until(lambda: stage.news)
    stage.log.line("epoch=2 loss=0.25")
    stage.ended.add(JOB)
    await until(lambda: not stage.collector.files and JOB not in stage.collector._files)
    assert stage.collector.known[JOB].latest == {"loss": 0.25}
    assert caplog.text.count("cannot be collected") == 1
    assert not (tmp_path / "outside").exists() or not list((tmp_path / "outside").iterdir())


async def test_a_job_that_ended_before_all_was_read_is_read_by_the_next_agent(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JobReader, "read_some", lambda _: False)  # too slow
    stage.log.line("epoch=1 loss=0.5")
    stage.collector.follow(JOB, stage.file)
    await until(stage.file.exists)
    await stage.collector.close()
    monkeypatch.undo()
    stage.log.line("epoch=2 loss=0.25")
    stage.ended.add(JOB)
    stage.collector = stage.make()
    await stage.collector.finish(JOB, stage.file)
    await until(lambda: not stage.collector.files)
    assert stage.text().count("\n") == 2
    stage.collector = stage.make()
    await stage.collector.finish(JOB, stage.file)
    assert stage.collector.files == set()  # all of it was read
    assert stage.collector.known[JOB].latest == {"loss": 0.25}


async def test_a_flood_of_lines_leaves_the_loop_responsive(stage: Stage) -> None:
    stage.log.lines([f"step {number} of the work" for number in range(100_000)])
    stage.ended.add(JOB)
    stage.collector.follow(JOB, stage.file)
    turns = 0
    while stage.collector.files:
        await asyncio.sleep(0)
        turns += 1
    assert turns > 50
    assert stage.text().count("\n") == 100_000
