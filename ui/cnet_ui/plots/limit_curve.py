"""A small curve that climbs to a limit: how a task ran out of memory."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from cnet_ui.theme import color, ui_font
from cnet_ui.words import moment, size_text

WIDTH, HEIGHT = 168, 112
LINE = 18  # pixels of a line of text
POINTS = 150  # more than there are pixels would only cost


class LimitCurve(QWidget):
    """Bytes over time below a dashed limit, with the last value marked.

    Args:
        times: Unix seconds.
        values: bytes, as many.
        limit: bytes.
    """

    def __init__(self, times: Sequence[float], values: Sequence[float], limit: float) -> None:
        super().__init__()
        step = max(len(values) // POINTS, 1)
        self._values = [*values[::step], values[-1]]
        self._ends = moment(times[0], times[-1]), moment(times[-1], times[-1])
        self._limit = limit
        self.setFixedSize(WIDTH, HEIGHT)
        self.setAccessibleName(self.tr("Memory"))
        words = self.tr("It rose to {most} of {limit}")
        self.setAccessibleDescription(
            words.format(most=size_text(max(values)), limit=size_text(limit))
        )

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw words, limit and curve."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(12))
        painter.setPen(color("text_secondary"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        head, foot = QRectF(0, 0, WIDTH, LINE), QRectF(0, HEIGHT - LINE, WIDTH, LINE)
        painter.drawText(head, left, self.tr("Memory"))
        limit = self.tr("limit {limit}").format(limit=size_text(self._limit))
        painter.drawText(head, right, limit)
        painter.drawText(foot, left, self._ends[0])
        painter.drawText(foot, right, self._ends[1])
        self._draw_curve(painter, QRectF(0, LINE + 6, WIDTH - 4, HEIGHT - 2 * LINE - 12))
        painter.end()

    def _draw_curve(self, painter: QPainter, area: QRectF) -> None:
        top = max(self._limit, *self._values)
        level = area.bottom() - area.height() * self._limit / top
        painter.setPen(QPen(color("bad"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), level), QPointF(area.right(), level))
        step = area.width() / (len(self._values) - 1)
        points = [
            QPointF(area.left() + place * step, area.bottom() - area.height() * value / top)
            for place, value in enumerate(self._values)
        ]
        shade = QLinearGradient(0, area.top(), 0, area.bottom())
        for at, alpha in ((0.0, 70), (1.0, 6)):
            tinted = color("bad")
            tinted.setAlpha(alpha)
            shade.setColorAt(at, tinted)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(shade))
        painter.drawPolygon(QPolygonF([*points, area.bottomRight(), area.bottomLeft()]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color("bad"), 1))
        painter.drawPolyline(points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("bad"))
        painter.drawEllipse(points[-1], 3.5, 3.5)
