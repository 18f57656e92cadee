"""Many samples as few, without losing a peak: of a stretch of time the least and the greatest."""

import math
from collections.abc import Mapping

Values = Mapping[str, float | None]


class Stretch:
    """Joins the samples of a stretch of time. Pure.

    Args:
        width: seconds that two samples stand for; 0 leaves every sample as it is.
    """

    def __init__(self, width: float) -> None:
        self.width = width
        self._times: list[float] = []
        self._samples: list[Values] = []

    def add(self, at: float, values: Values) -> list[tuple[float, Values]]:
        """Take a sample, and return what stands for those before it where a stretch is over."""
        if not self.width:
            return [(at, values)]
        done: list[tuple[float, Values]] = []
        if self._times and at // self.width != self._times[0] // self.width:
            done = self._joined()
            self._times, self._samples = [], []
        self._times.append(at)
        self._samples.append(values)
        return done

    def _joined(self) -> list[tuple[float, Values]]:
        if len(self._times) == 1:
            return [(self._times[0], self._samples[0])]
        first: dict[str, float | None] = {}
        second: dict[str, float | None] = {}
        for name in self._samples[0]:
            first[name], second[name] = _extremes([each.get(name) for each in self._samples])
        return [(self._times[0], first), (self._times[-1], second)]


def _extremes(column: list[float | None]) -> tuple[float | None, float | None]:
    """Return the least and the greatest in the order in which they came."""
    known = [value for value in column if value is not None and not math.isnan(value)]
    if not known:
        return None, None
    least, greatest = min(known), max(known)
    in_order = known.index(least) <= known.index(greatest)
    return (least, greatest) if in_order else (greatest, least)
