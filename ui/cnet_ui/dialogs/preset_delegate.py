"""How a preset stands in the gallery."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cnet_ui.icons import pixmap
from cnet_ui.models.roles import ICON_ROLE, ID_ROLE
from cnet_ui.theme import color, ui_font

SUMMARY_ROLE = Qt.ItemDataRole.UserRole + 20
ROW = 48  # pixels, of a preset
_TILE = 30

Index = QModelIndex | QPersistentModelIndex


class PresetDelegate(QStyledItemDelegate):
    """Draws a heading, or a preset as a tile with its icon, its name and a few words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRect(option.rect)
        if not index.data(ID_ROLE):
            painter.setFont(ui_font(11, QFont.Weight.DemiBold))
            painter.setPen(color("text_muted"))
            bottom = Qt.AlignmentFlag.AlignBottom
            painter.drawText(area.adjusted(8, 0, 0, -4), bottom, str(index.data()))
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(color("accent") if chosen else Qt.GlobalColor.transparent)
            painter.setBrush(color("accent_tint" if chosen else "hover"))
            painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 8, 8)
        tile = QRect(area.left() + 8, area.top() + (area.height() - _TILE) // 2, _TILE, _TILE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent_strong" if chosen else "hover"))
        painter.drawRoundedRect(tile, 7, 7)
        ratio = option.widget.devicePixelRatioF()
        token = "on_accent" if chosen else "text_secondary"
        drawn = pixmap(str(index.data(ICON_ROLE)), token, 16, ratio)
        painter.drawPixmap(tile.left() + 7, tile.top() + 7, drawn)
        words = area.adjusted(8 + _TILE + 10, 7, -8, -7)
        self._line(painter, words, str(index.data()), QFont.Weight.DemiBold, 13, "text", top=True)
        summary = str(index.data(SUMMARY_ROLE) or "")
        self._line(painter, words, summary, QFont.Weight.Normal, 12, "text_secondary", top=False)
        painter.restore()

    @staticmethod
    def _line(
        painter: QPainter,
        area: QRect,
        text: str,
        weight: QFont.Weight,
        size: int,
        token: str,
        *,
        top: bool,
    ) -> None:
        painter.setFont(ui_font(size, weight))
        painter.setPen(color(token))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        flag = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom
        painter.drawText(area, flag | Qt.AlignmentFlag.AlignLeft, shown)
