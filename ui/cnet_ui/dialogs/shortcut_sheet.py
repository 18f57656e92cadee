"""The sheet of shortcuts: every key there is, by group, with a search."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cnet_ui.widgets.card import plain
from cnet_ui.widgets.keys import KeyCap, key_words
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.leading_icon import lead
from cnet_ui.widgets.sheet import Sheet
from cnet_ui.widgets.sheet_head import SheetHead

SIZE = QSize(560, 560)


@dataclass(frozen=True, slots=True)
class ShortcutLine:
    """One line: the keys for people, what they do, and to which group they belong."""

    keys: str
    words: str
    group: str


class ShortcutSheet(Sheet):
    """Lists shortcuts; those of a group stand together in ``lines``."""

    def __init__(self, window: QWidget, lines: Sequence[ShortcutLine]) -> None:
        super().__init__(window, SIZE, self.tr("Keyboard shortcuts"))
        self._lines: list[tuple[str, QWidget]] = []
        self._groups: list[tuple[QLabel, list[QWidget]]] = []
        head = self._make_head()
        self.body.addWidget(head)
        self.setTabOrder(self._search, head.cross)
        self._nothing = label("", tone="muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setFixedHeight(60)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(self.tr("Shortcuts"))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._make_lines(lines))
        self._scroll.viewport().setAutoFillBackground(False)
        self.body.addWidget(self._scroll, 1)
        self.first = self._search
        self._filter("")

    def _make_head(self) -> SheetHead:
        head = SheetHead(self, self.tr("Keyboard shortcuts"))
        self._search = QLineEdit()
        self._search.setObjectName("shortcut-search")
        self._search.setPlaceholderText(self.tr("Find a shortcut"))
        self._search.setAccessibleName(self.tr("Find a shortcut"))
        lead(self._search, "search")
        self._search.setFixedWidth(220)
        self._search.textChanged.connect(self._filter)
        head.row.addWidget(self._search)
        return head

    def _make_lines(self, lines: Sequence[ShortcutLine]) -> QWidget:
        holder = plain()
        column = QVBoxLayout(holder)
        column.setContentsMargins(24, 10, 24, 18)
        column.setSpacing(0)
        column.addWidget(self._nothing)
        for group, members in groupby(lines, key=lambda line: line.group):
            heading = label(group, "section")
            heading.setContentsMargins(0, 12, 0, 6)
            column.addWidget(heading)
            shown = []
            for line in members:
                row = self._make_line(line)
                column.addWidget(row)
                shown.append(row)
                self._lines.append((f"{line.words} {line.keys} {group}".casefold(), row))
            self._groups.append((heading, shown))
        column.addStretch(1)
        return holder

    def _make_line(self, line: ShortcutLine) -> QWidget:
        row = QFrame()
        row.setProperty("plain", True)
        row.setFixedHeight(30)
        row.setAccessibleName(f"{line.words}: {line.keys}")
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(label(line.words), 1)
        across.addWidget(KeyCap(key_words(line.keys)))
        return row

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for whole, row in self._lines:
            row.setVisible(all(word in whole for word in words))
        for heading, rows in self._groups:
            heading.setVisible(any(not row.isHidden() for row in rows))
        nothing = all(row.isHidden() for _, row in self._lines)
        self._nothing.setText(self.tr("No shortcut is called “{text}”.").format(text=text.strip()))
        self._nothing.setVisible(nothing)
