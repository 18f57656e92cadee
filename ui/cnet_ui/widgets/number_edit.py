"""A field for a number that may be empty, with its unit, and arrows to step."""

import math

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton

from cnet_ui.icons import icon
from cnet_ui.widgets.labels import label


class NumberEdit(QLineEdit):
    """A line that steps with the arrow keys and with two small buttons.

    Args:
        minimum: no step goes below it; None for none.
        maximum: no step goes above it; None for none.
        unit: shown at the right.
        is_whole: whether only whole numbers make sense.
    """

    def __init__(
        self,
        *,
        minimum: float | None = None,
        maximum: float | None = None,
        unit: str = "",
        is_whole: bool = True,
    ) -> None:
        super().__init__()
        self._minimum, self._maximum, self._is_whole = minimum, maximum, is_whole
        self._unit: QLabel = label(unit, tone="muted")
        self._unit.setParent(self)
        self._up = self._stepper("chevron-up", self.tr("More"), 1)
        self._down = self._stepper("chevron-down", self.tr("Less"), -1)
        self.setTextMargins(0, 0, 24 + (self._unit.sizeHint().width() if unit else 0), 0)

    def step(self, direction: int) -> None:
        """Go up (1) or down (-1) by a step that suits the number."""
        try:
            number = float(self.text() or self.placeholderText() or 0)
        except ValueError:
            return
        if not math.isfinite(number):
            return
        size = 1.0 if self._is_whole or abs(number) >= 2 else 0.1
        number = round(number + direction * size, 6)
        if self._minimum is not None:
            number = max(number, self._minimum)
        if self._maximum is not None:
            number = min(number, self._maximum)
        self.setText(str(int(number)) if self._is_whole else f"{number:g}")
        self.textEdited.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Step with the arrows."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep unit and arrows at the right."""
        super().resizeEvent(event)
        right, middle = self.width() - 24, self.height() // 2
        self._up.setGeometry(right, middle - 12, 18, 12)
        self._down.setGeometry(right, middle, 18, 12)
        hint = self._unit.sizeHint()
        self._unit.setGeometry(
            right - hint.width() - 4, middle - hint.height() // 2, hint.width(), hint.height()
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take new colours over."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._up.setIcon(icon("chevron-up", size=12))
            self._down.setIcon(icon("chevron-down", size=12))

    def _stepper(self, name: str, word: str, direction: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name, size=12))
        button.setAccessibleName(word)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self.step(direction))
        return button
