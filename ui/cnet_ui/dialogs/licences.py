"""The licences of what the console is made of, in a sheet one can read and search."""

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from cnet_ui.background import spawn
from cnet_ui.licences import Component, components
from cnet_ui.theme import mono_font
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.rows import RowDelegate
from cnet_ui.widgets.sheet import Sheet
from cnet_ui.widgets.sheet_foot import SheetFoot
from cnet_ui.widgets.sheet_head import SheetHead

SIZE = QSize(940, 620)
_LIST = 268  # pixels


class LicencesDialog(Sheet):
    """A list of components at the left, the text of the chosen one at the right."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, SIZE, self.tr("Licences"))
        self._found: Sequence[Component] = ()
        self.body.addWidget(SheetHead(self, self.tr("Licences")))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._make_list())
        middle.addLayout(self._make_text(), 1)
        self.body.addLayout(middle, 1)
        self.body.addWidget(self._make_footer())
        self.first = self.search
        spawn(self._load(), self)

    def _make_list(self) -> QFrame:
        side = QFrame()
        side.setObjectName("gallery")
        side.setFixedWidth(_LIST)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 14, 12, 12)
        column.setSpacing(8)
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Find a component"))
        self.search.setPlaceholderText(self.tr("Find a component"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Components"))
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda *_: self._show())
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        return side

    def _make_text(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(24, 16, 16, 16)
        column.setSpacing(4)
        self._name = label("", "heading")
        self._licence = label("", tone="secondary", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.text.setProperty("role", "code")
        self.text.setReadOnly(True)
        self.text.setFont(mono_font())
        self.text.setTabChangesFocus(True)
        column.addWidget(self._name)
        column.addWidget(self._licence)
        column.addSpacing(8)
        column.addWidget(self.text, 1)
        return column

    def _make_footer(self) -> SheetFoot:
        self._count = label("", tone="secondary")
        close = Button(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        return SheetFoot(close, said=self._count)

    async def _load(self) -> None:
        self._name.setText(self.tr("Reading…"))
        self._found = await asyncio.to_thread(components)
        for each in self._found:
            item = QListWidgetItem(f"{each.name} {each.version}".strip())
            item.setSizeHint(QSize(0, 30))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._count.setText(self.tr("Components: {count}").format(count=len(self._found)))

    def _filter(self, text: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(text.casefold() not in item.text().casefold())

    def _show(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            shown = self._found[row]
            self._name.setText(f"{shown.name} {shown.version}".strip())
            self._licence.setText(shown.licence or self.tr("Its package names no licence."))
            self.text.setPlainText(shown.text or self.tr("Its package brings no text."))
