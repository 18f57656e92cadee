"""Labels: by role and tone, with an icon, or cut short where there is no room."""

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from cnet_ui.icons import SIZE, pixmap

Role = Literal["", "title", "heading", "figure", "strong", "small", "section"]
LabelTone = Literal["", "secondary", "muted", "bad", "good"]


def label(text: str = "", role: Role = "", tone: LabelTone = "", *, wrap: bool = False) -> QLabel:
    """Return a label; its text is never taken for HTML."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def set_tone(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet looks at."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def rule() -> QFrame:
    """Return a thin line across."""
    line = QFrame()
    line.setProperty("rule", True)
    line.setFixedHeight(1)
    return line


class IconLabel(QWidget):
    """An icon in the colour of a token."""

    def __init__(self, name: str, token: str = "text_secondary", size: int = SIZE) -> None:  # noqa: S107
        super().__init__()
        self._name, self._token, self._size = name, token, size
        self.setFixedSize(size, size)

    def show_icon(self, name: str, token: str) -> None:
        """Show another icon."""
        self._name, self._token = name, token
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the icon."""
        painter = QPainter(self)
        drawn = pixmap(self._name, self._token, self._size, self.devicePixelRatioF())
        painter.drawPixmap(0, 0, drawn)
        painter.end()


class Dot(QWidget):
    """A small disc in the colour of a token; always beside a word."""

    def __init__(self, token: str, size: int = 8) -> None:
        super().__init__()
        self._token = token
        self.setFixedSize(QSize(size, size))

    def show_token(self, token: str) -> None:
        """Take another colour."""
        self._token = token
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the disc."""
        from cnet_ui.theme import color

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self._token))
        painter.drawEllipse(self.rect())
        painter.end()


class Elided(QLabel):
    """A label that is cut short with an ellipsis, and says all of it in its tool tip."""

    def __init__(self, text: str = "", role: Role = "", tone: LabelTone = "") -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(20)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Say ``text``, as much of it as there is room for."""
        if text != self._whole:
            self._whole = text
            self._cut()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for room for all of it."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Do with little."""
        return QSize(20, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Cut anew where the font changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 20)
        )
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
        self.setAccessibleName(self._whole)
