"""At start: find out what became of every open task, and rebuild a lost database from records.

The records own what was observed, the database what was decided. Nothing is ever started again
that may have run: only an attempt whose record says that it never did.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from cnet_agent.executors.base import (
    AttemptKey,
    Ended,
    Executor,
    NeverRan,
    Running,
    Vanished,
)
from cnet_agent.model import inputs as happened
from cnet_agent.model.commands import Prepare, Start, Stop
from cnet_agent.model.inputs import Input
from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.retry import wait_left
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.spec import Kind
from cnet_agent.model.task import Outcome, Task
from cnet_agent.runtime.background import Background
from cnet_agent.runtime.carry_out import CarryOut
from cnet_agent.runtime.description import restore
from cnet_agent.runtime.ledger import Ledger
from cnet_agent.runtime.mailroom import Mailroom
from cnet_agent.store.base import Store

logger = logging.getLogger(__name__)

AT_A_TIME = 32
PATIENCE = 10.0  # seconds; what cannot be saved by then, on a full disk, is saved later


@dataclass(frozen=True, slots=True)
class Recovery:
    """Brings the tasks of an earlier agent into their true state and goes on from there."""

    store: Store
    executors: Mapping[Kind, Executor]
    ledger: Ledger
    mailroom: Mailroom
    carry_out: CarryOut
    background: Background
    now: Callable[[], float]
    rebooted: bool  # since the earlier agent: records that were not synced may be gone

    async def rebuild(self) -> int:
        """Put every task that has a record but is not in the store into it; return how many.

        A task whose attempt was handed to the system comes back as ``starting``, which ``recover``
        then turns into what is so; one that never was comes back as ``queued``.
        """
        found: list[Task] = []
        for executor in self.executors.values():
            for known in await executor.known_attempts():
                task = restore(known.description, known.key.number)
                if task is None:
                    logger.warning("The record of task %s cannot be read", known.key.task_id)
                elif await self.store.get(task.id) is None:
                    phase = Phase.STARTING if known.started else Phase.QUEUED
                    found.append(replace(task, phase=phase))
        await asyncio.gather(*(self.store.put(task) for task in found))
        return len(found)

    async def recover(self) -> None:
        """Find out what became of every open task."""
        tasks = await self.store.open_tasks()
        for task in tasks:
            self.ledger.take(task)
        gate = asyncio.Semaphore(AT_A_TIME)
        work = [
            self.background.spawn(self._task(task, gate), f"recover {task.id}")
            for task in tasks
            if task.phase is not Phase.QUEUED
        ]
        if work:
            _, late = await asyncio.wait(work, timeout=PATIENCE)
            logger.info("Recovered %d open tasks, %d still to be saved", len(tasks), len(late))

    async def _task(self, task: Task, gate: asyncio.Semaphore) -> None:
        async with gate:
            match task.phase:
                case Phase.BACKING_OFF:
                    self.carry_out.wake(task, wait_left(task, self.now()))
                case Phase.PREPARING:
                    self.carry_out.carry_out(task, Prepare())
                case Phase.STARTING | Phase.RUNNING | Phase.STOPPING:
                    await self._attempt(task)

    async def _attempt(self, task: Task) -> None:
        key = AttemptKey(task.id, task.attempt)
        found = await self.executors[task.spec.type].recover(key)
        match found:
            case Running() if task.phase is Phase.STOPPING and task.started_at is not None:
                # Placing again a stop that the dead agent may have placed does no harm.
                self.carry_out.carry_out(
                    task, Stop(task.stop.grace if task.stop else task.spec.stop_grace)
                )
            case Running(handle=handle):
                await self._deliver(task, happened.Started(task.attempt, handle=handle))
            case Ended(handle=handle):
                if handle is not None and task.started_at is None:
                    await self._deliver(task, happened.Started(task.attempt, handle=handle))
                await self._deliver(task, await self.carry_out.input_for(key, found))
            case Vanished():
                await self._deliver(task, await self.carry_out.input_for(key, found))
            case NeverRan():
                await self._never_ran(task)

    async def _never_ran(self, task: Task) -> None:
        if task.phase is Phase.STARTING and not self.rebooted:
            self.carry_out.carry_out(task, Start())
            return
        if self.rebooted:
            why = Sentence("The node was restarted, so how it ended is not known.")
        else:
            why = Sentence("Its record is gone, so how it ended is not known.")
        outcome = Outcome(Reason.LOST, ended_at=self.now(), detail=why)
        if task.phase is Phase.STOPPING and task.started_at is None:
            await self._deliver(task, happened.StartFailed(task.attempt, outcome=outcome))
        else:
            await self._deliver(task, happened.Lost(task.attempt, outcome=outcome))

    async def _deliver(self, task: Task, what: Input) -> None:
        await self.mailroom.deliver(task.id, what)
