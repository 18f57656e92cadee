"""The header of a log: search, what is shown, and what can be done with all of it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QWidget

from cnet_agent.model.log_level import Level
from cnet_ui.log_options import log_options
from cnet_ui.models.log_find import LogFind, Wanted
from cnet_ui.models.log_lines import LineFilter
from cnet_ui.widgets.buttons import IconButton
from cnet_ui.widgets.drop_down import DropDown
from cnet_ui.widgets.labels import Elided, set_tone
from cnet_ui.widgets.leading_icon import lead
from cnet_ui.words import NONE, level_word, stream_word

STREAMS = ("stdout", "stderr")


class LogBar(QFrame):
    """Says what a person wants of a log; the view does it."""

    find_changed = Signal(object)  # Wanted
    step = Signal(int)  # to the next place (1) or the one before (-1)
    filter_changed = Signal(object)  # LineFilter
    attempt_chosen = Signal(int)
    copy_wanted = Signal()
    save_wanted = Signal()
    folder_wanted = Signal()
    left = Signal()  # Escape: the keyboard goes back to the log

    def __init__(self, *, filters: bool) -> None:
        super().__init__()
        self.setObjectName("head")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 7, 8, 7)
        self.row.setSpacing(2)
        self._make_search()
        self.row.addStretch(1)
        self._offered = (0, 0)  # attempts, and the current one
        self._attempts = self._make_attempts()
        self._make_filter()
        self._filter_button.setVisible(filters)
        self._times = self._option("times", "clock", self.tr("Show times"))
        self._wrap = self._option("wrap", "wrap-text", self.tr("Wrap long lines"))
        for name, word, signal in (
            ("copy", self.tr("Copy what is selected, or everything"), self.copy_wanted),
            ("download", self.tr("Save the log…"), self.save_wanted),
            ("folder-open", self.tr("Open the folder of the log"), self.folder_wanted),
        ):
            button = IconButton(name, word)
            button.clicked.connect(signal)
            self.row.addWidget(button)
        self._folder = button
        self.show_folder(False, "")
        log_options().changed.connect(self._take_options)

    # -- what the view tells ------------------------------------------------------------------

    def show_found(self, find: LogFind) -> None:
        """Say how many places were found, which is the current one, or what is wrong."""
        bad = bool(find.problem)
        if not find.wanted.text:
            text = ""
        elif bad:
            text = find.problem
            text = self.tr("Takes too long") if text == "takes too long" else text.capitalize()
        elif not find.matches:
            text = self.tr("Searching…") if find.is_busy else self.tr("No match")
        else:
            total = f"{len(find.matches):,}" + ("+" if find.is_capped else "")
            text = self.tr("{position} of {total}").format(
                position=f"{find.position:,}" if find.position else NONE, total=total
            )
        self._found.set_text(text)
        set_tone(self._found, "tone", "bad" if bad else "secondary")
        set_tone(self.search, "wrong", bad)
        for button in (self._previous, self._next):
            button.setEnabled(bool(find.matches))

    def show_attempts(self, count: int, current: int) -> None:
        """Offer the attempts of a task, where there are several."""
        if (count, current) == self._offered:
            return
        self._offered = (count, current)
        self._attempts.blockSignals(True)
        self._attempts.clear()
        for number in range(1, count + 1):
            self._attempts.addItem(self.tr("Attempt {number}").format(number=number), number)
        self._attempts.setCurrentIndex(current - 1)
        self._attempts.blockSignals(False)
        self._attempts.setVisible(count > 1)

    def show_filter(self, chosen: LineFilter) -> None:
        """Show which lines are chosen."""
        for level, action in self._levels.items():
            action.setChecked(level in chosen.levels)
        for stream, action in self._streams.items():
            action.setChecked(stream in chosen.streams)
        self._filter_button.setChecked(not chosen.is_off)

    def show_folder(self, can_open: bool, why_not: str) -> None:
        """Say whether the folder of the log can be opened, and if not, why."""
        self._folder.setEnabled(can_open)
        self._folder.setToolTip(why_not or self._folder.accessibleName())

    def begin_search(self) -> None:
        """Put the keyboard into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # -- search -------------------------------------------------------------------------------

    def _make_search(self) -> None:
        self.search = QLineEdit()
        self.search.setObjectName("log-search")
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search in the log"))
        lead(self.search, "search")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(110)
        self.search.setMaximumWidth(280)
        self.search.textChanged.connect(lambda _: self._find())
        self.search.installEventFilter(self)
        self._found = Elided("", "small", "secondary")
        self._found.setMinimumWidth(78)
        self._found.setMaximumWidth(170)
        self._previous = IconButton("chevron-up", self.tr("Previous match (Shift+F3)"))
        self._next = IconButton("chevron-down", self.tr("Next match (F3)"))
        self._previous.clicked.connect(lambda: self.step.emit(-1))
        self._next.clicked.connect(lambda: self.step.emit(1))
        self.row.addWidget(self.search, 30)
        self.row.addSpacing(6)
        self.row.addWidget(self._previous)
        self.row.addWidget(self._next)
        self._case = self._option("case", "case-sensitive", self.tr("Capitals matter"))
        self._pattern = self._option("pattern", "regex", self.tr("Regular expression"))
        self.row.addSpacing(6)
        self.row.addWidget(self._found, 10)  # last, so that an empty one is no gap
        self.show_found(LogFind(Wanted()))

    def _find(self) -> None:
        options = log_options()
        wanted = Wanted(self.search.text(), options.is_on("case"), options.is_on("pattern"))
        self.find_changed.emit(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go to the next place with Enter, and back to the log with Escape."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            keys = Qt.Key
            if event.key() in (keys.Key_Return, keys.Key_Enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.step.emit(-1 if back else 1)
                return True
            if event.key() == keys.Key_Escape:
                self.search.clear()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    # -- what is shown ------------------------------------------------------------------------

    def _make_attempts(self) -> DropDown:
        made = DropDown()
        made.setObjectName("log-attempts")
        made.setAccessibleName(self.tr("Attempt"))
        made.setFixedWidth(118)
        made.currentIndexChanged.connect(lambda index: self.attempt_chosen.emit(index + 1))
        made.hide()
        self.row.addWidget(made)
        return made

    def _make_filter(self) -> None:
        self._filter_button = IconButton("list-filter", self.tr("Filter lines"), checkable=True)
        self._filter_button.setObjectName("log-filter")
        menu = QMenu(self._filter_button)
        menu.setAccessibleName(self.tr("Filter lines"))
        self._levels = {level: self._choice(menu, level_word(level)) for level in Level}
        menu.addSeparator()
        self._streams = {stream: self._choice(menu, stream_word(stream)) for stream in STREAMS}
        self._levels[Level.INFO].setToolTip(self.tr("Lines that name no level count as Info."))
        self._filter_button.clicked.connect(lambda: self._open_filter(menu))
        self.row.addWidget(self._filter_button)

    def _choice(self, menu: QMenu, word: str) -> QAction:
        action = menu.addAction(word)
        action.setCheckable(True)
        action.setChecked(True)
        action.triggered.connect(lambda: self.filter_changed.emit(self._chosen()))
        return action

    def _chosen(self) -> LineFilter:
        return LineFilter(
            frozenset(level for level, action in self._levels.items() if action.isChecked()),
            frozenset(stream for stream, action in self._streams.items() if action.isChecked()),
        )

    def _open_filter(self, menu: QMenu) -> None:
        self._filter_button.setChecked(not self._chosen().is_off)
        menu.popup(self._filter_button.mapToGlobal(self._filter_button.rect().bottomLeft()))

    def _option(self, name: str, icon_name: str, word: str) -> IconButton:
        button = IconButton(icon_name, word, checkable=True)
        button.setChecked(log_options().is_on(name))
        button.toggled.connect(lambda on: log_options().choose(name, on=on))
        self.row.addWidget(button)
        return button

    def _take_options(self) -> None:
        options = log_options()
        for name, button in (
            ("times", self._times),
            ("wrap", self._wrap),
            ("case", self._case),
            ("pattern", self._pattern),
        ):
            button.setChecked(options.is_on(name))
        self._find()

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the end, for what the log is of."""
        self.row.addSpacing(4)
        self.row.addWidget(widget)
