"""What stands where there is nothing yet: why, and what to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.labels import IconLabel, label

_ICON = 32
_WIDTH = 440


class EmptyState(QWidget):
    """An icon, a heading, a sentence, and buttons below them, all in the middle."""

    def __init__(self, icon_name: str, buttons: Sequence[Button] = ()) -> None:
        super().__init__()
        self.setObjectName("page")
        self._icon = IconLabel(icon_name, "text_muted", _ICON)
        self._heading = label("", "heading")
        self._sentence = label("", tone="secondary", wrap=True)
        self._sentence.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._heading.setAlignment(middle)
        self._sentence.setAlignment(middle)
        column.addWidget(self._icon, 0, middle)
        column.addWidget(self._heading, 0, middle)
        column.addWidget(self._sentence, 0, middle)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)

    def say(self, heading: str, sentence: str) -> None:
        """Say what is not there, and why."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.setMinimumHeight(max(0, self._sentence.heightForWidth(_WIDTH)))
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
