"""A live chart over time, on pyqtgraph."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cnet_ui.plots.axes import TIME_HEIGHT, TimeAxis, ValueAxis
from cnet_ui.plots.bare import bare_plot, dress
from cnet_ui.plots.crosshair import Crosshair
from cnet_ui.plots.readout import nearest
from cnet_ui.plots.ring import Ring
from cnet_ui.plots.scale import steady_top
from cnet_ui.theme import color
from cnet_ui.widgets.seen import is_seen

ROOM = 9.0  # pixels above the highest mark, for its label
BELOW = 0.7  # as much of that below zero, or its label would be left out
LEAST_RATE = 1000.0  # bytes a second: below it a chart would show noise


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its name in the ring, the token of its colour, and its name for people."""

    name: str
    token: str
    label: str


class UsagePlot(QWidget):
    """Some series of a ring over a window that ends now.

    Lines are one pixel wide and peaks are kept where there are more samples than pixels: anything
    wider or filled costs many times as much. ``pointed`` carries the time below the mouse, None
    when it is gone.

    Args:
        ring: the samples.
        series: what to draw.
        unit: ``%`` for a fixed scale up to 100, ``B/s`` for one that follows.
        name: what a screen reader says.
        has_times: whether times are written below it.
    """

    pointed = Signal(object)

    def __init__(
        self,
        ring: Ring,
        series: Sequence[Series],
        *,
        unit: str,
        name: str,
        has_times: bool = True,
    ) -> None:
        super().__init__()
        self._ring = ring
        self._series = series
        self._names = {each.name for each in series}
        self._hidden: set[str] = set()
        self._is_share = unit == "%"
        self._window = 300.0  # seconds
        self._end = 0.0  # of the node's clock, once it has told a time
        self._drawn: tuple[int, float, int] | None = None  # changes, end and width
        self._top = 100.0 if self._is_share else LEAST_RATE
        self._values = ValueAxis(self._is_share)
        self._times = TimeAxis(has_labels=has_times)
        self._plot = bare_plot(name, self._values, self._times)
        self._plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._box = self._plot.getPlotItem().getViewBox()
        self._box.disableAutoRange()
        self._lines = {each.name: self._plot.plot(antialias=True) for each in series}
        for line in self._lines.values():
            # After it is in a view box; given to ``plot`` they raise with a subclass.
            line.setDownsampling(auto=True, method="peak")
            line.setClipToView(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)
        self._crosshair = Crosshair(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(44)
        self.setMouseTracking(True)
        self._dress()
        self._scale()

    # -- what is shown ------------------------------------------------------------------------

    def show_window(self, seconds: float) -> None:
        """Show the last ``seconds``."""
        self._window = seconds
        self._drawn = None
        self.refresh()

    def show_series(self, name: str, *, shown: bool) -> None:
        """Show a line, or hide it; one of another chart changes nothing."""
        if name not in self._names:
            return
        (self._hidden.discard if shown else self._hidden.add)(name)
        self._lines[name].setVisible(shown)
        self._drawn = None
        self.refresh()

    def refresh(self, end: float | None = None) -> None:
        """Draw the newest samples up to ``end``, unless nobody sees them or nothing moved."""
        if end is not None:
            self._end = end
        elif len(self._ring):
            self._end = max(self._end, float(self._ring.times[-1]))
        if is_seen(self) and self._is_outdated():
            self._drawn = (self._ring.changes, self._end, self.width())
            self._draw()

    def point_at(self, at: float | None) -> None:
        """Put the crosshair at a time; None takes it away."""
        place = None if at is None else nearest(self._ring, at)
        if at is None or place is None:
            self._crosshair.clear()
            return
        marks = [
            (self._place(at, value).y(), each.token)
            for each in self._series
            if each.name not in self._hidden
            and (value := float(self._ring.series(each.name)[place])) == value
        ]
        self._crosshair.show_at(self.x_of(at), marks)

    def x_of(self, at: float) -> float:
        """Return where a time is, in pixels from the left."""
        return self._place(at, 0.0).x()

    def time_of(self, x: float) -> float:
        """Return the time at so many pixels from the left."""
        return float(self._box.mapSceneToView(QPointF(x, 0)).x())

    @property
    def start(self) -> float:
        """The time at the left end."""
        return self.end - self._window

    @property
    def end(self) -> float:
        """The time at the right end."""
        return self._end or time.time()

    # -- drawing ------------------------------------------------------------------------------

    def _is_outdated(self) -> bool:
        if self._drawn is None:
            return True
        changes, end, width = self._drawn
        pixel = self._window / max(width, 1)
        is_new = changes != self._ring.changes or width != self.width()
        return is_new or abs(self._end - end) >= pixel

    def _draw(self) -> None:
        times = self._ring.times
        shown = {name: self._ring.series(name) for name in self._names - self._hidden}
        if not self._is_share:
            known = [values for values in shown.values() if not np.isnan(values).all()]
            highest = max((float(np.nanmax(values)) for values in known), default=0.0)
            self._top = steady_top(self._top, highest, LEAST_RATE)
        self._scale()  # first: a line is made ready anew whenever the range changes
        for name, values in shown.items():
            holes = bool(np.isnan(values).any())
            self._lines[name].setData(
                times,
                values,
                connect="finite" if holes else "all",
                skipFiniteCheck=not holes,
            )

    def _scale(self) -> None:
        self._times.window = self._window
        self._values.top = self._top
        below = TIME_HEIGHT if self._times.has_labels else 0
        room = self._top * ROOM / max(self._plot.height() - ROOM - below, 20)
        across, up = (self.start, self.end), (-room * BELOW, self._top + room)
        self._plot.setRange(xRange=across, yRange=up, padding=0)
        self._box.updateMatrix()  # left to the next paint, it would ask for another one

    def _place(self, at: float, value: float) -> QPointF:
        place = self._box.mapViewToScene(QPointF(at, value))
        return QPointF(place.x(), place.y())

    def _dress(self) -> None:
        dress(self._plot, self._values, self._times)
        self._times.setStyle(tickAlpha=0)  # even a mark of no length would be a dot
        for each in self._series:
            self._lines[each.name].setPen(pg.mkPen(color(each.token), width=1))

    # -- Qt's events --------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell which time the mouse is at."""
        at = self.time_of(event.position().x())
        self.pointed.emit(at if self.start <= at <= self.end else None)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the mouse is gone."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Scale anew."""
        super().resizeEvent(event)
        self._crosshair.setGeometry(self.rect())
        self._crosshair.clear()
        self._scale()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take new colours over."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
