"""Finds a person's regular expression in log lines without being held up by it."""

import time
from collections.abc import Callable

import regex

from cnet_agent.model.errors import FieldError, InvalidRequest
from cnet_agent.model.sentence import Sentence

MAX_PATTERN = 1000  # characters
LINE_SECONDS = 0.2  # that one line may take
TOTAL_SECONDS = 5.0  # that one request may take


class Grep:
    """One search through many lines, within limits of time.

    The module ``re`` could be held up for hours by a pattern such as ``(a+)+$``, and the whole
    agent with it; ``regex`` lets other threads run and stops in time.

    Raises:
        InvalidRequest: the pattern is not a regular expression, or too long.
    """

    def __init__(self, pattern: str, clock: Callable[[], float] = time.monotonic) -> None:
        if len(pattern) > MAX_PATTERN:
            raise _refused(Sentence("is longer than {count} characters", count=MAX_PATTERN))
        try:
            self._pattern = regex.compile(pattern)
        except (regex.error, RecursionError, OverflowError) as error:
            raise _refused(Sentence("is not a regular expression: {why}", why=error)) from error
        self._clock = clock
        self._deadline = clock() + TOTAL_SECONDS

    @property
    def is_over(self) -> bool:
        """Whether the time for the whole search has passed."""
        return self._clock() >= self._deadline

    def finds(self, text: str) -> bool:
        """Tell whether the pattern is found in ``text``.

        Raises:
            InvalidRequest: it takes too long.
        """
        try:
            return self._pattern.search(text, timeout=LINE_SECONDS, concurrent=True) is not None
        except TimeoutError:
            raise _refused(
                Sentence("takes too long on the lines of this log; make it simpler")
            ) from None


def _refused(sentence: str) -> InvalidRequest:
    return InvalidRequest(
        Sentence("The search pattern {problem}.", problem=sentence),
        errors=(FieldError(("grep",), sentence),),
    )
