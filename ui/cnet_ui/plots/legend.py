"""Legends of charts: each entry says a value, and shows or hides its line."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from cnet_ui.plots.usage_plot import Series
from cnet_ui.theme import color, ui_font

HEIGHT = 22
DOT = 8
_GAP = 6
_PADDING = 4


class LegendEntry(QAbstractButton):
    """A disc in the line's colour, its name and a value. Unchecked, the disc is hollow.

    Args:
        series: the line.
        widest: the widest value that it may have to say, so that nothing moves as values change.
    """

    def __init__(self, series: Series, widest: str) -> None:
        super().__init__()
        self._token = series.token
        self._widest = widest
        self._value = ""
        self.setText(series.label)
        self.setAccessibleName(series.label)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Show or hide {name}").format(name=series.label))

    def show_value(self, text: str) -> None:
        """Say a value."""
        if text != self._value:
            self._value = text
            self.setAccessibleDescription(text)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Make room for the widest value."""
        metrics = QFontMetrics(ui_font())
        words = metrics.horizontalAdvance(self.text()) + metrics.horizontalAdvance(self._widest)
        return QSize(2 * _PADDING + DOT + 2 * _GAP + words + 2, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the disc, the name and the value."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(color("accent") if self.hasFocus() else Qt.GlobalColor.transparent)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 5, 5)
        disc = QRectF(_PADDING, (HEIGHT - DOT) / 2, DOT, DOT)
        painter.setPen(QPen(color(self._token), 1.5))
        painter.setBrush(color(self._token) if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc.adjusted(0.75, 0.75, -0.75, -0.75))
        painter.setFont(ui_font())
        painter.setPen(color("text_secondary" if self.isChecked() else "text_muted"))
        left = _PADDING + DOT + _GAP
        area = self.rect().adjusted(left, 0, -_PADDING, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.isChecked():
            painter.setPen(color("text"))
            area.setLeft(left + painter.fontMetrics().horizontalAdvance(self.text()) + _GAP)
            painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, self._value)
        painter.end()
