"""A table of figures that can be sorted and copied."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QSortFilterProxyModel, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from cnet_ui.models.figure_table import FigureTable
from cnet_ui.models.roles import SORT_ROLE
from cnet_ui.widgets.rows import RowDelegate

ROW = 30


class _Order(QSortFilterProxyModel):
    """Sorts, and says in its heading which way."""

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        said = super().headerData(section, orientation, role)
        if role == Qt.ItemDataRole.DisplayRole and section == self.sortColumn():
            return f"{said} {'↑' if self.sortOrder() is Qt.SortOrder.AscendingOrder else '↓'}"
        return said


class FigureView(QTableView):
    """Shows a ``FigureTable``. Ctrl+C copies the chosen rows, with tabs between cells.

    Args:
        table: what to show.
        name: what a screen reader says.
        sorted_by: the column to begin with; None leaves the order as it is and sorts nothing.
        wide: the columns that take the room there is.
    """

    def __init__(
        self,
        table: FigureTable,
        name: str,
        *,
        sorted_by: int | None = 0,
        wide: tuple[int, ...] = (0,),
    ) -> None:
        super().__init__()
        self.table = table
        self.setAccessibleName(name)
        order = _Order(self)
        order.setSourceModel(table)
        order.setSortRole(SORT_ROLE)
        self.setModel(order)
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self._fit_columns(wide)
        if sorted_by is not None:
            self.setSortingEnabled(True)
            self.sortByColumn(sorted_by, Qt.SortOrder.AscendingOrder)
        copy = QAction(self.tr("Copy"), self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy_chosen)
        copy_all = QAction(self.tr("Copy all"), self)
        copy_all.triggered.connect(self.copy_all)
        self.addActions([copy, copy_all])
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def copy_chosen(self) -> None:
        """Put the chosen rows into the clipboard, all where none is chosen."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        text = "\n".join(self._line(row) for row in chosen)
        QGuiApplication.clipboard().setText(text or self.all_text())

    def copy_all(self) -> None:
        """Put all rows into the clipboard."""
        QGuiApplication.clipboard().setText(self.all_text())

    def all_text(self) -> str:
        """Return all rows as they are sorted, with their headings, tabs between cells."""
        heading = "\t".join(each.text for each in self.table.headings)
        return "\n".join([heading, *map(self._line, range(self.model().rowCount(QModelIndex())))])

    def _line(self, row: int) -> str:
        model = self.model()
        columns = range(model.columnCount(QModelIndex()))
        return "\t".join(str(model.index(row, column).data()) for column in columns)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        menu.popup(self.viewport().mapToGlobal(place))

    def _fit_columns(self, wide: tuple[int, ...]) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(34)
        header.setMinimumSectionSize(60)
        fit, stretch = QHeaderView.ResizeMode.Interactive, QHeaderView.ResizeMode.Stretch
        for column in range(len(self.table.headings)):
            header.setSectionResizeMode(column, stretch if column in wide else fit)
