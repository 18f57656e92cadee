"""The tasks of a node: filtered, sorted, and one of them in detail."""

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cnet_agent.model.phase import Status
from cnet_ui.icons import icon
from cnet_ui.models.roles import ID_ROLE
from cnet_ui.models.task_filter import TaskFilter
from cnet_ui.models.task_table import Column, Index, TaskTable
from cnet_ui.pages.task_details import LOGS, TaskDetails
from cnet_ui.session import AgentSession
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.pill import PillDelegate
from cnet_ui.widgets.preset_cards import PresetCards
from cnet_ui.widgets.rows import HEIGHT, RowDelegate
from cnet_ui.words import status_word

ALL = "all"
_CHIPS = (Status.RUNNING, Status.PENDING, Status.COMPLETED, Status.FAILED, Status.STOPPED)
_WIDTHS = {
    Column.TYPE: 110,
    Column.STATUS: 130,
    Column.CPU: 90,
    Column.MEMORY: 100,
    Column.RUN_TIME: 110,
    Column.CREATED: 110,
}


class _Table(QTableView):
    def rowsAboutToBeRemoved(  # noqa: N802 - Qt's name
        self, parent: Index, start: int, end: int
    ) -> None:
        """Let a chosen row go; Qt would choose its neighbour, and Stop would mean another task."""
        if start <= self.currentIndex().row() <= end:
            self.selectionModel().clear()
        super().rowsAboutToBeRemoved(parent, start, end)


class TasksPage(QWidget):
    """The list, and below it what is chosen.

    ``run_preset`` and ``open_preset`` carry the id of a preset chosen in the empty list.
    """

    run_preset = Signal(str)
    open_preset = Signal(str)

    def __init__(self, session: AgentSession) -> None:
        super().__init__()
        self.setObjectName("page")
        self._session = session
        self._wanted = ""  # a task to choose as soon as it is in the list
        self.table = TaskTable(session, self)
        self.filter = TaskFilter(self.table, self)
        self.details = TaskDetails(session)
        self.details.started.connect(self.choose)
        self.view = self._make_view()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 0, 22, 16)
        layout.setSpacing(14)
        layout.addLayout(self._make_bar())
        self._splitter = QSplitter(Qt.Orientation.Vertical)
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
        row = self.table.row_of(task_id)
        index = self.filter.mapFromSource(self.table.index(row or 0, 0))
        if row is not None and not index.isValid():  # the filter hides it
            self._search.clear()
            self._chips.choose(ALL)
            self.filter.show_status(None)
            index = self.filter.mapFromSource(self.table.index(row, 0))
        if row is None:
            self._wanted = task_id
            return
        self._wanted = ""
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._bring_into_view()
        self.details.show_tab(tab)

    @property
    def chosen(self) -> str:
        """The id of the task that is chosen, empty if there is none."""
        rows = self.view.selectionModel().selectedRows()
        return str(rows[0].data(ID_ROLE)) if rows else ""

    # -- parts --------------------------------------------------------------------------------

    def _make_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        self._search = QLineEdit()
        self._search.setObjectName("task-search")
        self._search.setPlaceholderText(self.tr("Filter by name, command or label"))
        self._search.setAccessibleName(self.tr("Filter the tasks"))
        self._search.setClearButtonEnabled(False)
        self._search.addAction(icon("list-filter"), QLineEdit.ActionPosition.LeadingPosition)
        self._search.setMaximumWidth(290)
        self._search.setMinimumWidth(180)
        words = [(ALL, self.tr("All"))] + [(status, status_word(status)) for status in _CHIPS]
        self._chips = Choices(words, self.tr("Status"))
        bar.addWidget(self._search, 20)
        bar.addWidget(self._chips)
        bar.addStretch(1)
        return bar

    def _make_view(self) -> QTableView:
        view = _Table()
        view.setObjectName("task-table")
        view.setAccessibleName(self.tr("Tasks"))
        view.setModel(self.filter)
        view.setSortingEnabled(True)
        view.sortByColumn(Column.CREATED, Qt.SortOrder.DescendingOrder)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(HEIGHT)
        view.setItemDelegate(RowDelegate(view))
        view.setItemDelegateForColumn(Column.STATUS, PillDelegate(view))
        header = view.horizontalHeader()
        header.setObjectName("tasks-header")
        header.setFixedHeight(34)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        return view

    def _make_list(self) -> Card:
        card = Card(padding=1)
        card.body.setContentsMargins(1, 4, 1, 4)
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
        card.body.addWidget(self._pages)
        return card

    def _connect(self) -> None:
        self._search.textChanged.connect(self._search_for)
        self._chips.chosen.connect(
            lambda key: self.filter.show_status(None if key == ALL else Status(key))
        )
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        for signal in (
            self.filter.rowsInserted,
            self.filter.rowsRemoved,
            self.filter.modelReset,
            self.table.dataChanged,
            self.table.rowsInserted,
        ):
            signal.connect(self._soon)
        self._session.presets_changed.connect(self._refresh)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._refresh)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._search.setFocus)

    # -- keeping up ---------------------------------------------------------------------------

    def _tick(self) -> None:
        if self.isVisible():
            self.table.tick()

    def _search_for(self, text: str) -> None:
        self.filter.show_text(text)
        self._refresh()

    def _soon(self, *_: object) -> None:
        self._later.start()

    def _refresh(self) -> None:
        counts = self.filter.counts()
        self._chips.set_word(ALL, f"{self.tr('All')} {counts.total()}")
        for status in _CHIPS:
            self._chips.set_word(status, f"{status_word(status)} {counts[status]}")
        self._empty.show_presets(self._session.presets)
        page: QWidget = self.view
        if not self.table.rowCount():
            page = self._empty
        elif not self.filter.rowCount():
            page = self._nothing
        self._pages.setCurrentWidget(page)
        if self._wanted and self.table.row_of(self._wanted) is not None:
            self.choose(self._wanted)
        self._choose_again()

    def _choose_again(self) -> None:
        """Mark the row of what is shown when a filter gives it back, without scrolling to it."""
        row = None if self.chosen else self.table.row_of(self.details.task_id)
        if row is not None:
            index = self.filter.mapFromSource(self.table.index(row, 0))
            flags = QItemSelectionModel.SelectionFlag
            self.view.selectionModel().select(index, flags.ClearAndSelect | flags.Rows)

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
        elif not task_id and self.details.task_id not in self._session.tasks:
            self.details.show_task("")
            self.details.hide()
