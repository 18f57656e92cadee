"""A heading that unfolds what belongs to it, and says in a few words what that is."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cnet_ui.icons import icon
from cnet_ui.widgets.card import plain
from cnet_ui.widgets.labels import Elided

_ICON = 14


class Disclosure(QWidget):
    """``body`` takes what is shown while it is unfolded; it starts folded.

    Args:
        heading: what belongs to it, in a word or two.
    """

    toggled = Signal(bool)

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._heading = heading
        self._button = QPushButton(heading)
        self._button.setProperty("kind", "disclosure")
        self._button.setCheckable(True)
        self._button.setAutoDefault(False)
        self._button.setIconSize(QSize(_ICON + 4, _ICON))
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._summary = Elided("", tone="muted")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._button)
        head.addWidget(self._summary, 1)
        self._inside = plain()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, 4, 0, 6)
        self.body.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._inside)
        self._inside.hide()
        self._button.toggled.connect(self._toggle)
        self.set_summary("")
        self._draw()

    @property
    def is_open(self) -> bool:
        """Whether one sees what belongs to it."""
        return self._button.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Unfold or fold it."""
        self._button.setChecked(is_open)

    def set_summary(self, text: str) -> None:
        """Say what is set in it."""
        self._summary.set_text(text)
        self._button.setAccessibleName(f"{self._heading}: {text}" if text else self._heading)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take new colours over."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _toggle(self, is_open: bool) -> None:
        self._inside.setVisible(is_open)
        self._draw()
        self.toggled.emit(is_open)

    def _draw(self) -> None:
        name = "chevron-down" if self.is_open else "chevron-right"
        self._button.setIcon(icon(name, size=_ICON, gap=4))
