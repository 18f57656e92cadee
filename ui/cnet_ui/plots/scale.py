"""Axes whose ends are round numbers. Pure."""

import math

_STEPS = (1.0, 2.0, 5.0, 10.0)
_DAY = 86_400
_TIME_STEPS = (
    *(30, 60, 120, 300, 600, 1200, 3600, 7200, 14_400, 21_600, 43_200),
    *(_DAY, 2 * _DAY, 7 * _DAY, 14 * _DAY, 28 * _DAY),
)
SHRINK_BELOW = 0.35  # of the scale: an axis that follows every dip is hard to read


def nice_top(value: float) -> float:
    """Return the smallest of 1, 2, 5, 10, 20 … that is not below ``value``."""
    if value <= 0 or not math.isfinite(value):
        return 1.0
    power: float = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in _STEPS if step * power >= value * (1 - 1e-9))


def steady_top(current: float, highest: float, least: float) -> float:
    """Return the end of an axis that now ends at ``current`` and shows values up to ``highest``.

    It grows at once, and shrinks only where most of it would be empty.
    """
    wanted = max(nice_top(highest * 1.05), least)
    if wanted > current or highest < current * SHRINK_BELOW:
        return wanted
    return current


def time_step(window: float) -> float:
    """Return the seconds between the marks of a time axis that spans ``window`` seconds."""
    return next((float(step) for step in _TIME_STEPS if window / step <= 7), _TIME_STEPS[-1])
