"""With each sample of the node: what every running task uses, kept and told to observers."""

import asyncio
from collections.abc import Callable

from cnet_agent.executors.base import AttemptKey, Usage
from cnet_agent.model.task import Task
from cnet_agent.runtime.background import Background
from cnet_agent.runtime.runtime import Runtime
from cnet_agent.runtime.usage_history import UsageHistory
from cnet_agent.runtime.views import usage_views
from cnet_agent.wire.node import NodeUsage, UsageEvent


class UsageWatch:
    """Measures the tasks once per sample, and never two rounds at a time."""

    def __init__(
        self, runtime: Runtime, history: UsageHistory, keep: Callable[[NodeUsage], None]
    ) -> None:
        self._runtime = runtime
        self._history = history
        self._keep = keep
        self._background = Background()
        self._round: asyncio.Task[None] | None = None

    def take(self, sample: NodeUsage) -> None:
        """Take a sample of the node, called on the event loop."""
        self._keep(sample)
        if self._round is None or self._round.done():
            self._round = self._background.spawn(self._measure(sample), "measure tasks")

    async def close(self) -> None:
        """Stop measuring."""
        await self._background.close()

    async def _measure(self, sample: NodeUsage) -> None:
        tasks = self._runtime.running()
        measured = await asyncio.gather(*(self._one(task) for task in tasks))
        usage = {
            task.id: used for task, used in zip(tasks, measured, strict=True) if used is not None
        }
        for task_id, used in usage.items():
            self._history.add(task_id, sample.timestamp, used)
        self._runtime.usage = usage
        self._runtime.bus.publish_usage(UsageEvent(node=sample, tasks=usage_views(usage)))

    async def _one(self, task: Task) -> Usage | None:
        executor = self._runtime.executors[task.spec.type]
        return await executor.usage(AttemptKey(task.id, task.attempt))
