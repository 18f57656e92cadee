"""Dialogs that lie inside their window, over a scrim."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QVBoxLayout, QWidget

MARGIN = 12


class Sheet(QDialog):
    """A dialog over its window, which cannot be used meanwhile.

    The keyboard stays inside, Escape closes it, and the focus goes back to where it was.

    Args:
        window: what it lies over.
        size: of its panel; the window's size where that is smaller.
        name: what a screen reader says.
    """

    def __init__(self, window: QWidget, size: QSize, name: str) -> None:
        # A "sub-window" is one whose keyboard focus Qt keeps inside.
        super().__init__(window, Qt.WindowType.SubWindow | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("sheet")
        self.setAccessibleName(name)
        self._window = window
        self._size = size
        self._before: QWidget | None = None
        self.first: QWidget | None = None  # what has the focus to begin with
        self._scrim = QWidget(self)
        self._scrim.setObjectName("scrim")
        self._scrim.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.panel = QFrame(self)
        self.panel.setObjectName("panel")
        self.body = QVBoxLayout(self.panel)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        self.finished.connect(self._give_back)
        window.installEventFilter(self)

    def open(self) -> None:
        """Show it; returns at once."""
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        (self.first or self.panel).setFocus(Qt.FocusReason.PopupFocusReason)

    def fit(self) -> None:
        """Take the height that the panel needs now, when what is in it came or went."""
        self.body.activate()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep clicks beside the panel from what lies below."""
        event.accept()

    def _place(self) -> None:
        whole = QRect(QPoint(0, 0), self._window.size())
        self.setGeometry(whole)
        self._scrim.setGeometry(whole)
        room = whole.size() - QSize(2 * MARGIN, 2 * MARGIN)
        wanted = self._size.expandedTo(QSize(self.panel.minimumSizeHint().width(), 0))
        if wanted.height() <= 0:
            wanted.setHeight(self._height(min(wanted.width(), room.width())))
        panel = QRect(QPoint(0, 0), wanted.boundedTo(room))
        panel.moveCenter(whole.center())
        self.panel.setGeometry(panel)

    def _height(self, width: int) -> int:
        """Return the height that the panel needs, its sentences broken into lines."""
        if self.panel.hasHeightForWidth():
            return self.panel.heightForWidth(width)
        return self.panel.sizeHint().height()

    def _give_back(self, _: int) -> None:
        self._window.removeEventFilter(self)
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
