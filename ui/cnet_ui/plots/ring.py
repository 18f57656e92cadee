"""Samples over time in memory that is allocated once. Pure."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Ring:
    """The last ``capacity`` samples of some series, the oldest forgotten first.

    Every sample is written twice, half the memory apart, so that what is read is always one piece.
    """

    def __init__(self, names: Sequence[str], capacity: int) -> None:
        self._columns = {name: column for column, name in enumerate(names)}
        self._capacity = capacity
        self._data: Floats = np.full((2 * capacity, len(names) + 1), np.nan)
        self._end = 0  # how many were ever written
        self.changes = 0  # grows with whatever is written

    def __len__(self) -> int:
        return min(self._end, self._capacity)

    @property
    def times(self) -> Floats:
        """Unix seconds, oldest first; a view that the next sample may change."""
        return self._read(0)

    def series(self, name: str) -> Floats:
        """Return the values of a series, NaN where there is none; a view like ``times``."""
        return self._read(1 + self._columns[name])

    def add(self, at: float, values: Mapping[str, float | None]) -> None:
        """Write a sample; one that is not newer than the last is left out."""
        if len(self) and at <= self.times[-1]:
            return
        row = np.full(len(self._columns) + 1, np.nan)
        row[0] = at
        for name, value in values.items():
            if value is not None and name in self._columns:
                row[1 + self._columns[name]] = value
        place = self._end % self._capacity
        self._data[place] = self._data[place + self._capacity] = row
        self._end += 1
        self.changes += 1

    def fill(self, times: Sequence[float], series: Mapping[str, Sequence[float | None]]) -> None:
        """Replace everything by columns of equal length, of which the last samples are kept."""
        count = min(len(times), self._capacity)
        self._data[:] = np.nan
        self._end = count
        self.changes += 1
        if not count:
            return
        self._write(0, times)
        for name, column in self._columns.items():
            if name in series:
                self._write(1 + column, series[name])

    def _write(self, column: int, values: Sequence[float | None]) -> None:
        count = self._end
        kept = np.array(values[len(values) - count :], dtype=np.float64)  # None becomes NaN
        self._data[:count, column] = kept
        self._data[self._capacity : self._capacity + count, column] = kept

    def _read(self, column: int) -> Floats:
        last = self._end % self._capacity or min(self._end, self._capacity)
        end = last + self._capacity if self._end > self._capacity else last
        view: Floats = self._data[end - len(self) : end, column]
        return view
