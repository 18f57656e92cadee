"""The line across a chart at the time that one reads, over it, so that the chart stays as it is."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cnet_ui.theme import color

RADIUS = 3.5


class Crosshair(QWidget):
    """A line, and a dot on each line of the chart that it crosses."""

    def __init__(self, plot: QWidget) -> None:
        super().__init__(plot)
        self._x = 0.0
        self._marks: Sequence[tuple[float, str]] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, x: float, marks: Sequence[tuple[float, str]]) -> None:
        """Show it ``x`` pixels from the left, with dots: how far down, and a colour token."""
        self._x = x
        self._marks = marks
        self.show()
        self.raise_()
        self.update()

    def clear(self) -> None:
        """Take it away."""
        self.hide()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the line and the dots."""
        painter = QPainter(self)
        x = round(self._x) + 0.5
        painter.setPen(QPen(color("text_muted"), 1))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("surface"), 1.5))
        for y, token in self._marks:
            painter.setBrush(color(token))
            painter.drawEllipse(QPointF(x, y), RADIUS, RADIUS)
        painter.end()
