"""Bounds what else grows in a data directory: damaged databases kept aside, unused environments."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from pathlib import Path

from cnet_agent.config.schema import TaskSettings
from cnet_agent.model.errors import Conflict, NotFound
from cnet_agent.runtime.environments import Environments

logger = logging.getLogger(__name__)

EVERY = 3600.0  # seconds between rounds
COPIES = 3  # damaged databases kept aside, of each
COPIES_FOR = 90 * 86400.0  # seconds that they are kept
_SUFFIX = ".corrupt-"


class Tidying:
    """Looks every hour, and first when the agent has started."""

    def __init__(
        self,
        root: Path,
        environments: Environments,
        settings: Callable[[], TaskSettings],
        now: Callable[[], float],
    ) -> None:
        self._root = root
        self._environments = environments
        self._settings = settings
        self._now = now

    async def run(self) -> None:
        """Do a round every hour, for ever."""
        while True:
            try:
                await self.tidy()
            except OSError as error:
                logger.warning("The data directory could not be tidied up: %s", error)
            await asyncio.sleep(EVERY)

    async def tidy(self) -> None:
        """Do one round.

        Raises:
            OSError: something could not be removed.
        """
        removed = await asyncio.to_thread(
            remove_copies, self._root, COPIES, self._now() - COPIES_FOR
        )
        for name in removed:
            logger.info("Removed %s, a damaged database that was kept aside", name)
        settings = self._settings()
        if settings.cleanup:
            await self._forget_environments(self._now() - settings.keep_environments_for)

    async def _forget_environments(self, before: float) -> None:
        for environment in await self._environments.list():
            if environment.last_used >= before:
                continue
            with contextlib.suppress(Conflict, NotFound):  # in use again, or gone already
                await self._environments.delete(environment.id)
                logger.info("Removed environment %s, which was not used", environment.id)


def remove_copies(root: Path, most: int, before: float) -> list[str]:
    """Remove damaged databases that were moved aside: beyond the newest ``most`` or too old.

    Args:
        root: the data directory.
        most: to keep of each database.
        before: in Unix seconds; what was moved aside earlier goes.

    Returns:
        The names of what was removed.
    """
    aside: dict[str, list[Path]] = {}
    for path in root.glob(f"*{_SUFFIX}*"):
        if not path.name.endswith("-wal"):
            aside.setdefault(path.name.partition(_SUFFIX)[0], []).append(path)
    removed = []
    for copies in aside.values():
        # The time is in the name, as moving a file does not change when it was written.
        copies.sort(key=lambda path: path.name, reverse=True)
        for place, path in enumerate(copies):
            if place >= most or path.stat().st_ctime < before:
                path.unlink()
                path.with_name(f"{path.name}-wal").unlink(missing_ok=True)
                removed.append(path.name)
    return removed
