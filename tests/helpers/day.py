"""A day of tasks in minutes: the real runtime, store, history and retention, with a moved clock.

Only the tasks themselves are played: each has a folder with a log, and ends at once.
"""

import asyncio
import gc
import shutil
import tracemalloc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnet_agent.config.layout import Layout
from cnet_agent.config.schema import TaskSettings
from cnet_agent.executors.base import AttemptKey, Ended, Launch
from cnet_agent.model.admission import Capacity
from cnet_agent.model.phase import Reason
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Handle, Outcome, Task
from cnet_agent.runtime.bus import Bus
from cnet_agent.runtime.retention import Retention
from cnet_agent.runtime.runtime import Runtime
from cnet_agent.runtime.task_sizes import TaskSizes
from cnet_agent.runtime.usage_history import UsageHistory
from cnet_agent.store.history import open_history
from cnet_agent.store.sqlite import open_store
from helpers.factories import EPOCH
from helpers.fake_agent import make_usage
from helpers.fake_services import FakeEnvironments
from helpers.scripted_executor import ScriptedExecutor
from helpers.waiting import until

LOG = b"x" * 5000
FOR_EVER = "for-ever"  # the command of a task that does not end


class DayExecutor(ScriptedExecutor):
    """Ends what it starts at once, and keeps a folder per task and nothing else."""

    def __init__(self, layout: Layout) -> None:
        super().__init__()
        self._layout = layout
        self.now = EPOCH

    async def reserve(self, key: AttemptKey, description: dict[str, Any]) -> None:
        folder = self._layout.task(key.task_id).root
        folder.mkdir()
        (folder / "1.log.0").write_bytes(LOG)

    async def start(self, launch: Launch) -> Handle:
        handle = Handle(pid=4242, started_at=self.now)
        self.running[launch.key] = handle
        if launch.spec.command != FOR_EVER:
            asyncio.get_running_loop().call_soon(self._over, launch.key, handle)
        return handle

    def _over(self, key: AttemptKey, handle: Handle) -> None:
        del self.running[key]
        self._on_end(key, Ended(Outcome(Reason.EXIT, self.now, exit_code=0), handle))

    async def discard(self, task_id: str) -> None:
        shutil.rmtree(self._layout.task(task_id).root)


@dataclass(frozen=True, slots=True)
class Held:
    """What an agent holds at one moment."""

    memory: int  # bytes that Python allocated, 0 while that is not traced
    descriptors: int
    database: int  # bytes, with its log
    history: int
    folders: int
    rows: int


class Day:
    """An agent's inner parts over ``layout``, and the time there."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.now = EPOCH
        self.settings = TaskSettings(max_concurrent=60)
        self.executor = DayExecutor(layout)
        self.usages = UsageHistory()
        self.runtime: Runtime
        self.retention: Retention
        self.store: Any
        self.history: Any

    async def minute(self, tasks: int = 60) -> None:
        """Live a minute: tasks come and end, samples are taken, old tasks leave."""
        keys = ((f"key-{self.now}-{n}", "digest") for n in range(tasks))
        await asyncio.gather(
            *(
                self.runtime.submit(TaskSpec(command="/bin/true", name=key[0]), idempotency=key)
                for key in keys
            )
        )
        await until(self._all_have_ended, 60, "their ends")
        for second in range(60):
            self.history.add(make_usage(self.now - EPOCH + second))
        self.now += 60
        self.executor.now = self.now
        await self.retention.collect()

    def _all_have_ended(self) -> bool:
        open_tasks = self.runtime.ledger.open.values()
        return all(task.spec.command == FOR_EVER for task in open_tasks)

    async def submit(self, command: str, **fields: Any) -> Task:
        """Submit one more task."""
        return await self.runtime.submit(TaskSpec(command=command, **fields))

    async def held(self) -> Held:
        """Return what is held now."""
        gc.collect()
        layout = self.layout
        counts = await self.store.counts()
        return Held(
            memory=tracemalloc.get_traced_memory()[0],
            descriptors=len(list(Path("/proc/self/fd").iterdir())),
            database=sum(file.stat().st_size for file in layout.root.glob("agent.db*")),
            history=sum(file.stat().st_size for file in layout.root.glob("history.db*")),
            folders=len(list(layout.tasks.iterdir())),
            rows=sum(counts.values()),
        )


@asynccontextmanager
async def day(folder: Path, ring: int) -> AsyncIterator[Day]:
    """Give a day that begins; ``ring`` is how many events are remembered."""
    layout = Layout(folder)
    layout.tasks.mkdir()
    made = Day(layout)
    made.store, _ = await open_store(layout.database, lambda: made.now)
    made.history, _ = await open_history(layout.history, lambda: made.now, 1.0)
    made.runtime = Runtime(
        store=made.store,
        executors={"process": made.executor},
        environments=FakeEnvironments(),
        bus=Bus("day", ring),
        settings=lambda: made.settings,
        capacity=lambda: Capacity(slots=60, cpu=64, memory=10**12),
        layout=layout,
        workspace=folder,
        now=lambda: made.now,
        believed=lambda: made.now,
    )
    await made.runtime.open(rebuild_store=False)
    made.retention = Retention(
        made.store,
        lambda: made.settings,
        made.runtime.discard,
        lambda: made.now,
        TaskSizes(layout),
        pause=0,
    )
    try:
        yield made
    finally:
        await made.runtime.close()
        await made.history.close()
        await made.store.close()
