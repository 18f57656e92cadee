"""Lines of one log from its end towards its beginning: a task's, or the agent's own. Blocking."""

import functools
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from cnet_agent.runtime.logs.cri import EPOCH
from cnet_agent.runtime.logs.cursor import Cursor
from cnet_agent.runtime.logs.reader import WINDOW, lines_between
from cnet_agent.runtime.logs.segments import AttemptLog, attempts

FIRST_WINDOW = 64 * 1024  # bytes looked back to begin with; further on, more at a time
MAX_FILES = 100  # earlier files of the agent's log
LATEST = "9999"  # later than every time

_HEAD = re.compile(rb"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) - ")


class Entry(NamedTuple):
    """One line of a log."""

    at: str  # RFC 3339 in UTC; never later than that of the entry after it in its log
    place: Cursor  # of the agent's own log: when its file was begun, 0, bytes
    time: str  # as it was written
    stream: str | None
    line: str
    names_level: str  # the line whose level it has: its own, or that of its record's head


def task_entries(folder: Path, at: str, until: str, before: Cursor | None) -> Iterator[Entry]:
    """Yield the lines of a task's log, the newest first, from about a time on.

    Args:
        folder: of the task.
        at: when the first of them was written at the latest, RFC 3339 in UTC.
        until: from when on; lines that are later may come nevertheless.
        before: only what comes before this place.
    """
    kept = attempts(folder)
    for attempt in sorted(kept, reverse=True):
        if before is not None and attempt > before.attempt:
            continue
        log = AttemptLog.open(folder, attempt, kept[attempt])
        if log is None:
            continue
        try:
            for entry in _attempt_entries(log, at, until, before):
                at = entry.at
                yield entry
        except FileNotFoundError:  # a segment was rotated away: nothing earlier is kept
            continue


def _attempt_entries(
    log: AttemptLog, at: str, until: str, before: Cursor | None
) -> Iterator[Entry]:
    here = before if before is not None and before.attempt == log.attempt else None
    stop = log.place(here)[0] if here is not None else log.after(until.encode())
    window = FIRST_WINDOW
    while stop > log.start:
        start = log.back(stop, window)
        for line in reversed(lines_between(log, start, stop)):
            if here is not None and line.cursor >= here:
                continue
            if line.time != EPOCH:
                at = min(at, line.time.decode("ascii", "replace"))
            text = line.text.decode("utf-8", "replace")
            time = line.time.decode("ascii", "replace")
            yield Entry(at, line.cursor, time, line.stream, text, text)
        stop, window = start, min(2 * window, WINDOW)


def agent_entries(path: Path, at: str, until: str, before: Cursor | None) -> Iterator[Entry]:
    """Yield the lines of the agent's own log, the newest first, from about a time on.

    A line that does not begin with a time belongs to the record before it and has its time and
    level.

    Args:
        path: of the file that is written to; earlier ones have a number behind.
        at: when the first of them was written at the latest, RFC 3339 in UTC.
        until: from when on; lines that are later may come nevertheless.
        before: only what comes before this place.
    """
    for number in range(MAX_FILES):
        try:
            with FileIO(path.with_name(f"{path.name}.{number}") if number else path) as file:
                begun = _begun(file)
                if _stamp(begun) > until:
                    continue
                for entry in _file_entries(file, begun, at, before):
                    at = entry.at
                    yield entry
        except FileNotFoundError:
            if number:
                return


def day_entries(
    folder: Path, name: str, at: str, until: str, before: Cursor | None
) -> Iterator[Entry]:
    """Yield the lines of a service that begins a file a day, the newest first.

    Args:
        folder: of the files.
        name: that their names begin with.
        at: as in ``agent_entries``.
        until: as there.
        before: as there.
    """
    for path in sorted(folder.glob(f"{name}_????????.log"), reverse=True):
        for entry in agent_entries(path, at, until, before):
            at = entry.at
            yield entry


def _file_entries(file: FileIO, begun: int, at: str, before: Cursor | None) -> Iterator[Entry]:
    if before is not None and begun > before.attempt:
        return
    stop = file.seek(0, os.SEEK_END)
    if before is not None and begun == before.attempt:
        stop = min(stop, before.offset)
    rest = b""  # lines whose record begins further back
    while stop > 0:
        start = max(0, stop - FIRST_WINDOW)
        file.seek(start)
        lines = ((file.read(stop - start) or b"") + rest).splitlines(keepends=True)
        first = _first_whole(lines) if start else 0
        offset = start + sum(map(len, lines[:first]))
        rest = b"".join(lines[:first])
        for entry in reversed(_records(lines[first:], offset, begun)):
            at = min(at, entry.at)
            yield entry._replace(at=at, time=min(entry.time, at))
        stop = start


def _first_whole(lines: list[bytes]) -> int:
    """Return where the first record begins; the first line may be the end of one."""
    for number, line in enumerate(lines[1:], start=1):
        if _HEAD.match(line):
            return number
    return len(lines) if sum(map(len, lines)) < WINDOW else 1  # one that is endless is cut


def _records(lines: list[bytes], offset: int, begun: int) -> list[Entry]:
    time, names_level = LATEST, ""
    found = []
    for raw in lines:
        head = _HEAD.match(raw)
        text = raw[head.end() if head else 0 :].rstrip(b"\r\n").decode("utf-8", "replace")
        if head is not None:
            time, names_level = _utc(head[1].decode("ascii")), text
        found.append(Entry(time, Cursor(begun, 0, offset), time, None, text, names_level))
        offset += len(raw)
    return found


def _begun(file: FileIO) -> int:
    """Return when a file's first line was written, in Unix seconds; its name may change."""
    file.seek(0)
    head = _HEAD.match(file.read(64) or b"")
    return int(_moment(head[1].decode("ascii")).timestamp()) if head else 0


@functools.lru_cache(maxsize=1024)  # many lines have the same second
def _utc(local: str) -> str:
    return _stamp(_moment(local).timestamp())


def _stamp(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.000000Z")


def _moment(local: str) -> datetime:
    try:
        return datetime.fromisoformat(local).astimezone(UTC)
    except (ValueError, OverflowError):  # digits that are no time
        return datetime.fromtimestamp(0, UTC)
