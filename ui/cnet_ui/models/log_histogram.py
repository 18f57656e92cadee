"""How many lines of a log were written when, and how serious they were. Pure."""

import functools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cnet_agent.model.log_level import Level
from cnet_ui.models.log_lines import Row

WIDTHS = (
    *(1, 2, 5, 10, 15, 30),
    *(60, 120, 300, 600, 900, 1800),
    *(3600, 7200, 21_600, 43_200, 86_400, 604_800),
)
"""Seconds that a bar may stand for."""

OTHER, WARNING, ERROR = range(3)
_KIND = {Level.ERROR: ERROR, Level.WARNING: WARNING}


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars of equal width: each has its lines by how serious they are, the others first."""

    start: float  # Unix seconds
    width: int  # seconds
    bars: tuple[tuple[int, int, int], ...]

    @property
    def most(self) -> int:
        """The lines of the highest bar."""
        return max(map(sum, self.bars))

    def bar_of(self, seconds: float) -> int:
        """Return which bar a moment belongs to, the nearest one if it is outside."""
        return min(max(int((seconds - self.start) // self.width), 0), len(self.bars) - 1)


def histogram(rows: Sequence[Row], most: int) -> Histogram | None:
    """Return the bars of rows, ``most`` of them or fewer; None where no row has a time."""
    counted = [(seconds, row) for row in rows if (seconds := seconds_of(row.time)) > 0]
    if not counted:
        return None
    first = min(seconds for seconds, _ in counted)
    last = max(seconds for seconds, _ in counted)
    at = bisect_left(WIDTHS, (last - first) / max(most - 1, 1))
    width = WIDTHS[min(at, len(WIDTHS) - 1)]
    start = first // width * width
    # Where even the widest bars are too many, the first one has all that is older.
    count = min(int((last - start) // width) + 1, most)
    start = max(start, last // width * width - (count - 1) * width)
    bars = [[0, 0, 0] for _ in range(count)]
    for seconds, row in counted:
        number = max(int((seconds - start) // width), 0)
        level = row.level
        bars[number][_KIND.get(level, OTHER) if level is not None else OTHER] += 1
    return Histogram(start, width, tuple((a, b, c) for a, b, c in bars))


def seconds_of(time: str) -> float:
    """Return the Unix seconds of a line's time, to the second; 0 where it is none."""
    return _seconds(time[:19]) if time.endswith("Z") else 0.0


@functools.lru_cache(maxsize=8192)  # many lines have the same second
def _seconds(time: str) -> float:
    try:
        return datetime.fromisoformat(f"{time}+00:00").timestamp()
    except (ValueError, OverflowError):
        return 0.0
