"""The node's samples over time: in memory to be asked, in a file to outlive the agent.

All of ninety days in four resolutions is some 2.5 MB, so every query is answered from memory. The
file gets what is new every ten seconds; a crash loses at most that. What a wrong clock wrote into
the future, or the past, does not cost what is there: see ``levels``.
"""

import asyncio
import logging
import sqlite3
from array import array
from collections.abc import Callable
from functools import partial
from pathlib import Path

from cnet_agent.model.sentence import Sentence
from cnet_agent.store.base import StoreFull
from cnet_agent.store.database import NewerDatabase, Schema, connect_reader, prepare
from cnet_agent.store.levels import RESOLUTIONS, WIDTH, Levels, Row
from cnet_agent.store.series import readings
from cnet_agent.store.thinning import thin
from cnet_agent.store.writer import Writer
from cnet_agent.wire.exposition import Family, gauge
from cnet_agent.wire.node import HistoryView, NodeUsage

logger = logging.getLogger(__name__)

WRITE_EVERY = 10.0  # seconds
ROW_BYTES = 4 * WIDTH
UNWRITTEN = 3600  # rows kept for a disk that is full
TRIM_EVERY = 30  # writes

_SAMPLES = """
CREATE TABLE samples (
    level INTEGER NOT NULL,      -- index of the resolution, the finest is 0
    at REAL NOT NULL,            -- Unix seconds
    data BLOB NOT NULL,          -- float32: minima, means, maxima of all series
    PRIMARY KEY (level, at)
) WITHOUT ROWID;
"""
SCHEMA = Schema((_SAMPLES,), "NORMAL")

_Stored = tuple[int, float, bytes, float | None]
"""level, time, values, and since when no other row can be true"""

# A row that was written before the clock was set back, for a time that has now passed again.
_OUTDATED = "DELETE FROM samples WHERE level = :level AND at > :since AND at < :at"
# The rows beyond so many on either side of now, where a wrong clock may have left some too.
_OLDEST = """
DELETE FROM samples WHERE level = :level AND at <= (
    SELECT at FROM samples WHERE level = :level AND at <= :now
    ORDER BY at DESC LIMIT 1 OFFSET :most)
"""
_LATEST = """
DELETE FROM samples WHERE level = :level AND at >= (
    SELECT at FROM samples WHERE level = :level AND at > :now
    ORDER BY at LIMIT 1 OFFSET :most)
"""


async def open_history(
    path: Path, now: Callable[[], float], interval: float
) -> tuple["History", str | None]:
    """Open the history, or begin a new one where there is none or it is damaged.

    A history that cannot be kept on disk is kept in memory; the agent does not fail for it.

    Args:
        path: of the file.
        now: the clock, in Unix seconds.
        interval: seconds between samples.

    Returns:
        The history, and a sentence for a person if something is wrong with the file.
    """
    loop = asyncio.get_running_loop()
    history = History(interval)
    try:
        found = await loop.run_in_executor(None, prepare, path, SCHEMA, now())
        await loop.run_in_executor(None, history.load, path, now())
        history.start(Writer(path, SCHEMA, now, on_replaced=lambda: None))
    except (StoreFull, NewerDatabase, sqlite3.Error) as error:
        return history, f"The resource history is kept in memory only: {error}"
    return history, found.notice(Sentence("The resource history"))


