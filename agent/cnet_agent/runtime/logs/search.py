"""Searches several logs at once, newest lines first, with bounded work. Blocking; for threads."""

import heapq
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from cnet_agent.model.errors import FieldError, InvalidRequest
from cnet_agent.model.log_level import Level, counts_as, level_of
from cnet_agent.model.sentence import Sentence, told
from cnet_agent.runtime.logs.backwards import Entry, agent_entries, day_entries, task_entries
from cnet_agent.runtime.logs.cursor import Cursor
from cnet_agent.runtime.logs.grep import Grep
from cnet_agent.wire.log_search import AGENT, SERVICES, FoundLine, LogSearchView

SECONDS = 2.0  # that one search may take; it says where to go on
MAX_BYTES = 8 * 1024 * 1024  # of text in one answer
GRACE = 60.0  # seconds after a task's end within which its last lines were written

PLACE_PATTERN = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,16}Z~[0-9A-Za-z-]{1,64}"
    r"~[0-9]{1,12}:[0-9]{1,9}:[0-9]{1,15}$"
)


class Place(NamedTuple):
    """A place in the order of all lines: by time, then by source, then within it."""

    at: str  # RFC 3339 in UTC
    source: str
    cursor: Cursor

    @classmethod
    def parse(cls, text: str) -> "Place":
        """Return the place that ``next`` of an answer stands for.

        Raises:
            ValueError: the text does not read like one.
        """
        if re.fullmatch(PLACE_PATTERN, text) is None:
            raise ValueError(
                Sentence(
                    "{text} is no place in logs: take `next` of an answer", text=repr(text[:80])
                )
            )
        at, source, cursor = text.split("~")
        return cls(at, source, Cursor(*map(int, cursor.split(":"))))

    def __str__(self) -> str:
        return f"{self.at}~{self.source}~{self.cursor}"


@dataclass(frozen=True, slots=True)
class Source:
    """A log to search.

    ``folder`` is a task's, that of a service's files, or the file of the agent's own log.
    """

    id: str
    name: str
    folder: Path
    began: float = 0.0  # Unix seconds
    ended: float | None = None  # nothing was written after that


@dataclass(frozen=True, slots=True)
class LogSearch:
    """Which lines: all conditions hold for each."""

    levels: frozenset[Level] = frozenset()  # any, if empty
    since: float | None = None  # Unix seconds
    until: float | None = None
    grep: str | None = None  # a regular expression
    before: str | None = None  # where an earlier search left off
    limit: int = 1000


def search(
    sources: Sequence[Source],
    query: LogSearch,
    now: float,
    clock: Callable[[], float] = time.monotonic,
) -> LogSearchView:
    """Return the newest lines that ``query`` asks for, from all ``sources`` in order of time.

    It ends when there are enough, or its time is up; where to go on is in the answer.

    Raises:
        InvalidRequest: the pattern or the place is not valid, or the pattern takes too long.
    """
    grep = Grep(query.grep) if query.grep else None
    deadline = clock() + SECONDS
    lines: list[FoundLine] = []
    size = 0
    place: Place | None = None
    for source, entry in _Merge(sources, query, now):
        if len(lines) >= query.limit or size >= MAX_BYTES or (place and clock() >= deadline):
            return LogSearchView(lines=lines, more=True, next=str(place))
        place = Place(entry.at, source.id, entry.place)
        if grep is not None and not grep.finds(entry.line):
            continue
        level = level_of(entry.names_level)
        if not query.levels or counts_as(level) in query.levels:
            lines.append(_found(source, entry, level))
            size += len(entry.line)
    return LogSearchView(lines=lines, more=False)


class _Merge:
    """The lines of many logs, newest first; a log is opened when its time has come.

    A log waits under the latest time it can have lines of, so that of a long history few are open
    at a time.
    """

    def __init__(self, sources: Sequence[Source], query: LogSearch, now: float) -> None:
        self._now = stamp(now)
        self._since = stamp(query.since) if query.since is not None else ""
        self._before = _parse(query.before) if query.before is not None else None
        until = stamp(query.until) if query.until is not None else self._now
        self._until = min(until, self._before.at) if self._before is not None else until
        self._exact_until = until if query.until is not None else ""
        self._heap: list[_Waiting] = []
        for source in sources:
            latest = self._until
            if source.ended is not None:
                latest = min(latest, stamp(source.ended + GRACE))
            if latest >= self._since and stamp(source.began) <= self._until:
                heapq.heappush(self._heap, _Waiting(latest, source))

    def __iter__(self) -> Iterator[tuple[Source, Entry]]:
        heap = self._heap
        while heap:
            waiting = heapq.heappop(heap)
            while True:
                if waiting.entry is not None:
                    yield waiting.source, waiting.entry
                if waiting.entries is None:
                    waiting.entries = self._open(waiting.source)
                waiting.entry = next(waiting.entries, None)
                if waiting.entry is None:
                    break
                waiting.at = waiting.entry.at
                if heap and heap[0] < waiting:
                    heapq.heappush(heap, waiting)
                    break

    def _open(self, source: Source) -> Iterator[Entry]:
        before = self._before
        here = before.cursor if before is not None and before.source == source.id else None
        at = before.at if before is not None and here is not None else self._now
        if source.id == AGENT:
            entries = agent_entries(source.folder, at, self._until, here)
        elif source.id in SERVICES:
            entries = day_entries(source.folder, source.id, at, self._until, here)
        else:
            entries = task_entries(source.folder, at, self._until, here)
        for entry in entries:
            if self._since and entry.at < self._since:
                return
            if self._exact_until and entry.at > self._exact_until:
                continue
            if before is None or Place(entry.at, source.id, entry.place) < before:
                yield entry


@dataclass(slots=True)
class _Waiting:
    """A log in the heap: not yet open, or with the line that comes next."""

    at: str  # of that line, or the latest that there can be
    source: Source
    entries: Iterator[Entry] | None = None
    entry: Entry | None = None

    def __lt__(self, other: "_Waiting") -> bool:
        """Come first with what is later; one that is not open yet is opened first of all."""
        if self.at != other.at:
            return self.at > other.at
        if (self.entry is None) != (other.entry is None):
            return self.entry is None
        return self.source.id > other.source.id


def stamp(seconds: float) -> str:
    """Return Unix seconds as the logs write them: RFC 3339 in UTC with microseconds."""
    seconds = min(max(0.0, seconds), 253_402_300_799.0)
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _parse(text: str) -> Place:
    try:
        return Place.parse(text)
    except ValueError as error:
        raise InvalidRequest(told(error), errors=(FieldError(("before",), told(error)),)) from error


def _found(source: Source, entry: Entry, level: Level | None) -> FoundLine:
    return FoundLine(
        source=source.id,
        name=source.name,
        cursor=str(entry.place),
        time=entry.time,
        stream="stderr" if entry.stream == "stderr" else "stdout" if entry.stream else None,
        level=level,
        line=entry.line,
    )
