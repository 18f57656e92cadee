"""The sentence at the foot of a form on what would happen."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cnet_ui.models.outlook import Outlook, unknown
from cnet_ui.widgets.labels import Elided, IconLabel


class OutlookLine(QWidget):
    """An icon, a sentence, and below it what to know or to do."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.outlook = unknown()
        self._sign = IconLabel("info", "text_muted")
        self._text = Elided()
        self._text.setObjectName("starts")
        self._more = Elided("", "small", "muted")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self._text)
        words.addWidget(self._more)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        self.show_outlook(self.outlook)

    def show_outlook(self, outlook: Outlook) -> None:
        """Say what would happen."""
        self.outlook = outlook
        self._sign.show_icon(outlook.icon, outlook.tone)
        self._text.set_text(outlook.text)
        self._more.set_text(outlook.more)
        self._more.setVisible(bool(outlook.more))
