"""Runs tasks of machine learning: a command as any process, or a server for a model."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from cnet_agent.config.layout import Layout
from cnet_agent.executors import records
from cnet_agent.executors.base import (
    AttemptKey,
    Availability,
    Found,
    KnownAttempt,
    Launch,
    OnEnd,
    Usage,
)
from cnet_agent.executors.process import ProcessExecutor
from cnet_agent.model.errors import FieldError
from cnet_agent.model.spec import Kind, TaskSpec
from cnet_agent.model.task import Handle
from cnet_agent.serving import start
from cnet_agent.serving.order import ServingOrder

OrderFor = Callable[[Launch, Path], ServingOrder]
"""Returns how a launch's model is served by a server with its files in a folder."""


class ModelExecutor:
    """Has everything run by the executor of processes; see ``Executor`` for the contract.

    Args:
        processes: that executor, opened and closed by its owner.
        layout: the data directory.
        order_for: tells how a model is served.
    """

    kind: Kind = "ml"

    def __init__(self, processes: ProcessExecutor, layout: Layout, order_for: OrderFor) -> None:
        self._processes = processes
        self._layout = layout
        self._order_for = order_for

    async def open(self, on_end: OnEnd) -> None:
        """Do nothing: the executor of processes tells of ends."""

    async def close(self) -> None:
        """Do nothing: the executor of processes is closed by its owner."""

    def availability(self) -> Availability:
        """Return how this node limits processes."""
        return self._processes.availability()

    async def look_again(self) -> None:
        """Look at nothing, as for processes."""

    def problems(self, _spec: TaskSpec) -> list[FieldError]:
        """Forbid nothing, as for processes."""
        return []

    async def reserve(self, key: AttemptKey, description: dict[str, Any]) -> None:
        """Write an attempt's record, so that the task is known even without the database."""
        await self._processes.reserve(key, description)

    async def known_attempts(self) -> list[KnownAttempt]:
        """Return the latest attempt of every task of this kind that has a record."""
        return await asyncio.to_thread(lambda: list(records.known(self._layout, self.kind)))

    async def start(self, launch: Launch) -> Handle:
        """Start an attempt and watch it.

        Raises:
            StartError: nothing runs, for the reason in ``outcome``.
            OSError: the disk is full or failing.
        """
        if launch.spec.model is not None:
            folder = self._layout.task(launch.key.task_id).root
            order = self._order_for(launch, folder)
            await asyncio.to_thread(order.write, folder / start.ORDER)
            command, *args = start.command(str(folder))
            spec = launch.spec.model_copy(update={"command": command, "args": tuple(args)})
            launch = replace(launch, spec=spec)
        return await self._processes.start(launch)

    async def recover(self, key: AttemptKey) -> Found:
        """Find out what became of an attempt; watch it if it runs."""
        return await self._processes.recover(key)

    async def stop(self, key: AttemptKey, grace: float) -> None:
        """Ask for the end: the stop signal, ``grace`` seconds, then SIGKILL to all of it."""
        await self._processes.stop(key, grace)

    async def signal(self, key: AttemptKey, name: str) -> None:
        """Send a signal to the main process.

        Raises:
            ProcessLookupError: it does not run.
        """
        await self._processes.signal(key, name)

    async def usage(self, key: AttemptKey) -> Usage | None:
        """Return what the attempt uses now, None if it does not run."""
        return await self._processes.usage(key)

    async def discard(self, task_id: str) -> None:
        """Remove what the executor keeps of a finished task."""
        await self._processes.discard(task_id)
