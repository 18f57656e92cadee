"""A small table inside a card: a few rows, sorted by a click, and a sentence where none are."""

from PySide6.QtCore import QItemSelectionModel, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableView, QWidget

from cnet_ui.models.record_table import RecordTable
from cnet_ui.models.roles import ID_ROLE, SORT_ROLE
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.pill import PillDelegate
from cnet_ui.widgets.rows import RowDelegate
from cnet_ui.widgets.share_delegate import ShareDelegate

ROW = 30
HEADER = 34
MOST = 8


class RecordView(QStackedWidget):
    """Shows a ``RecordTable`` as tall as its rows; ``chosen_changed`` tells of the selection.

    Args:
        table: what to show.
        name: what a screen reader says.
        empty: what to say where there is nothing.
        multiple: whether several rows can be chosen.
        row: pixels of a row.
        most: rows that are seen at a time; more are scrolled to.
    """

    chosen_changed = Signal()

    def __init__(
        self,
        table: RecordTable,
        name: str,
        empty: str,
        *,
        multiple: bool = False,
        row: int = ROW,
        most: int = MOST,
    ) -> None:
        super().__init__()
        self.table = table
        self._row = row
        self._most = most
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(table)
        self._proxy.setSortRole(SORT_ROLE)
        self.view = self._make_view(name, multiple=multiple)
        self._empty = label(empty, tone="muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.addWidget(self.view)
        self.addWidget(self._empty)
        for signal in (table.rowsInserted, table.rowsRemoved, table.modelReset):
            signal.connect(self._fit)
        self.view.selectionModel().selectionChanged.connect(self.chosen_changed)
        table.rowsRemoved.connect(self.chosen_changed)
        self._fit()

    @property
    def chosen(self) -> list[str]:
        """The ids of the rows that are chosen."""
        rows = self.view.selectionModel().selectedRows()
        return [str(index.data(ID_ROLE)) for index in rows]

    def choose(self, record_id: str) -> bool:
        """Choose one row alone and bring it into view; tell whether it is there."""
        for row in range(self._proxy.rowCount()):
            index = self._proxy.index(row, 0)
            if index.data(ID_ROLE) == record_id:
                flags = QItemSelectionModel.SelectionFlag
                here = flags.ClearAndSelect | flags.Rows
                self.view.selectionModel().setCurrentIndex(index, here)
                self.view.scrollTo(index)
                return True
        return False

    def show_most(self, rows: int) -> None:
        """Show up to so many rows at a time."""
        if rows != self._most:
            self._most = rows
            self._fit()

    def set_empty(self, text: str) -> None:
        """Say something else where there is nothing."""
        self._empty.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the height that the rows need."""
        super().resizeEvent(event)
        self._fit()

    def _make_view(self, name: str, *, multiple: bool) -> QTableView:
        view = QTableView()
        view.setAccessibleName(name)
        view.setModel(self._proxy)
        view.setItemDelegate(RowDelegate(view))
        modes = QAbstractItemView.SelectionMode
        view.setSelectionMode(modes.ExtendedSelection if multiple else modes.SingleSelection)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setMouseTracking(True)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(self._row)
        header = view.horizontalHeader()
        header.setFixedHeight(HEADER)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        for number, column in enumerate(self.table.columns):
            modes_ = QHeaderView.ResizeMode
            header.setSectionResizeMode(number, modes_.Fixed if column.width else modes_.Stretch)
            if column.width:
                header.resizeSection(number, column.width)
            if column.look is not None:
                view.setItemDelegateForColumn(number, PillDelegate(view))
            elif column.share is not None:
                view.setItemDelegateForColumn(number, ShareDelegate(view))
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        view.setSortingEnabled(True)
        return view

    def _fit(self) -> None:
        rows = self.table.rowCount()
        shown: QWidget = self.view if rows else self._empty
        self.setCurrentWidget(shown)
        height = HEADER + self._row * min(rows, self._most) + 2
        least = max(self._row, self._empty.heightForWidth(self.width()))
        self.setFixedHeight(height if rows else least)
