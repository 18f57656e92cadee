"""Watches how much a task's directory takes.

To walk through many files takes a while. So the walk is done in slices, its next one comes no
sooner than ``SHARE`` times as long after it, and in between only the file system is asked how much
room it has left: where that fell by a good part of what the task still may write, the walk comes
sooner.
"""

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Iterator

from cnet_agent.supervisor.limits.pace import SHARE, readable, wait_for
from cnet_agent.supervisor.limits.sizes import running_size

FIRST = 0.02  # seconds until the first walk
SOONEST = 0.01  # seconds between walks while little room is left
LATEST = 1.0  # seconds between walks
PEEK_EVERY = 0.03  # seconds between looks at the room on the file system
_SLICE = 0.005  # seconds of walking before the log has its turn
_BREATH = 0.005  # seconds until the walk goes on
_GOOD_PART = 4  # of what the task may write, so many make the whole
_HURRIED_SHARE = 4  # in place of ``SHARE`` where the file system filled up
_ON_TOP = 20  # a task that is over the limit and grows by a part of so many writes on
_PATIENCE = 2.0  # seconds for the last walk


class DiskWatch:
    """The disk limit of one attempt. ``due`` is when to look next, on the monotonic clock.

    Args:
        limit: bytes.
        directory: the task's own.
        processes: returns the pids of the task.
        now: on the monotonic clock.
    """

    def __init__(
        self, limit: int, directory: str, processes: Callable[[], Iterable[int]], now: float
    ) -> None:
        self.due = now + FIRST
        self._limit = limit
        self._bar = limit  # what must not be passed: the limit, later a little more
        self._directory = directory
        self._processes = processes
        self._walk: Iterator[int] | None = None
        self._walk_due = self.due
        self._hurried_due = self.due
        self._cost = 0.0  # seconds spent on this walk
        self._last = (now, 0)  # when, bytes
        self._free = self._room()

    def look(self, now: float) -> str:
        """Look, for a moment; return in words how far the limit was passed, if it was."""
        if self._walk is None:
            filled = (self._free - self._room()) * _GOOD_PART >= self._bar - self._last[1]
            if now < (self._hurried_due if filled else self._walk_due):
                self.due = min(now + PEEK_EVERY, self._walk_due)
                return ""
            self._cost = 0.0
            self._free = self._room()
            self._walk = running_size(self._directory, self._processes())
        return self._go_on(now)

    def measure(self) -> int | None:
        """Return the bytes that the directory takes, None if that takes too long."""
        deadline = time.monotonic() + _PATIENCE
        known = 0
        for size in running_size(self._directory):
            if time.monotonic() > deadline:
                return None
            known = size
        return known

    def _go_on(self, now: float) -> str:
        assert self._walk is not None
        began = time.monotonic()
        size = 0
        for size in self._walk:
            if size > self._bar:
                self._done(now, began, size)
                self._bar = size + self._limit // _ON_TOP
                return f"{readable(size)} when it was stopped, {readable(size - self._limit)} over"
            if time.monotonic() - began > _SLICE:
                self._cost += time.monotonic() - began
                self.due = now + _BREATH
                return ""
        self._done(now, began, size)
        return ""

    def _done(self, now: float, began: float, size: int) -> None:
        """Plan the next walk."""
        self._walk = None
        self._cost += time.monotonic() - began
        before, then = self._last
        growth = (size - then) / max(now - before, SOONEST)
        wait = wait_for(self._bar - size, growth, SOONEST, LATEST)
        self._last = (now, size)
        self._walk_due = now + max(wait, self._cost * SHARE)
        self._hurried_due = now + max(SOONEST, self._cost * _HURRIED_SHARE)
        self.due = min(self._walk_due, now + PEEK_EVERY)

    def _room(self) -> int:
        """Return the free bytes of the file system, 0 where it does not say."""
        with contextlib.suppress(OSError):
            status = os.statvfs(self._directory)
            return status.f_bfree * status.f_frsize
        return 0
