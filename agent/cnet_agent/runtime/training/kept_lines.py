"""The last lines of something that goes on printing, bounded in number and in length. Pure."""

from collections import deque
from collections.abc import Iterable

LINES = 5000
TEXT = 1_000_000  # characters of all of them
LONGEST = 2000  # characters of one


class KeptLines:
    """Keeps the last lines; ``count`` is that of all there were."""

    def __init__(self) -> None:
        self.count = 0
        self._lines: deque[str] = deque()
        self._size = 0

    def add(self, lines: Iterable[str]) -> None:
        """Take lines that were printed."""
        for line in lines:
            kept = line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
            self._lines.append(kept)
            self._size += len(kept)
            self.count += 1
            while len(self._lines) > LINES or self._size > TEXT:
                self._size -= len(self._lines.popleft())

    def since(self, number: int) -> list[str]:
        """Return the lines after the first ``number``, as far as they are kept."""
        missing = self.count - max(number, self.first)
        return list(self._lines)[len(self._lines) - missing :]

    @property
    def first(self) -> int:
        """How many lines there were before the first that is kept."""
        return self.count - len(self._lines)
