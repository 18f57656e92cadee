"""A drop-down list with an arrow in the theme's colour."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyleOptionComboBox, QWidget

from cnet_ui.icons import pixmap

_ARROW = 14  # pixels
_BESIDE = 32  # pixels left of the text, and around the arrow


class DropDown(QComboBox):
    """A style sheet takes a combo box's arrow away; this one draws its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # none by the wheel

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the box, and the list that it drops down."""
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802 - Qt's name
        """Shorten a text that has no room; the style would cut it off."""
        super().initStyleOption(option)
        room = self.width() - _ARROW - _BESIDE
        metrics, right = option.fontMetrics, Qt.TextElideMode.ElideRight
        option.currentText = metrics.elidedText(self.currentText(), right, room)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let what it lies in scroll, unless it has the focus; nothing changes by accident."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the box, then the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        drawn = pixmap("chevron-down", "text_secondary", _ARROW, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - _ARROW - 9, (self.height() - _ARROW) // 2, drawn)
        painter.end()
