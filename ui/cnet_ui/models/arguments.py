"""Arguments as a person writes them, one a line, with quotes where they are needed. Pure."""

import re
import shlex
from collections.abc import Iterable

_OPENS = re.compile(r"(?:--?[\w.-]+=)?[\"']")


class UnclosedQuote(ValueError):
    """A quote is opened and never closed; ``line`` says where, from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"the quote in line {line} is not closed")
        self.line = line


def parse_arguments(text: str) -> tuple[str, ...]:
    """Return the arguments in ``text``.

    A line is one argument, without the space around it. One that begins with a quote, or with an
    option whose value does (``--name="two words"``), is read as a shell reads it, over several
    lines where the quote is closed later. Empty lines mean nothing; ``''`` is an empty argument.

    Raises:
        UnclosedQuote: a quote is not closed.
    """
    lines = text.split("\n")
    found: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        if not _OPENS.match(line):
            found += [line] if line else []
            at += 1
            continue
        word, end = _quoted(lines, at)
        found.append(line if word is None else word)
        at = end
    return tuple(found)


def format_arguments(arguments: Iterable[str]) -> str:
    """Return ``arguments`` as text that ``parse_arguments`` reads back."""
    return "\n".join(
        shlex.quote(each)
        if not each or each != each.strip() or "\n" in each or _OPENS.match(each)
        else each
        for each in arguments
    )


def _quoted(lines: list[str], start: int) -> tuple[str | None, int]:
    """Return the one word that begins in a line, and the line after it; None for several words."""
    text = ""
    for end in range(start, len(lines)):
        text += lines[end] if end == start else f"\n{lines[end]}"
        try:
            words = shlex.split(text)
        except ValueError:  # no closing quotation yet
            continue
        return (words[0], end + 1) if len(words) == 1 else (None, start + 1)
    raise UnclosedQuote(start + 1)
