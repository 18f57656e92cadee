"""The presets by group, with a search, and the way to a task by hand."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from cnet_agent.model.preset import Preset
from cnet_agent.model.spec import Kind
from cnet_ui.dialogs.preset_delegate import ROW, SUMMARY_ROLE, PresetDelegate
from cnet_ui.icons import FALLBACK, exists
from cnet_ui.models.roles import ICON_ROLE, ID_ROLE
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.leading_icon import lead

WIDTH = 268
BY_HAND = "by hand"  # no id of a preset holds a space
CONTAINER = "container by hand"
HANDS: dict[str, Kind] = {BY_HAND: "process", CONTAINER: "container"}
_HEADING = 26  # pixels


def hand_of(kind: Kind) -> str:
    """Return the form by hand for a kind of task."""
    return next(hand for hand, of in HANDS.items() if of == kind)


class PresetGallery(QFrame):
    """One preset is chosen, or a task by hand; ``chosen`` carries its id or ``BY_HAND``.

    Groups are those of the presets, the built-in ones first; in each, what was used last is first.
    """

    chosen = Signal(str)
    add = Signal()  # a preset
    bring = Signal()  # a preset from a file
    menu_wanted = Signal(QPoint)  # for what is chosen, at a place on the screen

    def __init__(self, presets: Sequence[Preset], used: Mapping[str, float]) -> None:
        super().__init__()
        self.setObjectName("gallery")
        self.setFixedWidth(WIDTH)
        self._presets: list[Preset] = []
        self._used = dict(used)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 14, 12, 8)
        column.setSpacing(8)
        self._search = _Search()
        self._search.setPlaceholderText(self.tr("Find a preset"))
        self._search.setAccessibleName(self.tr("Find a preset"))
        lead(self._search, "search")
        self._search.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Presets"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(PresetDelegate(self.list))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._want_menu)
        self._search.for_list = self.list
        self._nothing = label(self.tr("No preset has these words."), tone="muted", wrap=True)
        self._nothing.hide()
        column.addWidget(self._search)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addLayout(self._make_foot())
        self.set_presets(presets)
        self.list.currentItemChanged.connect(self._changed)

    @property
    def current(self) -> str:
        """The id of what is chosen."""
        return str(self.list.currentItem().data(ID_ROLE))

    def choose(self, preset_id: str) -> None:
        """Choose a preset, the first one if there is none of that id."""
        items = [self.list.item(row) for row in range(self.list.count())]
        found = [item for item in items if item.data(ID_ROLE) == preset_id]
        own = [item for item in items if item.data(ID_ROLE) and item.data(ID_ROLE) not in HANDS]
        item = (found or own or items[1:])[0]
        self.list.setCurrentItem(item)
        self.list.scrollToItem(item)

    def set_presets(self, presets: Sequence[Preset]) -> None:
        """Show ``presets``; what is chosen stays so if it is still there."""
        current = self.list.currentItem()
        before = str(current.data(ID_ROLE)) if current is not None else ""
        scrolled = self.list.verticalScrollBar().value()
        self._presets = list(presets)
        self.list.blockSignals(True)
        self.list.clear()
        self._fill()
        if before:
            self.choose(before)
        self.list.blockSignals(False)
        self.list.verticalScrollBar().setValue(scrolled)
        self._filter(self._search.text())
        if before and self.current != before:
            self.chosen.emit(self.current)

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(4)
        add = Button(self.tr("New preset…"), icon_name="plus", kind="link")
        add.setObjectName("new-preset")
        add.clicked.connect(self.add)
        bring = Button(self.tr("Import…"), icon_name="upload", kind="link")
        bring.setObjectName("import-preset")
        bring.clicked.connect(self.bring)
        foot.addWidget(add)
        foot.addStretch(1)
        foot.addWidget(bring)
        return foot

    def _fill(self) -> None:
        for heading, presets in groupby(self._in_order(), key=self._heading):
            self._add_heading(heading)
            for preset in presets:
                name = preset.icon if exists(preset.icon) else FALLBACK
                self._add_item(preset.id, preset.name, preset.summary, name)
        self._add_heading(self.tr("By hand"))
        summary = self.tr("a command, with every setting")
        self._add_item(BY_HAND, self.tr("Process"), summary, "square-terminal")
        self._add_item(CONTAINER, self.tr("Container"), self.tr("an image, in Docker"), "box")

    def _in_order(self) -> list[Preset]:
        """Return the presets by group, in the order of the agent's, in each the last used first."""
        headings = list(dict.fromkeys(self._heading(preset) for preset in self._presets))
        return sorted(
            self._presets,
            key=lambda preset: (
                headings.index(self._heading(preset)),
                -self._used.get(preset.id, 0.0),
            ),
        )

    def _heading(self, preset: Preset) -> str:
        if preset.builtin:
            return preset.category
        if preset.category in ("", Preset.model_fields["category"].default):
            return self.tr("Your presets")
        return self.tr("{group} · yours").format(group=preset.category)

    def _add_heading(self, text: str) -> None:
        heading = QListWidgetItem(text)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setSizeHint(QSize(0, _HEADING))
        self.list.addItem(heading)

    def _add_item(self, key: str, name: str, summary: str, icon_name: str) -> None:
        item = QListWidgetItem(name)
        item.setData(ID_ROLE, key)
        item.setData(ICON_ROLE, icon_name)
        item.setData(SUMMARY_ROLE, summary)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, summary)
        item.setSizeHint(QSize(0, ROW))
        self.list.addItem(item)

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        groups = {preset.id: self._heading(preset) for preset in self._presets}
        found: list[QListWidgetItem] = []
        heading: QListWidgetItem | None = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            key = item.data(ID_ROLE)
            if not key:
                heading = item
                item.setHidden(bool(words))
                continue
            whole = f"{item.text()} {item.data(SUMMARY_ROLE)} {groups.get(key, '')}".casefold()
            matches = all(word in whole for word in words)
            item.setHidden(not matches)
            if matches:
                found.append(item)
                if heading is not None:
                    heading.setHidden(False)
        self._nothing.setVisible(not found)
        current = self.list.currentItem()
        if words and found and (current is None or current.isHidden()):
            self.list.setCurrentItem(found[0])

    def _changed(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(ID_ROLE):
            self.chosen.emit(str(item.data(ID_ROLE)))

    def _want_menu(self, at: QPoint) -> None:
        item = self.list.itemAt(at) or self.list.currentItem()
        if item is not None and item.data(ID_ROLE):
            self.list.setCurrentItem(item)
            self.menu_wanted.emit(self.list.viewport().mapToGlobal(at))


class _Search(QLineEdit):
    """Lets one go up and down the list while one searches."""

    for_list: QListWidget

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.for_list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)
