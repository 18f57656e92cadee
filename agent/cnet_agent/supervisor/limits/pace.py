"""When to look again at what grows towards a limit: pure."""

SHARE = 20  # a look comes no sooner than so many times as long as the last one took


def wait_for(room: float, growth: float, soonest: float, latest: float) -> float:
    """Return the seconds until the next look: half the time until the limit at this growth.

    Args:
        room: how much is left.
        growth: how much more there was in each second since the look before.
        soonest: the least to return.
        latest: the most to return.
    """
    if growth <= 0:
        return latest
    return min(latest, max(soonest, room / growth / 2))


def readable(size: float) -> str:
    """Return bytes as a person reads them, in powers of 1000: ``512 MB``."""
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.3g} {unit}" if unit != "B" else f"{size:.0f} B"
        size /= 1000
    return f"{size:.3g} TB"
