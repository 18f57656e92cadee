"""A drop-down list with an arrow in the theme's colour."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from cnet_ui.icons import pixmap

_ARROW = 14


class DropDown(QComboBox):
    """A style sheet takes a combo box's arrow away; this one draws its own."""

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the box, and the list that it drops down."""
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the box, then the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        drawn = pixmap("chevron-down", "text_secondary", _ARROW, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - _ARROW - 9, (self.height() - _ARROW) // 2, drawn)
        painter.end()
