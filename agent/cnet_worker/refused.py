"""What a worker does not answer, with a sentence that says why."""

from __future__ import annotations

from typing import Any

UNREADABLE = 400
UNFIT = 422
FAILED = 500

_LONGEST = 60  # characters of a value that are quoted


class Refused(Exception):
    """A request that gets an error; ``str`` is the sentence, ``status`` as of HTTP."""

    def __init__(self, sentence: str, status: int = UNFIT) -> None:
        super().__init__(sentence)
        self.status = status


class CannotLoad(Exception):
    """The model cannot be loaded; ``str`` says why and what to do."""


def quoted(value: Any) -> str:
    """Return a value as it is written in a sentence."""
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def plural(count: int, word: str) -> str:
    """Return a number of things."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
