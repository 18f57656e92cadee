"""A line of a log as pieces of text with their colours: ANSI sequences, levels, progress bars."""

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cnet_ui.theme import tokens

if TYPE_CHECKING:
    from rich.ansi import AnsiDecoder
    from rich.style import Style

MAX_LINE = 4000  # characters drawn of one line; the file has all of it

_LEVEL = re.compile(r"\b(TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRITICAL|FATAL)\b")
_TITLES = re.compile(r"\x1b[\]PX^_].*?(?:\x07|\x1b\\|$)")  # of a terminal's window, and the like
_LEVEL_WITHIN = 60  # characters: later in the line it is a word like any other
_TOKENS = {
    "TRACE": "text_muted",
    "DEBUG": "text_muted",
    "INFO": "accent",
    "NOTICE": "accent",
    "WARN": "waiting",
    "WARNING": "waiting",
    "ERROR": "bad",
    "CRITICAL": "bad",
    "FATAL": "bad",
}
_ANSI = ("text", "bad", "good", "waiting", "accent", "memory", "received", "text_secondary")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of one colour; ``color`` is ``#rrggbb`` or the name of a token."""

    text: str
    color: str = "text"
    bold: bool = False


def pieces(line: str) -> list[Piece]:
    """Return the pieces of a line; without a line end, and with nothing to obey left in it."""
    if "\r" in line:  # what a terminal would show at the end of a progress bar
        line = next((part for part in reversed(line.split("\r")) if part), "")
    line = line.replace("\x00", "")
    if len(line) > MAX_LINE:
        line = f"{line[:MAX_LINE]} … ({len(line):,})"
    if "\x1b" in line:
        return _from_ansi(line)
    found = _LEVEL.search(line, 0, _LEVEL_WITHIN)
    if found is None:
        return [Piece(line)]
    token = _TOKENS[found[0]]
    rest = token if token in ("bad", "text_muted") else "text"
    parts = [
        Piece(line[: found.start()], rest),
        Piece(found[0], token),
        Piece(line[found.end() :], rest),
    ]
    return [part for part in parts if part.text]


def _from_ansi(line: str) -> list[Piece]:
    text = _decoder().decode_line(_TITLES.sub("", line))
    found: list[Piece] = []
    at = 0
    for span in sorted(text.spans, key=lambda span: span.start):
        if span.start > at:
            found.append(Piece(text.plain[at : span.start]))
        style = span.style
        if not isinstance(style, str):
            piece = Piece(text.plain[span.start : span.end], _color(style), bool(style.bold))
            found.append(piece)
            at = span.end
    if at < len(text.plain):
        found.append(Piece(text.plain[at:]))
    return found or [Piece("")]


def _color(style: "Style") -> str:
    if style.color is None or style.color.is_default:
        return "text_muted" if style.dim else "text"
    if style.color.number is not None and style.color.number < 16:
        if style.color.number == 8:
            return "text_muted"
        return _ANSI[style.color.number % 8]  # readable on either ground, unlike a terminal's own
    return str(style.color.get_truecolor().hex)


def resolve(piece: Piece) -> str:
    """Return the colour of a piece as ``#rrggbb`` in the theme in force."""
    return piece.color if piece.color.startswith("#") else str(getattr(tokens(), piece.color))


@functools.cache
def _decoder() -> "AnsiDecoder":
    from rich.ansi import AnsiDecoder

    return AnsiDecoder()
