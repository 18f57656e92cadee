"""The tasks of a node: filtered, sorted, and one of them in detail."""

import asyncio
import time
from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cnet_agent.model.phase import Status
from cnet_ui.background import spawn
from cnet_ui.models.task_columns import NEWEST_FIRST, Column, cell_text, heading
from cnet_ui.models.task_filter import TaskFilter, labels_of
from cnet_ui.models.task_history import TaskHistory
from cnet_ui.models.task_table import TaskTable
from cnet_ui.pages import task_offers
from cnet_ui.pages.task_actions import TaskActions, copy_text
from cnet_ui.pages.task_details import LOGS, TaskDetails
from cnet_ui.pages.task_filter_bar import TaskFilterBar
from cnet_ui.pages.task_list_foot import TaskListFoot
from cnet_ui.pages.task_menu import task_menu
from cnet_ui.session import AgentSession
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.popup import popup
from cnet_ui.widgets.preset_cards import PresetCards
from cnet_ui.widgets.row_actions import FIRST
from cnet_ui.widgets.task_table_view import TaskTableView

SLICE = 200  # rows that are written for the clipboard before the window gets its turn


class TasksPage(QWidget):
    """The list, and below it what is chosen.

    ``run_preset`` and ``open_preset`` carry the id of a preset chosen in the empty list,
    ``duplicate`` and ``save_as_preset`` that of a task from which a form is to be filled, ``serve``
    that of one which made a model.
    """

    run_preset = Signal(str)
    open_preset = Signal(str)
    duplicate = Signal(str)
    save_as_preset = Signal(str)
    serve = Signal(str, str)  # id and name

    def __init__(self, session: AgentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._wanted = ""  # a task to choose as soon as it is in the list
        self._counts: Counter[Status] = Counter()
        self.history = TaskHistory(session, self)
        self.table = TaskTable(session, self.history, self)
        self.acts = TaskActions(session, self.history, self)
        self.details = TaskDetails(session, self.history, self.acts)
        self.view = TaskTableView(self.table)
        self.bar = TaskFilterBar(lambda: labels_of(self.history.tasks.values()))
        self._search = self.bar.search
        self._chips = self.bar.chips
        self.foot = TaskListFoot()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 0, 22, 16)
        layout.setSpacing(14)
        layout.addWidget(self.bar)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setObjectName("tasks-splitter")
        self._splitter.setHandleWidth(14)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._make_list())
        self._splitter.addWidget(self.details)
        self._splitter.setSizes([330, 320])
        self.details.setMinimumHeight(200)
        self.details.hide()
        layout.addWidget(self._splitter, 1)
        self._connect()
        self._refresh()

    def choose(self, task_id: str, tab: str = LOGS) -> None:
        """Choose a task and show it, now or as soon as it is known."""
        if self.table.row_of(task_id) is None and task_id in self.history.tasks:
            self.bar.clear()  # the filter hides it
        if self.table.row_of(task_id) is None:
            self._wanted = task_id
            if task_id not in self._session.tasks and self._session.is_live:
                spawn(self.history.fetch(task_id), self)
            return
        self._wanted = ""
        self.view.choose(task_id)
        self._bring_into_view()
        self.details.show_tab(tab)

    def take_over(self, before: "TasksPage") -> None:
        """Show what another page of the same node showed."""
        if before.chosen:
            self.choose(before.chosen, before.details.tab)
            self.details.take_over(before.details)
        self.bar.take_over(before.bar)

    @property
    def chosen(self) -> str:
        """The id of the task that is chosen, empty if there is none."""
        return self.view.current_id

    # -- parts --------------------------------------------------------------------------------

    def _make_list(self) -> Card:
        card = Card(padding=1)
        card.body.setContentsMargins(1, 4, 1, 1)
        card.body.setSpacing(0)
        self._empty = PresetCards(
            self.tr("No tasks yet"),
            self.tr("Start with a preset: one click trains a model. Ctrl+N has them all."),
        )
        self._empty.setContentsMargins(22, 14, 22, 14)
        self._empty.run.connect(self.run_preset)
        self._empty.open.connect(self.open_preset)
        self._nothing = label(self.tr("No task matches the filter."), tone="muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.setMinimumSize(QSize(200, 150))
        for page in (self.view, self._empty, self._nothing):
            self._pages.addWidget(page)
        card.body.addWidget(self._pages, 1)
        card.body.addWidget(self.foot)
        return card

    def _connect(self) -> None:
        session, view = self._session, self.view
        self.bar.changed.connect(self._filter)
        self.bar.columns_wanted.connect(self._open_columns)
        self.bar.refresh_wanted.connect(lambda: spawn(session.refresh(), self))
        self.bar.search.left.connect(self._enter_list)
        view.chosen_changed.connect(self._show_chosen)
        view.opened.connect(lambda _: self.details.take_focus())
        view.menu_wanted.connect(self._open_menu)
        view.removal_wanted.connect(lambda: self.acts.remove_or_stop(view.chosen_ids))
        view.copy_wanted.connect(lambda: self.acts.do(task_offers.COPY_ROWS, view.chosen_ids))
        view.left.connect(self._close_details)
        view.acted.connect(self._act_on_row)
        view.end_neared.connect(self._go_on)
        header = view.horizontalHeader()
        header.sortIndicatorChanged.connect(lambda *_: self._look_further())
        header.customContextMenuRequested.connect(
            lambda place: self._open_columns(header.mapToGlobal(place))
        )
        self.foot.acted.connect(lambda key: self.acts.do(key, view.chosen_ids))
        self.foot.cleared.connect(view.choose_none)
        self.acts.started.connect(self.choose)
        self.acts.duplicate.connect(self.duplicate)
        self.acts.save_as_preset.connect(self.save_as_preset)
        self.acts.serve.connect(self.serve)
        self.acts.rows_wanted.connect(lambda ids: spawn(self._copy_rows(ids), self))
        self.details.started.connect(self.choose)
        self.details.opened.connect(self.choose)
        self.details.left.connect(view.setFocus)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._refresh)
        for signal in (self.table.counted, self.history.progressed, session.presets_changed):
            signal.connect(self._later.start)
        session.connection_changed.connect(self._show_bulk)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._find)

    # -- filter, order, columns ---------------------------------------------------------------

    def _filter(self, wanted: TaskFilter) -> None:
        self.table.show(wanted)
        self._look_further()
        self._refresh()

    def _look_further(self) -> None:
        """Load all tasks where those that are known are not the first ones to show."""
        column, descending = self.table.order
        if not self.bar.filter.is_open or not (descending and column in NEWEST_FIRST):
            self.history.load_all()

    def _go_on(self) -> None:
        if self.isVisible():
            self.history.load_more()

    def _open_columns(self, place: QPoint) -> None:
        menu = QMenu(self)
        for column in Column:
            if column not in (Column.NAME, Column.ACTIONS):
                action = menu.addAction(heading(column))
                action.setCheckable(True)
                action.setChecked(not self.view.isColumnHidden(column))
                action.toggled.connect(
                    lambda on, column=column: self.view.show_column(column, is_shown=on)
                )
        menu.addSeparator()
        menu.addAction(self.tr("As at first")).triggered.connect(
            lambda _=False: self.view.show_columns_as_made()
        )
        popup(menu, place)

    # -- keys and menus -----------------------------------------------------------------------

    def _find(self) -> None:
        """Search where one is: in the log of a task, or in the list."""
        here = self.focusWidget()
        if here is not None and self.details.isAncestorOf(here) and self.details.begin_search():
            return
        self._search.setFocus()
        self._search.selectAll()

    def _enter_list(self) -> None:
        self.view.setFocus()
        if not self.chosen and self.table.rowCount():
            self.view.choose(self.table.id_at(0))

    def _open_menu(self, place: QPoint) -> None:
        menu = task_menu(self.acts, self.view.chosen_ids, self)
        if self.view.pointed is not None:
            task_id, column = self.view.pointed
            text = cell_text(self.history.tasks[task_id], column, time.time())
            copy = menu.addAction(self.tr("Copy “{text}”").format(text=text.replace("&", "&&")))
            copy.triggered.connect(lambda _=False: copy_text(text))
        popup(menu, place)

    def _act_on_row(self, task_id: str, which: str) -> None:
        task = self.history.tasks.get(task_id)
        if task is not None and which == FIRST:
            key = task_offers.AGAIN if task.phase.is_final else task_offers.STOP
            self.acts.do(key, [task_id])

    async def _copy_rows(self, ids: Sequence[str]) -> None:
        columns, now = self.view.shown_columns, time.time()
        lines = ["\t".join(heading(column) for column in columns)]
        for number, task in enumerate(self.acts.tasks(ids), start=1):
            lines.append("\t".join(cell_text(task, column, now) for column in columns))
            if number % SLICE == 0:
                await asyncio.sleep(0)
        copy_text("\n".join(lines))

    # -- keeping up ---------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Learn how much there is, the first time that somebody looks."""
        super().showEvent(event)
        if not self.history.is_begun:
            self.history.load_more()

    def _tick(self) -> None:
        if self.isVisible():
            self.table.tick()

    def _refresh(self) -> None:
        counts = self.table.counts.copy()
        is_narrowed = self.bar.filter != TaskFilter(status=self.bar.filter.status)
        if not is_narrowed:
            counts.update(self.history.unloaded)
        self.bar.show_counts(counts)
        self._empty.show_presets(self._session.presets)
        page: QWidget = self.view
        if not self.history.tasks:
            page = self._empty
        elif not self.table.rowCount():
            page = self._nothing
        self._pages.setCurrentWidget(page)
        if self._wanted and self.table.row_of(self._wanted) is not None:
            self.choose(self._wanted)
        self.foot.show_history(self.history, self.table.rowCount())
        if self.table.counts != self._counts:  # what can be done with many may have changed
            self._counts = self.table.counts.copy()
            self._show_bulk()

    def _show_bulk(self) -> None:
        ids = self.view.chosen_ids if self.view.chosen_count > 1 else []
        self.foot.show_chosen(self.acts.tasks(ids), self.acts.standing())

    def _bring_into_view(self) -> None:
        """Scroll to the chosen row, when what is beside it has taken its place."""
        QTimer.singleShot(0, self.view, lambda: self.view.scrollTo(self.view.currentIndex()))

    def _show_chosen(self) -> None:
        task_id = self.chosen
        # A filter may take the chosen row out of sight; what one reads stays.
        if task_id and task_id != self.details.task_id:
            self.details.show_task(task_id)
            self.details.show()
            self._bring_into_view()
        elif not task_id and self.details.task_id not in self.history.tasks:
            self._close_details()
        self._show_bulk()

    def _close_details(self) -> None:
        self.view.choose_none()
        self.details.show_task("")
        self.details.hide()
