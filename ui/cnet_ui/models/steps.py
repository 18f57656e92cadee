"""What the arrows of a number field do to what stands in it. Pure."""

import math
import re
from typing import Literal

from cnet_agent.model.quantities import parse_duration, parse_size

Measure = Literal["number", "size", "duration"]
_QUANTITY = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)(\s*[a-zA-Z]*)\s*")


def stepped(
    text: str,
    direction: int,
    *,
    measure: Measure = "number",
    is_whole: bool = False,
    minimum: float | None = None,
    maximum: float | None = None,
) -> str:
    """Return ``text`` a step up (1) or down (-1), in its own unit; what is no number stays.

    Sizes double and halve, durations go by 1, 5 or 30 of their unit, numbers by 1 or 0.1. A step
    that would leave the range of a quantity is not taken; a number stops at its end.
    """
    if measure == "number":
        return _number(text, direction, is_whole=is_whole, minimum=minimum, maximum=maximum)
    match = _QUANTITY.fullmatch(text)
    if match is None:
        return text
    number, unit = float(match[1]), match[2]
    if measure == "size":
        stepped_to = number * 2 if direction > 0 else number / 2
    else:
        stepped_to = number + direction * _time_step(number, direction)
    made = f"{stepped_to:.6g}{unit}"
    try:
        amount = parse_size(made) if measure == "size" else parse_duration(made)
    except ValueError:
        return text
    if amount < (minimum or 0) or amount == 0 or (maximum is not None and amount > maximum):
        return text
    return made


def first_step(measure: Measure, minimum: float | None = None) -> str:
    """Return what a step makes of an empty field: something that one may well want."""
    if measure == "size":
        return "512 MB"
    return "10 m" if measure == "duration" else f"{max(1.0, minimum or 0.0):g}"


def _number(
    text: str, direction: int, *, is_whole: bool, minimum: float | None, maximum: float | None
) -> str:
    try:
        number = float(text or 0)
    except ValueError:
        return text
    if not math.isfinite(number):
        return text
    size = 1.0 if is_whole or abs(number) >= 2 else 0.1
    number = round(number + direction * size, 6)
    if minimum is not None:
        number = max(number, minimum)
    if maximum is not None:
        number = min(number, maximum)
    return str(int(number)) if is_whole else f"{number:g}"


def _time_step(number: float, direction: int) -> float:
    before = number - 0.5 if direction < 0 else number
    return 1 if before < 10 else 5 if before < 60 else 30
