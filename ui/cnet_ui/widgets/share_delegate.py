"""How far something is, in a table: a bar, and the figures behind it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from cnet_ui.models.roles import SHARE_ROLE
from cnet_ui.theme import color, ui_font
from cnet_ui.widgets.rows import Index, paint_row

WIDTH, HEIGHT = 70, 6  # pixels of the bar
_GAP = 9


class ShareDelegate(QStyledItemDelegate):
    """Draws the shares of a column as bars."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row's ground, the bar, and the figures."""
        paint_row(painter, option, index)
        area = option.rect.adjusted(8, 0, -6, -1)
        share = float(index.data(SHARE_ROLE) or 0.0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = area.top() + (area.height() - HEIGHT) / 2
        whole = QRectF(area.left(), top, WIDTH, HEIGHT)
        painter.setBrush(color("border"))
        painter.drawRoundedRect(whole, HEIGHT / 2, HEIGHT / 2)
        if share > 0:
            whole.setWidth(max(WIDTH * min(share, 1.0), HEIGHT))
            painter.setBrush(color("accent"))
            painter.drawRoundedRect(whole, HEIGHT / 2, HEIGHT / 2)
        painter.setFont(ui_font())
        painter.setPen(color("text"))
        area.setLeft(area.left() + WIDTH + _GAP)
        text = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, area.width()
        )
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, left, text)
        painter.restore()
