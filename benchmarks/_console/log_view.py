"""Shows a flood of lines in a window without a screen; prints what it took, as JSON.

Run as a program: the log view, or a bare text widget, and for how many seconds.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parents[2]
for root in ("ui", "agent", "resources"):
    sys.path.append(str(ROOT / root))

from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget  # noqa: E402

from cnet_agent.wire.task import LogRecord  # noqa: E402
from cnet_ui.garbage import Garbage  # noqa: E402
from cnet_ui.models.log_lines import KEPT  # noqa: E402
from cnet_ui.theme import Theme, ThemeChoice, mono_font  # noqa: E402
from cnet_ui.widgets.log_view import LogView  # noqa: E402

RATE = 45_000  # lines a second
EVERY = 10  # milliseconds between two deliveries
BATCH = 400  # lines that an agent sends at once

Show = Callable[[list[LogRecord]], None]
Waiting = Callable[[], int]  # how many lines were not drawn yet


def records(first: int, count: int) -> list[LogRecord]:
    """Return lines as a busy training prints them, one in four coloured by itself."""
    time_text = "2026-01-28T19:00:02.123456Z"
    made = []
    for number in range(first, first + count):
        line = f"INFO  Epoch {number}/100000  loss {1 / (number + 1):.6f}  accuracy 0.9871"
        if number % 4 == 0:
            line = f"\x1b[32m{number}\x1b[0m \x1b[1;38;5;208mstep\x1b[0m loss 0.0412 of the batch"
        made.append(
            LogRecord.model_construct(
                cursor=f"1:0:{number}", time=time_text, stream="stdout", line=line
            )
        )
    return made


def log_view() -> tuple[QWidget, Show, Waiting]:
    """Return ours, how to give it lines, and how many it has not drawn."""
    view = LogView()
    return view, view.add, lambda: len(view._waiting)


def bare() -> tuple[QWidget, Show, Waiting]:
    """Return a text widget without anything, the same."""
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setUndoRedoEnabled(False)
    text.setMaximumBlockCount(KEPT)
    text.setFont(mono_font())
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)

    def show(lines: list[LogRecord]) -> None:
        text.appendPlainText("\n".join(line.line for line in lines))
        text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())

    return text, show, lambda: 0


class Watch:
    """Measures for how long the loop was not free."""

    def __init__(self) -> None:
        self.stalls: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        self._last = time.perf_counter()
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.stalls.append(now - self._last - 0.001)
        self._last = now


def capacity(application: QApplication, show: Show, waiting: Waiting, count: int) -> float:
    """Return how many lines a second are shown where none is left out."""
    began = time.perf_counter()
    for first in range(0, count, BATCH):
        show(records(first, BATCH))
        application.processEvents()
        while waiting() > KEPT // 2:
            application.processEvents()
    while waiting():
        application.processEvents()
    return count / (time.perf_counter() - began)


def flood(application: QApplication, show: Show, seconds: float) -> tuple[float, float, float]:
    """Give lines at ``RATE``; return the longest stall, the share that was given, and the growth.

    The stall is in milliseconds, the growth of the memory meanwhile in MB.
    """
    watch, given = Watch(), 0
    made = [records(first, BATCH) for first in range(0, 20 * BATCH, BATCH)]
    began = time.perf_counter()
    before = 0.0

    def deliver() -> None:
        nonlocal given, before
        due = min(time.perf_counter() - began, seconds) * RATE
        while given + BATCH <= due:
            show(made[given // BATCH % len(made)])
            given += BATCH
        if not before and given > 3 * KEPT:
            before = memory()

    timer = QTimer(interval=EVERY)
    timer.timeout.connect(deliver)
    timer.start()
    watch.start()
    while time.perf_counter() - began < seconds:
        application.processEvents()
        time.sleep(0.0002)
    return max(watch.stalls) * 1000, given / (seconds * RATE), memory() - before


def memory() -> float:
    """Return what this process holds, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def main() -> None:
    """Measure what the command line names."""
    kind, seconds = sys.argv[1], float(sys.argv[2])
    application = QApplication([])
    Theme(application).use(ThemeChoice.DARK)
    widget, show, waiting = log_view() if kind == "view" else bare()
    widget.resize(1000, 600)
    widget.show()
    application.processEvents()
    garbage = Garbage(application)  # as the console has it
    garbage.spare_what_lives()
    rate = capacity(application, show, waiting, int(seconds * 20_000) // BATCH * BATCH)
    stall, share, growth = flood(application, show, seconds)
    print(json.dumps({"rate": rate, "stall": stall, "share": share, "growth": growth}))


if __name__ == "__main__":
    main()
