"""A bar per core: the total alone hides one that is at its limit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from cnet_ui.theme import color, ui_font

BUSY = 80.0  # percent, from where the bar changes its colour
CELL, LONG_CELL = 66, 76  # pixels per core that is named, at least; where numbers have two digits
ROW = 30
GAP = 10
ROWS = 2  # of named bars; what needs more is drawn as columns side by side
COLUMNS = 8
_TALL = 46  # pixels, of columns with the line above them
_LINE = 18  # pixels, of that line
_WIDEST = 40.0  # pixels, of a column


class CoreMeters(QWidget):
    """Percentages of the cores: named bars for a few, columns side by side for many."""

    def __init__(self) -> None:
        super().__init__()
        self._values: list[float] = []
        self.setFixedHeight(ROW)
        self.setAccessibleName(self.tr("Load of each core"))

    def show_values(self, values: Sequence[float]) -> None:
        """Show the percentages of now."""
        if self._values == list(values):
            return
        self._values = list(values)
        self.setAccessibleDescription(self._summary())
        self._fit()
        self.update()

    def core_at(self, place: QPointF) -> int | None:
        """Return the number of the core that is drawn somewhere, None where there is none."""
        if self._is_dense:
            width, _ = self._column
            number = int(place.x() // width)
        else:
            columns = self._columns
            column = int(place.x() // ((self.width() + GAP) / columns))
            number = int(place.y() // ROW) * columns + min(column, columns - 1)
        return number if 0 <= number < len(self._values) else None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take as many rows as it needs now."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Say which core it is and how busy."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.core_at(QPointF(event.pos()))
            if number is None:
                QToolTip.hideText()
            else:
                text = self.tr("Core {number}: {percent} %")
                percent = f"{self._values[number]:.0f}"
                shown = text.format(number=number, percent=percent)
                QToolTip.showText(event.globalPos(), shown, self)
            return True
        return super().event(event)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the load of each core."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(12))
        if self._is_dense:
            self._draw_columns(painter)
        else:
            self._draw_bars(painter)
        painter.end()

    def _draw_bars(self, painter: QPainter) -> None:
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
            painter.setBrush(_shade(value))
            painter.drawRoundedRect(bar, 2.5, 2.5)

    def _draw_columns(self, painter: QPainter) -> None:
        painter.setPen(color("text_secondary"))
        line = QRectF(0, 0, self.width(), _LINE)
        count = self.tr("{count} cores").format(count=len(self._values))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, count)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, self._summary())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        width, gap = self._column
        bottom, tall = float(self.height()), self.height() - _LINE - 2.0
        for number, value in enumerate(self._values):
            left = number * width
            painter.fillRect(QRectF(left, bottom - tall, width - gap, tall), color("border"))
            height = max(tall * min(value, 100.0) / 100, 1.0)
            painter.fillRect(QRectF(left, bottom - height, width - gap, height), _shade(value))

    def _summary(self) -> str:
        if not self._values:
            return ""
        busiest = max(range(len(self._values)), key=self._values.__getitem__)
        return self.tr("busiest: core {number} at {percent} %").format(
            number=busiest, percent=f"{self._values[busiest]:.0f}"
        )

    def _fit(self) -> None:
        self.setFixedHeight(_TALL if self._is_dense else max(self._rows, 1) * ROW)

    @property
    def _is_dense(self) -> bool:
        return self._rows > ROWS

    @property
    def _rows(self) -> int:
        """Return how many rows the named bars would need."""
        return -(-len(self._values) // self._columns)

    @property
    def _columns(self) -> int:
        """Return how many named bars there are in a row, as many in each."""
        count = max(len(self._values), 1)
        cell = CELL if count <= 10 else LONG_CELL
        most = min(max(int((self.width() + GAP) // (cell + GAP)), 1), COLUMNS)
        return -(-count // -(-count // most))

    @property
    def _column(self) -> tuple[float, float]:
        """Return the width of a column with the gap behind it, and the gap."""
        width = min(self.width() / max(len(self._values), 1), _WIDEST)
        return width, 2.0 if width > 6 else 1.0


def _shade(value: float) -> QColor:
    return color("disk" if value >= BUSY else "cpu")
