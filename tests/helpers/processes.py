"""A process executor over a directory of its own, and looks at the processes it left."""

import os
import sys
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from cnet_agent.config.layout import Layout
from cnet_agent.executors.base import AttemptKey, Ended, Launch, Vanished
from cnet_agent.executors.process import ProcessExecutor
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Environment, Handle, Outcome
from cnet_agent.supervisor.limits.plan import Mechanism
from cnet_agent.supervisor.limits.probe import probe
from helpers.waiting import until

PYTHON = sys.executable
SOFT = Mechanism()


class Rig:
    """An executor and the ends it told of."""

    def __init__(self, executor: ProcessExecutor, layout: Layout, work: Path) -> None:
        self.executor = executor
        self.layout = layout
        self.ends: dict[AttemptKey, Ended | Vanished] = {}
        self.told = 0
        self._work = work

    def on_end(self, key: AttemptKey, end: Ended | Vanished) -> None:
        self.told += 1
        assert key not in self.ends, f"told twice: {key}"
        self.ends[key] = end

    def launch(
        self,
        command: str,
        *args: str,
        key: AttemptKey | None = None,
        environment: Environment | None = None,
        **fields: Any,
    ) -> Launch:
        key = key or new_key()
        spec = TaskSpec(command=command, args=args, **fields)
        cwd = self._work / spec.working_dir
        return Launch(key, {"id": key.task_id}, spec, cwd, environment)

    async def start(self, command: str, *args: str, **fields: Any) -> tuple[AttemptKey, Handle]:
        launch = self.launch(command, *args, **fields)
        return launch.key, await self.executor.start(launch)

    async def run(self, command: str, *args: str, seconds: float = 15.0, **fields: Any) -> Outcome:
        key, _ = await self.start(command, *args, **fields)
        return (await self.end(key, seconds)).outcome

    async def end(self, key: AttemptKey, seconds: float = 15.0) -> Ended | Vanished:
        await until(lambda: key in self.ends, seconds, f"the end of {key}")
        return self.ends[key]

    def log(self, key: AttemptKey) -> str:
        """Return the log with times left out."""
        segments = sorted(
            self.layout.task(key.task_id).root.glob(f"{key.number}.log.*"),
            key=lambda path: int(path.suffix[1:]),
        )
        lines = b"".join(path.read_bytes() for path in segments).decode().splitlines()
        return "\n".join(line.split(" ", 1)[1] for line in lines)

    async def output(self, key: AttemptKey, text: str) -> None:
        """Wait until the log holds ``text``."""
        await until(lambda: text in self.log(key), 10, f"{text!r} in the log")

    def intent(self, key: AttemptKey) -> dict[str, Any]:
        from cnet_agent.supervisor import record

        found = record.read(self.layout.task(key.task_id).record(key.number)).intent
        assert found is not None
        return found

    def supervisor(self, key: AttemptKey) -> int:
        return int(self.intent(key)["supervisor"]["pid"])


@asynccontextmanager
async def rig(
    folder: Path, mechanism: Mechanism | None = None, **options: Any
) -> AsyncIterator[Rig]:
    """Give a rig over ``folder``; on leaving it stops watching, and what ran is killed."""
    layout = Layout(folder / "data")
    executor = ProcessExecutor(layout, mechanism=mechanism, **options)
    made = Rig(executor, layout, folder)
    await executor.open(made.on_end)
    try:
        yield made
    finally:
        for key in list(executor._watched):
            await executor.stop(key, 0)
        await until(lambda: not executor._watched and not executor._concluding, 15)
        await executor.close()


def mechanisms() -> list[Mechanism]:
    """Return the mechanisms that work here: the watch, and control groups where there are any."""
    found = probe()
    return [SOFT, found] if found.parents else [SOFT]


def name_of(mechanism: Mechanism) -> str:
    return "soft" if not mechanism.parents else f"cgroup-v{mechanism.version}"


def new_key() -> AttemptKey:
    return AttemptKey(str(uuid.uuid4()), 1)


def is_alive(pid: int) -> bool:
    """Tell whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def descriptors_of(pid: int | None) -> int:
    """Return how many descriptors a process has open."""
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def of_task(task_id: str) -> list[int]:
    """Return every process that bears the mark of a task."""
    mark = f"CNET_TASK_ID={task_id}".encode()
    found = []
    for entry in os.scandir("/proc"):
        if entry.name.isdigit() and is_alive(int(entry.name)):
            try:
                environment = Path(entry.path, "environ").read_bytes()
            except OSError:
                continue
            if mark in environment.split(b"\0"):
                found.append(int(entry.name))
    return found


def groups_of(task_id: str) -> list[Path]:
    """Return the control groups that bear a task's name."""
    return list(Path("/sys/fs/cgroup").glob(f"*/cnet/{task_id}.*"))


async def gone(key: AttemptKey, seconds: float) -> None:
    """Wait until no process of the task lives."""
    await until(lambda: not of_task(key.task_id), seconds, "all processes gone")
