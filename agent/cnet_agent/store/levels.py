"""Samples in several resolutions, each finer one feeding the next: minimum, mean and maximum.

A row of the finest level is a sample, at its own time. A row of a coarser one stands for a whole
``step``, at the beginning of it, and is made once that is over; until then its parts are waiting.

How much is kept is a number of rows, not an age: a clock that jumps forward makes nothing old. What
lies in the future after a clock was set back is put by. Where time then passes, new rows take its
place; where the clock jumps over it, it was right, and comes back.
"""

import math
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cnet_agent.store.series import SERIES

WIDTH = 3 * len(SERIES)  # a row: all minima, all means, all maxima

Row = Sequence[float]
OnRow = Callable[[int, float, Row, float | None], None]
"""Told the level, the time, the row, and the time since which no other row can be true: None after
a jump of the clock."""

JUMP = 60.0  # seconds without a sample: the clock was set, or nobody was there


@dataclass(frozen=True, slots=True)
class Resolution:
    """How fine a level is and how far it goes back, in seconds."""

    step: float  # 0: as the samples come
    keep: float

    def rows(self, interval: float) -> int:
        """Return how many rows are kept where a sample comes every ``interval`` seconds."""
        return math.ceil(self.keep / max(self.step, interval))

    def reaching(self, at: float) -> float:
        """Return the time from which on rows reach ``at``."""
        return at - self.step


RESOLUTIONS = (
    Resolution(0, 3600),
    Resolution(10, 24 * 3600),
    Resolution(60, 7 * 24 * 3600),
    Resolution(900, 90 * 24 * 3600),
)


class Rows:
    """Rows, oldest first."""

    def __init__(self) -> None:
        self.times = array("d")  # Unix seconds
        self.values = array("f")  # rows of ``WIDTH``, one behind the other

    def take(self, other: "Rows", start: int, stop: int) -> None:
        """Add rows of another one, which loses them."""
        self.times.extend(other.times[start:stop])
        self.values.extend(other.values[start * WIDTH : stop * WIDTH])
        other.drop(start, stop)

    def drop(self, start: int, stop: int) -> None:
        """Forget rows."""
        del self.times[start:stop]
        del self.values[start * WIDTH : stop * WIDTH]


class Level(Rows):
    """Rows of one resolution; ``most`` are kept."""

    def __init__(self, resolution: Resolution, interval: float = 1.0) -> None:
        super().__init__()
        self.resolution = resolution
        self.most = resolution.rows(interval)
        self._later = Rows()  # of the future, after the clock was set back
        self._bucket = 0.0
        self._parts: list[Row] = []

    def append(self, at: float, row: Row) -> None:
        """Add a row and let go of the oldest; what was put by for this time is out of date."""
        later = self._later
        if later.times and later.times[0] <= at:
            later.drop(0, bisect_right(later.times, at))
        self.times.append(at)
        self.values.extend(row)
        if len(self.times) > self.most * 1.1:  # in steps, since each moves the rest
            self.drop(0, len(self.times) - self.most)

    def feed(self, at: float, row: Row) -> tuple[float, Row] | None:
        """Take a row of the finer level; return the row that it completed, if it did."""
        bucket = at - at % self.resolution.step
        done = None
        if self._parts and bucket != self._bucket:
            done = self._bucket, join(self._parts)
            self.append(*done)
            self._parts = []
        self._bucket = bucket
        self._parts.append(row)
        return done

    def since(self, start: float) -> "tuple[array[float], array[float]]":
        """Return copies of times and values from ``start`` on, the unfinished row included."""
        first = bisect_left(self.times, start - self.resolution.step)
        times, values = self.times[first:], self.values[first * WIDTH :]
        if self._parts:
            times.append(self._bucket)
            values.extend(join(self._parts))
        return times, values

    def covered_until(self) -> float:
        """Return the time from which on finer rows are not in a finished row yet."""
        return self.times[-1] + self.resolution.step if self.times else -math.inf

    def rewind(self, at: float) -> None:
        """Put every row by that reaches ``at``; forget what is unfinished."""
        self._parts = []
        put_by = Rows()
        put_by.take(self, bisect_left(self.times, self.resolution.reaching(at)), len(self.times))
        put_by.take(self._later, 0, max(0, self.most - len(put_by.times)))
        self._later = put_by

    def come_back(self, at: float) -> bool:
        """Take back what was put by from before ``at``; tell whether there was any."""
        later = self._later
        stop = bisect_left(later.times, self.resolution.reaching(at))
        if not stop:
            return False
        self._parts = []
        self.take(later, 0, stop)
        return True

    def row(self, index: int) -> Row:
        """Return one row."""
        return self.values[index * WIDTH : (index + 1) * WIDTH]


class Levels:
    """All resolutions. ``on_row`` is told each row that was added."""

    def __init__(
        self,
        on_row: OnRow,
        resolutions: Sequence[Resolution] = RESOLUTIONS,
        interval: float = 1.0,
    ) -> None:
        self.levels = [Level(resolution, interval) for resolution in resolutions]
        self._on_row = on_row
        self._jump = max(JUMP, 3 * interval)

    def add(self, at: float, values: Sequence[float]) -> None:
        """Add a sample that is newer than all others."""
        row = (*values, *values, *values)
        finest = self.levels[0]
        before = finest.times[-1] if finest.times else -math.inf
        if at - before > self._jump:
            came_back = [level.come_back(at) for level in self.levels]
            if any(came_back):
                self.catch_up()
        since = self._since(finest.times, at)
        finest.append(at, row)
        self._on_row(0, at, row, since)
        self._feed(1, at, row)

    def catch_up(self) -> None:
        """Feed coarser levels with finer rows that they have not seen."""
        for number in range(1, len(self.levels)):
            finer, start = self.levels[number - 1], self.levels[number].covered_until()
            for index in range(bisect_left(finer.times, start), len(finer.times)):
                self._feed(number, finer.times[index], finer.row(index), further=False)

    def rewind(self, at: float) -> None:
        """Put by what reaches ``at`` or beyond: the clock was set back."""
        for level in self.levels:
            level.rewind(at)
        self.catch_up()

    def level_for(self, window: float) -> Level:
        """Return the finest level that goes back ``window`` seconds."""
        for level in self.levels:
            if level.resolution.keep >= window:
                return level
        return self.levels[-1]

    def _feed(self, number: int, at: float, row: Row, *, further: bool = True) -> None:
        if number == len(self.levels):
            return
        level = self.levels[number]
        newest = level.times[-1:]
        done = level.feed(at, row)
        if done is not None:
            self._on_row(number, *done, self._since(newest, done[0], level.resolution.step))
            if further:
                self._feed(number + 1, *done)

    def _since(self, times: Sequence[float], at: float, step: float = 0.0) -> float | None:
        """Return the last of ``times`` if time went on from there to ``at`` without a jump."""
        return times[-1] if times and at - times[-1] <= self._jump + step else None


def join(rows: Sequence[Row]) -> Row:
    """Return the row that stands for several: least minimum, mean of means, greatest maximum."""
    count = len(SERIES)
    columns = [[v for v in column if not math.isnan(v)] for column in zip(*rows, strict=True)]
    return (
        *(min(column, default=math.nan) for column in columns[:count]),
        *(sum(column) / len(column) if column else math.nan for column in columns[count:-count]),
        *(max(column, default=math.nan) for column in columns[-count:]),
    )
