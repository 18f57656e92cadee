"""Puts the lines of several logs into one order as they come. Pure."""

from collections.abc import Iterable
from operator import itemgetter

from cnet_ui.models.log_lines import KEPT, Sourced

HOLD = 0.3  # seconds that a line waits for earlier ones of other logs


class LogMerge:
    """Takes batches of lines, each log's own in order, and gives all of them by time.

    A line is held back for a moment, as one of another log that was written before it may still
    be on its way. What comes later than that is given out late, rather than lost.
    """

    def __init__(self, hold: float = HOLD, most: int = KEPT) -> None:
        self._hold = hold
        self._most = most
        self._held: list[tuple[str, int, float, Sourced]] = []  # time, order, when it came
        self._count = 0

    def __len__(self) -> int:
        return len(self._held)

    def add(self, lines: Iterable[Sourced], now: float) -> None:
        """Take lines at a moment, in seconds of any clock that only goes forward."""
        for line in lines:
            self._count += 1
            self._held.append((line.record.time, self._count, now, line))

    def take(self, now: float) -> list[Sourced]:
        """Return the lines whose time has come: all up to the latest that waited long enough.

        Where more wait than can be held, the earliest of them come at once.
        """
        self._held.sort(key=itemgetter(0, 1))
        due = 0
        for number, (_, _, came, _) in enumerate(self._held, start=1):
            if came <= now - self._hold:
                due = number
        due = max(due, len(self._held) - self._most)
        given = [line for _, _, _, line in self._held[:due]]
        del self._held[:due]
        return given

    def clear(self) -> None:
        """Forget what is held."""
        self._held.clear()
