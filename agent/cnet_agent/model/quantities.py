"""Sizes and durations as people write them: "512MB", "1GiB", "30s", "2h"."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from cnet_agent.model.sentence import Sentence

# As Docker and people use them: a bare letter is a power of 1024, "MB" a power of 1000.
_SIZE_UNITS = {"": 1, "b": 1}
for _power, _letter in enumerate("kmgt", start=1):
    _SIZE_UNITS |= {
        _letter: 1024**_power,
        f"{_letter}b": 1000**_power,
        f"{_letter}ib": 1024**_power,
    }
_DURATION_UNITS = {"": 1.0, "ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_QUANTITY = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*([a-zA-Z]*)\s*")

MAX_INTEGER = 2**53  # beyond it JSON numbers are no longer exact
MAX_DURATION = 10 * 365 * 86400  # seconds


def parse_size(value: Any) -> Any:
    """Return bytes for a size such as ``"512MB"``; leave what is not a string as it is.

    Raises:
        ValueError: the text is not a number followed by a known unit, or it is true or false.
    """
    if not isinstance(value, str | bool):
        return value
    split = _split(value, _SIZE_UNITS)
    if split is None:
        raise ValueError(
            Sentence('{text} is not a size such as "512MB", "8g" or "1GiB"', text=_shown(value))
        )
    number, unit = split
    return round(number * _SIZE_UNITS[unit])


def parse_duration(value: Any) -> Any:
    """Return seconds for a duration such as ``"5m"``; leave what is not a string as it is.

    Raises:
        ValueError: the text is not a number followed by a known unit, or it is true or false.
    """
    if not isinstance(value, str | bool):
        return value
    split = _split(value, _DURATION_UNITS)
    if split is None:
        raise ValueError(
            Sentence('{text} is not a duration such as "30s", "5m" or "2h"', text=_shown(value))
        )
    number, unit = split
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


def _split(text: str | bool, units: dict[str, Any]) -> tuple[float, str] | None:
    match = None if isinstance(text, bool) else _QUANTITY.fullmatch(text)
    if match is None or match[2].lower() not in units or len(match[1]) > 18:
        return None
    return float(match[1]), match[2].lower()


def _shown(text: str | bool) -> str:
    if isinstance(text, bool):
        return str(text).lower()
    return repr(text if len(text) <= 60 else text[:57] + "…")


@dataclass(frozen=True, slots=True)
class _OrText:
    """Says in JSON Schema that a request may write text with a unit in place of the number.

    The pattern is a little narrower than what is read: each match lies in the number's bounds too.
    """

    pattern: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        number = handler(schema)
        if handler.mode == "serialization":
            return number
        return {"anyOf": [number, {"type": "string", "pattern": self.pattern}]}


_SIZE_TEXT = r"^[1-9][0-9]{0,2}(\.[0-9]{1,3})? ?([kKmMgGtT](i?[bB])?|[bB])?$|^[1-9][0-9]{3,14}$"
_TIME_TEXT = r"^[1-9][0-9]{0,2}(\.[0-9]{1,3})? ?(s|m|h|d)?$|^[1-9][0-9]{3,7}(\.[0-9]{1,3})? ?s?$"
_NOTHING_TEXT = r"^0 ?(ms|s|m|h|d)?$"
_MILLISECONDS_TEXT = r"|^[1-9][0-9]{0,10}(\.[0-9]{1,3})? ?ms$"

# The bounds stand before the reading of text, or JSON Schema would not tell of them.
ByteSize = Annotated[
    int, Field(gt=0, le=MAX_INTEGER), BeforeValidator(parse_size), _OrText(_SIZE_TEXT)
]
"""Bytes; requests may write ``"512MB"``, ``"8g"`` or ``"1GiB"``."""

ByteSizeOrNone = Annotated[
    int, Field(ge=0, le=MAX_INTEGER), BeforeValidator(parse_size), _OrText(_SIZE_TEXT)
]
"""Bytes, written like ``ByteSize``; 0 means what its setting says."""

Duration = Annotated[
    float,
    Field(gt=0, le=MAX_DURATION),
    BeforeValidator(parse_duration),
    _OrText(_TIME_TEXT + _MILLISECONDS_TEXT),
]
"""Seconds; requests may write ``"30s"``, ``"5m"`` or ``"2h"``."""

Grace = Annotated[
    float,
    Field(ge=0, le=MAX_DURATION),
    BeforeValidator(parse_duration),
    _OrText(f"{_TIME_TEXT}{_MILLISECONDS_TEXT}|{_NOTHING_TEXT}"),
]
"""Seconds to wait, where 0 is not at all; requests may write ``"30s"``."""

Span = Annotated[
    float, Field(ge=1, le=MAX_DURATION), BeforeValidator(parse_duration), _OrText(_TIME_TEXT)
]
"""Seconds to look back, one at least; requests may write ``"1h"``."""
