"""Times on the wire: RFC 3339 in UTC with milliseconds."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema


def to_text(seconds: float) -> str:
    """Return Unix seconds as ``2026-01-28T19:00:02.123Z``."""
    text = datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def from_text(value: str | float) -> float:
    """Return Unix seconds for RFC 3339 text; numbers are taken as Unix seconds.

    Raises:
        ValueError: the text is not a time with a zone.
    """
    if isinstance(value, int | float):
        return float(value)
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(f"{value!r} has no time zone; write it like 2026-01-28T19:00:02Z")
    return moment.timestamp()


Timestamp = Annotated[
    float,
    PlainValidator(from_text),
    PlainSerializer(to_text, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
"""Unix seconds here, RFC 3339 on the wire."""
