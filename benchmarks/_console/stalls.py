"""How long an event loop leaves those waiting who have something to do."""

import asyncio
import time
from typing import Self

TICK = 0.002  # seconds


class Stalls:
    """Wants to be called every two milliseconds, and notes how late that happens."""

    def __init__(self) -> None:
        self.longest = 0.0  # milliseconds, beyond the tick
        self._ticking: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._ticking = asyncio.ensure_future(self._tick())
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._ticking is not None
        self._ticking.cancel()

    def reset(self) -> None:
        """Forget what was noted."""
        self.longest = 0.0

    async def _tick(self) -> None:
        last = time.perf_counter()
        while True:
            await asyncio.sleep(TICK)
            now = time.perf_counter()
            self.longest = max(self.longest, (now - last - TICK) * 1000)
            last = now
