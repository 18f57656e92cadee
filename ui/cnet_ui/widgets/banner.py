"""A line over the page: the connection is gone, or the agent has something to say."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from cnet_ui.widgets.buttons import IconButton
from cnet_ui.widgets.labels import IconLabel, label

HEIGHT = 36


class Banner(QFrame):
    """Shows a sentence; ``dismissed`` is emitted where one may send it away, and does."""

    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setMinimumHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 4, 16, 4)
        row.setSpacing(10)
        self._icon = IconLabel("unplug", "waiting")
        self._text = label("", wrap=True)
        self._text.setObjectName("banner-text")
        self._dismiss = IconButton("x", self.tr("Dismiss"))
        self._dismiss.clicked.connect(self.dismissed)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._dismiss)
        self.hide()

    def show_sentence(self, text: str, icon_name: str, *, can_dismiss: bool) -> None:
        """Show ``text``; nothing if it is empty."""
        self._text.setText(text)
        self._icon.show_icon(icon_name, "waiting")
        self._dismiss.setVisible(can_dismiss)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
