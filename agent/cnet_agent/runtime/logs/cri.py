"""The log format of the Container Runtime Interface: parsing lines, joining parts. Pure.

A line is ``2026-01-28T19:00:02.123456Z stdout F message``. ``P`` in place of ``F`` marks a part:
text whose newline has not come yet and which goes on in the stream's next line.
"""

import re
from datetime import datetime
from typing import NamedTuple

from cnet_agent.runtime.logs.cursor import Cursor

# A line may be of any length, a record not: what is longer becomes several.
MAX_TEXT = 256 * 1024  # bytes of one line of a segment
LONG = 128 * 1024
BOUNDARY = 64 * 1024
FAR = 256 * 1024
LOOK_BACK = 512 * 1024  # bytes in which unfinished text before a place is looked for
EPOCH = b"1970-01-01T00:00:00.000000Z"

# The supervisor's own lines: a time of 27 bytes, then one of these heads of 10.
_HEADS = {
    b" stdout F ": ("stdout", False),
    b" stderr F ": ("stderr", False),
    b" stdout P ": ("stdout", True),
    b" stderr P ": ("stderr", True),
}
_GENERAL = re.compile(rb"([0-9]\S{9,39}) (stdout|stderr) ([FP])(?::\S*)? (.*)", re.DOTALL)


class CriLine(NamedTuple):
    """One line of a segment."""

    time: bytes
    stream: str
    partial: bool
    text: bytes


class Line(NamedTuple):
    """One line as the task wrote it, or a piece of one that is too long or not finished."""

    cursor: Cursor  # after it
    time: bytes  # RFC 3339; of its first part
    stream: str
    text: bytes


def parse(line: bytes) -> CriLine:
    """Return what a line says; one that is not CRI is text of stdout without a time."""
    head = _HEADS.get(line[27:37])
    if head is not None:
        return CriLine(line[:27], *head, line[37:])
    match = _GENERAL.fullmatch(line)
    if match is None:
        return CriLine(EPOCH, "stdout", False, line)
    return CriLine(match[1], match[2].decode(), match[3] == b"P", match[4])


class _Run:
    """A line of one stream whose end has not come yet."""

    def __init__(self, time: bytes) -> None:
        self.began = self.last = time
        self.size = 0  # bytes of all its parts
        self.seen_at = 0  # bytes that the assembler had read at its last part
        self.time = time  # of the first part that was not given out
        self.parts: list[bytes] = []

    def add(self, line: CriLine, seen: int) -> None:
        if not self.parts:
            self.time = line.time
        self.parts.append(line.text)
        self.size += len(line.text)
        self.last, self.seen_at = line.time, seen


class Assembler:
    """Joins parts to lines.

    Unfinished text is given out before its end has come

    * where ``patience`` is given: after so many seconds without more of it, and each second once
      it is older than that;
    * when it is longer than ``LONG``, at every ``BOUNDARY`` bytes of the segment;
    * when ``FAR`` bytes of the log lie between it and the next line.

    All unfinished text is then given out, and the cursor of these records points to the newline
    before the next line, so that reading on from there gives none of it again. These rules look
    at the log alone, so that one who begins in the middle, ``LOOK_BACK`` bytes early, finds the
    same lines as one who read all of it.
    """

    def __init__(self, patience: float | None = None) -> None:
        self._patience = patience
        self._runs: dict[str, _Run] = {}
        self._seen = 0  # bytes
        self._end = Cursor(0, 0, 1)  # after the last line that was joined

    @property
    def unfinished(self) -> bool:
        """Whether text waits for its end."""
        return any(run.parts for run in self._runs.values())

    @property
    def idle(self) -> bool:
        """Whether the next whole line stands for itself."""
        return not self._runs

    def feed(self, block: bytes, start: Cursor) -> list[Line]:
        """Return the lines that ``block`` completes: whole lines of a segment from ``start``."""
        lines: list[Line] = []
        attempt, segment, offset = start
        for raw in block[:-1].split(b"\n"):
            begin, offset = offset, offset + len(raw) + 1
            line = parse(raw)
            if self._runs or line.partial or len(line.text) > MAX_TEXT:
                self._join(line, Cursor(attempt, segment, begin), offset, lines)
            else:
                place = Cursor(attempt, segment, offset)
                lines.append(Line(place, line.time, line.stream, line.text))
        return lines

    def flush(self) -> list[Line]:
        """Return all text that waits for its end, as lines of their own."""
        cursor = self._end._replace(offset=self._end.offset - 1)
        lines = []
        for stream, run in self._runs.items():
            if run.parts:
                lines.append(Line(cursor, run.time, stream, b"".join(run.parts)))
                run.parts = []
        return lines

    def reset(self) -> list[Line]:
        """Forget everything, as what comes next does not follow; return what waited."""
        lines = self.flush()
        self._runs.clear()
        return lines

    def _join(self, line: CriLine, begin: Cursor, end: int, lines: list[Line]) -> None:
        time, stream, partial, text = line
        if self._is_due(time, begin.offset, end):
            lines += self.flush()
        self._seen += end - begin.offset
        self._end = begin._replace(offset=end)
        while len(text) > MAX_TEXT:
            lines += self.flush()
            lines.append(Line(begin, time, stream, text[:MAX_TEXT]))
            text = text[MAX_TEXT:]
        if partial:
            self._runs.setdefault(stream, _Run(time)).add(line._replace(text=text), self._seen)
            return
        run = self._runs.pop(stream, None)
        if run is not None and run.parts:
            lines.append(Line(self._end, run.time, stream, b"".join((*run.parts, text))))
        elif run is None or text:  # the bare end of a line that was given out adds nothing
            lines.append(Line(self._end, time, stream, text))

    def _is_due(self, time: bytes, begin: int, end: int) -> bool:
        """Tell whether unfinished text is given out before a line of this time and place."""
        runs = [run for run in self._runs.values() if run.parts]
        if not runs:
            return False
        at_boundary = begin // BOUNDARY != end // BOUNDARY
        if any(
            (at_boundary and run.size >= LONG) or self._seen - run.seen_at >= FAR for run in runs
        ):
            return True
        if self._patience is None:
            return False
        now = _seconds(time)
        for run in runs:
            last = _seconds(run.last)
            if now - last >= self._patience:
                return True
            if now - _seconds(run.began) >= self._patience and int(now) != int(last):
                return True
        return False


def _seconds(time: bytes) -> float:
    try:
        return datetime.fromisoformat(time.decode("ascii", "replace")).timestamp()
    except ValueError:
        return 0.0
