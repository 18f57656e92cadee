"""What is kept beside training jobs: their log files, for a time."""

import asyncio
import logging
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from cnet_agent.config.layout import Layout
from cnet_agent.config.schema import LoggingSettings, TrainingSettings
from cnet_agent.model.errors import QueueFull
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Task
from cnet_agent.model.training import Training
from cnet_agent.runtime.ledger import Ledger
from cnet_agent.runtime.training import keeper as module
from cnet_agent.runtime.training.collector import Collector
from cnet_agent.runtime.training.journal import Journal
from cnet_agent.runtime.training.keeper import Keeper
from helpers.factories import make_id
from helpers.waiting import until

NOW = 1_790_000_000.0
LOG = logging.getLogger("test")


class Rig:
    """A keeper over a workspace of its own."""

    def __init__(self, workspace: Path) -> None:
        self.workspace = workspace
        self.logs = workspace / "logs"
        self.collector = Collector(Layout(workspace / "data"), lambda _: True, LoggingSettings)
        self.queue_size = 1
        self.ledger = Ledger()
        self.keeper = Keeper(
            self.ledger,
            self.collector,
            Journal(LOG, LOG),
            settings=lambda: TrainingSettings(queue_size=self.queue_size),
            kept_since=lambda: NOW,
            workspace=workspace,
            now=lambda: NOW,
        )

    def file(self, name: str, *, written: float) -> Path:
        self.logs.mkdir(exist_ok=True)
        path = self.logs / name
        path.touch()
        os.utime(path, (written, written))
        return path


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    made = Rig(tmp_path)
    yield made
    await made.collector.close()


def job(**fields: object) -> TaskSpec:
    training = {"epochs": 5, "batch_size": 32, "learning_rate": 0.1, "gpu": False, **fields}
    return TaskSpec(command="python", training=Training.model_validate(training))


async def test_old_log_files_go_again_and_again(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FORGET_EVERY", 0.01)
    mine = rig.file("notes.log", written=NOW - 5)
    young = rig.file("training_20260128_190000.log", written=NOW + 5)
    first = rig.file("training_20260120_190000.log", written=NOW - 5)
    running = asyncio.create_task(rig.keeper.run())
    await until(lambda: not first.exists())
    second = rig.file("TrainingAgent_20260120.log.1", written=NOW - 5)
    await until(lambda: not second.exists())
    assert mine.exists()
    assert young.exists()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_logs_in_a_folder_of_a_jobs_own_go_as_well(rig: Rig) -> None:
    own = rig.workspace / "own"
    own.mkdir()
    old, moved = own / "training_20260120_190000.log", rig.workspace / "elsewhere"
    old.touch()
    os.utime(old, (NOW - 5, NOW - 5))
    (rig.workspace / "link").symlink_to(moved)
    moved.mkdir()
    kept = moved / "training_20260120_190000.log"
    kept.touch()
    os.utime(kept, (NOW - 5, NOW - 5))
    for number, folder in enumerate(("own", "link")):
        spec = job(log_file=f"./{folder}/training_20260120_190000_2.log")
        rig.ledger.take(Task(make_id(number), spec, NOW))
    running = asyncio.create_task(rig.keeper.run())
    await until(lambda: not old.exists())
    assert kept.exists()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_a_job_gets_a_log_file_of_its_own_and_other_tasks_none(rig: Rig) -> None:
    async with rig.keeper.taking(TaskSpec(command="true")) as plain:
        assert plain.training is None
    async with rig.keeper.taking(job(log_dir="mine")) as spec:
        assert spec.training is not None
        assert (rig.workspace / spec.training.log_file).parent == rig.workspace / "mine"
        assert (rig.workspace / spec.training.log_file).is_file()


async def test_a_job_whose_logs_cannot_be_written_runs_without_a_file(rig: Rig) -> None:
    rig.logs.write_text("a file stands where the folder should be")
    async with rig.keeper.taking(job()) as spec:
        assert spec.training is not None
        assert spec.training.log_file == ""


async def test_jobs_that_arrive_at_once_are_counted_before_they_are_in_the_queue(rig: Rig) -> None:
    async with rig.keeper.taking(job()):
        with pytest.raises(QueueFull, match="Task queue is full: 1"):
            await rig.keeper.taking(job()).__aenter__()
    async with rig.keeper.taking(job()):
        pass
