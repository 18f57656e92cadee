"""A short history without axes, for cards."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnet_ui.plots.ring import Floats, Ring
from cnet_ui.plots.scale import steady_top
from cnet_ui.theme import color

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
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def refresh(self) -> None:
        """Show the newest samples."""
        if self._fixed is None:
            shown = [self._values(name) for name, _ in self._series]
            highest = max((float(np.nanmax(v)) for v in shown if _is_any(v)), default=0.0)
            self._top = steady_top(self._top, highest, self._least)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the lines, and below the first one its shade."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(0.5, 3, self.width() - 1, self.height() - 4)
        for number, (name, token) in enumerate(self._series):
            points = self._points(self._values(name), area)
            if len(points) < 2:
                continue
            if number == 0:
                self._shade(painter, points, token, area)
            painter.setPen(QPen(color(token), 1))  # wider ones cost four times as much
            painter.drawPolyline(points)
        painter.end()

    def _values(self, name: str) -> Floats:
        return self._ring.series(name)[-POINTS:]

    def _points(self, values: Floats, area: QRectF) -> list[QPointF]:
        step = area.width() / (POINTS - 1)
        left = area.right() - step * (len(values) - 1)
        scale = area.height() / self._top
        return [
            QPointF(left + step * place, area.bottom() - min(value, self._top) * scale)
            for place, value in enumerate(values.tolist())
            if value == value  # not NaN
        ]

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


def _is_any(values: Floats) -> bool:
    return bool(len(values)) and not bool(np.isnan(values).all())
