"""How a notice looks in its list: a sign, what happened, when, and where."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cnet_ui.icons import FALLBACK, SIZE, exists, pixmap
from cnet_ui.models.roles import ROW_ROLE
from cnet_ui.notifications import Notice
from cnet_ui.theme import color, ui_font
from cnet_ui.words import moment

ROW = 62
_LEFT, _TEXT, _RIGHT = 16, 44, 16
_LINE = 18

Index = QModelIndex | QPersistentModelIndex


class NoticeDelegate(QStyledItemDelegate):
    """Draws notices; ``unread`` of them, from the top, have an edge."""

    unread = 0

    def sizeHint(self, option: QStyleOptionViewItem, _: Index) -> QSize:  # noqa: N802
        """All are equally high."""
        return QSize(option.rect.width(), ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one."""
        notice = index.data(ROW_ROLE)
        if not isinstance(notice, Notice):
            return
        area = option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, color("selection" if chosen else "hover"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), color("line"))
        if index.row() < self.unread:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height() - 1), color("accent"))
        name = notice.icon if exists(notice.icon) else FALLBACK
        drawn = pixmap(name, notice.tone, SIZE, option.widget.devicePixelRatioF())
        painter.drawPixmap(area.left() + _LEFT, area.top() + 12, drawn)
        self._paint_words(painter, area.adjusted(_TEXT, 10, -_RIGHT, -8), notice)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, notice: Notice) -> None:
        first = QRect(area.left(), area.top(), area.width(), _LINE)
        second = first.translated(0, _LINE + 4)
        painter.setFont(ui_font(12))
        painter.setPen(color("text_muted"))
        when = moment(notice.at)
        where = f"{notice.node} · {when}" if notice.node else when
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        used = min(painter.fontMetrics().horizontalAdvance(where), area.width() // 2)
        painter.drawText(first, right, where)
        if notice.task_id:
            more = self.tr("Show the task")
            painter.setPen(color("accent"))
            painter.drawText(second, right, more)
            second.setRight(second.right() - painter.fontMetrics().horizontalAdvance(more) - 10)
        painter.setPen(color("text_secondary"))
        _draw_cut(painter, second, notice.text)
        painter.setFont(ui_font(weight=QFont.Weight.DemiBold))
        painter.setPen(color("text"))
        first.setRight(first.right() - used - 10)
        _draw_cut(painter, first, notice.title)


def _draw_cut(painter: QPainter, area: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
