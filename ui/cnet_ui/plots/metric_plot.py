"""A figure of training over epochs or time: a line for each run that is compared."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cnet_ui.plots.bare import bare_plot, dress
from cnet_ui.plots.crosshair import Crosshair
from cnet_ui.theme import color

AXIS_WIDTH = 50  # pixels, the same for both charts
BELOW = 22  # pixels of the axis below
BESIDE = 14  # pixels at the right
DOT = 5  # pixels of a value that is alone

Words = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Run:
    """A line: its colour, and values at places, which grow; nan breaks it."""

    token: str
    places: Sequence[float]
    values: Sequence[float]


class MetricPlot(QWidget):
    """Draws runs over one another, and reads them where the mouse is.

    ``pointed`` carries the place at the mouse, None where it has left.

    Args:
        name: what a screen reader says.
        words: a value as text, for the axis.
        from_zero: whether the axis of values always begins there.
    """

    pointed = Signal(object)

    def __init__(self, name: str, words: Words, *, from_zero: bool = False) -> None:
        super().__init__()
        self._from_zero = from_zero
        self._runs: list[Run] = []
        self._lines: list[pg.PlotDataItem] = []
        self._values = _ValueAxis(words)
        self._places = _PlaceAxis()
        self._plot = bare_plot(name, self._values, self._places)
        self._range = (0.0, 1.0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        # The last word below the axis is half beyond it.
        self._plot.getPlotItem().layout.setContentsMargins(0, 0, BESIDE, 0)
        layout.addWidget(self._plot)
        self._cross = Crosshair(self)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(100)
        self._dress()
        self.show_runs([], place_words=str)

    def show_runs(self, runs: Sequence[Run], *, place_words: Words) -> None:
        """Show other lines; ``place_words`` says what stands below the axis."""
        self._runs = list(runs)
        self._places.words = place_words
        while len(self._lines) < len(runs):
            line = self._plot.plot()
            # After it is in a view box; given to ``plot`` they raise with a subclass.
            line.setDownsampling(auto=True, method="peak")
            line.setClipToView(True)
            self._lines.append(line)
        for number, line in enumerate(self._lines):
            if number >= len(runs):
                line.setData(np.empty(0), np.empty(0))
                continue
            run = runs[number]
            is_alone = len(run.places) == 1  # nothing to draw a line to
            line.setSymbol("o" if is_alone else None)
            line.setSymbolSize(DOT)
            line.setSymbolPen(pg.mkPen(None))
            line.setSymbolBrush(pg.mkBrush(color(run.token)))
            line.setPen(pg.mkPen(color(run.token), width=1))
            line.setData(np.array(run.places, float), np.array(run.values, float), connect="finite")
        self._fit()

    def point_at(self, place: float | None) -> None:
        """Show the crosshair at a place, or take it away."""
        if place is None or not self._runs:
            self._cross.clear()
            return
        marks = []
        for run in self._runs:
            value = value_at(run, place)
            if value is not None:
                marks.append((self._y_of(value), run.token))
        self._cross.setGeometry(self.rect())
        self._cross.show_at(self._x_of(place), marks)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the place below the mouse."""
        view = self._plot.getPlotItem().getViewBox()
        at = view.mapSceneToView(self._plot.mapToScene(event.position().toPoint()))
        low, high = self._range
        self.pointed.emit(float(at.x()) if low <= at.x() <= high else None)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Read nothing any more."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take new colours over."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
            self.show_runs(self._runs, place_words=self._places.words)

    def _fit(self) -> None:
        places = [place for run in self._runs for place in run.places]
        values = [value for run in self._runs for value in run.values if math.isfinite(value)]
        low, high = (min(places), max(places)) if places else (0.0, 1.0)
        if high - low < 1e-9:
            low, high = low - 0.5, high + 0.5
        bottom, top = (min(values), max(values)) if values else (0.0, 1.0)
        if self._from_zero:
            bottom = min(bottom, 0.0)
        room = (top - bottom) * 0.08 or max(abs(top) * 0.1, 0.01)
        bottom, top = (0.0 if bottom >= 0 and bottom - room < 0 else bottom - room), top + room
        self._range = (low, high)
        self._plot.setXRange(low, high, padding=0.01)
        self._plot.setYRange(bottom, top, padding=0)

    def _x_of(self, place: float) -> float:
        point = self._plot.getPlotItem().getViewBox().mapViewToScene(pg.Point(place, 0))
        return float(self._plot.mapFromScene(point).x())

    def _y_of(self, value: float) -> float:
        point = self._plot.getPlotItem().getViewBox().mapViewToScene(pg.Point(0, value))
        return float(self._plot.mapFromScene(point).y())

    def _dress(self) -> None:
        dress(self._plot, self._values, self._places)


def value_at(run: Run, place: float) -> float | None:
    """Return the value of a run that is nearest to a place, None where it has none there."""
    if not len(run.places) or not run.places[0] - 0.5 <= place <= run.places[-1] + 0.5:
        return None
    nearest = min(range(len(run.places)), key=lambda each: abs(run.places[each] - place))
    value = run.values[nearest]
    return value if math.isfinite(value) else None


class _ValueAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Values in words, at round places."""

    def __init__(self, words: Words) -> None:
        super().__init__("left")
        self.enableAutoSIPrefix(False)
        self._words = words
        self.setWidth(AXIS_WIDTH)

    def tickValues(  # noqa: N802 - pyqtgraph's name
        self, minimum: float, maximum: float, size: float
    ) -> list[tuple[float, list[float]]]:
        return [_round_places(minimum, maximum, 5 if size > 150 else 4)]

    def tickStrings(  # noqa: N802 - pyqtgraph's name
        self, values: Sequence[float], _scale: float, _spacing: float
    ) -> list[str]:
        return [self._words(value) for value in values]


class _PlaceAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Epochs, or times."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.enableAutoSIPrefix(False)
        self.words: Words = str
        self.setHeight(BELOW)

    def tickValues(  # noqa: N802 - pyqtgraph's name
        self, minimum: float, maximum: float, size: float
    ) -> list[tuple[float, list[float]]]:
        step, places = _round_places(minimum, maximum, max(2, int(size / 70)), least=1.0)
        return [(step, places)]

    def tickStrings(  # noqa: N802 - pyqtgraph's name
        self, values: Sequence[float], _scale: float, _spacing: float
    ) -> list[str]:
        return [self.words(value) for value in values]


def _round_places(
    minimum: float, maximum: float, count: int, least: float = 0.0
) -> tuple[float, list[float]]:
    """Return a round step, and about ``count`` places that lie that far apart."""
    wanted = max((maximum - minimum) / count, least, 1e-12)
    power = 10.0 ** math.floor(math.log10(wanted))
    step = next(part * power for part in (1, 2, 5, 10) if part * power >= 0.75 * wanted)
    first = math.ceil(minimum / step - 1e-9)
    return step, [n * step for n in range(first, math.floor(maximum / step + 1e-9) + 1)]
