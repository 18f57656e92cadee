"""The audit log: lines of JSON that are only ever appended, written in a thread of their own.

That thread alone touches the files; who reads them asks it. Nobody waits for it: where it cannot
keep up, or the disk is full, entries are counted as lost and requests go on.
"""

import asyncio
import logging
import queue
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path

from cnet_agent.config.schema import LoggingSettings
from cnet_agent.runtime.audit.reading import AuditQuery, read
from cnet_agent.runtime.audit.repeats import Repeats
from cnet_agent.wire.audit import AuditEntry, AuditView, line_of
from cnet_agent.wire.exposition import Family, counter

logger = logging.getLogger(__name__)

WAITING = 10_000  # entries; more are lost


@dataclass(frozen=True, slots=True)
class _Write:
    entry: AuditEntry
    counted: bool  # with others that are alike


@dataclass(frozen=True, slots=True)
class _Read:
    query: AuditQuery
    answer: "Future[AuditView]"


class AuditLog:
    """Takes entries from any thread until ``close``.

    Args:
        path: of the file; earlier ones lie beside it with a number.
        settings: how large a file grows, how many earlier ones are kept, and how long.
        clock: monotonic seconds.
    """

    def __init__(
        self,
        path: Path,
        settings: LoggingSettings,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.written = 0
        self.lost = 0
        self._path = path
        self._settings = settings
        self._clock = clock
        self._file = _File(path, settings)
        self._repeats = Repeats()
        self._waiting: queue.Queue[_Write | _Read | None] = queue.Queue(WAITING)
        self._thread = threading.Thread(target=self._run, name="audit", daemon=True)

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def write(self, entry: AuditEntry, *, counted: bool = False) -> None:
        """Add an entry; never waits. ``counted``: many that are alike become one."""
        try:
            self._waiting.put_nowait(_Write(entry, counted))
        except queue.Full:
            self.lost += 1

    async def read(self, query: AuditQuery) -> AuditView:
        """Return the newest entries that ``query`` asks for, those just written included."""
        answer: Future[AuditView] = Future()
        await asyncio.to_thread(self._waiting.put, _Read(query, answer))
        return await asyncio.wrap_future(answer)

    async def close(self) -> None:
        """Write what is waiting and close the file."""
        await asyncio.to_thread(self._waiting.put, None)
        await asyncio.to_thread(self._thread.join)

    def families(self) -> list[Family]:
        """Return the figures of the log."""
        return [
            counter("cnet_audit_entries", "Entries of the audit log written.", self.written),
            counter("cnet_audit_lost_entries", "Entries that found no room.", self.lost),
        ]

    # -- in the thread ------------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            ends = self._repeats.ends
            try:
                item = self._waiting.get(
                    timeout=None if ends is None else max(0.0, ends - self._clock())
                )
            except queue.Empty:
                self._end_window()
                continue
            if item is None:
                break
            if isinstance(item, _Read):
                self._answer(item)
            else:
                self._take(item)
        self._end_window()
        self._file.close()

    def _take(self, item: _Write) -> None:
        now = self._clock()
        ends = self._repeats.ends
        if ends is not None and now >= ends:  # others come so fast that no wait runs out
            self._end_window()
        entry = self._repeats.take(item.entry, now) if item.counted else item.entry
        if entry is not None:
            self._put(entry)

    def _end_window(self) -> None:
        for entry in self._repeats.end():
            self._put(entry)

    def _put(self, entry: AuditEntry) -> None:
        was_failing, self._file.failing = self._file.failing, None
        self._file.emit(logging.makeLogRecord({"msg": line_of(entry)}))
        failing = self._file.failing
        if failing is None:
            self.written += 1
            if was_failing is not None:
                logger.info("The audit log is written again; %d entries are lost", self.lost)
        else:
            self.lost += 1
            if was_failing is None:
                logger.warning("The audit log cannot be written: %s", failing)

    def _answer(self, item: _Read) -> None:
        try:
            item.answer.set_result(read(self._path, self._settings.backups, item.query))
        except OSError as error:
            item.answer.set_exception(error)


class _File(RotatingFileHandler):
    """The file with its earlier ones; ``failing`` is why the last line could not be written."""

    def __init__(self, path: Path, settings: LoggingSettings) -> None:
        super().__init__(
            path,
            maxBytes=settings.max_size,
            backupCount=settings.backups,
            encoding="ascii",
            delay=True,  # opened in the thread
        )
        self.failing: BaseException | None = None
        self._keep_for = settings.retention

    def doRollover(self) -> None:  # noqa: N802 - its interface
        """Begin a new file, and forget those that are too old."""
        super().doRollover()
        path = Path(self.baseFilename)
        for earlier in path.parent.glob(f"{path.name}.*"):
            with suppress(FileNotFoundError):
                if earlier.stat().st_mtime < time.time() - self._keep_for:
                    earlier.unlink()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 - its interface
        """Take note; called while the error is being handled."""
        self.failing = sys.exc_info()[1]
