"""Sentences that show for a while at the window's corner, up to three of them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cnet_ui.dispose import dispose
from cnet_ui.widgets.announce import announce
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.labels import IconLabel, label

SHOWN_FOR = 8000  # milliseconds
AT_ONCE = 3
WIDTH = 420
MARGIN, GAP = 16, 8
STATUS_BAR = 28


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be done about a sentence: a word for the button, and what it does."""

    word: str
    act: Callable[[], object]


class Toast(QFrame):
    """One sentence; it stays while the pointer or the focus is on it. ``gone`` says it has left."""

    gone = Signal()

    def __init__(
        self, window: QWidget, sentence: str, icon_name: str, token: str, offer: Offer | None
    ) -> None:
        super().__init__(window)
        self.setObjectName("toast")
        self.setAccessibleName(sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 8, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel(icon_name, token))
        row.addWidget(label(sentence, wrap=True), 1)
        if offer is not None:
            button = Button(offer.word, kind="link")
            button.setObjectName("toast-offer")
            button.clicked.connect(lambda _: self._take(offer))
            row.addWidget(button)
        dismiss = IconButton("x", self.tr("Dismiss"))
        dismiss.setObjectName("toast-dismiss")
        dismiss.clicked.connect(self.leave)
        row.addWidget(dismiss)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self.leave)
        for part in self.findChildren(QWidget):
            part.installEventFilter(self)

    def begin(self) -> None:
        """Show it for its time, once more where it is shown already."""
        self.show()
        self._timer.start()

    def leave(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()
        self.gone.emit()

    def _take(self, offer: Offer) -> None:
        self.leave()
        offer.act()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Stay while somebody reads."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Go on from the beginning."""
        super().leaveEvent(event)
        if self.isVisible():
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay while the focus is on one of its buttons."""
        if event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape sends it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


class Toasts(QObject):
    """Stacks toasts in a window's corner, the newest lowest; the oldest makes room."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shown: list[Toast] = []  # oldest first
        window.installEventFilter(self)

    @property
    def sentences(self) -> list[str]:
        """What is shown, oldest first."""
        return [toast.accessibleName() for toast in self._shown]

    def tell(
        self,
        sentence: str,
        offer: Offer | None = None,
        *,
        icon_name: str = "circle-alert",
        token: str = "bad",  # noqa: S107 - a colour's name
    ) -> None:
        """Show a sentence; one that is shown already stays longer instead."""
        for toast in self._shown:
            if toast.accessibleName() == sentence:
                toast.begin()
                return
        for oldest in self._shown[: max(len(self._shown) - AT_ONCE + 1, 0)]:
            oldest.leave()
        toast = Toast(self._window, sentence, icon_name, token, offer)
        toast.gone.connect(lambda: self._forget(toast))
        self._shown.append(toast)
        toast.begin()
        self._arrange()
        announce(self._window, sentence, urgently=token == "bad")  # noqa: S105 - a colour

    def leave_newest(self) -> None:
        """Send the newest one away."""
        if self._shown:
            self._shown[-1].leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay in the corner."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._arrange()
        return super().eventFilter(watched, event)

    def _forget(self, toast: Toast) -> None:
        if toast in self._shown:
            self._shown.remove(toast)
            dispose(toast)
            self._arrange()

    def _arrange(self) -> None:
        bottom = self._window.height() - MARGIN - STATUS_BAR
        width = min(WIDTH, self._window.width() - 2 * MARGIN)
        for toast in reversed(self._shown):
            toast.setFixedWidth(width)
            toast.setFixedHeight(max(toast.heightForWidth(width), toast.sizeHint().height()))
            toast.move(self._window.width() - width - MARGIN, bottom - toast.height())
            toast.raise_()
            bottom -= toast.height() + GAP
