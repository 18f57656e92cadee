"""What one narrows the list of tasks with: a search, chips of states, kinds and labels."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QWidget

from cnet_agent.model.phase import Status
from cnet_ui.models.task_filter import TaskFilter, words_of
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.leading_icon import lead
from cnet_ui.widgets.popup import popup
from cnet_ui.words import kind_word, status_word

ALL = "all"
CHIPS = (Status.RUNNING, Status.PENDING, Status.COMPLETED, Status.FAILED, Status.STOPPED)
KINDS = ("process", "container", "vm", "ml")
WIDE = 980  # pixels, from where the kind has room for its word
MOST_LABELS = 40  # a longer menu is no help

Label = tuple[str, str]


class TaskFilterBar(QWidget):
    """Makes a ``TaskFilter``; ``changed`` carries it.

    ``labels`` is asked for the labels there are when one opens the menu.
    """

    changed = Signal(object)
    columns_wanted = Signal(QPoint)
    refresh_wanted = Signal()

    def __init__(self, labels: Callable[[], Iterable[Label]]) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._labels = labels
        self.filter = TaskFilter()
        self.search = _Search(self.tr("Filter the tasks"))
        self.search.setObjectName("task-search")
        self.search.setPlaceholderText(self.tr("Filter the list"))
        where = self.tr("In name, command, arguments, id and labels; every word must be found")
        self.search.setAccessibleDescription(where)
        self.search.setToolTip(where)
        self.search.setMaximumWidth(290)
        self.search.setMinimumWidth(130)
        self.search.textChanged.connect(self._search_for)
        words = [(ALL, self.tr("All"))] + [(status, status_word(status)) for status in CHIPS]
        self.chips = Choices(words, self.tr("Status"))
        self.chips.chosen.connect(self._choose_status)
        self._more = Button("", icon_name="funnel")
        self._more.setObjectName("task-kinds")
        self._more.clicked.connect(self._show_more)
        self._more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.columns = IconButton("columns-3", self.tr("Choose columns"))
        self.columns.clicked.connect(
            lambda: self.columns_wanted.emit(self.columns.mapToGlobal(QPoint(0, 32)))
        )
        self.refresh = IconButton("refresh-cw", self.tr("Read the tasks again"))
        self.refresh.clicked.connect(self.refresh_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 20)
        row.addWidget(self.chips)
        row.addWidget(self._more)
        row.addStretch(1)
        row.addWidget(self.columns)
        row.addWidget(self.refresh)
        self._say_more()

    def show_counts(self, counts: Counter[Status]) -> None:
        """Show how many tasks each chip would show."""
        self.chips.set_word(ALL, f"{self.tr('All')} {short(counts.total())}")
        for status in CHIPS:
            self.chips.set_word(status, f"{status_word(status)} {short(counts[status])}")

    def clear(self) -> None:
        """Let everything through."""
        self.chips.choose(ALL)
        self._use(TaskFilter())
        self.search.clear()
        self._say_more()

    def take_over(self, before: "TaskFilterBar") -> None:
        """Let through what another bar let through."""
        self.search.setText(before.search.text())
        self.chips.choose(before.chips.current)
        self._use(before.filter)
        self._say_more()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show the kind's word where there is room for it."""
        super().resizeEvent(event)
        self._say_more()

    def _search_for(self, text: str) -> None:
        self._use(replace(self.filter, words=words_of(text)))

    def _choose_status(self, key: str) -> None:
        self._use(replace(self.filter, status=None if key == ALL else Status(key)))

    def _choose_kind(self, kind: str) -> None:
        self._use(replace(self.filter, kind=kind))
        self._say_more()

    def _choose_label(self, chosen: Label | None) -> None:
        self._use(replace(self.filter, label=chosen))
        self._say_more()

    def _use(self, wanted: TaskFilter) -> None:
        if wanted != self.filter:
            self.filter = wanted
            self.changed.emit(wanted)

    def _say_more(self) -> None:
        """Say which kinds and labels are shown."""
        parts = [kind_word(self.filter.kind)] if self.filter.kind else []
        if self.filter.label is not None:
            parts.append("=".join(self.filter.label))
        text = " · ".join(parts) or self.tr("All types")
        if len(text) > 24:
            text = text[:23] + "…"
        self._more.setText(text if parts or self.width() >= WIDE else "")
        self._more.setAccessibleName(self.tr("Types and labels: {shown}").format(shown=text))
        self._more.setToolTip(self._more.accessibleName())

    def _show_more(self) -> None:
        menu = QMenu(self)
        kinds = QActionGroup(menu)
        for kind in ("", *KINDS):
            word = kind_word(kind) if kind else self.tr("All types")
            action = self._add(menu, kinds, word, is_chosen=kind == self.filter.kind)
            action.triggered.connect(lambda _=False, kind=kind: self._choose_kind(kind))
        found = list(self._labels())[:MOST_LABELS]
        if found or self.filter.label is not None:
            menu.addSeparator()
            labels = QActionGroup(menu)
            for each in (None, *found):
                word = "=".join(each) if each else self.tr("All labels")
                action = self._add(menu, labels, word, is_chosen=each == self.filter.label)
                action.triggered.connect(lambda _=False, each=each: self._choose_label(each))
        popup(menu, self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))

    @staticmethod
    def _add(menu: QMenu, group: QActionGroup, word: str, *, is_chosen: bool) -> QAction:
        action = menu.addAction(word.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(is_chosen)
        group.addAction(action)
        return action


class _Search(QLineEdit):
    """Escape empties it, then leaves it; the arrow down leaves it as well."""

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._icon = lead(self, "list-filter")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def short(count: int) -> str:
    """Return a count that takes little room: ``950``, ``9.8k``, ``12k``."""
    if count < 1000:
        return str(count)
    thousands = count / 1000
    return f"{int(thousands * 10) / 10:.1f}k" if count < 10_000 else f"{int(thousands)}k"
