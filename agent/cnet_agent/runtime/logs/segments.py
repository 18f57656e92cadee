"""The files of a task's log, and reading them by whole lines in either direction."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from cnet_agent.runtime.logs.cri import LOOK_BACK, Assembler
from cnet_agent.runtime.logs.cursor import Cursor

CHUNK = 65_536  # bytes read at a time
STAMP = 40  # bytes, of which a line's time takes no more

_NAME = re.compile(r"([1-9][0-9]{0,8})\.(?:record|log\.([0-9]{1,9}))")


def attempts(folder: Path) -> dict[int, tuple[int, ...]]:
    """Return the segments of each attempt, oldest first; none for one that wrote nothing.

    A missing folder has no attempts.
    """
    found: dict[int, list[int]] = {}
    try:
        names = os.listdir(folder)  # noqa: PTH208 - names are all it takes, and this is called often
    except OSError:
        return {}
    for name in names:
        match = _NAME.fullmatch(name)
        if match is not None:
            indices = found.setdefault(int(match[1]), [])
            if match[2] is not None:
                indices.append(int(match[2]))
    return {attempt: tuple(sorted(found[attempt])) for attempt in sorted(found)}


def path_of(folder: Path, attempt: int, index: int) -> Path:
    """Return the file of a segment."""
    return folder / f"{attempt}.log.{index}"


def read_block(file: FileIO, offset: int, end: int | None = None) -> bytes:
    """Return whole lines from ``offset``, about ``CHUNK`` bytes; nothing where there are none."""
    size = CHUNK
    while True:
        wanted = size if end is None else max(0, min(size, end - offset))
        file.seek(offset)
        data = file.read(wanted) or b""
        cut = data.rfind(b"\n") + 1
        if cut or len(data) < size:
            return data if cut == len(data) else data[:cut]
        size *= 4


@dataclass(frozen=True, slots=True)
class AttemptLog:
    """The log of one attempt as it is now."""

    folder: Path
    attempt: int
    indices: tuple[int, ...]  # of its segments, oldest first; never empty
    sizes: tuple[int, ...]  # bytes of whole lines in each

    @classmethod
    def open(cls, folder: Path, attempt: int, indices: tuple[int, ...]) -> "AttemptLog | None":
        """Return the log; None when nothing of it is there."""
        kept: list[int] = []
        sizes: list[int] = []
        for index in indices:
            try:
                with FileIO(path_of(folder, attempt, index)) as file:
                    sizes.append(_line_start(file, file.seek(0, os.SEEK_END)))
            except FileNotFoundError:
                continue  # it was rotated away since
            kept.append(index)
        return cls(folder, attempt, tuple(kept), tuple(sizes)) if kept else None

    @property
    def start(self) -> Cursor:
        """The oldest place that is kept."""
        return Cursor(self.attempt, self.indices[0], 0)

    @property
    def end(self) -> Cursor:
        """After the last whole line."""
        return Cursor(self.attempt, self.indices[-1], self.sizes[-1])

    def place(self, cursor: Cursor) -> tuple[Cursor, bool]:
        """Return the start of a line that ``cursor`` stands for, within what is kept.

        The second value says whether unfinished text before it was given out.
        """
        cursor = cursor._replace(attempt=self.attempt)
        if cursor < self.start:
            return self.start, True
        if cursor.segment not in self.indices:
            later = [index for index in self.indices if index > cursor.segment]
            return (Cursor(self.attempt, later[0], 0), True) if later else (self.end, True)
        size = self.sizes[self.indices.index(cursor.segment)]
        with self._file(cursor.segment) as file:
            return line_place(file, cursor, size)

    def back(self, place: Cursor, amount: int) -> Cursor:
        """Return the start of a line about ``amount`` bytes before ``place``."""
        number = self.indices.index(place.segment)
        offset = place.offset
        while offset < amount and number > 0:
            amount -= offset
            number -= 1
            offset = self.sizes[number]
        index = self.indices[number]
        if offset <= amount:
            return Cursor(self.attempt, index, 0)
        with self._file(index) as file:
            return Cursor(self.attempt, index, _line_start(file, offset - amount))

    def after(self, stamp: bytes) -> Cursor:
        """Return the start of a line up to which all lines until ``stamp`` lie, hardly more.

        Only where the clock was set back may it be too early.
        """
        for index, size in zip(reversed(self.indices), reversed(self.sizes), strict=True):
            with self._file(index) as file:
                if not size or _stamp_at(file, 0) > stamp:
                    continue
                low, high = 0, size  # the line at ``low`` was written by then
                while high - low > CHUNK:
                    middle = _line_start(file, (low + high) // 2)
                    if middle <= low:
                        break  # one line fills it all
                    low, high = (
                        (middle, high) if _stamp_at(file, middle) <= stamp else (low, middle)
                    )
                return Cursor(self.attempt, index, high)
        return self.start

    def blocks(self, start: Cursor, end: Cursor) -> Iterator[tuple[Cursor, bytes]]:
        """Yield the whole lines between two places, in blocks with their place."""
        for index, size in zip(self.indices, self.sizes, strict=True):
            if not start.segment <= index <= end.segment:
                continue
            offset = start.offset if index == start.segment else 0
            last = min(size, end.offset) if index == end.segment else size
            with self._file(index) as file:
                while offset < last and (block := read_block(file, offset, last)):
                    yield Cursor(self.attempt, index, offset), block
                    offset += len(block)

    def assembler_at(self, place: Cursor, patience: float | None) -> Assembler:
        """Return an assembler that holds the text which is unfinished at ``place``."""
        assembler = Assembler(patience)
        for at, block in self.blocks(self.back(place, LOOK_BACK), place):
            if not assembler.idle or b" stdout P " in block or b" stderr P " in block:
                assembler.feed(block, at)
        return assembler

    def _file(self, index: int) -> FileIO:
        return FileIO(path_of(self.folder, self.attempt, index))


def line_place(file: FileIO, cursor: Cursor, size: int) -> tuple[Cursor, bool]:
    """Return the start of a line in ``file`` for ``cursor``; see ``AttemptLog.place``."""
    offset = min(cursor.offset, size)
    file.seek(max(0, offset - 1))
    around = file.read(2) or b""
    if offset == 0 or around[:1] == b"\n":
        return cursor._replace(offset=offset), False
    if around[1:] == b"\n":
        return cursor._replace(offset=offset + 1), True
    return cursor._replace(offset=_line_start(file, offset)), False


def _stamp_at(file: FileIO, offset: int) -> bytes:
    """Return the time of the line that begins at ``offset``."""
    file.seek(offset)
    return (file.read(STAMP) or b"").partition(b" ")[0]


def _line_start(file: FileIO, offset: int) -> int:
    """Return where the line begins that holds ``offset``: after the newline before it."""
    while offset > 0:
        begin = max(0, offset - CHUNK)
        file.seek(begin)
        newline = (file.read(offset - begin) or b"").rfind(b"\n")
        if newline >= 0:
            return begin + newline + 1
        offset = begin
    return 0
