"""What a terminal would show of a line: its text, and which parts are coloured how. Pure."""

import re
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

Colour = int | str | None
"""One of the terminal's own 16 by its number, any other as ``#rrggbb``, None for the default."""


@dataclass(frozen=True, slots=True)
class Style:
    """How some characters look."""

    colour: Colour = None
    ground: Colour = None
    bold: bool = False
    dim: bool = False
    underline: bool = False
    inverse: bool = False


class Span(NamedTuple):
    """A part of a text, from ``start`` to before ``end``."""

    start: int
    end: int
    style: Style


PLAIN = Style()
_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)([0-9:;<=>?]*)[ -/]*([@-~])?"  # colours, movements
    r"|\x1b[\]PX^_].*?(?:\x07|\x1b\\|\x9c|$)"  # a window's title, links
    r"|\x1b[ -/]*[0-~]?"
)
# What is no character of a line: controls, and what Qt takes for the end of a paragraph or frame.
_ODD = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffc]")
_SWITCHES: dict[int, dict[str, Any]] = {
    1: {"bold": True},
    2: {"dim": True},
    4: {"underline": True},
    7: {"inverse": True},
    21: {"underline": True},
    22: {"bold": False, "dim": False},
    24: {"underline": False},
    27: {"inverse": False},
    39: {"colour": None},
    49: {"ground": None},
}
_STEPS = (0, 95, 135, 175, 215, 255)  # of each channel in the cube of 216 colours


def plain(line: str) -> str:
    """Return the text of a line, with nothing in it that anybody would obey."""
    if _ODD.search(line) is None:
        return line
    return _ODD.sub("", _SEQUENCE.sub("", _last_state(line)))


def styled(line: str) -> tuple[str, list[Span]]:
    """Return the text of a line as ``plain`` does, and those parts of it that have a style."""
    if "\x1b" not in line and "\x9b" not in line:
        return plain(line), []
    line = _last_state(line)
    text, spans = "", []
    style, at = PLAIN, 0

    def take(part: str) -> None:
        nonlocal text
        part = _ODD.sub("", part)
        if part and style != PLAIN:
            spans.append(Span(len(text), len(text) + len(part), style))
        text += part

    for found in _SEQUENCE.finditer(line):
        take(line[at : found.start()])
        at = found.end()
        if found[2] == "m":
            style = _changed(style, found[1])
    take(line[at:])
    return text, spans


def _last_state(line: str) -> str:
    """Return what is left of a line that a program wrote over and over, such as a progress bar."""
    if "\r" not in line:
        return line
    return next((part for part in reversed(line.split("\r")) if part), "")


def _changed(style: Style, parameters: str) -> Style:
    """Return a style after a sequence that selects colours and the like."""
    if parameters[:1] in tuple("<=>?"):
        return style
    # 38:2::255:0:0 is one parameter, 38;2;255;0;0 are five.
    numbers = [
        int(number) if number.isdecimal() and len(number) < 6 else 0
        for number in parameters.replace("::", ":").replace(":", ";").split(";")
    ]
    at = 0
    while at < len(numbers):
        code = numbers[at]
        at += 1
        if code in (38, 48):
            colour, at = _extended(numbers, at)
            style = replace(style, colour=colour) if code == 38 else replace(style, ground=colour)
        else:
            style = _simple(style, code)
    return style


def _simple(style: Style, code: int) -> Style:
    for first, offset in ((30, 0), (90, 8)):
        if first <= code < first + 8:
            return replace(style, colour=code - first + offset)
        if first + 10 <= code < first + 18:
            return replace(style, ground=code - first - 10 + offset)
    if code == 0:
        return PLAIN
    return replace(style, **_SWITCHES.get(code, {}))


def _extended(numbers: list[int], at: int) -> tuple[Colour, int]:
    """Return one of 256 colours or any, and where the next parameter is."""
    match numbers[at : at + 4]:
        case [5, number, *_]:
            return _of_256(min(number, 255)), at + 2
        case [2, red, green, blue]:
            return _hex(red, green, blue), at + 4
    return None, len(numbers)


def _of_256(number: int) -> Colour:
    if number < 16:
        return number
    if number >= 232:
        grey = 8 + 10 * (number - 232)
        return _hex(grey, grey, grey)
    number -= 16
    return _hex(_STEPS[number // 36], _STEPS[number // 6 % 6], _STEPS[number % 6])


def _hex(red: int, green: int, blue: int) -> str:
    return f"#{min(red, 255):02x}{min(green, 255):02x}{min(blue, 255):02x}"
