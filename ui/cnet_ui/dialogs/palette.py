"""The command palette: one line to type, and what it finds among everything there is."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cnet_ui.command_index import CommandIndex, Search
from cnet_ui.commands import Command
from cnet_ui.models.command_rows import CommandRows, spoken
from cnet_ui.widgets.announce import announce
from cnet_ui.widgets.card import plain
from cnet_ui.widgets.command_delegate import ROW, CommandDelegate
from cnet_ui.widgets.keys import KeyCap
from cnet_ui.widgets.labels import Elided, IconLabel, label
from cnet_ui.widgets.sheet import Sheet

SIZE = QSize(640, 524)
TOP = 96  # pixels above it, where there is room


class Palette(Sheet):
    """Finds a command and runs it; ``ran`` carries the key of the one that was run.

    Args:
        window: what it lies over.
        commands: all there are; those that come first are there at once.
        recent: keys of those that were run, the last one first.
    """

    ran = Signal(str)

    def __init__(
        self, window: QWidget, commands: Iterable[Command], recent: Sequence[str] = ()
    ) -> None:
        super().__init__(window, SIZE, self.tr("Commands"))
        self._all = CommandIndex(commands, recent)
        self._index = self._all
        self._rows = CommandRows(self)
        self.body.addWidget(self._make_head())
        self.body.addWidget(self._make_list(), 1)
        self.body.addWidget(self._make_footer())
        self.first = self.query
        self._search = Search(self._index, "")
        self._is_shown = False
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._go_on)
        self._find("")

    # -- parts --------------------------------------------------------------------------------

    def _make_head(self) -> QFrame:
        head = QFrame()
        head.setObjectName("head")
        head.setFixedHeight(56)
        row = QHBoxLayout(head)
        row.setContentsMargins(22, 0, 18, 0)
        row.setSpacing(10)
        self.query = _Query(self)
        self.query.setPlaceholderText(self.tr("Search or run a command"))
        self.query.setAccessibleName(self.tr("Search or run a command"))
        self.query.textChanged.connect(self._find)
        row.addWidget(IconLabel("search", "text_secondary", 18))
        row.addWidget(self.query, 1)
        row.addWidget(KeyCap(self.tr("Esc")))
        return head

    def _make_list(self) -> QStackedWidget:
        self.list = QListView()
        self.list.setObjectName("commands")
        self.list.setProperty("plain", True)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setModel(self._rows)
        self.list.setItemDelegate(CommandDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._clicked)
        self.list.selectionModel().currentChanged.connect(self._say_current)
        self._nothing = label("", tone="muted", wrap=True)
        self._nothing.setObjectName("nothing-found")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(24, 0, 24, 0)
        holder = plain()
        around = QVBoxLayout(holder)
        around.setContentsMargins(9, 4, 9, 6)
        around.addWidget(self.list)
        self._pages = QStackedWidget()
        self._pages.addWidget(holder)
        self._pages.addWidget(self._nothing)
        return self._pages

    def _make_footer(self) -> QFrame:
        footer = QFrame()
        footer.setObjectName("footer")
        footer.setFixedHeight(38)
        row = QHBoxLayout(footer)
        row.setContentsMargins(21, 0, 21, 0)
        row.setSpacing(6)
        for keys, word in (
            ("↑ ↓", self.tr("move")),
            (self.tr("Enter"), self.tr("open")),
            (self.tr("Tab"), self.tr("more actions")),
        ):
            row.addWidget(KeyCap(keys))
            row.addWidget(label(word, "small", "secondary"))
            row.addSpacing(6)
        signs = Elided(self.tr("Type > for actions, # for tasks"), "small", "muted")
        signs.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(signs, 1)
        return footer

    # -- searching ----------------------------------------------------------------------------

    def _find(self, text: str) -> None:
        before = self._search if self._search.is_for(self._index) else None
        self._search = Search(self._index, text, before)
        self._is_shown = False
        self._slices.start()
        self._go_on()

    def _go_on(self) -> None:
        """Look at a slice; show what was found when all were, or at once before one types."""
        is_done = self._search.step()
        if is_done:
            self._slices.stop()
        if not self._is_shown and (is_done or not self.query.text().strip()):
            self._is_shown = True
            self._show()

    def _show(self) -> None:
        groups = self._search.groups()
        self._rows.show_groups(groups)
        if not groups:
            text = self.tr(
                "Nothing is called “{text}”. Pages, tasks, presets and actions were searched."
            ).format(text=self.query.text().strip())
            self._nothing.setText(text)
            announce(self.query, text)
        self._pages.setCurrentIndex(0 if groups else 1)
        self.list.scrollToTop()
        self._choose(self._rows.next_row(-1, 1))

    def show_more(self) -> None:
        """Show the further commands of the chosen one, if it has any."""
        command = self._current
        if command is None or command.more is None or self._index is not self._all:
            return
        more = list(command.more())
        if more:
            self._show_index(CommandIndex(more), command.title)

    def go_back(self) -> bool:
        """Go back from further commands to all of them; return whether there was anything to."""
        if self._index is self._all:
            return False
        self._show_index(self._all, "")
        return True

    def _show_index(self, index: CommandIndex, title: str) -> None:
        self._index = index
        place = self.tr("What to do with {title}?").format(title=title)
        self.query.setPlaceholderText(place if title else self.tr("Search or run a command"))
        self.query.blockSignals(True)  # the list is filled below, even if the text stays the same
        self.query.clear()
        self.query.blockSignals(False)
        self._find("")

    # -- moving -------------------------------------------------------------------------------

    @property
    def _current(self) -> Command | None:
        found = self._rows.found(self.list.currentIndex().row())
        return found.command if found else None

    def move_by(self, steps: int) -> None:
        """Choose the command ``steps`` below, or above; from the last one on to the first."""
        row = self.list.currentIndex().row()
        reached = self._rows.next_row(row, steps)
        if reached == row and abs(steps) == 1:
            start = -1 if steps > 0 else self._rows.rowCount()
            reached = self._rows.next_row(start, steps)
        self._choose(reached)

    def page(self, way: int) -> None:
        """Choose a command a page below (1) or above (-1)."""
        self.move_by(way * max(self.list.viewport().height() // ROW - 1, 2))

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self._rows.index(row) if row >= 0 else QModelIndex())
        if row == 1:
            self.list.scrollToTop()  # or its heading would stay out of sight

    def _say_current(self, index: QModelIndex) -> None:
        found = self._rows.found(index.row())
        if found is not None and self.isVisible():
            announce(self.query, spoken(found))

    # -- doing --------------------------------------------------------------------------------

    def run(self, *, at_once: bool = False) -> None:
        """Run the chosen command, with ``at_once`` in its quick way where it has one."""
        command = self._current
        if command is None or command.disabled:
            return
        action = command.at_once if at_once and command.at_once else command.run
        self.accept()
        self.ran.emit(command.key)
        action()

    def _clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())
        self.run()

    def reject(self) -> None:
        """Go back from further commands, else close."""
        if not self.go_back():
            super().reject()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Close where one clicks beside it."""
        super().mousePressEvent(event)
        if not self.panel.geometry().contains(event.position().toPoint()):
            super().reject()

    def _place(self) -> None:
        super()._place()
        panel = self.panel.geometry()
        panel.moveTop(min(TOP, panel.top()))
        self.panel.move(QPoint(panel.left(), panel.top()))


class _Query(QLineEdit):
    """Writes the text; the keys that move go to the list."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self.setObjectName("palette-query")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move, run, or write."""
        palette = self._palette
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Down:
                palette.move_by(1)
            case Qt.Key.Key_Up:
                palette.move_by(-1)
            case Qt.Key.Key_PageDown:
                palette.page(1)
            case Qt.Key.Key_PageUp:
                palette.page(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                palette.run(at_once=control)
            case Qt.Key.Key_Backspace if not self.text() and palette.go_back():
                pass
            case _:
                super().keyPressEvent(event)

    def focusNextPrevChild(self, next_one: bool) -> bool:  # noqa: N802 - Qt's
        """Tab shows further commands; the focus stays where one types."""
        if next_one:
            self._palette.show_more()
        return True
