"""The list of the sections at the left of the settings page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from cnet_ui.icons import SIZE, pixmap
from cnet_ui.models.roles import ICON_ROLE, ID_ROLE, MUTED_ROLE
from cnet_ui.theme import color, ui_font

WIDTH = 208
_ROW = 36

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """A section as the list shows it."""

    key: str
    word: str
    icon_name: str


class Contents(QListWidget):
    """Names of sections; ``chosen`` carries the key of one."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for entry in entries:
            item = QListWidgetItem(entry.word)
            item.setData(ID_ROLE, entry.key)
            item.setData(ICON_ROLE, entry.icon_name)
            self.addItem(item)
        self.setCurrentRow(0)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.current))
        self.itemClicked.connect(lambda _: self.chosen.emit(self.current))

    @property
    def current(self) -> str:
        """The key of what is chosen."""
        return str(self.currentItem().data(ID_ROLE))

    def choose(self, key: str) -> None:
        """Choose a section."""
        for row in range(self.count()):
            if self.item(row).data(ID_ROLE) == key:
                self.setCurrentRow(row)

    def show_hits(self, hits: Mapping[str, int] | None) -> None:
        """Show where a search found something, None if there is no search."""
        for row in range(self.count()):
            item = self.item(row)
            item.setData(MUTED_ROLE, hits is not None and not hits[str(item.data(ID_ROLE))])


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        states = QStyle.StateFlag
        chosen = bool(option.state & states.State_Selected)
        muted = bool(index.data(MUTED_ROLE))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(1, 1, -1, -2)
        focused = chosen and option.widget.hasFocus()
        painter.setPen(color("accent") if focused else Qt.PenStyle.NoPen)
        hovered = bool(option.state & states.State_MouseOver)
        ground = "accent_tint" if chosen else "hover"
        is_marked = (chosen and not muted) or hovered
        painter.setBrush(color(ground) if is_marked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 7, 7)
        plain = "text_muted" if muted else "text_secondary"
        picture = "accent" if chosen and not muted else plain
        drawn = pixmap(index.data(ICON_ROLE), picture, SIZE, option.widget.devicePixelRatioF())
        painter.drawPixmap(option.rect.left() + 11, option.rect.top() + (_ROW - SIZE) // 2, drawn)
        painter.setFont(ui_font(weight=QFont.Weight.Normal if muted else QFont.Weight.DemiBold))
        painter.setPen(color("text" if chosen and not muted else plain))
        text = option.rect.adjusted(37, 0, -8, 0)
        shown = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _: Index) -> QSize:  # noqa: N802
        return QSize(option.rect.width(), _ROW)
