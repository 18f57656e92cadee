"""A live chart over time, on pyqtgraph."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cnet_ui.plots.ring import Ring
from cnet_ui.plots.scale import steady_top, time_step
from cnet_ui.theme import color, ui_font
from cnet_ui.words import size_text

ROOM = 9.0  # pixels above the highest mark, for its label
BELOW = 0.7  # as much of that below zero, or its label would be left out
AXIS_WIDTH = 62  # pixels, the same for all, so that charts below each other line up


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its name in the ring, the token of its colour, and its name for people."""

    name: str
    token: str
    label: str


class UsagePlot(QWidget):
    """Some series of a ring over a window that ends now.

    Lines are one pixel wide and peaks are kept where there are more samples than pixels: anything
    wider or filled costs many times as much.

    Args:
        ring: the samples.
        series: what to draw.
        unit: ``%`` for a fixed scale up to 100, ``B/s`` for one that follows.
    """

    def __init__(self, ring: Ring, series: Sequence[Series], *, unit: str, name: str) -> None:
        super().__init__()
        self._ring = ring
        self._series = series
        self._is_share = unit == "%"
        self._window = 300.0  # seconds
        self._top = 100.0 if self._is_share else 1000.0
        self._values = _ValueAxis(self._is_share)
        self._values.setZValue(-1000)  # the grid lies behind the lines
        self._times = _TimeAxis()
        self._plot = pg.PlotWidget(axisItems={"left": self._values, "bottom": self._times})
        self._plot.setAccessibleName(name)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.hideButtons()
        self._plot.setMenuEnabled(False)
        self._plot.viewport().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._plot.getPlotItem().getViewBox().setDefaultPadding(0)
        self._lines = {each.name: self._plot.plot() for each in series}
        for line in self._lines.values():
            # After it is in a view box; given to ``plot`` they raise with a subclass.
            line.setDownsampling(auto=True, method="peak")
            line.setClipToView(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(90)
        self._dress()
        self._scale()

    def show_window(self, seconds: float) -> None:
        """Show the last ``seconds``."""
        self._window = seconds
        self.refresh()

    def refresh(self) -> None:
        """Draw the newest samples, unless nobody sees them."""
        if not self.isVisible() or self.window().isMinimized():
            return
        times = self._ring.times
        highest = 0.0
        for name, line in self._lines.items():
            values = self._ring.series(name)
            holes = bool(np.isnan(values).any())
            line.setData(
                times,
                values,
                connect="finite" if holes else "all",
                skipFiniteCheck=not holes,
            )
            if not self._is_share and len(values) and not np.isnan(values).all():
                highest = max(highest, float(np.nanmax(values)))
        if not self._is_share:
            self._top = steady_top(self._top, highest, 1000.0)
        self._scale(float(times[-1]) if len(times) else None)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take new colours over."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _scale(self, end: float | None = None) -> None:
        end = end or time.time()
        self._times.window = self._window
        self._plot.setXRange(end - self._window, end, padding=0)
        self._values.top = self._top
        room = self._top * (_stretch(self._plot.height()) - 1)
        self._plot.setYRange(-room * BELOW, self._top + room, padding=0)

    def _dress(self) -> None:
        self._plot.setBackground(None)
        for axis in (self._values, self._times):
            axis.setPen(pg.mkPen(None))
            axis.setTextPen(color("text_muted"))
            axis.setStyle(
                tickFont=ui_font(11), tickLength=0, tickTextOffset=6, hideOverlappingLabels=False
            )
        self._values.setTickPen(pg.mkPen(color("border"), width=1))
        self._times.setTickPen(pg.mkPen(None))
        self._plot.showGrid(x=False, y=True, alpha=1.0)
        for each in self._series:
            self._lines[each.name].setPen(pg.mkPen(color(each.token), width=1))


def _stretch(height: int) -> float:
    """Return by how much an axis is longer than its highest mark."""
    return 1 + ROOM / max(height - ROOM - 22, 20)


class _ValueAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Percentages in quarters, or rates with a unit, at five round places."""

    def __init__(self, is_share: bool) -> None:
        super().__init__("left")
        self._is_share = is_share
        self.top = 100.0
        self.setWidth(AXIS_WIDTH)

    def tickValues(  # noqa: N802 - pyqtgraph's name
        self, _minimum: float, _maximum: float, size: float
    ) -> list[tuple[float, list[float]]]:
        top = self.top
        parts = 4 if size > 130 else 2
        step = top / parts
        step = float(f"{step:.3g}")
        return [(step, [step * number for number in range(parts + 1)])]

    def tickStrings(  # noqa: N802 - pyqtgraph's name
        self, values: Sequence[float], _scale: float, _spacing: float
    ) -> list[str]:
        if self._is_share:
            return [f"{value:.0f}%" if value >= 99.9 else f"{value:.0f}" for value in values]
        return [f"{size_text(value)}/s" if value else "0" for value in values]


class _TimeAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Local times at round places."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.window = 300.0
        self.setHeight(22)

    def tickValues(  # noqa: N802 - pyqtgraph's name
        self, minimum: float, maximum: float, _size: float
    ) -> list[tuple[float, list[float]]]:
        step = time_step(self.window)
        offset = time.localtime(maximum).tm_gmtoff
        first = math.ceil((minimum + offset) / step) * step - offset
        margin = (maximum - minimum) * 0.03  # a label at the very edge would be cut
        places = np.arange(first, maximum - margin, step)
        return [(step, [place for place in places.tolist() if place > minimum + margin])]

    def tickStrings(  # noqa: N802 - pyqtgraph's name
        self, values: Sequence[float], _scale: float, spacing: float
    ) -> list[str]:
        form = "%d %b" if spacing >= 86400 else "%H:%M:%S" if spacing < 60 else "%H:%M"
        return [time.strftime(form, time.localtime(value)) for value in values]
