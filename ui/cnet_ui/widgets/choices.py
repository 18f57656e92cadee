"""One of a few: as a segmented control, or as the tabs over something."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton


class Choices(QFrame):
    """Buttons of which one is chosen. Arrow keys move among them.

    Args:
        options: a key and a word for each.
        kind: ``segment`` or ``tab``.
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        name: str,
        *,
        kind: Literal["segment", "tab"] = "segment",
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("segments", kind == "segment")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        inset = 2 if kind == "segment" else 0
        row.setContentsMargins(inset, inset, inset, inset)
        row.setSpacing(2 if kind == "segment" else 18)
        self.setFixedHeight(32 if kind == "segment" else 36)
        self._buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        for key, word in options:
            button = QToolButton()
            button.setText(word)
            button.setAccessibleName(f"{name}: {word}")
            button.setCheckable(True)
            button.setProperty("kind", kind)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
            button.setIconSize(QSize(0, 0))
            button.clicked.connect(lambda _, key=key: self.chosen.emit(key))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[key] = button
        self.choose(options[0][0])

    @property
    def current(self) -> str:
        """The key of what is chosen."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Choose without saying so."""
        self._buttons[key].setChecked(True)

    def take_focus(self) -> None:
        """Let the keyboard go on at what is chosen."""
        self._buttons[self.current].setFocus(Qt.FocusReason.TabFocusReason)

    def disable(self, key: str, reason: str) -> None:
        """Keep a button from being chosen, and say why."""
        self._buttons[key].setEnabled(False)
        self._buttons[key].setToolTip(reason)

    def set_word(self, key: str, word: str) -> None:
        """Change what a button says."""
        button = self._buttons[key]
        if button.text() != word:
            button.setText(word)
            button.setAccessibleName(f"{self.accessibleName()}: {word}")
