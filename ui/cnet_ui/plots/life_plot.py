"""One figure over the life of a task, with its limit, on pyqtgraph."""

import math
import time
from collections.abc import Callable, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cnet_ui.plots.bare import bare_plot, dress
from cnet_ui.plots.scale import nice_top, time_step
from cnet_ui.theme import color

AXIS_WIDTH = 62  # pixels, the same for all, so that charts beside each other look alike
TIMES = 22  # pixels of the times below
ROOM = 8.0  # pixels above the highest mark and below zero, for their labels
SHORTEST = 10.0  # seconds that the axis spans at least
DOT = 5  # pixels of a value that is alone

Words = Callable[[float], str]


class LifePlot(QWidget):
    """A line from the start of a task to its end, or to now.

    Args:
        name: what a screen reader says.
        token: of the line's colour.
        words: a value as text, for the axis.
        least: the least end of the scale.
    """

    def __init__(self, name: str, token: str, words: Words, *, least: float) -> None:
        super().__init__()
        self._token = token
        self._least = least
        self._values = _ValueAxis(words)
        self._times = _TimeAxis()
        self._plot = bare_plot(name, self._values, self._times)
        self._line = self._plot.plot()
        # After it is in a view box; given to ``plot`` they raise with a subclass.
        self._line.setDownsampling(auto=True, method="peak")
        self._line.setClipToView(True)
        self._limit = pg.InfiniteLine(angle=0)
        self._limit.setVisible(False)
        self._plot.addItem(self._limit, ignoreBounds=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(90)
        self._dress()
        self.show_values((), (), None)

    def show_values(
        self, times: Sequence[float], values: Sequence[float], limit: float | None
    ) -> None:
        """Show values over Unix seconds, and a limit where there is one."""
        is_alone = len(times) == 1  # nothing to draw a line to
        self._line.setSymbol("o" if is_alone else None)
        self._line.setData(np.array(times, dtype=float), np.array(values, dtype=float))
        highest = max([*values, limit or 0.0, self._least])
        top = nice_top(highest)
        if highest > 0.96 * top:  # a limit at the very top would look like a frame
            top *= 1.1
        start = times[0] if len(times) else time.time() - SHORTEST
        if is_alone:
            start -= SHORTEST / 50  # the whole dot is seen
        end = max(times[-1] if len(times) else 0.0, start + SHORTEST)
        self._values.top = top
        self._times.window = end - start
        self._plot.setXRange(start, end, padding=0)
        room = top * ROOM / max(self._plot.height() - 2 * ROOM - TIMES, 20)
        self._plot.setYRange(-room, top + room, padding=0)
        self._limit.setVisible(limit is not None)
        if limit is not None:
            self._limit.setValue(limit)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take new colours over."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        dress(self._plot, self._values, self._times)
        self._line.setPen(pg.mkPen(color(self._token), width=1))
        self._line.setSymbolSize(DOT)
        self._line.setSymbolPen(pg.mkPen(None))
        self._line.setSymbolBrush(pg.mkBrush(color(self._token)))
        self._limit.setPen(pg.mkPen(color("bad"), width=1, style=Qt.PenStyle.DashLine))


class _ValueAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Values with their unit, at round places."""

    def __init__(self, words: Words) -> None:
        super().__init__("left")
        self._words = words
        self.top = 1.0
        self.setWidth(AXIS_WIDTH)

    def tickValues(  # noqa: N802 - pyqtgraph's name
        self, _minimum: float, _maximum: float, size: float
    ) -> list[tuple[float, list[float]]]:
        step = nice_top(self.top / (5 if size > 130 else 3))
        return [(step, [step * n for n in range(int(self.top * 1.02 / step) + 1)])]

    def tickStrings(  # noqa: N802 - pyqtgraph's name
        self, values: Sequence[float], _scale: float, _spacing: float
    ) -> list[str]:
        return [self._words(value) if value else "0" for value in values]


class _TimeAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Local times at round places."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.window = SHORTEST
        self.setHeight(TIMES)

    def tickValues(  # noqa: N802 - pyqtgraph's name
        self, minimum: float, maximum: float, size: float
    ) -> list[tuple[float, list[float]]]:
        step = _second_step(self.window) if self.window < 120 else time_step(self.window)
        while self.window / step * 64 > size and step < self.window:  # pixels of a label
            step *= 2
        offset = time.localtime(maximum).tm_gmtoff
        first = math.ceil((minimum + offset) / step) * step - offset
        margin = (maximum - minimum) * 0.05  # a label at the very edge would be cut
        places = np.arange(first, maximum - margin, step)
        return [(step, [place for place in places.tolist() if place > minimum + margin])]

    def tickStrings(  # noqa: N802 - pyqtgraph's name
        self, values: Sequence[float], _scale: float, spacing: float
    ) -> list[str]:
        form = "%H:%M:%S" if spacing < 60 else "%H:%M"
        return [time.strftime(form, time.localtime(value)) for value in values]


def _second_step(window: float) -> float:
    return next((step for step in (1.0, 2.0, 5.0, 10.0, 20.0) if window / step <= 7), 30.0)
