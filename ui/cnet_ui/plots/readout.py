"""What a chart's samples say at one time, and all of them as text for a spreadsheet. Pure."""

import csv
import io
import math
from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np

from cnet_ui.plots.ring import Ring


def nearest(ring: Ring, at: float) -> int | None:
    """Return the place of the sample that is nearest to a time, None where there are none."""
    times = ring.times
    if not len(times):
        return None
    after = min(int(np.searchsorted(times, at)), len(times) - 1)
    before = max(after - 1, 0)
    return before if at - times[before] <= times[after] - at else after


def moved(ring: Ring, at: float | None, steps: int, start: float, end: float) -> float | None:
    """Return the time of the sample ``steps`` beyond the one at a time, within a window.

    From nowhere, the first step leads to the newest sample. None where the window is empty.
    """
    times = ring.times
    first, stop = int(np.searchsorted(times, start)), int(np.searchsorted(times, end, "right"))
    if first >= stop:
        return None
    here = None if at is None else nearest(ring, at)
    place = stop - 1 if here is None else min(max(here + steps, first), stop - 1)
    return float(times[place])


def csv_text(ring: Ring, columns: Sequence[tuple[str, str]], start: float) -> str:
    """Return the samples from ``start`` on as CSV: times in UTC, an empty cell for none.

    Args:
        ring: the samples.
        columns: the name of each series, and its heading.
        start: Unix seconds.
    """
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["time", *(heading for _, heading in columns)])
    series = [ring.series(name) for name, _ in columns]
    for place, at in enumerate(ring.times):
        if at >= start:
            time = datetime.fromtimestamp(float(at), UTC).isoformat(timespec="milliseconds")
            rows.writerow([time, *(_cell(float(values[place])) for values in series)])
    return text.getvalue()


def _cell(value: float) -> str:
    return "" if math.isnan(value) else f"{value:g}" if abs(value) < 1e5 else f"{value:.0f}"
