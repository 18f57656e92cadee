"""Writes the program's own log, to the console and to a file, in a thread of its own."""

import contextlib
import logging
import queue
import sys
import time
from collections.abc import Iterator
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from pathlib import Path
from typing import Any

from cnet_agent.config.layout import AGENT_LOG
from cnet_agent.config.schema import LoggingSettings

MAX_WAITING = 10_000  # records; more are dropped and counted

_FORMAT = "%(asctime)s - %(name)s - %(levelname)s - [%(filename)s:%(lineno)d] - %(message)s"
_TIME = "%Y-%m-%d %H:%M:%S"
_OURS = ("cnet_agent", "cnet_app", "cnet_ui")


@contextlib.contextmanager
def logging_to(folder: Path, settings: LoggingSettings) -> Iterator[None]:
    """Log until the end of the context.

    Standard error gets ``settings.level`` and above. The file gets all that the project says, and
    INFO and above of everybody else. Nobody who logs waits for either.
    """
    folder.mkdir(mode=0o700, exist_ok=True)
    forget(folder, time.time() - settings.retention)
    console = logging.StreamHandler()
    console.setLevel(settings.level)
    file = _LogFile(
        folder / AGENT_LOG,
        maxBytes=settings.max_size,
        backupCount=settings.backups,
        encoding="utf-8",
        errors="backslashreplace",
        delay=True,  # opened by the first record, in the listener's thread
    )
    for handler in (console, file):
        handler.setFormatter(logging.Formatter(_FORMAT, _TIME))
    waiting: queue.Queue[logging.LogRecord] = queue.Queue(MAX_WAITING)
    entry = _Entry(waiting)
    listener = _Listener(waiting, console, file)
    root = logging.getLogger()
    loggers = [root, *map(logging.getLogger, _OURS)]
    levels = [logger.level for logger in loggers]
    root.addHandler(entry)
    for logger in loggers:
        logger.setLevel(logging.INFO if logger is root else logging.DEBUG)
    listener.start()
    try:
        yield
    finally:
        root.removeHandler(entry)
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
        listener.stop()
        file.close()


def forget(folder: Path, before: float) -> None:
    """Remove earlier log files that were last written before a time, in Unix seconds."""
    for path in folder.glob(f"{AGENT_LOG}.*"):
        with contextlib.suppress(FileNotFoundError):  # another agent forgot it first
            if path.stat().st_mtime < before:
                path.unlink()


class _Entry(QueueHandler):
    """Hands records to the listener; where it cannot keep up, drops them and says how many."""

    dropped = 0

    def enqueue(self, record: logging.LogRecord) -> None:
        try:
            if self.dropped:
                said = f"{self.dropped} records of this log were dropped"
                self.queue.put_nowait(
                    logging.LogRecord(__name__, logging.WARNING, __file__, 0, said, (), None)
                )
                self.dropped = 0
            self.queue.put_nowait(record)
        except queue.Full:
            self.dropped += 1


class _Listener(QueueListener):
    def __init__(self, waiting: queue.Queue[Any], *handlers: logging.Handler) -> None:
        super().__init__(waiting, *handlers, respect_handler_level=True)
        self._waiting = waiting

    def enqueue_sentinel(self) -> None:
        self._waiting.put(None)  # waits for room: the end is never dropped


class _LogFile(RotatingFileHandler):
    """A file that says once when it cannot be written."""

    failing = False

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 - its interface
        if not self.failing:
            self.failing = True
            sys.stderr.write(f"The log file cannot be written: {sys.exc_info()[1]}\n")
