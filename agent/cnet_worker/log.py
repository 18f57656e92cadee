"""What a worker writes into the log of its task: whatever it prints."""

from __future__ import annotations

import traceback

_LONGEST = 500  # characters of an error that a client is told


def say(sentence: str) -> None:
    """Write a line."""
    print(sentence, flush=True)  # noqa: T201 - that is the log


def say_error(error: BaseException) -> str:
    """Write an error that nobody foresaw with its traceback, and return it on one line."""
    traceback.print_exception(type(error), error, error.__traceback__)
    return " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST]
