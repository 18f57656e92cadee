"""Copies a container's log into the attempt's own, and goes on where an earlier copy ended.

Each entry of Docker's log becomes one line of ours, with Docker's time. So what is there already is
known by counting: of a second, the lines that were copied are the entries to pass over.
"""

import re
import threading
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from cnet_agent.supervisor.logwriter import LogWriter

_SECOND = len("2026-01-28T19:00:02")
_ENTRY = re.compile(rb"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.(\d{6})\d*Z ")


class LogCopy:
    """The log of one attempt. Blocking; ``abandon`` may come from another thread than the rest.

    Args:
        prefix: of the paths of the log's segments.
        first: the first segment that is a copy; those before tell of the image.
    """

    def __init__(self, prefix: str, first: int) -> None:
        self._prefix = prefix
        self._first = first
        self._lock = threading.Lock()
        self._abandoned = False
        self._at = 0.0  # Unix seconds of the entry that is copied
        self._writer = LogWriter(prefix, clock=lambda: self._at)

    @property
    def dropped(self) -> int:
        """Bytes of output that a full disk did not take."""
        return self._writer.dropped

    def resume_at(self) -> tuple[int, int]:
        """Return from which second on Docker's log is wanted, and how many entries are known."""
        second, known = b"", 0
        for path in self._segments():
            with path.open("rb") as file:
                lines = [line[:_SECOND] for line in file if line.endswith(b"\n")]
            if not second:
                if not lines:
                    continue
                second = lines[-1]
            here = sum(line >= second for line in lines)
            known += here
            if here < len(lines):
                break
        return (int(_moment(second)) if second else 0), known

    def copy(self, entries: Iterable[tuple[int, bytes]], known: int) -> None:
        """Write what follows the first ``known`` entries, until they end."""
        for number, entry in entries:
            if known > 0:
                known -= 1
                continue
            with self._lock:
                if self._abandoned:
                    return
                self._write(number, entry)

    def close(self) -> None:
        """Finish the last lines."""
        self._writer.close()

    def abandon(self) -> None:
        """Leave the last lines unfinished: another copy begins them anew."""
        with self._lock:
            self._abandoned = True
            self._writer.abandon()

    def _write(self, number: int, entry: bytes) -> None:
        head = _ENTRY.match(entry)
        if head is not None:
            # Half a microsecond, so that the writer's arithmetic cannot fall short of it.
            self._at = _moment(head[1]) + (int(head[2]) + 0.5) / 1e6
        self._writer.feed(number, entry[head.end() if head else 0 :])

    def _segments(self) -> list[Path]:
        """Return the segments that are copies, the newest first."""
        numbers = sorted(segments(self._prefix), reverse=True)
        return [Path(f"{self._prefix}{number}") for number in numbers if number >= self._first]


def segments(prefix: str) -> list[int]:
    """Return the numbers of a log's segments."""
    path = Path(prefix)
    return [int(found.name[len(path.name) :]) for found in path.parent.glob(f"{path.name}[0-9]*")]


def _moment(second: bytes) -> float:
    return datetime.fromisoformat(second.decode("ascii")).replace(tzinfo=UTC).timestamp()
