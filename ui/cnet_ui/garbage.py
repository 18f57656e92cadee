"""Collects garbage on the thread that Qt's objects live in, and nowhere else.

Python collects in whichever thread happens to allocate. A widget that is found dead in a worker
would be destroyed there, which Qt forbids: timers cannot be stopped, and now and then the process
ends. So the automatic collection is off, and a timer looks whether one is due.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000  # milliseconds
THRESHOLDS = (50_000, 20, 100)  # as of gc.set_threshold; seldom: a collection makes the window wait


class Garbage(QObject):
    """Collects what is due, for as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(EVERY)

    def look(self) -> None:
        """Collect the oldest generation that is due, and with it the younger ones."""
        due = [number for number, count in enumerate(gc.get_count()) if count > THRESHOLDS[number]]
        if due:
            gc.collect(due[-1])

    def spare_what_lives(self) -> None:
        """Look no more at what lives now: most of it stays to the end."""
        gc.collect()
        gc.freeze()
