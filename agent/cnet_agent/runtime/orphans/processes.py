"""Processes that bear a task's mark and whose task nobody knows or supervises any more.

Every process of a task was given its task's id and directory in its environment. The directory
tells the data directory, and that tells whether an agent lives there. What another living agent
owns, another user, or a container with a view of files of its own, is never even looked at closer.
"""

import asyncio
import os
import shlex
import time
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from cnet_agent.config.datadir import is_owned
from cnet_agent.config.layout import Layout
from cnet_agent.model.errors import Conflict
from cnet_agent.model.sentence import Sentence
from cnet_agent.runtime.believed_clock import since_boot
from cnet_agent.runtime.orphans.orphan import SETTLED, Orphan
from cnet_agent.supervisor import linux, record

_OURS = ("cnet-launcher", "cnet-supervisor")  # the agent's own; they end by themselves
_LONGEST = 200  # characters of a command line that are shown
_KILL = 9


@dataclass(frozen=True, slots=True)
class Marked:
    """A process with the marks of a task."""

    pid: int
    start: int  # clock ticks after boot
    task_id: str
    work: Path  # the task's own directory

    @property
    def layout(self) -> Layout:
        """The data directory that it belongs to."""
        return Layout(self.work.parents[2])


class Processes:
    """Finds them for the agent over ``layout``; ``known`` holds the ids of its open tasks."""

    def __init__(self, layout: Layout, known: Container[str]) -> None:
        self._layout = layout
        self._known = known

    async def find(self) -> list[Orphan]:
        """Return the processes that nobody owns now."""
        marked = await asyncio.to_thread(_marked_processes)
        strangers = [process for process in marked if process.task_id not in self._known]
        return await asyncio.to_thread(self._judge_all, strangers)

    async def remove(self, orphan: Orphan) -> None:
        """Kill a process, if it is still the one that was found, and still nobody's."""
        if orphan.task_id in self._known:
            raise Conflict(Sentence("Its task is known again, and not to be ended like this."))
        await asyncio.to_thread(self._kill, orphan)

    def _judge_all(self, marked: list[Marked]) -> list[Orphan]:
        judged = (self._judge(process) for process in marked)
        return [orphan for orphan in judged if orphan is not None]

    def _judge(self, process: Marked) -> Orphan | None:
        age = since_boot() - process.start / linux.TICKS
        command = _command(process.pid)
        why = self._why(process)
        if why is None or not command or age < SETTLED:
            return None
        if _is_agent(process.pid):
            return None
        return Orphan(
            kind="process",
            key=f"{process.pid} {process.start}",
            what=Sentence("Process {pid}: {command}", pid=process.pid, command=command),
            why=why,
            since=time.time() - age,
            certain=self._is_own(process),
            task_id=process.task_id,
            data_dir=str(process.layout.root),
            pid=process.pid,
        )

    def _why(self, process: Marked) -> str | None:
        """Return why a process is nobody's, None if it may be somebody's."""
        root = process.layout.root
        try:
            root.stat()
        except FileNotFoundError:
            return Sentence("The data directory of its agent, {folder}, is gone.", folder=root)
        except OSError:
            return None  # not ours to look into
        if not self._is_own(process) and is_owned(process.layout):
            return None
        if _is_supervised(process):
            return None  # tasks go on without an agent
        if self._is_own(process):
            return Sentence("Its task, {task}, has ended or is not known.", task=process.task_id)
        return Sentence("No agent runs over {folder}, and nobody supervises its task.", folder=root)

    def _is_own(self, process: Marked) -> bool:
        try:
            return process.layout.root.samefile(self._layout.root)
        except OSError:
            return False

    def _kill(self, orphan: Orphan) -> None:
        assert orphan.pid is not None
        with linux.pinned(orphan.pid) as pidfd:
            process = _marked(orphan.pid)
            if (
                pidfd is None
                or process is None
                or f"{process.pid} {process.start}" != orphan.key
                or process.task_id != orphan.task_id
                or self._why(process) is None
                or not linux.send_signal(pidfd, _KILL)
            ):
                raise Conflict(Sentence("It has ended, or is not what it was."))


def _marked_processes() -> list[Marked]:
    found = (_marked(pid) for pid in linux.pids() if pid != os.getpid())
    return [process for process in found if process is not None]


def _marked(pid: int) -> Marked | None:
    """Return a process of this user, seen from the same files, that bears a task's marks."""
    try:
        folder = Path(f"/proc/{pid}")
        if folder.stat().st_uid != os.geteuid():
            return None
        environment = dict(
            entry.partition(b"=")[::2]
            for entry in linux.read_file(f"/proc/{pid}/environ").split(b"\0")
        )
        task_id, work = environment.get(b"CNET_TASK_ID"), environment.get(b"CNET_TASK_DIR")
        if not task_id or not work or not work.startswith(b"/"):
            return None
        if (folder / "comm").read_text(errors="replace").strip() in _OURS:
            return None
        if (folder / "ns/mnt").readlink() != Path("/proc/self/ns/mnt").readlink():
            return None
    except OSError:  # it has ended, or is not ours
        return None
    path = Path(os.fsdecode(work))
    start = linux.start_of(pid)
    if start is None or len(path.parts) < 4 or path.parts[-3:-1] != ("tasks", os.fsdecode(task_id)):
        return None
    return Marked(pid, start, os.fsdecode(task_id), path)


def _is_supervised(process: Marked) -> bool:
    """Tell whether somebody holds an attempt of the process's task."""
    for path in process.layout.task(process.task_id).root.glob("*.record"):
        try:
            if record.is_held(path):
                return True
        except OSError:
            continue
    return False


def _is_agent(pid: int) -> bool:
    """Tell whether a process is an agent itself, perhaps one that a task started."""
    lock = Layout(Path()).lock.name
    try:
        return any(link.readlink().name == lock for link in Path(f"/proc/{pid}/fd").iterdir())
    except OSError:
        return False


def _command(pid: int) -> str:
    """Return a command line as a person would write it; empty for what has ended."""
    try:
        words = linux.read_file(f"/proc/{pid}/cmdline").rstrip(b"\0").split(b"\0")
    except OSError:
        return ""
    return shlex.join(word.decode(errors="replace") for word in words if word)[:_LONGEST]
