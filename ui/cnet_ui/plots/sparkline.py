"""A short history without axes, for cards."""

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnet_ui.plots.ring import Floats, Ring
from cnet_ui.plots.scale import steady_top
from cnet_ui.theme import color

SPAN = 300.0  # seconds
POINTS = 120  # more than the card has room for would only cost
HEIGHT = 46


class Sparkline(QWidget):
    """The last minutes of one or two series.

    Args:
        ring: the samples.
        series: name and colour token; the first is filled.
        top: the fixed end of the scale, None to follow the values.
        least: the least end of a scale that follows.
    """

    def __init__(
        self,
        ring: Ring,
        series: Sequence[tuple[str, str]],
        *,
        top: float | None = None,
        least: float = 1.0,
    ) -> None:
        super().__init__()
        self._ring = ring
        self._series = series
        self._fixed = top
        self._least = least
        self._top = top or least
        self._drawn = -1  # the ring's changes that are drawn
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def peak(self) -> float:
        """The highest value that is shown, 0 where there is none."""
        since = self._since()
        shown = [self._ring.series(name)[since:] for name, _ in self._series]
        return max((float(np.nanmax(v)) for v in shown if _is_any(v)), default=0.0)

    def refresh(self) -> None:
        """Show the newest samples."""
        if self._drawn == self._ring.changes:
            return
        self._drawn = self._ring.changes
        if self._fixed is None:
            self._top = steady_top(self._top, self.peak, self._least)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the lines, and below the first one its shade."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(0.5, 3, self.width() - 1, self.height() - 4)
        for number, (name, token) in enumerate(self._series):
            for points in self._pieces(name, area):
                if number == 0:
                    self._shade(painter, points, token, area)
                painter.setPen(QPen(color(token), 1))  # wider ones cost four times as much
                painter.drawPolyline(points)
        painter.end()

    def _since(self) -> int:
        times = self._ring.times
        return int(np.searchsorted(times, times[-1] - SPAN)) if len(times) else 0

    def _pieces(self, name: str, area: QRectF) -> Iterator[list[QPointF]]:
        """Give the points of each stretch of the line without a hole in it."""
        since = self._since()
        times, values = self._ring.times[since:], self._ring.series(name)[since:]
        if not len(times):
            return
        times, values = highest(times, values, SPAN / POINTS)
        xs = area.right() - (self._ring.times[-1] - times) * (area.width() / SPAN)
        ys = area.bottom() - np.minimum(values, self._top) * (area.height() / self._top)
        points: list[QPointF] = []
        for x, y in zip(xs.tolist(), ys.tolist(), strict=True):
            if y == y:  # not NaN
                points.append(QPointF(x, y))
                continue
            if len(points) > 1:
                yield points
            points = []
        if len(points) > 1:
            yield points

    def _shade(self, painter: QPainter, points: list[QPointF], token: str, area: QRectF) -> None:
        shade = QLinearGradient(0, area.top(), 0, area.bottom())
        for at, alpha in ((0.0, 80), (1.0, 8)):
            tinted = color(token)
            tinted.setAlpha(alpha)
            shade.setColorAt(at, tinted)
        below = [QPointF(points[-1].x(), area.bottom()), QPointF(points[0].x(), area.bottom())]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(shade))
        # The line hides the edge, and smoothing a ragged one costs more than all the rest.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawPolygon(QPolygonF([*points, *below]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def highest(times: Floats, values: Floats, width: float) -> tuple[Floats, Floats]:
    """Return the highest value of every ``width`` seconds in which there are samples.

    With the time of the last sample in them. Cut at multiples of the width, so that a line that
    moves on does not flicker.
    """
    steps = np.floor(times / width)
    firsts = np.flatnonzero(np.diff(steps, prepend=steps[0] - 1))
    peaks: Floats = np.fmax.reduceat(values, firsts)
    lasts = np.append(firsts[1:], len(times)) - 1
    return times[lasts], peaks


def _is_any(values: Floats) -> bool:
    return bool(len(values)) and not bool(np.isnan(values).all())
