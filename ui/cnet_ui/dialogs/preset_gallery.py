"""The presets by category, with a search."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from cnet_agent.model.preset import Preset
from cnet_ui.icons import FALLBACK, exists, icon, pixmap
from cnet_ui.models.roles import ICON_ROLE, ID_ROLE
from cnet_ui.theme import color, ui_font

WIDTH = 268
_SUMMARY_ROLE = Qt.ItemDataRole.UserRole + 20
_ROW, _HEADING, _TILE = 48, 26, 30

Index = QModelIndex | QPersistentModelIndex


class PresetGallery(QFrame):
    """One preset is chosen; ``chosen`` carries its id."""

    chosen = Signal(str)

    def __init__(self, presets: Sequence[Preset]) -> None:
        super().__init__()
        self.setObjectName("gallery")
        self.setFixedWidth(WIDTH)
        self._presets = list(presets)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 14, 12, 12)
        column.setSpacing(8)
        self._search = _Search()
        self._search.setPlaceholderText(self.tr("Find a preset"))
        self._search.setAccessibleName(self.tr("Find a preset"))
        self._search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._search.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Presets"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(_PresetDelegate(self.list))
        self._search.for_list = self.list
        column.addWidget(self._search)
        column.addWidget(self.list, 1)
        self._fill()
        self.list.currentItemChanged.connect(self._changed)

    @property
    def current(self) -> str:
        """The id of what is chosen."""
        return str(self.list.currentItem().data(ID_ROLE))

    def choose(self, preset_id: str) -> None:
        """Choose a preset, the first one if there is none of that id."""
        items = [self.list.item(row) for row in range(self.list.count())]
        found = [item for item in items if item.data(ID_ROLE) == preset_id]
        first = next(item for item in items if item.data(ID_ROLE))
        self.list.setCurrentItem(found[0] if found else first)

    def _fill(self) -> None:
        for category, presets in groupby(self._presets, key=lambda preset: preset.category):
            heading = QListWidgetItem(category)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setSizeHint(QSize(0, _HEADING))
            self.list.addItem(heading)
            for preset in presets:
                item = QListWidgetItem(preset.name)
                item.setData(ID_ROLE, preset.id)
                item.setData(ICON_ROLE, preset.icon if exists(preset.icon) else FALLBACK)
                item.setData(_SUMMARY_ROLE, preset.summary)
                item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, preset.summary)
                item.setSizeHint(QSize(0, _ROW))
                self.list.addItem(item)

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        by_id = {preset.id: preset for preset in self._presets}
        found = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            preset = by_id.get(item.data(ID_ROLE))
            whole = f"{preset.name} {preset.summary} {preset.category}" if preset else ""
            matches = all(word in whole.casefold() for word in words)
            item.setHidden(bool(words) and not (preset and matches))
            if preset and matches and found is None:
                found = item
        if words and found is not None and self.list.currentItem().isHidden():
            self.list.setCurrentItem(found)

    def _changed(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(ID_ROLE):
            self.chosen.emit(str(item.data(ID_ROLE)))


class _Search(QLineEdit):
    """Lets one go up and down the list while one searches."""

    for_list: QListWidget

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.for_list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)


class _PresetDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
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
        summary = str(index.data(_SUMMARY_ROLE) or "")
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
