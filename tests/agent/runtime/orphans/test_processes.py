"""Processes that nobody owns: which they are, and which they are not. With real ones."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from cnet_agent.config.datadir import DataDirLock
from cnet_agent.config.layout import Layout
from cnet_agent.model.errors import Conflict
from cnet_agent.runtime.orphans.orphan import Orphan
from cnet_agent.runtime.orphans.processes import Processes
from cnet_agent.supervisor import record
from helpers.factories import make_id

TASK = make_id(7)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cnet_agent.runtime.orphans.processes.SETTLED", 0.0)


@pytest.fixture
def own(tmp_path: Path) -> Layout:
    return made(tmp_path / "own")


@pytest.fixture
def other(tmp_path: Path) -> Layout:
    return made(tmp_path / "other")


def made(root: Path) -> Layout:
    layout = Layout(root)
    layout.task(TASK).work.mkdir(parents=True)
    return layout


@contextmanager
def marked(
    work: Path | str, user: int | None = None, holds: tuple[int, ...] = ()
) -> "Iterator[subprocess.Popen[bytes]]":
    """Run a process as if it were a task's; it has told that it runs."""
    marks = {"CNET_TASK_ID": TASK, "CNET_ATTEMPT": "1", "CNET_TASK_DIR": str(work)}
    process = subprocess.Popen(
        ["sh", "-c", "echo up; read end"],
        env={**os.environ, **marks},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        user=user,
        pass_fds=holds,
    )
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield process
        finally:
            process.kill()


async def found(own: Layout, process: "subprocess.Popen[bytes]", *known: str) -> Orphan | None:
    """Return the process as an orphan; those of others on this machine are not of interest."""
    orphans = await Processes(own, known).find()
    return next((orphan for orphan in orphans if orphan.pid == process.pid), None)


async def test_a_process_of_an_unknown_task_of_ours_is_certainly_an_orphan(own: Layout) -> None:
    with marked(own.task(TASK).work) as process:
        orphan = await found(own, process)
        assert orphan is not None
        assert orphan.certain
        assert (orphan.task_id, orphan.data_dir) == (TASK, str(own.root))
        assert "read end" in orphan.what
        assert "has ended or is not known" in orphan.why


async def test_a_process_of_an_open_task_is_none_wherever_it_lies(
    own: Layout, tmp_path: Path
) -> None:
    for work in (own.task(TASK).work, made(tmp_path / "moved").task(TASK).work):
        with marked(work) as process:
            assert await found(own, process, TASK) is None


async def test_a_process_of_a_supervised_task_is_none(own: Layout, other: Layout) -> None:
    for layout in (own, other):
        path = layout.task(TASK).record(1)
        record.create(path, {})
        with closing(os.fdopen(record.open_record(path))) as held:
            assert record.hold(held.fileno())
            with marked(layout.task(TASK).work) as process:
                assert await found(own, process) is None
        with marked(layout.task(TASK).work) as process:
            assert await found(own, process) is not None


async def test_what_another_living_agent_owns_is_none(own: Layout, other: Layout) -> None:
    with marked(other.task(TASK).work) as process:
        with DataDirLock(other):
            assert await found(own, process) is None
        orphan = await found(own, process)
        assert orphan is not None
        assert not orphan.certain
        assert f"No agent runs over {other.root}" in orphan.why


async def test_a_data_directory_that_is_gone_has_no_agent(own: Layout, tmp_path: Path) -> None:
    with marked(Layout(tmp_path / "gone").task(TASK).work) as process:
        orphan = await found(own, process)
        assert orphan is not None
        assert not orphan.certain
        assert orphan.why.endswith("gone, is gone.")


@pytest.mark.parametrize(
    "work", ["/tmp", "relative/tasks/x/work", f"/tasks/{TASK}", f"/data/elsewhere/{TASK}/work", ""]
)
async def test_marks_that_no_agent_gave_are_none(own: Layout, work: str) -> None:
    with marked(work) as process:
        assert await found(own, process) is None


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can run something as somebody else")
async def test_another_users_process_is_none_of_ours(own: Layout, tmp_path: Path) -> None:
    with marked(Layout(tmp_path / "gone").task(TASK).work, user=65534) as process:
        assert await found(own, process) is None


async def test_an_agent_that_a_task_started_is_none(own: Layout, tmp_path: Path) -> None:
    work = Layout(tmp_path / "gone").task(TASK).work
    with own.lock.open("w") as lock, marked(work, holds=(lock.fileno(),)) as process:
        assert await found(own, process) is None


async def test_an_orphan_is_killed_when_somebody_says_so(own: Layout) -> None:
    with marked(own.task(TASK).work) as process:
        orphan = await found(own, process)
        assert orphan is not None
        await Processes(own, ()).remove(orphan)
        assert process.wait(10) == -signal.SIGKILL


async def test_what_is_not_what_it_was_is_left_alone(own: Layout) -> None:
    with marked(own.task(TASK).work) as process:
        orphan = await found(own, process)
        assert orphan is not None
        processes = Processes(own, {make_id(8)})
        for changed in (
            replace(orphan, key=f"{process.pid} 1"),  # the pid is another's now
            replace(orphan, task_id=make_id(9)),
            replace(orphan, task_id=make_id(8)),  # known again
            replace(orphan, pid=os.getpid()),
        ):
            with pytest.raises(Conflict):
                await processes.remove(changed)
        record.create(own.task(TASK).record(1), {})
        descriptor = record.open_record(own.task(TASK).record(1))
        with closing(os.fdopen(descriptor)):  # it has a supervisor again
            assert record.hold(descriptor)
            with pytest.raises(Conflict):
                await processes.remove(orphan)
        assert process.poll() is None
