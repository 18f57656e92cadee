"""The left of the logs page: whose lines, of which level, since when, with which text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from cnet_agent.model.log_level import Level
from cnet_ui.icons import pixmap
from cnet_ui.models.log_sources import HUE_ROLE, MOST, LogSources, SourceFilter
from cnet_ui.models.roles import ID_ROLE
from cnet_ui.theme import color, ui_font
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.drop_down import DropDown
from cnet_ui.widgets.labels import label, rule
from cnet_ui.widgets.leading_icon import lead
from cnet_ui.widgets.log_formats import HUES
from cnet_ui.words import level_word

WIDTH = 224
ROW = 28
_BOX = 16
Index = QModelIndex | QPersistentModelIndex


class LogFilters(Card):
    """Asks what to show. ``changed``: of whom, since when, or with which text."""

    changed = Signal()
    levels_changed = Signal()

    def __init__(self, sources: LogSources) -> None:
        super().__init__(padding=14)
        self.setFixedWidth(WIDTH)
        self._sources = sources
        self._make_sources()
        self.body.addWidget(rule())
        self._make_levels()
        self.body.addWidget(rule())
        self._make_time()
        self._make_text()
        sources.chosen_changed.connect(self._chosen_changed)
        self._chosen_changed()

    @property
    def levels(self) -> frozenset[Level]:
        """The levels that are chosen."""
        return frozenset(level for level, box in self._levels.items() if box.isChecked())

    @property
    def window_seconds(self) -> float | None:
        """How far back to look, None for as far as logs are kept."""
        return self._time.currentData() or None

    @property
    def text(self) -> str:
        """What to search all logs for."""
        return self._text.text().strip()

    def take_over(self, before: "LogFilters") -> None:
        """Ask for what other filters asked for."""
        for level, box in self._levels.items():
            box.setChecked(level in before.levels)
        theirs = before._time, before._text, before._find  # noqa: SLF001 - filters as these
        self._time.setCurrentIndex(theirs[0].currentIndex())
        self._text.setText(theirs[1].text())
        self._find.setText(theirs[2].text())

    def begin_search(self) -> None:
        """Put the keyboard into the search of all logs."""
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._text.selectAll()

    # -- parts --------------------------------------------------------------------------------

    def _make_sources(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Sources"), "heading"))
        head.addStretch(1)
        self._clear = Button(self.tr("Clear"), kind="link")
        self._clear.setAccessibleName(self.tr("Choose no source"))
        self._clear.clicked.connect(
            lambda: self._sources.choose([each.id for each in self._sources.chosen], on=False)
        )
        head.addWidget(self._clear)
        self.body.addLayout(head)
        self._find = find = QLineEdit()
        find.setObjectName("source-search")
        find.setPlaceholderText(self.tr("Find a task"))
        find.setAccessibleName(self.tr("Find a source"))
        lead(find, "list-filter")
        self._shown = SourceFilter(self._sources, self)
        find.textChanged.connect(self._shown.show_text)
        self.body.addWidget(find)
        self.list = _SourceView()
        self.list.setModel(self._shown)
        self.list.setAccessibleName(self.tr("Sources"))
        self.list.toggled.connect(self._toggle)
        self.body.addWidget(self.list, 1)

    def _make_levels(self) -> None:
        self.body.addWidget(label(self.tr("Level"), "heading"))
        self._levels: dict[Level, QCheckBox] = {}
        boxes = QVBoxLayout()
        boxes.setSpacing(0)
        for level in Level:
            box = QCheckBox(level_word(level))
            box.setObjectName(f"level-{level}")
            box.setAccessibleName(level_word(level))
            box.setChecked(True)
            box.toggled.connect(lambda _: self.levels_changed.emit())
            self._levels[level] = box
            boxes.addWidget(box)
        self.body.addLayout(boxes)
        self._levels[Level.INFO].setToolTip(self.tr("Lines that name no level count as Info."))

    def _make_time(self) -> None:
        self.body.addWidget(label(self.tr("Time and text"), "heading"))
        self._time = DropDown()
        self._time.setObjectName("log-time")
        self._time.setAccessibleName(self.tr("Time"))
        for word, seconds in (
            (self.tr("Last 15 minutes"), 900.0),
            (self.tr("Last hour"), 3600.0),
            (self.tr("Last 24 hours"), 86400.0),
            (self.tr("Last 7 days"), 604800.0),
            (self.tr("All that is kept"), 0.0),
        ):
            self._time.addItem(word, seconds)
        self._time.setCurrentIndex(2)
        self._time.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.body.addWidget(self._time)

    def _make_text(self) -> None:
        self._text = QLineEdit()
        self._text.setObjectName("search-all-logs")
        self._text.setToolTip(
            self.tr("Enter searches the chosen sources, or all of them where none is chosen.")
        )
        lead(self._text, "search")
        self._text.setClearButtonEnabled(True)
        self._text.returnPressed.connect(self.changed)
        self._text.textChanged.connect(self._text_changed)
        self.body.addWidget(self._text)
        self._say_scope()

    def _say_scope(self) -> None:
        """Say which logs a search looks at."""
        is_some = bool(self._sources.chosen)
        scope = self.tr("Search the chosen logs") if is_some else self.tr("Search all logs")
        self._text.setPlaceholderText(scope)
        self._text.setAccessibleName(scope)

    def _text_changed(self, text: str) -> None:
        if not text:  # back to what was shown before
            self.changed.emit()

    def _toggle(self, source_id: str) -> None:
        is_chosen = any(each.id == source_id for each in self._sources.chosen)
        self._sources.choose([source_id], on=not is_chosen)

    def _chosen_changed(self) -> None:
        self._clear.setEnabled(bool(self._sources.chosen))
        said = self.tr("No more than {count} can be shown at once.").format(count=MOST)
        self.list.setToolTip(said if self._sources.is_full else "")
        self.list.viewport().update()
        self._say_scope()
        self.changed.emit()


class _SourceView(QListView):
    """A list of which a click, Space or Enter chooses."""

    toggled = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("log-sources")
        self.setProperty("plain", True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setItemDelegate(_SourceDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setMinimumHeight(3 * ROW)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(lambda index: self.toggled.emit(str(index.data(ID_ROLE))))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.toggled.emit(str(self.currentIndex().data(ID_ROLE)))
            return
        super().keyPressEvent(event)


class _SourceDelegate(QStyledItemDelegate):
    """Draws a box, the source's colour where it is chosen, and its name."""

    def sizeHint(self, *_: object) -> QSize:  # noqa: N802 - Qt's name
        return QSize(100, ROW)

    def editorEvent(self, *_: object) -> bool:  # noqa: N802 - Qt's name
        return False  # the view chooses, wherever in the row one clicks

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, states = option.rect, QStyle.StateFlag
        has_focus = bool(option.state & states.State_HasFocus)
        if has_focus or option.state & states.State_MouseOver:
            painter.setPen(color("accent") if has_focus else Qt.GlobalColor.transparent)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(QRectF(area).adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)
        hue = index.data(HUE_ROLE)
        ratio = option.widget.devicePixelRatioF()
        box = QRect(area.left() + 4, area.top() + (ROW - _BOX) // 2, _BOX, _BOX)
        painter.setPen(color("border_strong" if hue is None else "accent_strong"))
        painter.setBrush(color("field" if hue is None else "accent_strong"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        left = box.right() + 9
        if hue is not None:
            painter.drawPixmap(box.adjusted(2, 2, -2, -2), pixmap("check", "on_accent", 12, ratio))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(HUES[hue % len(HUES)]))
            painter.drawEllipse(left, area.center().y() - 3, 8, 8)
            left += 15
        is_enabled = bool(option.state & states.State_Enabled)
        painter.setFont(
            ui_font(weight=QFont.Weight.Medium if hue is not None else ui_font().weight())
        )
        painter.setPen(
            color("text" if hue is not None else "text_secondary" if is_enabled else "text_muted")
        )
        room = area.adjusted(left - area.left(), 0, -4, 0)
        name = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.restore()
