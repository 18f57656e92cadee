"""A bar per core: the total alone hides one that is at its limit."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cnet_ui.theme import color, ui_font

BUSY = 80.0  # percent, from where the bar changes its colour
CELL = 78  # pixels per core, at least
ROW = 30
GAP = 14


class CoreMeters(QWidget):
    """Percentages of the cores, in as many rows as it takes."""

    def __init__(self) -> None:
        super().__init__()
        self._values: list[float] = []
        self.setFixedHeight(ROW)
        self.setAccessibleName(self.tr("Load of each core"))

    def show_values(self, values: Sequence[float]) -> None:
        """Show the percentages of now."""
        self._values = list(values)
        rows = -(-len(self._values) // self._columns) if self._values else 1
        self.setFixedHeight(max(rows, 1) * ROW)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw name, percentage and bar of each core."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(12))
        columns = self._columns
        width = (self.width() + GAP) / columns - GAP
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        for number, value in enumerate(self._values):
            row, column = divmod(number, columns)
            cell = QRectF(column * (width + GAP), row * ROW, width, ROW - 8)
            painter.setPen(color("text_secondary"))
            painter.drawText(cell, self.tr("Core {number}").format(number=number))
            painter.drawText(cell, right, f"{value:.0f}")
            bar = QRectF(cell.left(), cell.top() + 18, width, 5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("border"))
            painter.drawRoundedRect(bar, 2.5, 2.5)
            bar.setWidth(max(bar.width() * min(value, 100.0) / 100, 5.0))
            painter.setBrush(color("disk" if value >= BUSY else "cpu"))
            painter.drawRoundedRect(bar, 2.5, 2.5)
        painter.end()

    @property
    def _columns(self) -> int:
        room = max(int((self.width() + GAP) // (CELL + GAP)), 1)
        return min(room, 8, max(len(self._values), 1))
