"""Searches commands in slices, so that ten thousand of them hold nothing up. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from typing import NamedTuple

from cnet_ui.commands import Command, Kind, Marks, Needle, Rank, Tier

SLICE = 400  # commands taken or looked at in one go, about a millisecond's work
PER_GROUP = 6  # shown of a kind among others
ALONE = 200  # shown of a kind on its own
OVERVIEW = {
    Kind.TASK: 4,
    Kind.MODEL: 4,
    Kind.PRESET: 5,
    Kind.ACTION: 12,
}  # shown of a kind before anything is typed
SIGNS = {">": Kind.ACTION, "#": Kind.TASK}  # typed first, for one kind only
_NOT_RECENT = 1000


class Entry(NamedTuple):
    """A command, prepared."""

    command: Command
    title: str
    keywords: str
    recency: int  # 0 for the last one that was used
    order: int


@dataclass(frozen=True, slots=True)
class Found:
    """A command that matches, and the parts of its title that do."""

    command: Command
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind, best first; ``kind`` is None for the recent ones."""

    kind: Kind | None
    found: tuple[Found, ...]
    total: int


class CommandIndex:
    """Takes commands as they are asked for.

    Args:
        commands: all of them; read a slice at a time.
        recent: keys of those that were used, the last one first.
    """

    def __init__(self, commands: Iterable[Command], recent: Sequence[str] = ()) -> None:
        self._coming = iter(commands)
        self._recency = {key: number for number, key in enumerate(recent)}
        self.entries: list[Entry] = []
        self.is_complete = False

    def load(self) -> bool:
        """Take a slice of what is to come; return whether that was all."""
        if not self.is_complete:
            taken = list(islice(self._coming, SLICE))
            first = len(self.entries)
            self.entries += [
                Entry(
                    command,
                    command.title.lower(),
                    command.keywords.lower(),
                    self._recency.get(command.key, _NOT_RECENT),
                    order,
                )
                for order, command in enumerate(taken, start=first)
            ]
            self.is_complete = len(taken) < SLICE
        return self.is_complete


_Key = tuple[int, int, int, int, int]


class Search:
    """One text over an index.

    Args:
        index: where to look.
        text: what was typed; it may begin with one of ``SIGNS``.
        before: a search of the same index for the beginning of ``text``. Where that is done, only
            what it found is looked at.
    """

    def __init__(self, index: CommandIndex, text: str, before: "Search | None" = None) -> None:
        self._index = index
        stripped = text.lstrip()
        self.kind = SIGNS.get(stripped[:1])
        self._needle = Needle(stripped[1:] if self.kind else stripped)
        self._ranked: list[tuple[Rank, Entry]] = []
        self._entries: Sequence[Entry] = index.entries
        self._next = 0
        self._narrows = False
        if before is not None and before.is_done and self._extends(before):
            self._narrows = True
            self._entries = before.matches

    @property
    def text(self) -> str:
        """What is looked for, in small letters, without a sign."""
        return self._needle.text

    @property
    def matches(self) -> list[Entry]:
        """What was found so far, in the order of the index."""
        return [entry for _, entry in self._ranked]

    def is_for(self, index: CommandIndex) -> bool:
        """Whether it looks into this index."""
        return self._index is index

    @property
    def is_done(self) -> bool:
        """Whether everything was looked at."""
        complete = self._narrows or self._index.is_complete
        return complete and self._next >= len(self._entries)

    def step(self) -> bool:
        """Look at another slice; return whether that was the last one."""
        if not self._narrows and self._next >= len(self._entries):
            self._index.load()
        needle, kind = self._needle, self.kind
        for entry in self._entries[self._next : self._next + SLICE]:
            if kind is None or entry.command.kind is kind:
                rank = needle.rank(entry.title, entry.keywords)
                if rank is not None:
                    self._ranked.append((rank, entry))
        self._next = min(self._next + SLICE, len(self._entries))
        return self.is_done

    def groups(self) -> list[Group]:
        """Return what was found so far, the group of the best one first.

        Scattered letters count only where nothing better was found.
        """
        if not self.text and self.kind is None:
            return self._overview()
        by_kind: dict[Kind, list[tuple[_Key, Entry]]] = defaultdict(list)
        ranked_ones = self._ranked
        if any(rank[0] < Tier.SCATTERED for rank, _ in ranked_ones):
            ranked_ones = [each for each in ranked_ones if each[0][0] < Tier.SCATTERED]
        for rank, entry in ranked_ones:
            by_kind[entry.command.kind].append((_key(rank, entry), entry))
        limit = ALONE if len(by_kind) == 1 else PER_GROUP
        made = []
        for kind, ranked in by_kind.items():
            best = nsmallest(limit, ranked)
            group = Group(kind, tuple(self._found(entry) for _, entry in best), len(ranked))
            made.append((best[0][0][:2], list(Kind).index(kind), group))
        return [group for *_, group in sorted(made, key=lambda each: each[:2])]

    def _overview(self) -> list[Group]:
        entries = self.matches
        recent = sorted(
            (entry for entry in entries if entry.recency < PER_GROUP), key=lambda e: e.recency
        )
        groups = []
        if recent:
            groups.append(Group(None, tuple(map(self._found, recent)), len(recent)))
        for kind in Kind:
            rest = [e for e in entries if e.command.kind is kind and e.recency >= PER_GROUP]
            shown = tuple(map(self._found, rest[: OVERVIEW.get(kind, ALONE)]))
            if shown:
                groups.append(Group(kind, shown, len(shown)))
        return groups

    def _found(self, entry: Entry) -> Found:
        return Found(entry.command, self._needle.marks(entry.command.title))

    def _extends(self, before: "Search") -> bool:
        return self.kind is before.kind and self.text.startswith(before.text)


def _key(rank: Rank, entry: Entry) -> _Key:
    tier, at = rank
    return (tier, entry.recency, at, len(entry.title), entry.order)
