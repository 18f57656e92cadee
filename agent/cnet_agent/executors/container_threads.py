"""The threads in which Docker is asked, and the patience with a Docker that does not answer."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from cnet_agent.executors.container_engine import Unreachable

logger = logging.getLogger(__name__)

T = TypeVar("T")

AGAIN = 0.5  # seconds until Docker is asked once more
_AT_ONCE = 16
_STREAMS = 1000  # logs that are followed at a time


class Unwanted(Exception):
    """Nobody wants the answer any more."""


class Threads:
    """Runs what blocks: short questions, and the copying of logs, which lasts."""

    def __init__(self) -> None:
        self._short = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="docker")
        self._long = ThreadPoolExecutor(_STREAMS, thread_name_prefix="docker-log")

    async def run(self, work: Callable[..., T], *arguments: Any) -> T:
        """Return what ``work`` returns."""
        return await asyncio.wrap_future(self._short.submit(work, *arguments))

    async def run_long(self, work: Callable[..., T], *arguments: Any) -> T:
        """Return what ``work`` returns, which may take for ever."""
        return await asyncio.wrap_future(self._long.submit(work, *arguments))

    async def ask(
        self,
        ask: Callable[..., T],
        *arguments: Any,
        wanted: Callable[[], bool] = lambda: True,
    ) -> T:
        """Ask Docker until it answers.

        Raises:
            Unwanted: it did not, and ``wanted`` says no.
            Refused: it answered with no.
        """
        while True:
            try:
                return await self.run(ask, *arguments)
            except Unreachable as error:
                logger.debug("Waiting for Docker: %s", error)
            if not wanted():
                raise Unwanted
            await asyncio.sleep(AGAIN)

    async def close(self) -> None:
        """Wait for the copying of logs, whose streams are closed already."""
        self._short.shutdown(wait=False, cancel_futures=True)
        await asyncio.get_running_loop().run_in_executor(None, self._long.shutdown)
