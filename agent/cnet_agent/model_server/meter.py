"""Figures of a served model: how many requests, how they ended, how long they took."""

import math
import operator
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

SHORTEST = 10e-6  # seconds; the first class of durations ends there
_GROWTH = 1.1  # from one class to the next, so a percentile is right within 5 %
_CLASSES = 200  # up to 30 minutes
_WINDOW = 60  # seconds that percentiles and rates look back
_LOG = math.log(_GROWTH)

BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Upper bounds, in seconds, of what Prometheus is told."""


class Durations:
    """A histogram whose classes grow by a constant factor."""

    __slots__ = ("count", "counts", "total")

    def __init__(self) -> None:
        self.counts = [0] * _CLASSES
        self.count = 0
        self.total = 0.0  # seconds

    def add(self, seconds: float) -> None:
        """Count a duration."""
        self.counts[_class_of(seconds)] += 1
        self.count += 1
        self.total += seconds

    def merge(self, other: "Durations") -> None:
        """Count what another one counted."""
        self.counts = list(map(operator.add, self.counts, other.counts))
        self.count += other.count
        self.total += other.total

    def percentile(self, share: float) -> float | None:
        """Return the seconds that a share of the durations does not exceed; None for none."""
        rank = share * self.count
        seen = 0
        for index, count in enumerate(self.counts):
            seen += count
            if count and seen >= rank:
                return float(SHORTEST * _GROWTH ** (index - 0.5))
        return None

    def between(self, bounds: Sequence[float]) -> list[int]:
        """Return how many durations lie up to each of some bounds, to the class, and above all."""
        below = [sum(self.counts[: _class_of(bound) + 1]) for bound in bounds]
        edges = pairwise((0, *below, self.count))
        return [after - before for before, after in edges]


@dataclass(slots=True)
class _Second:
    at: int
    whole: Durations = field(default_factory=Durations)
    waited: Durations = field(default_factory=Durations)
    computed: Durations = field(default_factory=Durations)
    errors: int = 0
    rows: int = 0


class Meter:
    """Counts one model's requests; all times are seconds."""

    def __init__(self) -> None:
        self.errors: dict[str, int] = {}
        self.whole = Durations()
        self._seconds: deque[_Second] = deque(maxlen=_WINDOW)

    def answer(self, now: float, whole: float, waited: float, computed: float, rows: int) -> None:
        """Count an answer.

        Args:
            now: of any steady clock.
            whole: from the request's arrival to its answer.
            waited: of that, in the worker before it was computed.
            computed: how long the call took that it was a part of.
            rows: that were computed in that call.
        """
        self.whole.add(whole)
        second = self._second(now)
        second.whole.add(whole)
        second.waited.add(waited)
        second.computed.add(computed)
        second.rows += rows

    def error(self, now: float, kind: str) -> None:
        """Count a request that got an error of some kind."""
        self.errors[kind] = self.errors.get(kind, 0) + 1
        self._second(now).errors += 1

    def recent(self, now: float) -> list[_Second]:
        """Return the seconds of the last minute in which there was anything."""
        return [second for second in self._seconds if second.at > now - _WINDOW]

    def _second(self, now: float) -> _Second:
        at = int(now)
        if not self._seconds or self._seconds[-1].at != at:
            self._seconds.append(_Second(at))
        return self._seconds[-1]


def view_of(meters: Sequence[Meter], now: float) -> dict[str, Any]:
    """Return the figures of meters together: counts since the start, the rest of a minute."""
    total, whole, waited, computed = Durations(), Durations(), Durations(), Durations()
    errors = Counter[str]()
    recent_errors = rows = 0
    for meter in meters:
        total.merge(meter.whole)
        errors.update(meter.errors)
    recent = [second for meter in meters for second in meter.recent(now)]
    for second in recent:
        whole.merge(second.whole)
        waited.merge(second.waited)
        computed.merge(second.computed)
        recent_errors += second.errors
        rows += second.rows
    last = [second for second in recent if int(now) - 10 <= second.at < int(now)]
    return {
        "requests": total.count + errors.total(),
        "errors": dict(errors),
        "rate": sum(second.whole.count + second.errors for second in last) / 10,
        "latency": _milliseconds(whole),
        "queue": _milliseconds(waited),
        "compute": _milliseconds(computed),
        "batch": rows / whole.count if whole.count else None,
        "recent_errors": recent_errors,
        "seconds": total.total,
        "bounds": BUCKETS,
        "counts": total.between(BUCKETS),
    }


def _class_of(seconds: float) -> int:
    if seconds <= SHORTEST:
        return 0
    return min(math.ceil(math.log(seconds / SHORTEST) / _LOG), _CLASSES - 1)


def _milliseconds(durations: Durations) -> dict[str, float | None]:
    found = {name: durations.percentile(share) for name, share in _SHARES}
    return {name: None if value is None else value * 1000 for name, value in found.items()}


_SHARES = (("p50", 0.5), ("p95", 0.95), ("p99", 0.99))
