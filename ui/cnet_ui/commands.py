"""What can be done by its name, and how well a name fits what a person typed. Pure."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from cnet_ui.words import Look


class Kind(StrEnum):
    """What a command leads to; groups stand in this order."""

    PAGE = "page"
    NODE = "node"
    TASK = "task"
    MODEL = "model"
    PRESET = "preset"
    ACTION = "action"


@dataclass(frozen=True, slots=True, eq=False)
class Command:
    """Something to do or to go to.

    Args:
        key: the same each time, so that recent ones are known again.
        title: what it is called, and what is searched first.
        hint: what stands beside the title; asked for when it is shown.
        keywords: other words by which it is found.
        shortcut: its keys, such as ``Ctrl+N``.
        look: the state of what it leads to.
        at_once: what Ctrl+Enter does.
        more: further commands for the same thing.
        disabled: why it cannot be done now, empty if it can.
    """

    key: str
    title: str
    kind: Kind
    run: Callable[[], object]
    hint: str | Callable[[], str] = ""
    keywords: str = ""
    shortcut: str = ""
    icon: str = "terminal"
    look: Callable[[], Look] | None = None
    at_once: Callable[[], object] | None = None
    more: Callable[[], Sequence["Command"]] | None = None
    disabled: str = ""

    @property
    def beside(self) -> str:
        """What is shown beside the title: why it cannot be done, else the hint."""
        return self.disabled or (self.hint if isinstance(self.hint, str) else self.hint())


Provider = Callable[[], Iterable[Command]]
"""Gives the commands of the moment; asked whenever the palette opens."""


class Commands:
    """Who knows which commands: the window and its pages add what they offer."""

    def __init__(self) -> None:
        self._short: list[Provider] = []
        self._long: list[Provider] = []

    def add(self, provider: Provider, *, is_long: bool = False) -> None:
        """Take a provider; the commands of one that is long come after those of all others."""
        (self._long if is_long else self._short).append(provider)

    def __iter__(self) -> Iterator[Command]:
        for provider in (*self._short, *self._long):
            yield from provider()


class Tier(IntEnum):
    """How a text was found, best first."""

    PREFIX = 0
    WORD = 1  # at the start of a word
    INSIDE = 2
    KEYWORD = 3
    SCATTERED = 4  # its letters in their order, the first at the start of a word


Rank = tuple[int, int]
"""A tier, and where or how far apart; lesser is better."""

Marks = tuple[tuple[int, int], ...]
"""Parts of a title: where each begins, and its length."""

_LONGEST_SCATTERED = 24  # letters; nobody abbreviates with more
_WORD_START = r"(?<![^\W_])"


class Needle:
    """What was typed, prepared to be looked for in many titles."""

    def __init__(self, text: str) -> None:
        self.text = " ".join(text.lower().split())
        self._whole = _Word(self.text)
        parts = self.text.split()
        self._words = [_Word(part) for part in parts] if len(parts) > 1 else []

    def rank(self, title: str, keywords: str) -> Rank | None:
        """Return how well a title fits, None if not at all; both are in lower case."""
        if not self.text:
            return (Tier.PREFIX, 0)
        found = self._whole.rank(title, keywords)
        if found is not None or not self._words:
            return found
        worst: Rank = (Tier.PREFIX, 0)
        for word in self._words:
            found = word.rank(title, keywords)
            if found is None:
                return None
            worst = max(worst, found)
        return worst

    def marks(self, title: str) -> Marks:
        """Return the parts of a title that were matched, from the left."""
        lower = title.lower()
        if not self.text or len(lower) != len(title):  # some letters have longer small forms
            return ()
        marks = self._whole.marks(lower)
        if not marks:
            marks = tuple(mark for word in self._words for mark in word.marks(lower))
        return _joined(marks)


class _Word:
    def __init__(self, text: str) -> None:
        self._text = text
        self._start = re.compile(_WORD_START + re.escape(text))
        self._scattered: re.Pattern[str] | None = None
        if 2 <= len(text) <= _LONGEST_SCATTERED and " " not in text:
            first, *rest = (re.escape(letter) for letter in text)
            # Each part can match in one way only, so that this never goes back.
            steps = (f"[^{letter}]*({letter})" for letter in rest)
            self._scattered = re.compile(f"{_WORD_START}({first}){''.join(steps)}")

    def rank(self, title: str, keywords: str) -> Rank | None:
        at = title.find(self._text)
        if at == 0:
            return (Tier.PREFIX, 0)
        if at > 0:
            word = self._start.search(title)
            return (Tier.WORD, word.start()) if word else (Tier.INSIDE, at)
        if self._text in keywords:
            return (Tier.KEYWORD, 0)
        scattered = self._scattered.search(title) if self._scattered else None
        return (Tier.SCATTERED, scattered.end() - scattered.start()) if scattered else None

    def marks(self, title: str) -> Marks:
        found = self._start.search(title)
        at = found.start() if found else title.find(self._text)
        if at >= 0:
            return ((at, len(self._text)),)
        scattered = self._scattered.search(title) if self._scattered else None
        if scattered is None:
            return ()
        return tuple((scattered.start(n + 1), 1) for n in range(len(self._text)))


def _joined(marks: Marks) -> Marks:
    """Return marks in order, with those that touch made one."""
    joined: list[tuple[int, int]] = []
    for start, length in sorted(marks):
        if joined and start <= joined[-1][0] + joined[-1][1]:
            before, reach = joined[-1]
            joined[-1] = (before, max(reach, start + length - before))
        else:
            joined.append((start, length))
    return tuple(joined)
