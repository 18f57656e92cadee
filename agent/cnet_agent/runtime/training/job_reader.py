"""Reads what one job prints: each line once into its log file, and its figures into its curve.

How far it is read, how far the file is written and the curve stand in one file that is replaced as
a whole, so that after a crash all three go on from the same line. Blocking; for one thread.
"""

import contextlib
import json
import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from cnet_agent.model.log_level import Level, level_of
from cnet_agent.model.metrics import read
from cnet_agent.runtime.logs.cri import Line
from cnet_agent.runtime.logs.cursor import Cursor
from cnet_agent.runtime.logs.follow import Follower
from cnet_agent.runtime.logs.segments import attempts
from cnet_agent.runtime.training.curve import Curve
from cnet_agent.runtime.training.log_file import LogFile, Place
from cnet_agent.wire.log_search import TRAINING_AGENT

LONGEST = 32 * 1024  # bytes of a line in the log file; what is longer is cut
_CODES = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\].*?(?:\x07|\x1b\\|$))")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]")
_NAMES = {level: level.value.upper() for level in Level}


class JobReader:
    """Reads on where an earlier agent left off.

    Args:
        folder: of the task, with its logs.
        state: where it is noted how far all is.
        file: its log file; None where there is none.
    """

    def __init__(self, folder: Path, state: Path, file: LogFile | None) -> None:
        self.curve = Curve()
        self.taken = 0  # lines, by this reader
        self._folder = folder
        self._state = state
        self._file = file
        self._follower = Follower(folder, None)
        self._cursor: Cursor | None = None  # after the last line that was taken

    def open(self) -> None:
        """Find out how far it came.

        Raises:
            OSError: the log file cannot be written.
        """
        noted = load(self._state)
        place = None
        with contextlib.suppress(KeyError, TypeError, ValueError):
            self._cursor = Cursor.parse(noted["cursor"])
            self.curve = Curve.of(noted["curve"])
            place = Place(*noted["place"]) if noted["place"] else None
        if self._file is not None:
            self._file.open(place)
            if place is None:  # all of it is written anew
                self._cursor, self.curve = None, Curve()
                self._file.empty()
                self.save()
        if self._cursor is not None:
            self._follower.resume(self._cursor)

    def read_some(self) -> bool:
        """Take what comes next, up to a chunk of the log; tell whether there was any.

        Raises:
            OSError: the log file cannot be written. What was taken since the last ``save`` is to
                be taken again, by another reader.
        """
        kept = attempts(self._folder)
        if (lines := self._follower.read()) is not None:
            self._take(lines)
            return True
        moved, late, _ = self._follower.move_on(kept)
        self._take(late)
        return moved

    def flush(self, now: float, *, ended: bool) -> None:
        """Take text whose end does not come.

        ``now`` is of a clock that only goes forward. Raises as ``read_some``.
        """
        self._take(self._follower.unfinished(now, ended=ended))

    def save(self, *, is_all: bool = False) -> None:
        """Note how far all is, and whether that is all there will be.

        Raises:
            OSError: the disk is full or failing.
        """
        noted = {
            "is_all": is_all,
            "cursor": str(self._cursor or Cursor(1, 0, 0)),
            "place": list(self._file.place) if self._file is not None else None,
            "curve": self.curve.data(),
        }
        beside = self._state.with_suffix(".new")
        beside.write_text(json.dumps(noted), encoding="utf-8")
        beside.replace(self._state)

    def close(self) -> None:
        """Let go of the files."""
        self._follower.close()
        if self._file is not None:
            self._file.close()

    def _take(self, lines: Iterable[Line]) -> None:
        written: list[str] = []
        for cursor, time, _, raw in lines:
            text = raw.decode("utf-8", "replace")
            if (reading := read(text)) is not None:
                self.curve.add(cursor[0], _seconds(time), reading)
            written.append(_line(time, text))
            self._cursor = cursor
        self.taken += len(written)
        if written and self._file is not None:
            self._file.write("".join(written).encode())


def load(state: Path) -> dict[str, Any]:
    """Return what was noted of a job; nothing where nothing was, or it cannot be read. Blocking."""
    try:
        noted = json.loads(state.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return noted if isinstance(noted, dict) else {}


def load_curve(state: Path) -> tuple[Curve, bool]:
    """Return the curve of a job as it was noted, and whether it is all of it. Blocking."""
    noted = load(state)
    try:
        return Curve.of(noted["curve"]), bool(noted.get("is_all"))
    except (KeyError, TypeError, ValueError):
        return Curve(), False


def _line(time: bytes, text: str) -> str:
    shown = _CODES.sub("", text.rstrip("\r").rpartition("\r")[2])[:LONGEST]
    level = _NAMES[level_of(shown) or Level.INFO]
    return (
        f"{_local(time[:19])} - {TRAINING_AGENT} - {level} - {_HERE} - {_CONTROL.sub(' ', shown)}\n"
    )


_HERE = f"[{Path(__file__).name}:{_line.__code__.co_firstlineno}]"


@lru_cache(maxsize=64)  # many lines have the same second
def _local(time: bytes) -> str:
    """Return a time in UTC as local time, as the seeds' files have it."""
    at = datetime.fromtimestamp(_seconds(time + b"Z"))  # noqa: DTZ006 - local, as the seeds have it
    return at.strftime("%Y-%m-%d %H:%M:%S")


def _seconds(time: bytes) -> float:
    """Return Unix seconds for the time of a line; 0 for one that is none."""
    try:
        return datetime.fromisoformat(time.decode("ascii", "replace")).timestamp()
    except ValueError:
        return 0.0
