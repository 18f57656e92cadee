"""Keeps the event loop from falling asleep between requests that follow each other at once.

To wake a process costs more than a small model computes, and a client that asks again as soon as
it has its answer would pay for that twice with each request.
"""

import asyncio
import os
import time
from collections.abc import Callable

from cnet_worker.vigil import SOON


class Awake:
    """Keeps a loop turning for a moment, if what it waits for has been coming soon.

    It gives way with every turn to whoever wants the processor.

    Args:
        clock: seconds of a steady clock.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last = -SOON  # when something came
        self._until = -SOON
        self._turns = False

    @property
    def is_awake(self) -> bool:
        """Whether the loop is kept turning."""
        return self._turns

    def came(self, *, alone: bool) -> None:
        """Note that a request came, or an answer; ``alone`` if it is worth to wait awake.

        It is where there is no other beside it: otherwise there is enough to do.
        """
        now = self._clock()
        soon, self._last = now - self._last < SOON, now
        self._until = now + SOON if soon and alone else now
        if soon and alone and not self._turns:
            self._turns = True
            self._again()

    def _turn(self) -> None:
        if self._clock() < self._until:
            os.sched_yield()
            self._again()
        else:
            self._turns = False

    def _again(self) -> None:
        asyncio.get_running_loop().call_soon(self._turn)
