"""The bell in the status bar, with a dot while there is something new."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton

from cnet_ui.icons import icon
from cnet_ui.theme import color

_ICON = 15


class Bell(QToolButton):
    """Opens the notifications."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bell")
        self._unread = 0
        self._quiet = False
        self.setFixedSize(26, 24)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_state(0, quiet=False)

    def show_state(self, unread: int, *, quiet: bool) -> None:
        """Show how many notices are new, and whether nobody is to be disturbed."""
        self._unread, self._quiet = unread, quiet
        words = self.tr("Notifications")
        if unread:
            words = self.tr("Notifications, {count} new").format(count=unread)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} · {self.tr('do not disturb')}" if quiet else words)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take new colours over."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the bell, and its dot."""
        super().paintEvent(event)
        if self._unread:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(color("rail"))
            painter.setBrush(color("accent"))
            painter.drawEllipse(self.width() - 12, 3, 8, 8)
            painter.end()

    def _draw(self) -> None:
        self.setIcon(icon("bell-off" if self._quiet else "bell", "text_secondary", _ICON))
        self.update()
