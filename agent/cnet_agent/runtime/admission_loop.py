"""Lets waiting tasks start as room becomes free."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace

from cnet_agent.model import inputs as happened
from cnet_agent.model.admission import Capacity, admit, choose_gpus
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Task
from cnet_agent.runtime.background import Background
from cnet_agent.runtime.ledger import Ledger
from cnet_agent.runtime.mailroom import Mailroom
from cnet_agent.store.base import StoreFull

logger = logging.getLogger(__name__)

AT_ONCE = 16  # admissions being saved, so that a burst leaves the loop responsive
PAUSE = 1.0  # seconds before another try where one could not be saved


class AdmissionLoop:
    """Asks the model who may start, each time somebody says that it may have changed."""

    def __init__(
        self,
        ledger: Ledger,
        mailroom: Mailroom,
        background: Background,
        *,
        capacity: Callable[[], Capacity],
        needs_preparation: Callable[[TaskSpec], bool],
        now: Callable[[], float],
    ) -> None:
        self._ledger = ledger
        self._mailroom = mailroom
        self._background = background
        self._capacity = capacity
        self._needs_preparation = needs_preparation
        self._now = now
        self._news = asyncio.Event()
        self._admitting: dict[str, Task] = {}

    def look(self) -> None:
        """Look again at who may start; never waits."""
        if self._ledger.queue:
            self._news.set()

    async def run(self) -> None:
        """Admit for ever."""
        while True:
            await self._news.wait()
            self._news.clear()
            capacity = self._capacity()
            if capacity.closed:
                await asyncio.sleep(PAUSE)  # nobody tells when the disk has room again
                self.look()
                continue
            waiting = (task for task in self._ledger.queue if task.id not in self._admitting)
            holding = {task.id: task for task in self._ledger.holding} | self._admitting
            chosen = admit(waiting, holding.values(), capacity, self._now())
            for task in chosen[: AT_ONCE - len(self._admitting)]:
                gpus = choose_gpus(task, holding.values(), capacity)
                holding[task.id] = self._admitting[task.id] = replace(task, gpus=gpus)
                self._background.spawn(self._admit(task, gpus), f"admit {task.id}")

    async def _admit(self, task: Task, gpus: tuple[str, ...]) -> None:
        prepare = self._needs_preparation(task.spec)
        try:
            await self._mailroom.dispatch(task.id, happened.Admitted(task.attempt, prepare, gpus))
        except StoreFull as error:
            logger.warning("Task %s cannot start yet: %s", task.id, error)
            await asyncio.sleep(PAUSE)
        finally:
            del self._admitting[task.id]
            self.look()
