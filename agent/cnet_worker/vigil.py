"""Waiting for the next request without sleep, where those before it came one soon after another.

To wake a process costs more than a small model computes.
"""

from __future__ import annotations

import os
import select
import socket
import time
from collections.abc import Callable

_CORES = 2  # of processors: one for each of two processes that wait
SOON = 0.0005  # seconds; what has come sooner than this will do so again


def may_watch(cores: float | None) -> bool:
    """Tell whether a model and its server may wait without sleep, with so many cores at most.

    That takes one of each of them. Where they have less, what waits would keep what computes from
    it, or use up what both may take.
    """
    there_are = os.cpu_count() or 1
    return min(there_are, cores or there_are) >= _CORES


class Vigil:
    """Waits for a socket to have something to read, or to have ended.

    Args:
        connection: the socket.
        watches: whether it may wait without sleep.
        clock: seconds of a steady clock.
    """

    def __init__(
        self,
        connection: socket.socket,
        *,
        watches: bool,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._watches = watches
        self._clock = clock
        self._poll = select.poll()
        self._poll.register(connection, select.POLLIN)
        self._is_soon = False

    def wait(self, *, alone: bool) -> None:
        """Wait for what comes next; without sleep only if what came last came ``alone``.

        Where several wait at a time there is enough to do, and others want the processor.
        """
        began = self._clock()
        if not (alone and self._is_soon and self._watch(began + SOON)):
            self._poll.poll()
        self._is_soon = self._watches and self._clock() - began < SOON

    def _watch(self, until: float) -> bool:
        """Return once there is something to read, or it is late; tell whether there is."""
        while not self._poll.poll(0):
            if self._clock() >= until:
                return False
            os.sched_yield()  # whoever wants the processor has it first
        return True
