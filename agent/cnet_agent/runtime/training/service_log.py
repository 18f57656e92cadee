"""The log files of the training service itself, one a day: what it does, and how attempts go."""

import logging
import queue
import sys
from collections.abc import Callable
from logging.handlers import QueueHandler, QueueListener
from pathlib import Path

from cnet_agent.config.schema import LoggingSettings
from cnet_agent.runtime.training.log_file import LogFile
from cnet_agent.runtime.training.log_names import day_file
from cnet_agent.wire.log_search import TRAINING_AGENT, TRAINING_WORKER

MAX_WAITING = 10_000  # records; more are dropped

_FORMAT = "%(asctime)s - %(name)s - %(levelname)s - [%(filename)s:%(lineno)d] - %(message)s"
_TIME = "%Y-%m-%d %H:%M:%S"


class ServiceLog:
    """Two loggers, whose files are written in a thread; neither is made before there is a record.

    Args:
        folder: of the files.
        settings: how long a file grows, and how many are kept.
    """

    def __init__(self, folder: Path, settings: Callable[[], LoggingSettings]) -> None:
        self.agent = logging.Logger(TRAINING_AGENT, logging.DEBUG)  # noqa: LOG001 - of this agent alone
        self.worker = logging.Logger(TRAINING_WORKER, logging.DEBUG)  # noqa: LOG001
        self._waiting: queue.Queue[logging.LogRecord] = queue.Queue(MAX_WAITING)
        files = _DayFiles(folder, settings)
        files.setFormatter(logging.Formatter(_FORMAT, _TIME))
        self._listener = QueueListener(self._waiting, files)
        self._files = files
        self._is_started = False
        for logger in (self.agent, self.worker):
            logger.addHandler(_Entry(self._waiting, self._start))

    def close(self) -> None:
        """Write what is waiting."""
        if self._is_started:
            self._listener.stop()
        self._files.close()

    def _start(self) -> None:
        if not self._is_started:
            self._is_started = True
            self._listener.start()


class _Entry(QueueHandler):
    def __init__(self, waiting: queue.Queue[logging.LogRecord], start: Callable[[], None]) -> None:
        super().__init__(waiting)
        self._start = start

    def enqueue(self, record: logging.LogRecord) -> None:
        self._start()
        try:
            self.queue.put_nowait(record)
        except queue.Full:
            return  # the disk hangs, and nobody waits for it


class _DayFiles(logging.Handler):
    """Writes each record into the file of its logger and its day."""

    def __init__(self, folder: Path, settings: Callable[[], LoggingSettings]) -> None:
        super().__init__()
        self._folder = folder
        self._settings = settings
        self._open: dict[str, tuple[Path, LogFile]] = {}
        self._is_failing = False

    def emit(self, record: logging.LogRecord) -> None:
        line = " ".join(self.format(record).splitlines())
        try:
            self._file(record.name, record.created).write(f"{line}\n".encode(errors="replace"))
            self._is_failing = False
        except OSError as error:
            self._open.pop(record.name, None)
            if not self._is_failing:
                self._is_failing = True
                sys.stderr.write(f"The log files of training cannot be written: {error}\n")

    def close(self) -> None:
        for _, file in self._open.values():
            file.close()
        self._open.clear()
        super().close()

    def _file(self, name: str, at: float) -> LogFile:
        path = day_file(self._folder, name, at)
        known, file = self._open.get(name, (None, None))
        if file is not None and known == path:
            return file
        if file is not None:
            file.close()
        settings = self._settings()
        file = LogFile(path, settings.max_size, settings.backups)
        file.open()
        self._open[name] = (path, file)
        return file
