"""A report of a mistake of ours, for whoever is to mend it: nothing secret, nothing of tasks."""

import logging
import os
import platform
import re
import time
import traceback
from collections import deque
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from cnet_agent import __version__
from cnet_agent.config.private_files import write_private

LINES = 200  # of the log
KEPT = 20  # reports
_OURS = ("cnet_ui", "cnet_app")
_SECRETS = re.compile(
    r"cnet_[A-Za-z0-9_-]{20,}|(?<=Bearer )\S+|(?<=://)[^/\s@]+(?=@)"
    r"|(?i:(?<=token=)|(?<=token: )|(?<=password=)|(?<=secret=))[^\s&,;]+"
)


class LastLines(logging.Handler):
    """Keeps the last lines of the console's own log, and warnings of everybody else's."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: deque[str] = deque(maxlen=LINES)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record, without the traceback that may hang on it."""
        if record.levelno >= logging.WARNING or record.name.startswith(_OURS):
            try:
                said = record.getMessage()
            except (TypeError, ValueError):
                said = str(record.msg)
            when = time.strftime("%H:%M:%S", time.localtime(record.created))
            self.lines.append(f"{when} {record.levelname} {record.name}: {said}")


def write_report(error: BaseException, lines: list[str], at: float) -> str:
    """Return a report: version, system, traceback and the last lines of the log, scrubbed."""
    application = QGuiApplication.instance()
    screen = application.platformName() if isinstance(application, QGuiApplication) else "none"
    parts = [
        "CNET Console: report of a mistake in the program",
        f"when      {time.strftime('%Y-%m-%d %H:%M:%S %z', time.localtime(at))}",
        f"version   {__version__}",
        f"system    {platform.platform()}",
        f"python    {platform.python_version()}, Qt {qVersion()}, {screen}",
        "",
        "".join(traceback.format_exception(error)).rstrip(),
        "",
        "The console's own log, its last lines:",
        *lines,
    ]
    return scrub("\n".join(parts)) + "\n"


def scrub(text: str) -> str:
    """Return ``text`` with tokens, passwords and the home folder's name taken out."""
    home = str(Path.home())
    shown = _SECRETS.sub("•••", text)
    return shown.replace(home, "~") if len(home) > 1 else shown


def save(report: str, folder: Path, at: float) -> Path:
    """Write a report into ``folder``, forget all but the latest, and return its path.

    Raises:
        OSError: it cannot be written.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    stamp = time.strftime("%Y%m%d-%H%M%S", time.localtime(at))
    path = folder / f"console-crash-{stamp}-{os.getpid()}.txt"
    number = 1
    while path.exists():
        number += 1
        path = folder / f"console-crash-{stamp}-{os.getpid()}-{number}.txt"
    write_private(path, report.encode(errors="backslashreplace"))
    reports = sorted(folder.glob("console-crash-*.txt"), key=lambda each: each.stat().st_mtime)
    for old in reports[:-KEPT]:
        old.unlink(missing_ok=True)
    return path
