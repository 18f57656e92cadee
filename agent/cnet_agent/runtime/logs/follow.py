"""Follows one task's log: each line once and in order, over segments and attempts."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import aclosing
from io import FileIO
from pathlib import Path

from cnet_agent.model.errors import NotFound
from cnet_agent.runtime.logs.cri import Assembler, Line
from cnet_agent.runtime.logs.cursor import Cursor
from cnet_agent.runtime.logs.inotify import FolderWatcher, Watch
from cnet_agent.runtime.logs.page import Gap
from cnet_agent.runtime.logs.reader import record_of
from cnet_agent.runtime.logs.segments import AttemptLog, attempts, path_of, read_block
from cnet_agent.wire.task import LogRecord

BATCH_RECORDS = 400
BATCH_BYTES = 65_536
PATIENCE = 1.0  # seconds that unfinished text waits for its end
_VISIBLE = 0.25  # seconds within which a line that was stamped can be read
_LOOK = 0.25  # seconds between looks whether a silent task has ended
SEGMENT = 10_000_000  # bytes of a full segment, to estimate what is lost with one

IsFinal = Callable[[str], bool | Awaitable[bool]]


class Follower:
    """Reads on through the files of one task's log."""

    def __init__(self, folder: Path, attempt: int | None) -> None:
        self._folder = folder
        self._next = (attempt or 1, 0)  # attempt and segment that may come after the one read
        self._place: Cursor | None = None  # in the file being read
        self._file: FileIO | None = None
        self._assembler = Assembler(PATIENCE)
        self._silent_since: float | None = None  # when there was first nothing to read

    def close(self) -> None:
        """Close the file that is being read."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def resume(self, cursor: Cursor) -> Gap | None:
        """Go on after ``cursor``, as far as that is still kept."""
        self._next = (cursor.attempt, cursor.segment)
        indices = attempts(self._folder).get(cursor.attempt, ())
        log = AttemptLog.open(self._folder, cursor.attempt, indices)
        if log is None:
            return None  # nothing was written yet
        place, given_out = log.place(cursor)
        self._assembler = log.assembler_at(place, PATIENCE)
        if given_out:
            self._assembler.flush()
        if not self._open(place) or place.segment <= cursor.segment:
            return None
        return self._gap(place.segment - cursor.segment, less=cursor.offset)

    def read(self) -> list[Line] | None:
        """Return the lines of the next chunk of the file being read; None at its end."""
        if self._file is None or self._place is None:
            return None
        block = read_block(self._file, self._place.offset)
        if not block:
            return None
        self._silent_since = None
        lines = self._assembler.feed(block, self._place)
        self._place = self._place._replace(offset=self._place.offset + len(block))
        return lines

    def move_on(self, kept: dict[int, tuple[int, ...]]) -> tuple[bool, list[Line], Gap | None]:
        """Go to the next file of ``kept``, which was listed before this one was read to its end.

        Returns:
            Whether there was one, what was unfinished before it, and what was lost in between.
        """
        wanted = self._next
        for attempt, indices in kept.items():
            for index in indices:
                if (attempt, index) < wanted or not self._open(Cursor(attempt, index, 0)):
                    continue  # where it was rotated away since, a later one stands for both
                same = attempt == wanted[0]
                missing = index - wanted[1] if same else index
                before = [] if same and not missing else self._assembler.reset()
                return True, before, self._gap(missing) if missing else None
        return False, [], None

    def unfinished(self, now: float, *, ended: bool) -> list[Line]:
        """Return text that waited long enough for its end, all of it if the task has ended."""
        if self._silent_since is None:
            self._silent_since = now
        if not ended and now - self._silent_since < PATIENCE + _VISIBLE:
            return []
        return self._assembler.flush()

    def _open(self, place: Cursor) -> bool:
        try:
            file = FileIO(path_of(self._folder, place.attempt, place.segment))
        except FileNotFoundError:
            return False
        self.close()
        self._file, self._place = file, place
        self._next = (place.attempt, place.segment + 1)
        return True

    def _gap(self, segments: int, less: int = 0) -> Gap:
        """Return what is lost with so many segments."""
        lost = max(1, segments * SEGMENT - less)
        sample = read_block(self._file, 0) if self._file is not None else b""
        mean = len(sample) / sample.count(b"\n") if sample else 100.0
        return Gap(lost=max(1, round(lost / mean)), bytes=lost)


async def follow(
    folder: Path,
    task_id: str,
    is_final: IsFinal,
    watcher: FolderWatcher,
    cursor: Cursor | None = None,
    attempt: int | None = None,
    stream: str | None = None,
) -> AsyncGenerator[list[LogRecord] | Gap, None]:
    """Yield what is written after ``cursor`` until the task has ended and all of it is read.

    A batch holds up to ``BATCH_RECORDS`` lines and about ``BATCH_BYTES``. Without a cursor it
    begins with the oldest line kept, of ``attempt`` or of the first one. A line whose end does
    not come within ``PATIENCE`` is given out in pieces: see ``Assembler``.
    """
    follower = Follower(folder, attempt)
    try:
        with watcher.watch(folder) as watch:
            if cursor is not None and (gap := follower.resume(cursor)) is not None:
                yield gap
            async with aclosing(_items(follower, folder, task_id, is_final, watch)) as items:
                async for item in items:
                    if isinstance(item, Gap):
                        yield item
                        continue
                    for batch in _batches(item, stream):
                        yield batch
                        await asyncio.sleep(0)
                    await asyncio.sleep(0)  # there may be many lines of which none is wanted
    finally:
        follower.close()


async def _items(
    follower: Follower, folder: Path, task_id: str, is_final: IsFinal, watch: Watch
) -> AsyncGenerator[list[Line] | Gap, None]:
    clock = asyncio.get_running_loop().time
    while True:
        ended = await _has_ended(is_final, task_id)
        kept = attempts(folder)
        while (lines := follower.read()) is not None:
            yield lines
        moved, late, gap = follower.move_on(kept)
        if late:
            yield late
        if gap is not None:
            yield gap
        if moved:
            continue
        if lines := follower.unfinished(clock(), ended=ended):
            yield lines
        if ended or not folder.exists():
            return
        await watch.wait(_LOOK)


async def _has_ended(is_final: IsFinal, task_id: str) -> bool:
    try:
        final = is_final(task_id)
        return final if isinstance(final, bool) else await final
    except NotFound:  # it was removed
        return True


def _batches(lines: list[Line], stream: str | None) -> Iterator[list[LogRecord]]:
    """Yield lines as batches of bounded length, each made when it is asked for."""
    batch: list[LogRecord] = []
    size = 0
    for line in lines:
        if stream is not None and line.stream != stream:
            continue
        if batch and (len(batch) >= BATCH_RECORDS or size + len(line.text) > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(record_of(line))
        size += len(line.text)
    if batch:
        yield batch
