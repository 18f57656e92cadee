"""Samples in several resolutions, each finer one feeding the next: minimum, mean and maximum.

A row of the finest level is a sample, at its own time. A row of a coarser one stands for a whole
``step``, at the beginning of it, and is made once that is over; until then its parts are waiting.
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cnet_agent.store.series import SERIES

WIDTH = 3 * len(SERIES)  # a row: all minima, all means, all maxima

Row = Sequence[float]
OnRow = Callable[[int, float, Row], None]  # level, time, row


@dataclass(frozen=True, slots=True)
class Resolution:
    """How fine a level is and how far it goes back, in seconds."""

    step: float  # 0: as the samples come
    keep: float

    def reaching(self, at: float) -> float:
        """Return the time from which on rows reach ``at``."""
        return at - self.step


RESOLUTIONS = (
    Resolution(0, 3600),
    Resolution(10, 24 * 3600),
    Resolution(60, 7 * 24 * 3600),
    Resolution(900, 90 * 24 * 3600),
)


class Level:
    """Rows of one resolution, oldest first."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self.times = array("d")  # Unix seconds
        self.values = array("f")  # rows of ``WIDTH``, one behind the other
        self._bucket = 0.0
        self._parts: list[Row] = []

    def append(self, at: float, row: Row) -> None:
        """Add a row and let go of what is too old."""
        self.times.append(at)
        self.values.extend(row)
        keep = self.resolution.keep
        if self.times[0] < at - keep * 1.1:  # in steps, since each moves the rest
            self._drop(0, bisect_left(self.times, at - keep))

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
        """Forget every row that reaches ``at``, and what is unfinished."""
        self._parts = []
        self._drop(bisect_left(self.times, self.resolution.reaching(at)), len(self.times))

    def row(self, index: int) -> Row:
        """Return one row."""
        return self.values[index * WIDTH : (index + 1) * WIDTH]

    def _drop(self, start: int, stop: int) -> None:
        del self.times[start:stop]
        del self.values[start * WIDTH : stop * WIDTH]


class Levels:
    """All resolutions. ``on_row`` is told each row that was added."""

    def __init__(self, on_row: OnRow, resolutions: Sequence[Resolution] = RESOLUTIONS) -> None:
        self.levels = [Level(resolution) for resolution in resolutions]
        self._on_row = on_row

    def add(self, at: float, values: Sequence[float]) -> None:
        """Add a sample that is newer than all others."""
        row = (*values, *values, *values)
        self.levels[0].append(at, row)
        self._on_row(0, at, row)
        self._feed(1, at, row)

    def catch_up(self) -> None:
        """Feed coarser levels with finer rows that they have not seen."""
        for number in range(1, len(self.levels)):
            finer, start = self.levels[number - 1], self.levels[number].covered_until()
            for index in range(bisect_left(finer.times, start), len(finer.times)):
                self._feed(number, finer.times[index], finer.row(index), further=False)

    def rewind(self, at: float) -> None:
        """Forget what reaches ``at`` or beyond: the clock was set back."""
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
        done = self.levels[number].feed(at, row)
        if done is not None:
            self._on_row(number, *done)
            if further:
                self._feed(number + 1, *done)


def join(rows: Sequence[Row]) -> Row:
    """Return the row that stands for several: least minimum, mean of means, greatest maximum."""
    count = len(SERIES)
    columns = [[v for v in column if not math.isnan(v)] for column in zip(*rows, strict=True)]
    return (
        *(min(column, default=math.nan) for column in columns[:count]),
        *(sum(column) / len(column) if column else math.nan for column in columns[count:-count]),
        *(max(column, default=math.nan) for column in columns[-count:]),
    )
