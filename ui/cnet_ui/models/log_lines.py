"""Lines of a log on their way to the screen: bounded, and honest about what was left out. Pure."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from cnet_agent.wire.task import LogRecord

BATCH = 400  # lines drawn at a time; more would hold the window up
WAITING = 10 * BATCH  # lines that wait to be drawn, about a second


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence of the console between the lines."""

    text: str


Line = LogRecord | Note


class LogLines:
    """Takes lines as quickly as they come and gives them at a pace that can be drawn.

    The newest are kept: after a flood the end of the log is whole.
    """

    def __init__(self) -> None:
        self._waiting: deque[Line] = deque()
        self._skipped = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, lines: Iterable[Line]) -> None:
        """Take lines; the oldest that wait make room."""
        self._waiting.extend(lines)
        while len(self._waiting) > WAITING:
            self._waiting.popleft()
            self._skipped += 1

    def take(self) -> tuple[int, list[Line]]:
        """Return how many lines were left out, and up to ``BATCH`` that follow them."""
        skipped, self._skipped = self._skipped, 0
        count = min(len(self._waiting), BATCH)
        return skipped, [self._waiting.popleft() for _ in range(count)]

    def clear(self) -> None:
        """Forget what waits."""
        self._waiting.clear()
        self._skipped = 0
