"""At start: find out what became of every open task, and rebuild a lost database from records.

The records own what was observed, the database what was decided. Nothing is ever started again
that may have run: only an attempt whose record says that it never did.
"""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import replace

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
from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.spec import Kind
from cnet_agent.model.task import Outcome, Task
from cnet_agent.runtime.carry_out import CarryOut, input_for
from cnet_agent.runtime.description import restore
from cnet_agent.runtime.ledger import Ledger
from cnet_agent.runtime.mailroom import Mailroom
from cnet_agent.store.base import Store

logger = logging.getLogger(__name__)

AT_A_TIME = 32


async def recover(
    store: Store,
    executors: Mapping[Kind, Executor],
    ledger: Ledger,
    mailroom: Mailroom,
    carry_out: CarryOut,
    now: float,
) -> None:
    """Bring every open task into its true state and go on from there."""
    tasks = await store.open_tasks()
    for task in tasks:
        ledger.take(task)
    gate = asyncio.Semaphore(AT_A_TIME)

    async def one(task: Task) -> None:
        async with gate:
            await _recover_task(task, executors, mailroom, carry_out, now)

    await asyncio.gather(*(one(task) for task in tasks if task.phase is not Phase.QUEUED))
    if tasks:
        logger.info("Recovered %d open tasks", len(tasks))


async def rebuild(store: Store, executors: Mapping[Kind, Executor]) -> int:
    """Put every task that has a record but is not in the store into it; return how many.

    A task whose attempt was handed to the system comes back as ``starting``, which ``recover``
    then turns into what is so; one that never was comes back as ``queued``.
    """
    found: list[Task] = []
    for executor in executors.values():
        for known in await executor.known_attempts():
            task = restore(known.description, known.key.number)
            if task is None:
                logger.warning("The record of task %s cannot be read", known.key.task_id)
            elif await store.get(task.id) is None:
                phase = Phase.STARTING if known.started else Phase.QUEUED
                found.append(replace(task, phase=phase))
    await asyncio.gather(*(store.put(task) for task in found))
    return len(found)


async def _recover_task(
    task: Task,
    executors: Mapping[Kind, Executor],
    mailroom: Mailroom,
    carry_out: CarryOut,
    now: float,
) -> None:
    match task.phase:
        case Phase.BACKING_OFF:
            carry_out.wake(task, task.due_at or 0.0)
        case Phase.PREPARING:
            carry_out.carry_out(task, Prepare())
        case Phase.STARTING | Phase.RUNNING | Phase.STOPPING:
            await _recover_attempt(task, executors[task.spec.type], mailroom, carry_out, now)


async def _recover_attempt(
    task: Task, executor: Executor, mailroom: Mailroom, carry_out: CarryOut, now: float
) -> None:
    key = AttemptKey(task.id, task.attempt)
    found = await executor.recover(key)
    match found:
        case Running(handle=handle):
            if task.phase is Phase.STOPPING and task.started_at is not None:
                carry_out.carry_out(task, _stop_again(task))
            else:
                await mailroom.deliver(task.id, happened.Started(task.attempt, handle=handle))
        case Ended(handle=handle):
            if handle is not None and task.started_at is None:
                await mailroom.deliver(task.id, happened.Started(task.attempt, handle=handle))
            await mailroom.deliver(task.id, input_for(key, found))
        case Vanished():
            await mailroom.deliver(task.id, input_for(key, found))
        case NeverRan():
            await _never_ran(task, mailroom, carry_out, now)


async def _never_ran(task: Task, mailroom: Mailroom, carry_out: CarryOut, now: float) -> None:
    if task.phase is Phase.STARTING:
        carry_out.carry_out(task, Start())
        return
    outcome = Outcome(
        Reason.LOST,
        ended_at=now,
        detail="Its record is gone, so how it ended is not known.",
    )
    if task.phase is Phase.STOPPING and task.started_at is None:
        await mailroom.deliver(task.id, happened.StartFailed(task.attempt, outcome=outcome))
    else:
        await mailroom.deliver(task.id, happened.Lost(task.attempt, outcome=outcome))


def _stop_again(task: Task) -> Stop:
    """Return the stop that a dead agent may not have placed; placing it twice does no harm."""
    return Stop(task.stop.grace if task.stop else task.spec.stop_grace)
