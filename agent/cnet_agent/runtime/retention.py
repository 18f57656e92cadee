"""Collects finished tasks that are too old or too many, oldest first and without haste."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from cnet_agent.config.schema import TaskSettings
from cnet_agent.model.errors import AgentError
from cnet_agent.store.base import Store, StoreFull

logger = logging.getLogger(__name__)

EVERY = 60.0  # seconds between rounds
AT_A_TIME = 20  # tasks removed together
PAUSE = 0.1  # seconds between


class Retention:
    """Removes what ``tasks.keep`` and ``tasks.keep_for`` do not cover, while ``tasks.cleanup``.

    Only tasks that the store knows as ended are ever named to ``discard``.
    """

    def __init__(
        self,
        store: Store,
        settings: Callable[[], TaskSettings],
        discard: Callable[[list[str]], Awaitable[None]],
        now: Callable[[], float],
        pause: float = PAUSE,
    ) -> None:
        self._store = store
        self._settings = settings
        self._discard = discard
        self._now = now
        self._pause = pause

    async def collect(self) -> int:
        """Do one round; return how many tasks were removed.

        Raises:
            StoreFull, AgentError: one could not be removed; the rest is left for another round.
        """
        settings = self._settings()
        if not settings.cleanup:
            return 0
        ids = await self._store.finished_before(self._now() - settings.keep_for, settings.keep)
        for start in range(0, len(ids), AT_A_TIME):
            if start:
                await asyncio.sleep(self._pause)
            await self._discard(ids[start : start + AT_A_TIME])
        return len(ids)

    async def run(self) -> None:
        """Do a round every minute, for ever."""
        while True:
            try:
                if count := await self.collect():
                    logger.info("Removed %d finished tasks that were old or too many", count)
            except (StoreFull, AgentError, OSError) as error:
                logger.warning("Old tasks could not be removed: %s", error)
            await asyncio.sleep(EVERY)
