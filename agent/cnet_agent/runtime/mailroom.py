"""The only writer of tasks: step, save, publish, carry out, one input at a time per task.

The step is synchronous. Its publication and its commands are held until its commit is on disk, so
what an observer has seen or an executor has done is never forgotten by a crash. Where the save
fails (a full disk) the task stays as it was and the caller decides: a person's wish is refused,
what an executor observed is delivered again until it can be saved.
"""

import asyncio
import logging
from collections.abc import Callable

from cnet_agent.model.commands import Command
from cnet_agent.model.errors import NotFound
from cnet_agent.model.inputs import Input
from cnet_agent.model.machine import step
from cnet_agent.model.task import Task
from cnet_agent.runtime import timeline
from cnet_agent.runtime.ledger import Ledger
from cnet_agent.runtime.locks import Locks
from cnet_agent.runtime.refusals import no_task
from cnet_agent.store.base import IdempotencyRecord, Store, StoreFull
from cnet_agent.supervisor.failpoints import reach

logger = logging.getLogger(__name__)

REDELIVERY = 1.0  # seconds between attempts to save what was observed


class Mailroom:
    """Takes inputs about tasks and makes them so."""

    def __init__(
        self,
        store: Store,
        ledger: Ledger,
        publish: Callable[[Task], None],
        carry_out: Callable[[Task, Command], None],
        now: Callable[[], float],
    ) -> None:
        self._store = store
        self._ledger = ledger
        self._publish = publish
        self._carry_out = carry_out
        self._now = now
        self._locks = Locks()

    async def insert(self, task: Task, idempotency: IdempotencyRecord | None = None) -> None:
        """Save a new task and take it in.

        Raises:
            StoreFull: nothing was saved.
        """
        async with self._locks.of(task.id):
            await self._store.put(task, [timeline.created(task)], idempotency)
            reach("agent-accepted")
            self._ledger.take(task)
            self._publish(task)

    async def dispatch(self, task_id: str, what: Input) -> Task:
        """Apply one input and return the task as it is then.

        Raises:
            NotFound: there is no such task.
            InvalidTransition: the input cannot happen now.
            StoreFull: it could not be saved, so nothing changed.
        """
        async with self._locks.of(task_id):
            before = self._ledger.get(task_id) or await self._store.get(task_id)
            if before is None:
                raise no_task(task_id)
            now = self._now()
            after, commands = step(before, what, now)
            if after is not before:
                await self._store.put(after, timeline.describe(before, what, after, now))
                reach(f"agent-{after.phase}-saved")
                self._ledger.take(after)
                self._publish(after)
            for command in commands:
                self._carry_out(after, command)
            return after

    async def deliver(self, task_id: str, what: Input) -> None:
        """Apply something that was observed, however long saving it takes."""
        reported = False
        while True:
            try:
                await self.dispatch(task_id, what)
            except StoreFull as error:
                if not reported:
                    logger.warning("Cannot save the state of task %s yet: %s", task_id, error)
                    reported = True
                await asyncio.sleep(REDELIVERY)
            except NotFound:
                return  # purged meanwhile
            else:
                return
