"""Keys as small caps: drawn in a list, or as a label of their own."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cnet_ui.theme import color, ui_font

HEIGHT = 18
_PADDING = 7


def key_words(keys: str) -> str:
    """Return keys as they are shown: ``Ctrl+Shift+C`` as ``Ctrl Shift C``."""
    return " ".join(part or "+" for part in keys.replace("++", "+").split("+"))


def cap_width(text: str) -> int:
    """Return the width of a cap in pixels."""
    return QFontMetrics(_font()).horizontalAdvance(text) + 2 * _PADDING


def paint_cap(painter: QPainter, area: QRect, text: str) -> None:
    """Draw a cap at the left of ``area``, in its middle."""
    top = area.top() + (area.height() - HEIGHT) / 2
    ground = QRectF(area.left() + 0.5, top + 0.5, cap_width(text) - 1, HEIGHT - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(color("border_strong"))
    painter.setBrush(color("field"))
    painter.drawRoundedRect(ground, 4, 4)
    painter.setPen(color("text_secondary"))
    painter.setFont(_font())
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class KeyCap(QWidget):
    """A cap on its own; the words beside it say what it does."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setFixedSize(QSize(cap_width(text), HEIGHT + 2))
        self.setAccessibleName(text)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the cap."""
        painter = QPainter(self)
        paint_cap(painter, self.rect(), self._text)
        painter.end()


def _font() -> QFont:
    return ui_font(11, QFont.Weight.Medium)
