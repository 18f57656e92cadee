"""How rows of tables look: a line below, a tint and an accent edge for what is chosen."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cnet_ui.icons import SIZE, pixmap
from cnet_ui.models.roles import ICON_ROLE, MUTED_ROLE
from cnet_ui.theme import color, ui_font

HEIGHT = 38
EDGE = 3

Index = QModelIndex | QPersistentModelIndex


def paint_row(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """Draw the ground of one cell."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if chosen:
        painter.fillRect(option.rect, color("selection"))
    elif hovered:
        painter.fillRect(option.rect, color("hover"))
    bottom = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
    painter.fillRect(bottom, color("line"))
    if option.state & QStyle.StateFlag.State_HasFocus and not chosen:
        painter.fillRect(bottom.translated(0, -1).adjusted(0, 0, 0, 1), color("accent"))
    if chosen and index.column() == 0:
        edge = QRect(option.rect.left(), option.rect.top(), EDGE, option.rect.height())
        painter.fillRect(edge, color("accent"))


class RowDelegate(QStyledItemDelegate):
    """Draws text, with the icon before it in the first column."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        paint_row(painter, option, index)
        area = option.rect.adjusted(8, 0, -8, -1)
        painter.save()
        name = index.data(ICON_ROLE)
        if name:
            ratio = option.widget.devicePixelRatioF()
            top = area.top() + (area.height() - SIZE) // 2
            painter.drawPixmap(area.left(), top, pixmap(name, "text_secondary", SIZE, ratio))
            area.setLeft(area.left() + SIZE + 11)
        weight = QFont.Weight.DemiBold if name else QFont.Weight.Normal
        painter.setFont(ui_font(weight=weight))
        painter.setPen(color("text_muted" if index.data(MUTED_ROLE) else "text"))
        align = index.data(Qt.ItemDataRole.TextAlignmentRole)
        flags = int(align) if align else int(Qt.AlignmentFlag.AlignLeft)
        text = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, flags | int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()