class History:
    """Samples of the node in four resolutions. Made by ``open_history``.

    Attributes:
        newest: the time of the newest sample that was found in the file, in Unix seconds.
    """

    def __init__(self, interval: float) -> None:
        self.newest: float | None = None
        self._interval = interval
        self._unwritten: list[_Stored] = []
        self._levels = Levels(self._keep, interval=interval)
        self._writes = 0
        self._writer: Writer | None = None
        self._writing: asyncio.Task[None] | None = None
        self._failing = False

    def load(self, path: Path, now: float) -> None:
        """Read what the file has; what claims to be of the future is put by. Blocks."""
        connection = connect_reader(path)
        try:
            rows = connection.execute("SELECT level, at, data FROM samples ORDER BY level, at")
            for number, at, data in rows:
                if not 0 <= number < len(RESOLUTIONS) or len(data) != ROW_BYTES:
                    continue
                level = self._levels.levels[number]
                level.times.append(at)
                level.values.frombytes(data)
        finally:
            connection.close()
        times = [level.times[-1] for level in self._levels.levels if level.times]
        self.newest = max(times, default=None)
        self._levels.rewind(now)

    def start(self, writer: Writer) -> None:
        """Begin to write what is added."""
        self._writer = writer
        self._writing = asyncio.get_running_loop().create_task(self._write_for_ever(writer))

    def add(self, usage: NodeUsage) -> None:
        """Take a sample. Called on the event loop; never waits."""
        at = usage.timestamp
        times = self._levels.levels[0].times
        if times and at <= times[-1]:
            self._levels.rewind(at)  # the clock was set back
        self._levels.add(at, readings(usage))

    async def query(self, window: float, points: int, now: float) -> HistoryView:
        """Return the last ``window`` seconds in about ``points`` points, peaks kept.

        Where there are more samples than points, two points stand for a stretch: its least and
        its greatest value, in their order. A point of None stands for a time without samples.
        """
        level = self._levels.level_for(window)
        step = level.resolution.step
        spacing = max(step, self._interval)
        times, values = level.since(now - window)
        work = partial(
            thin, times, values, step=step, spacing=spacing, window=window, points=points
        )
        timestamps, columns = await asyncio.get_running_loop().run_in_executor(None, work)
        return HistoryView(interval=spacing, timestamps=timestamps, series=columns)

    def families(self) -> list[Family]:
        """Return the figures of the history itself."""
        rows = gauge("cnet_history_rows", "Rows of the resource history in memory.")
        for level in self._levels.levels:
            step = level.resolution.step or self._interval
            rows.add(len(level.times), resolution=f"{step:g}s")
        text = "Rows that are not in the file yet."
        return [rows, gauge("cnet_history_unwritten_rows", text, len(self._unwritten))]

    async def close(self) -> None:
        """Write what is new and close the file."""
        if self._writing is not None:
            self._writing.cancel()
            await asyncio.wait([self._writing])
        if self._writer is not None:
            await self._write(self._writer)
            await self._writer.close()

    async def _write_for_ever(self, writer: Writer) -> None:
        while True:
            await asyncio.sleep(WRITE_EVERY)
            await self._write(writer)

    async def _write(self, writer: Writer) -> None:
        rows, self._unwritten = self._unwritten, []
        if not rows:
            return
        trims = [(n, level.most) for n, level in enumerate(self._levels.levels)]
        work = partial(_save, rows, trims if self._writes % TRIM_EVERY == 0 else [])
        try:
            await writer.write(work)
        except StoreFull as error:
            self._unwritten = [*rows, *self._unwritten][-UNWRITTEN:]
            if not self._failing:
                logger.warning("The resource history cannot be written: %s", error)
            self._failing = True
        else:
            self._writes += 1
            if self._failing:
                logger.info("The resource history is written again")
            self._failing = False

    def _keep(self, level: int, at: float, row: Row, since: float | None) -> None:
        self._unwritten.append((level, at, array("f", row).tobytes(), since))
        if len(self._unwritten) > 2 * UNWRITTEN:
            del self._unwritten[:UNWRITTEN]


def _save(
    rows: list[_Stored], trims: list[tuple[int, int]], connection: sqlite3.Connection
) -> None:
    for level, at, data, since in rows:
        if since is not None:
            connection.execute(_OUTDATED, {"level": level, "since": since, "at": at})
        connection.execute("INSERT OR REPLACE INTO samples VALUES (?, ?, ?)", (level, at, data))
    for level, most in trims:
        values = {"level": level, "now": rows[-1][1], "most": most}
        connection.execute(_OLDEST, values)
        connection.execute(_LATEST, values)
