"""A runtime over a scripted executor and a store in memory, which a test may crash and restart."""

import asyncio
from pathlib import Path

from cnet_agent.config.layout import Layout
from cnet_agent.config.schema import TaskSettings
from cnet_agent.model.admission import Capacity
from cnet_agent.model.phase import Phase
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Environment, Outcome, Task
from cnet_agent.runtime.bus import Bus
from cnet_agent.runtime.carry_out import PrepareError
from cnet_agent.runtime.runtime import Runtime
from helpers.memory_store import MemoryStore
from helpers.scripted_executor import ScriptedExecutor
from helpers.waiting import until


class Environments:
    """Prepares what has requirements; fails or hangs on request."""

    def __init__(self) -> None:
        self.fail: Outcome | None = None
        self.hang = False
        self.provides = True
        self.hanging = 0
        self.cancelled = 0
        self.id = ""  # of the environments

    def needs_preparation(self, spec: TaskSpec) -> bool:
        return self.provides and bool(spec.requirements)

    async def outlook(self, spec: TaskSpec, working_dir: Path) -> str:
        return ""

    async def prepare(self, spec: TaskSpec, working_dir: Path, log: object) -> Environment | None:
        if self.hang:
            self.hanging += 1
            try:
                await asyncio.Event().wait()
            finally:
                self.cancelled += 1
        if self.fail is not None:
            raise PrepareError(self.fail)
        return Environment("/python", spec.requirements, "cached", 0.1, self.id)


class World:
    """A runtime and the fakes around it; ``restart`` is a crash of the agent."""

    def __init__(self, workspace: Path) -> None:
        self.store = MemoryStore()
        self.executor = ScriptedExecutor()
        self.executor.starts_at = 101.0
        self.environments = Environments()
        self.settings = TaskSettings(max_concurrent=2, queue_size=4)
        self.believed = 100.0
        self.gpus: tuple[str, ...] = ()
        self.closed = ""  # why nothing may start
        self.workspace = workspace
        self.runtime = self._make()

    def _make(self) -> Runtime:
        return Runtime(
            store=self.store,
            executors={"process": self.executor},
            environments=self.environments,
            bus=Bus("epoch"),
            settings=lambda: self.settings,
            capacity=self.capacity,
            layout=Layout(self.workspace / "data"),
            workspace=self.workspace,
            now=lambda: 100.0,
            believed=lambda: self.believed,
        )

    def capacity(self) -> Capacity:
        slots = self.settings.max_concurrent
        return Capacity(cpu=4, memory=8 * 10**9, slots=slots, gpus=self.gpus, closed=self.closed)

    async def restart(self, *, rebuild_store: bool = False, rebooted: bool = False) -> None:
        await self.runtime.close()
        if rebuild_store:
            self.store = MemoryStore()
        self.runtime = self._make()
        await self.runtime.open(rebuild_store=rebuild_store, rebooted=rebooted)

    async def submit(self, **body: object) -> Task:
        return await self.runtime.submit(TaskSpec.model_validate({"command": "true", **body}))

    async def reaches(self, task: Task | str, phase: Phase) -> Task:
        task_id = task if isinstance(task, str) else task.id

        async def there() -> Task | None:
            current = await self.runtime.get(task_id)
            return current if current.phase is phase else None

        found = await until(there, what=f"{phase}")
        assert isinstance(found, Task)
        return found
