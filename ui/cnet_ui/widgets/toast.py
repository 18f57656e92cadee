"""A sentence that shows for a while at the window's corner."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cnet_ui.widgets.buttons import IconButton
from cnet_ui.widgets.labels import IconLabel, label

SHOWN_FOR = 8000  # milliseconds
WIDTH = 420
MARGIN = 16
STATUS_BAR = 28


class Toast(QFrame):
    """Tells one sentence; a later one takes its place."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("toast")
        self._window = window
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 8, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel("circle-alert", "bad"))
        self._text = label(wrap=True)
        row.addWidget(self._text, 1)
        dismiss = IconButton("x", self.tr("Dismiss"))
        dismiss.clicked.connect(self.hide)
        row.addWidget(dismiss)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show a sentence."""
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay in the corner."""
        if event.type() == QEvent.Type.Resize and watched is self._window and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.setFixedWidth(min(WIDTH, self._window.width() - 2 * MARGIN))
        self.adjustSize()
        self.move(
            self._window.width() - self.width() - MARGIN,
            self._window.height() - self.height() - MARGIN - STATUS_BAR,
        )
