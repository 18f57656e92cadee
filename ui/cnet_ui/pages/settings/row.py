"""A row of the settings page: a name, what it does, its control, and a line about its state."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cnet_ui.widgets.card import plain
from cnet_ui.widgets.labels import IconLabel, LabelTone, label, rule, set_tone

_LEAST = 220  # pixels, of the words


class Row(QWidget):
    """``control`` stands at the right of its words; ``searched`` is what a search looks at."""

    def __init__(self, name: str, explanation: str, control: QWidget, searched: str = "") -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.searched = f"{name} {explanation} {searched}".casefold()
        self._rule = rule()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._rule)
        column.addSpacing(10)
        line = QHBoxLayout()
        line.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.name = label(name, wrap=True)
        self.name.setBuddy(control)
        self.name.setMinimumWidth(_LEAST)
        words.addWidget(self.name)
        self.explanation = label(explanation, "small", "muted", wrap=True)
        if explanation:
            words.addWidget(self.explanation)
        else:  # a single line stands beside the middle of its control
            words.insertStretch(0, 1)
        words.addStretch(1)
        line.addLayout(words, 1)
        self.controls = QHBoxLayout()
        self.controls.setSpacing(6)
        self.controls.addWidget(control)
        line.addLayout(self.controls)
        line.setAlignment(self.controls, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addWidget(self._make_note())
        column.addSpacing(10)

    def show_rule(self, *, is_shown: bool) -> None:
        """Draw a line above the row, or none."""
        self._rule.setVisible(is_shown)

    def show_note(self, text: str, icon_name: str = "", tone: LabelTone = "muted") -> None:
        """Say something about the state below the words; nothing if ``text`` is empty."""
        self._note.setVisible(bool(text))
        self._note_text.setText(text)
        set_tone(self._note_text, "tone", tone)
        token = {"bad": "bad", "good": "good"}.get(tone, "text_muted")
        self._note_icon.show_icon(icon_name or "info", token)

    def take_focus(self) -> None:
        """Give the keyboard to the control."""
        control = self.name.buddy()
        if control is not None:
            control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def note(self) -> str:
        """What is said about the state."""
        return self._note_text.text()

    def _make_note(self) -> QWidget:
        self._note = plain()
        row = QHBoxLayout(self._note)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(6)
        self._note_icon = IconLabel("info", "text_muted", 14)
        self._note_text = label("", "small", "muted", wrap=True)
        row.addWidget(self._note_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._note_text, 1)
        self._note.hide()
        return self._note
