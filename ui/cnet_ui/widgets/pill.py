"""Pills: a state as an icon and a word on a tinted ground, alone or in a table."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cnet_ui.icons import pixmap
from cnet_ui.models.roles import LOOK_ROLE
from cnet_ui.theme import color, ui_font
from cnet_ui.widgets.rows import paint_row
from cnet_ui.words import Look

HEIGHT = 21
_ICON = 13
_PADDING = 8
_GAP = 4

Index = QModelIndex | QPersistentModelIndex


def pill_font() -> QFont:
    """Return the font of the word."""
    return ui_font(12, QFont.Weight.DemiBold)


def pill_width(look: Look) -> int:
    """Return the width of a pill in logical pixels."""
    words = QFontMetrics(pill_font()).horizontalAdvance(look.label)
    return 2 * _PADDING + _ICON + _GAP + words + 1


def paint_pill(
    painter: QPainter, rect: QRect, look: Look, ratio: float, ground_token: str = ""
) -> None:
    """Draw a pill at the left of ``rect``, in its middle."""
    top = rect.top() + (rect.height() - HEIGHT) / 2
    ground = QRectF(rect.left(), top, min(pill_width(look), rect.width()), HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(ground_token or f"{look.tone}_tint"))
    painter.drawRoundedRect(ground, HEIGHT / 2, HEIGHT / 2)
    drawn = pixmap(look.icon, look.tone, _ICON, ratio)
    left = int(ground.left()) + _PADDING
    painter.drawPixmap(left, int(top) + (HEIGHT - _ICON) // 2, drawn)
    painter.setPen(color(look.tone))
    painter.setFont(pill_font())
    text = ground.adjusted(_PADDING + _ICON + _GAP, 0, 0, 0)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, look.label)
    painter.restore()


class Pill(QWidget):
    """A state on its own."""

    def __init__(self, look: Look | None = None) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(HEIGHT)
        self.show_look(look)

    def show_look(self, look: Look | None) -> None:
        """Show another state; none takes no room."""
        self._look = look
        self.setFixedWidth(pill_width(look) if look else 0)
        self.setAccessibleName(look.label if look else "")
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the pill."""
        if self._look is not None:
            painter = QPainter(self)
            paint_pill(painter, self.rect(), self._look, self.devicePixelRatioF())
            painter.end()


class PillDelegate(QStyledItemDelegate):
    """Draws the states of a column as pills."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row's ground, then the pill."""
        paint_row(painter, option, index)
        look = index.data(LOOK_ROLE)
        if isinstance(look, Look):
            ratio = option.widget.devicePixelRatioF()
            # On the tint of a chosen row its own tint would be lost.
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            ground = "surface" if chosen else ""
            paint_pill(painter, option.rect.adjusted(8, 0, -4, -1), look, ratio, ground)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Make room for the widest word."""
        look = index.data(LOOK_ROLE)
        width = pill_width(look) + 16 if isinstance(look, Look) else 0
        return QSize(width, option.rect.height())
