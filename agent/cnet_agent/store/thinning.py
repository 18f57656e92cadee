"""Many samples as few points, without losing a peak: of each stretch the least and the greatest."""

import math
from array import array
from bisect import bisect_left
from collections.abc import Sequence

from cnet_agent.store.levels import WIDTH
from cnet_agent.store.series import SERIES

Columns = dict[str, list[float | None]]

GAP = 3.0  # times the spacing: there was nothing in between


def thin(
    times: Sequence[float],
    values: "array[float]",  # subscripts of it are newer than Python 3.11
    *,
    step: float,
    spacing: float,
    window: float,
    points: int,
) -> tuple[list[float], Columns]:
    """Return timestamps and columns of at most about ``points`` points.

    Args:
        times: of the rows, in order.
        values: rows of ``WIDTH``: minima, means, maxima.
        step: seconds that a row stands for; 0 for a sample.
        spacing: seconds between rows; where much more is missing, there is a point of None.
        window: seconds that the points are spread over.
        points: wanted.
    """
    stretches = _samples(times) if not step and len(times) <= points else None
    if stretches is None:
        width = math.ceil(window / max(1, points // 2) / spacing) * spacing
        stretches = _stretches(times, width)
    count = len(SERIES)
    lows = [values[n::WIDTH] for n in range(count)]
    highs = [values[n::WIDTH] for n in range(WIDTH - count, WIDTH)]
    timestamps: list[float] = []
    columns: Columns = {name: [] for name in SERIES}
    end = math.inf
    for first, last in stretches:
        if times[first] - end > GAP * spacing:
            timestamps.append(end + spacing)
            for column in columns.values():
                column.append(None)
        end = times[last - 1]
        one_sample = last - first == 1 and not step
        timestamps.append(times[first])
        if not one_sample:
            timestamps.append(max(end, times[first] + step / 2))
        for name, low, high in zip(SERIES, lows, highs, strict=True):
            pair = _extremes(low[first:last], high[first:last])
            columns[name].extend(pair[:1] if one_sample else pair)
    return timestamps, columns


def _samples(times: Sequence[float]) -> list[tuple[int, int]]:
    return [(index, index + 1) for index in range(len(times))]


def _stretches(times: Sequence[float], width: float) -> list[tuple[int, int]]:
    """Cut at multiples of ``width``, so that a chart that moves on does not flicker."""
    stretches = []
    first = 0
    while first < len(times):
        end = (times[first] // width + 1) * width
        last = max(bisect_left(times, end, lo=first), first + 1)
        stretches.append((first, last))
        first = last
    return stretches


def _extremes(low: Sequence[float], high: Sequence[float]) -> tuple[float | None, float | None]:
    """Return the least and the greatest in the order in which they came."""
    if math.isnan(sum(low)):
        known = [(a, b) for a, b in zip(low, high, strict=True) if not math.isnan(a)]
        if not known:
            return None, None
        low, high = zip(*known, strict=True)
    least, greatest = min(low), max(high)
    pair = round(least, 2), round(greatest, 2)
    return pair if low.index(least) <= high.index(greatest) else pair[::-1]
