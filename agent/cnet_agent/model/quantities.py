"""Sizes and durations as people write them: "512MB", "1GiB", "30s", "2h"."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

# As Docker and people use them: a bare letter is a power of 1024, "MB" a power of 1000.
_SIZE_UNITS = {"": 1, "b": 1}
for _power, _letter in enumerate("kmgt", start=1):
    _SIZE_UNITS |= {
        _letter: 1024**_power,
        f"{_letter}b": 1000**_power,
        f"{_letter}ib": 1024**_power,
    }
_DURATION_UNITS = {"": 1.0, "ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_QUANTITY = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([a-zA-Z]*)\s*")

MAX_INTEGER = 2**53  # beyond it JSON numbers are no longer exact
MAX_DURATION = 10 * 365 * 86400  # seconds


def parse_size(value: Any) -> Any:
    """Return bytes for a size such as ``"512MB"``; leave what is not a string as it is.

    Raises:
        ValueError: the text is not a number followed by a known unit.
    """
    if not isinstance(value, str):
        return value
    number, unit = _split(value, _SIZE_UNITS, 'a size such as "512MB", "8g" or "1GiB"')
    return round(number * _SIZE_UNITS[unit])


def parse_duration(value: Any) -> Any:
    """Return seconds for a duration such as ``"5m"``; leave what is not a string as it is.

    Raises:
        ValueError: the text is not a number followed by a known unit.
    """
    if not isinstance(value, str):
        return value
    number, unit = _split(value, _DURATION_UNITS, 'a duration such as "30s", "5m" or "2h"')
    return number * _DURATION_UNITS[unit]


def format_size(size: float) -> str:
    """Return bytes as a person reads them, in powers of 1000: ``512 MB``."""
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.3g} {unit}" if unit != "B" else f"{size:.0f} B"
        size /= 1000
    return f"{size:.3g} TB"


def format_duration(seconds: float) -> str:
    """Return seconds as a person reads them: ``0.4 s``, ``1 min 36 s``, ``2 h 5 min``."""
    if 0 < seconds < 0.1:
        return f"{seconds:.2g} s"
    if seconds < 10:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    if days:
        return f"{days} d {hours} h"
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _split(text: str, units: dict[str, Any], wanted: str) -> tuple[float, str]:
    match = _QUANTITY.fullmatch(text)
    if match is None or match[2].lower() not in units or len(match[1]) > 18:
        raise ValueError(f"{text!r} is not {wanted}")
    return float(match[1]), match[2].lower()


ByteSizeOrNone = Annotated[int, BeforeValidator(parse_size), Field(ge=0, le=MAX_INTEGER)]
"""Bytes, written like ``ByteSize``; 0 means what its setting says."""

ByteSize = Annotated[int, BeforeValidator(parse_size), Field(gt=0, le=MAX_INTEGER)]
"""Bytes; requests may write ``"512MB"``, ``"8g"`` or ``"1GiB"``."""

Duration = Annotated[float, BeforeValidator(parse_duration), Field(gt=0, le=MAX_DURATION)]
"""Seconds; requests may write ``"30s"``, ``"5m"`` or ``"2h"``."""

Grace = Annotated[float, BeforeValidator(parse_duration), Field(ge=0, le=MAX_DURATION)]
"""Seconds to wait, where 0 is not at all; requests may write ``"30s"``."""
