"""Collects finished tasks that are too old, too many or too large, oldest first, without haste.

A task's folder is measured once, after its end, and its size kept in the store. A task with the
label ``pinned`` stays until a person removes it, though what it takes counts. What has just ended
is spared for a while where it is only a matter of space: somebody may be about to look at it.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Protocol

from cnet_agent.config.schema import TaskSettings
from cnet_agent.model.errors import AgentError
from cnet_agent.store.base import Store, StoreFull

logger = logging.getLogger(__name__)

EVERY = 60.0  # seconds between rounds
AT_A_TIME = 20  # tasks removed together
MEASURED_AT_A_TIME = 100
PAUSE = 0.1  # seconds between
SPARED = 3600.0  # seconds after its end that space alone does not cost a task


class Sizes(Protocol):
    """What tasks take on disk. Blocking."""

    def of(self, task_ids: list[str]) -> dict[str, int]:
        """Return the bytes that each task takes."""

    def share(self) -> int:
        """Return the bytes that finished tasks get where the settings do not say."""


class Retention:
    """Removes what the settings ``tasks.keep…`` do not cover, while ``tasks.cleanup``.

    Only tasks that the store knows as ended are ever named to ``discard``.
    """

    def __init__(
        self,
        store: Store,
        settings: Callable[[], TaskSettings],
        discard: Callable[[list[str]], Awaitable[None]],
        now: Callable[[], float],
        sizes: Sizes,
        pause: float = PAUSE,
    ) -> None:
        self.on_removed: Callable[[str, list[str]], None] = lambda _why, _ids: None
        self._store = store
        self._settings = settings
        self._discard = discard
        self._now = now
        self._sizes = sizes
        self._pause = pause

    async def collect(self) -> int:
        """Do one round; return how many tasks were removed.

        Raises:
            StoreFull, AgentError, OSError: one could not be removed or measured; the rest is left
                for another round.
        """
        settings, now = self._settings(), self._now()
        if not settings.cleanup:
            await self._measure()
            return 0
        surplus = await self._store.finished_before(now - settings.keep_for, settings.keep)
        await self._remove("too old or too many", surplus)
        await self._measure()
        room = settings.keep_bytes or await asyncio.to_thread(self._sizes.share)
        large: list[str] = []
        if await self._store.finished_bytes() > room:
            large = await self._store.beyond_space(room, now - SPARED)
            await self._remove("too large together", large)
        return len(surplus) + len(large)

    async def run(self) -> None:
        """Do a round every minute, for ever."""
        while True:
            try:
                if count := await self.collect():
                    logger.info("Removed %d finished tasks: too old, many or large", count)
            except (StoreFull, AgentError, OSError) as error:
                logger.warning("Old tasks could not be removed: %s", error)
            await asyncio.sleep(EVERY)

    async def _measure(self) -> None:
        try:
            while ids := await self._store.unmeasured(MEASURED_AT_A_TIME):
                await self._store.put_sizes(await asyncio.to_thread(self._sizes.of, ids))
                await asyncio.sleep(self._pause)
        except StoreFull as error:  # what is known already must do, to make room again
            logger.warning("The sizes of finished tasks could not be saved: %s", error)

    async def _remove(self, why: str, ids: list[str]) -> None:
        for start in range(0, len(ids), AT_A_TIME):
            if start:
                await asyncio.sleep(self._pause)
            batch = ids[start : start + AT_A_TIME]
            await self._discard(batch)
            self.on_removed(why, batch)
