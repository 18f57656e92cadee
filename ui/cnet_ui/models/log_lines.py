"""Lines of a log as they come, and on their way to the screen. Pure."""

import functools
import itertools
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from cnet_agent.model.log_level import Level, counts_as, level_of
from cnet_agent.wire.task import LogRecord
from cnet_ui.models.ansi import plain

KEPT = 10_000  # lines on the screen and on their way to it; the log has more
MOST_TEXT = 32_000_000  # characters of them; lines can be long
LONGEST = 2000  # characters of a line that are shown at once


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence of the console between the lines."""

    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """Whose a line is, where there are several logs; ``hue`` is the number of its colour."""

    id: str
    name: str
    hue: int = 0


class Sourced(NamedTuple):
    """A line among those of other sources."""

    record: LogRecord
    source: Source


Line = LogRecord | Sourced | Note


class Row:
    """A line as it is shown; ``number`` grows along the log.

    It has the record's parts rather than the record: ten thousand of them are here all the time.
    """

    __slots__ = ("cursor", "line", "number", "source", "stream", "text", "time")

    def __init__(self, line: Line) -> None:
        self.number = 0
        self.source: Source | None = None
        self.time = self.stream = self.cursor = ""
        if isinstance(line, Note):
            self.line = self.text = line.text
            return
        if isinstance(line, Sourced):
            line, self.source = line
        self.time, self.stream, self.cursor = line.time, line.stream, line.cursor
        self.line = text = line.line
        if len(text) > LONGEST:
            self.text = plain(text[: 4 * LONGEST])[:LONGEST]
        else:
            self.text = plain(text)

    @property
    def is_note(self) -> bool:
        """Whether it is a sentence of the console."""
        return not self.stream

    @property
    def is_cut(self) -> bool:
        """Whether there is more of the line than is shown."""
        return len(self.line) > LONGEST

    @property
    def level(self) -> Level | None:
        """The level that the line names."""
        return level_of(self.text)

    @property
    def clock(self) -> str:
        """The local time of the line, to the millisecond."""
        return clock(self.time)

    def replaces(self, before: "Row") -> bool:
        """Tell whether the line was written over the one before it, as progress bars are."""
        return (
            self.line.startswith("\r")
            and before.line.startswith("\r")
            and self.stream == before.stream
            and self.source == before.source
        )


@dataclass(frozen=True, slots=True)
class LineFilter:
    """Which lines to show; notes always are."""

    levels: frozenset[Level] = frozenset(Level)
    streams: frozenset[str] = frozenset({"stdout", "stderr"})

    @property
    def is_off(self) -> bool:
        """Whether every line passes."""
        return len(self.levels) == len(Level) and len(self.streams) == 2

    def passes(self, row: Row) -> bool:
        """Tell whether a line is shown."""
        if row.is_note:
            return True
        if row.stream not in self.streams:
            return False
        return len(self.levels) == len(Level) or counts_as(row.level) in self.levels


class WaitingLines:
    """Takes lines as quickly as they come and gives them at a pace that can be drawn.

    The newest are kept: after a flood the end of the log is whole.
    """

    def __init__(self) -> None:
        self._waiting: deque[Line] = deque()
        self._size = 0  # characters
        self._skipped = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, lines: Iterable[Line]) -> None:
        """Take lines; the oldest that wait make room."""
        for line in lines:
            self._waiting.append(line)
            self._size += size_of(line)
        while len(self._waiting) > KEPT or self._size > MOST_TEXT:
            self._size -= size_of(self._waiting.popleft())
            self._skipped += 1

    def take(self, most: int) -> tuple[int, list[Line]]:
        """Return how many lines were left out, and up to ``most`` that follow them."""
        skipped, self._skipped = self._skipped, 0
        taken = list(itertools.islice(self._waiting, most))
        for line in taken:
            self._waiting.popleft()
            self._size -= size_of(line)
        return skipped, taken

    def clear(self) -> int:
        """Forget what waits, and return how many lines that were."""
        count = len(self._waiting) + self._skipped
        self._waiting.clear()
        self._size = self._skipped = 0
        return count


def size_of(line: Line) -> int:
    """Return how many characters a line has."""
    if isinstance(line, Note):
        return len(line.text)
    return len((line.record if isinstance(line, Sourced) else line).line)


def clock(time: str) -> str:
    """Return RFC 3339 in UTC as the local time of day, to the millisecond."""
    if len(time) < 24 or not time.endswith("Z"):
        return time
    return f"{_second(time[:19])}{time[19:23]}"


@functools.lru_cache(maxsize=4096)  # many lines have the same second
def _second(time: str) -> str:
    try:
        return datetime.fromisoformat(f"{time}+00:00").astimezone().strftime("%H:%M:%S")
    except (ValueError, OverflowError):
        return time
