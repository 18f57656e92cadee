"""The line below a log: how much of it there is, and the way to its end."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.labels import Elided, label

SHOWN_FOR = 8000  # milliseconds


class LogFoot(QFrame):
    """Says what is shown; offers earlier lines, and the end of the log where one is not there."""

    end_wanted = Signal()
    earlier_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setFixedHeight(36)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(10)
        self._status = ""
        self._said = Elided("", "small", "muted")
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(lambda: self._said.set_text(self._status))
        self._earlier = Button(self.tr("Load earlier lines"), kind="link")
        self._earlier.setObjectName("log-earlier")
        self._earlier.clicked.connect(self.earlier_wanted)
        self._earlier.hide()
        self._keys = label(self.tr("F3 next · Shift+F3 previous"), "small", "muted")
        self._jump = Button(
            self.tr("Jump to the end"), icon_name="arrow-down-to-line", kind="small"
        )
        self._jump.setObjectName("log-jump")
        self._jump.clicked.connect(self.end_wanted)
        self._jump.hide()
        row.addWidget(self._said, 1)
        row.addWidget(self._earlier)
        row.addWidget(self._keys)
        row.addWidget(self._jump)

    def show_status(self, sentence: str) -> None:
        """Say what is shown."""
        self._status = sentence
        if not self._timer.isActive():
            self._said.set_text(sentence)

    def say(self, sentence: str) -> None:
        """Say something for a while."""
        self._said.set_text(sentence)
        self._timer.start()

    def show_earlier(self, *, can_load: bool) -> None:
        """Offer to load earlier lines or not."""
        self._earlier.setVisible(can_load)

    def show_jump(self, *, is_away: bool, new: int) -> None:
        """Offer the way to the end, with how many lines came since one left it."""
        self._jump.setVisible(is_away)
        self._keys.setVisible(not is_away)
        if is_away:
            text = self.tr("Jump to the end")
            if new:
                text += " · " + self.tr("{count} new lines").format(count=f"{new:,}")
            if text != self._jump.text():
                self._jump.set_text(text)
