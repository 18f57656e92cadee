"""A wall clock that does not follow a wrong date forwards at once.

What is kept for a time (finished tasks, samples, keys of requests) would be lost for good when the
date is wrong for a moment: a year ahead, say, until the time service has set it right. So a clock
that was set forward is believed only once that has lasted. Back it is followed at once: then
things are merely kept for longer.
"""

import time
from collections.abc import Callable
from typing import Generic, TypeVar

TOLERANCE = 300.0  # seconds by which a clock may be set without more ado
AWAY = 86400.0  # seconds for which an agent may not have run without more ado
PATIENCE = 600.0  # seconds after which a clock that was set forward is believed

T = TypeVar("T")


def since_boot() -> float:
    """Return seconds that go on through suspension, where there is such a clock."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class BelievedClock:
    """Unix seconds, of which ``now`` is asked and checked against ``steady`` at each call.

    Args:
        now: the wall clock.
        steady: seconds that nobody can set.
        last: the newest time that was believed before this, if there is one. Not that of a file,
            which is written under a wrong date like any other.
    """

    def __init__(
        self, now: Callable[[], float], steady: Callable[[], float], last: float | None = None
    ) -> None:
        self._now = now
        self._steady = steady
        wall, began = now(), steady()
        doubted = last is not None and wall > last + AWAY
        self._offset = (last if doubted and last is not None else wall) - began
        self._doubted_since: float | None = began if doubted else None

    def __call__(self) -> float:
        """Return the time that is believed."""
        steady = self._steady()
        offset = self._now() - steady
        doubted = offset > self._offset + TOLERANCE
        if doubted and self._doubted_since is None:
            self._doubted_since = steady
        since = steady if self._doubted_since is None else self._doubted_since
        if not doubted or steady - since >= PATIENCE:
            self._offset, self._doubted_since = offset, None
        return steady + self._offset

    def doubts(self, at: float) -> bool:
        """Tell whether a time claims to be later than is believed now."""
        return at > self() + TOLERANCE


class Believed(Generic[T]):
    """Passes on what has a time, but holds back what claims to be of a time not believed yet.

    Once that time is believed, what was held back is passed on too; where the clock was set right
    again it is dropped.
    """

    def __init__(
        self, clock: BelievedClock, at: Callable[[T], float], pass_on: Callable[[T], None]
    ) -> None:
        self._clock = clock
        self._at = at
        self._pass_on = pass_on
        self._held: list[T] = []

    def __call__(self, item: T) -> None:
        """Take the next one."""
        if self._clock.doubts(self._at(item)):
            self._held.append(item)
            return
        held, self._held = self._held, []
        for earlier in held:
            if self._at(earlier) < self._at(item):
                self._pass_on(earlier)
        self._pass_on(item)
