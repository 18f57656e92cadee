"""Finds a person's text or pattern in the lines of a log, a little at a time. Pure."""

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

import regex

from cnet_ui.agent_words import error_text
from cnet_ui.models.log_lines import Row

LINE_SECONDS = 0.05  # that a pattern may take on one line, or the window would be held up
TRIES = 2  # since regex counts what the whole process computes: other threads, collecting garbage
MOST = 20_000  # places; more are not counted
EACH = 64  # lines between two looks at the clock


class Match(NamedTuple):
    """A place where it was found."""

    number: int  # of the row
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for."""

    text: str = ""
    case: bool = False  # capitals matter
    is_pattern: bool = False  # a regular expression


class LogFind:
    """One search through rows that come and go.

    ``problem`` says why there is none: the pattern is wrong, or takes too long.
    """

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.problem = ""
        self.matches: list[Match] = []
        self.current: Match | None = None
        self._waiting: deque[Row] = deque()
        self._pattern: regex.Pattern[str] | None = None
        if wanted.text:
            try:
                self._pattern = regex.compile(
                    wanted.text if wanted.is_pattern else regex.escape(wanted.text),
                    regex.VERSION0 if wanted.case else regex.IGNORECASE,
                )
            except (regex.error, RecursionError, OverflowError) as error:
                self.problem = error_text(error)

    @property
    def is_on(self) -> bool:
        """Whether anything is looked for that can be found."""
        return self._pattern is not None and not self.problem

    @property
    def is_busy(self) -> bool:
        """Whether rows wait to be looked at."""
        return bool(self._waiting)

    @property
    def is_capped(self) -> bool:
        """Whether there may be more places than were counted."""
        return len(self.matches) >= MOST

    @property
    def position(self) -> int:
        """Which place is the current one, from 1; 0 if none is."""
        if self.current is None:
            return 0
        at = bisect_left(self.matches, self.current)
        return at + 1 if at < len(self.matches) and self.matches[at] == self.current else 0

    def feed(self, rows: Iterable[Row]) -> None:
        """Take rows that follow those that were taken before."""
        if self.is_on:
            self._waiting.extend(rows)

    def work(self, seconds: float, clock: Callable[[], float]) -> None:
        """Look at rows that wait, for about so long."""
        deadline = clock() + seconds
        while self._waiting and self.is_on:
            for _ in range(EACH):
                if self._waiting:
                    self._look(self._waiting.popleft())
            if clock() >= deadline:
                return

    def within(self, first: int, last: int) -> list[Match]:
        """Return the places in rows with these numbers."""
        left = bisect_left(self.matches, (first, -1, -1))
        return self.matches[left : bisect_left(self.matches, (last + 1, -1, -1), lo=left)]

    def keep(self, first: int, last: int) -> None:
        """Forget places in rows that are gone: those not numbered ``first`` to ``last``."""
        self.matches = self.within(first, last)
        if self.current is not None and not first <= self.current.number <= last:
            self.current = None
        while self._waiting and self._waiting[0].number < first:
            self._waiting.popleft()

    def go(self, step: int, near: int) -> Match | None:
        """Make the next place current (``step`` 1) or the one before (-1), round and round.

        Args:
            step: which way.
            near: the number of a row to begin at where no place is current.
        """
        if not self.matches:
            return None
        if self.position:
            at = self.position - 1 + step
        else:
            at = bisect_left(self.matches, (near, -1, -1)) - (0 if step > 0 else 1)
        self.current = self.matches[at % len(self.matches)]
        return self.current

    def _look(self, row: Row) -> None:
        if self._pattern is None or self.is_capped or row.is_note:
            return
        spans = self._spans(self._pattern, row.text)
        if spans is None:
            self.problem = "takes too long"
            self.matches.clear()
            self._waiting.clear()
        else:
            self.matches += [Match(row.number, *span) for span in spans if span[0] < span[1]]

    def _spans(self, pattern: regex.Pattern[str], text: str) -> list[tuple[int, int]] | None:
        """Return from where to where it is in a line; None if a person's pattern takes too long."""
        limit = LINE_SECONDS if self.wanted.is_pattern else None
        for _ in range(TRIES):
            with suppress(TimeoutError):
                return [found.span() for found in pattern.finditer(text, timeout=limit)]
        return None
