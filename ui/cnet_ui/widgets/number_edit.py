"""A field for a number or a quantity that may be empty, with its unit, and arrows to step."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton

from cnet_ui.icons import icon
from cnet_ui.models.steps import Measure, first_step, stepped
from cnet_ui.widgets.labels import Elided, label

_ARROWS = 24  # pixels at the right
_LEAST = 54  # pixels that the value keeps beside a caption


class NumberEdit(QLineEdit):
    """A line that steps with the arrow keys and with two small buttons.

    Args:
        minimum: no step goes below it; None for none.
        maximum: no step goes above it; None for none.
        unit: shown at the right.
        is_whole: whether only whole numbers make sense.
        measure: what is counted: a bare number, or a size or duration with its unit.
        caption: what it is, inside the field at the left; the value then stands at the right.
    """

    def __init__(
        self,
        *,
        minimum: float | None = None,
        maximum: float | None = None,
        unit: str = "",
        is_whole: bool = True,
        measure: Measure = "number",
        caption: str = "",
    ) -> None:
        super().__init__()
        self._minimum, self._maximum, self._is_whole = minimum, maximum, is_whole
        self._measure = measure
        self._unit: QLabel = label(unit, tone="muted")
        self._unit.setParent(self)
        self._caption = Elided(caption, tone="secondary") if caption else None
        if self._caption is not None:
            self._caption.setParent(self)
            self._caption.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._up = self._stepper("chevron-up", self.tr("More"), 1)
        self._down = self._stepper("chevron-down", self.tr("Less"), -1)
        self._arrange()

    def step(self, direction: int) -> None:
        """Go up (1) or down (-1) by a step that suits the number."""
        before = self.text() or self.placeholderText()
        text = stepped(
            before,
            direction,
            measure=self._measure,
            is_whole=self._is_whole,
            minimum=self._minimum,
            maximum=self._maximum,
        )
        if text == before and not self.text() and direction > 0:
            text = first_step(self._measure, self._minimum)
        if text != before:
            self.setText(text)
            self.textEdited.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Step with the arrows."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep caption, unit and arrows in their places."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take new colours over."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._up.setIcon(icon("chevron-up", size=12))
            self._down.setIcon(icon("chevron-down", size=12))

    def _arrange(self) -> None:
        right, middle = self.width() - _ARROWS, self.height() // 2
        self._up.setGeometry(right, middle - 12, 18, 12)
        self._down.setGeometry(right, middle, 18, 12)
        hint = self._unit.sizeHint()
        unit = hint.width() + 4 if self._unit.text() else 0
        self._unit.setGeometry(
            right - unit, middle - hint.height() // 2, hint.width(), hint.height()
        )
        left = 0
        if self._caption is not None:
            wanted = self._caption.sizeHint()
            room = self.width() - _ARROWS - unit - 10 - _LEAST
            left = max(20, min(wanted.width(), room))
            self._caption.setGeometry(10, middle - wanted.height() // 2, left, wanted.height())
        self.setTextMargins(left, 0, _ARROWS - 8 + unit, 0)

    def _stepper(self, name: str, word: str, direction: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name, size=12))
        button.setAccessibleName(word)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self.step(direction))
        return button
