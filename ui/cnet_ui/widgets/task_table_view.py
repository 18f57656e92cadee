"""The table of tasks: what is chosen and where one looks are kept by id, whatever the rows do."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip

from cnet_ui.models.task_columns import Column
from cnet_ui.models.task_table import Index, TaskTable
from cnet_ui.widgets.pill import PillDelegate
from cnet_ui.widgets.row_actions import MORE, RowActions
from cnet_ui.widgets.rows import HEIGHT, RowDelegate

NAME_ROOM = 160  # pixels; the name takes what the others leave, but no less
NEAR = 15  # rows before the end, from where older ones are wanted
WIDTHS = {
    Column.TYPE: 104,
    Column.STATUS: 126,
    Column.CPU: 88,
    Column.MEMORY: 92,
    Column.RUN_TIME: 98,
    Column.STARTED: 92,
    Column.FINISHED: 92,
    Column.CREATED: 92,
    Column.ATTEMPTS: 84,
    Column.RESULT: 120,
    Column.LABELS: 160,
    Column.PRIORITY: 76,
    Column.ACTIONS: 76,
}
EXTRA = (
    Column.FINISHED,
    Column.CREATED,
    Column.ATTEMPTS,
    Column.RESULT,
    Column.LABELS,
    Column.PRIORITY,
)
"""Columns that are not shown until a person wants them."""

_Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class _Kept:
    """What one saw before all rows were taken over anew."""

    chosen: list[str]
    current: str
    anchor: tuple[str, int] | None
    place: int  # of the scroll bar
    order: tuple[Column, bool]


class TaskTableView(QTableView):
    """Rows of tasks, of which several may be chosen.

    A chosen row that a filter takes away is chosen again when it comes back, unless a person has
    chosen something else. ``acted`` carries the id of a row and which of its icons was clicked.
    """

    chosen_changed = Signal()
    opened = Signal(str)  # the id of a task
    menu_wanted = Signal(QPoint)
    removal_wanted = Signal()
    copy_wanted = Signal()
    left = Signal()
    acted = Signal(str, str)
    end_neared = Signal()

    def __init__(self, table: TaskTable) -> None:
        super().__init__()
        self._table = table
        self._out: set[str] = set()  # chosen, and hidden by the filter
        self._kept = _Kept([], "", None, 0, table.order)
        self._is_restoring = False
        self._pressed = ("", "")
        self._actions = RowActions(self)
        self.pointed: tuple[str, Column] | None = None  # the cell that the menu was opened at
        self.setObjectName("task-table")
        self.setAccessibleName(self.tr("Tasks"))
        self.setModel(table)
        self._set_up()

    # -- what is chosen -----------------------------------------------------------------------

    @property
    def chosen_ids(self) -> list[str]:
        """The ids of the chosen tasks that are shown, from the top."""
        return [self._table.id_at(row) for row in sorted(self._chosen_rows())]

    @property
    def chosen_count(self) -> int:
        """How many are chosen."""
        return len(self._chosen_rows())

    @property
    def current_id(self) -> str:
        """The id of the task that was chosen last, empty if none is."""
        index = self.currentIndex()
        if index.isValid() and self.selectionModel().isRowSelected(index.row()):
            return self._table.id_at(index.row())
        rows = self._chosen_rows()
        return self._table.id_at(min(rows)) if rows else ""

    def choose(self, task_id: str) -> None:
        """Choose one task that is shown, and bring it into view."""
        row = self._table.row_of(task_id)
        if row is None:
            return
        self._out.clear()
        index = self._table.index(row, Column.NAME)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)

    def choose_none(self) -> None:
        """Let go of everything."""
        self._out.clear()
        self.selectionModel().clear()

    def _chosen_rows(self) -> set[int]:
        return {
            row
            for part in self.selectionModel().selection().toList()
            for row in range(part.top(), part.bottom() + 1)
        }

    # -- keeping it ---------------------------------------------------------------------------

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802 - Qt's name
        """Take a model; what is noted before a change must be asked before Qt takes part."""
        assert isinstance(model, TaskTable)
        model.modelAboutToBeReset.connect(self._before_reset)
        model.rowsAboutToBeRemoved.connect(self._before_removal)
        super().setModel(model)
        model.modelReset.connect(self._after_reset)
        model.rowsRemoved.connect(self._after_removal)
        self.selectionModel().selectionChanged.connect(lambda *_: self._chosen_changed())

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:  # noqa: N802
        """Choose again what comes back, and keep what is read in its place."""
        super().rowsInserted(parent, start, end)
        if self._out:
            back = [row for row in range(start, end + 1) if self._table.id_at(row) in self._out]
            self._out -= {self._table.id_at(row) for row in back}
            self._select(back, _Flag.Select)
        self._shift(start, end - start + 1)

    def _before_removal(self, _: Index, start: int, end: int) -> None:
        chosen = self.selectionModel()
        rows = range(start, end + 1)
        self._out |= {self._table.id_at(row) for row in rows if chosen.isRowSelected(row)}

    def _after_removal(self, _: Index, start: int, end: int) -> None:
        self._shift(start, start - end - 1)

    def _shift(self, row: int, count: int) -> None:
        bar = self.verticalScrollBar()
        if bar.value() > 0 and row * HEIGHT < bar.value():
            place = bar.value() + count * HEIGHT
            self.updateGeometries()
            bar.setValue(place)

    def _before_reset(self) -> None:
        self._kept = _Kept(
            self.chosen_ids,
            self.current_id,
            self._anchor(),
            self.verticalScrollBar().value(),
            self._table.order,
        )

    def _after_reset(self) -> None:
        kept = self._kept
        wanted = {*kept.chosen, *self._out}
        places = {task_id: self._table.row_of(task_id) for task_id in wanted}
        rows = {task_id: row for task_id, row in places.items() if row is not None}
        self._out = wanted - rows.keys()
        self._is_restoring = True
        if kept.current in rows:
            index = self._table.index(rows[kept.current], Column.NAME)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self._select(rows.values(), _Flag.ClearAndSelect)
        self._is_restoring = False
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        self.verticalScrollBar().setValue(self._place_after(kept))
        self.chosen_changed.emit()

    def _anchor(self) -> tuple[str, int] | None:
        """Return the id of a row to keep in its place, and by how much it lies below the top."""
        place, height = self.verticalScrollBar().value(), self.viewport().height()
        current = self._table.row_of(self.current_id)
        if current is not None and 0 <= current * HEIGHT - place < height:
            return self.current_id, current * HEIGHT - place
        top = place // HEIGHT
        if place == 0 or top >= self._table.rowCount():
            return None
        return self._table.id_at(top), top * HEIGHT - place

    def _place_after(self, kept: _Kept) -> int:
        if kept.anchor is None:
            return 0
        task_id, below = kept.anchor
        if task_id != kept.current and self._table.order != kept.order:
            return kept.place  # what was on top may now be anywhere
        row = self._table.row_of(task_id)
        return 0 if row is None else row * HEIGHT - below

    def _select(self, rows: Iterable[int], how: QItemSelectionModel.SelectionFlag) -> None:
        chosen = QItemSelection()
        for first, last in _runs(sorted(rows)):
            chosen.select(self._table.index(first, 0), self._table.index(last, Column.ACTIONS))
        self.selectionModel().select(chosen, how | _Flag.Rows)

    def _chosen_changed(self) -> None:
        if not self._is_restoring:
            self.chosen_changed.emit()

    # -- keys and clicks ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open, remove, copy, leave; all else moves and chooses."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.current_id:
                self.opened.emit(self.current_id)
            case Qt.Key.Key_Delete:
                self.removal_wanted.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                self._out.clear()
                super().keyPressEvent(event)

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Let Home and End lead to the first and last row; Qt's stay in theirs."""
        ends = QAbstractItemView.CursorAction
        if action in (ends.MoveHome, ends.MoveEnd):
            row = 0 if action == ends.MoveHome else self._table.rowCount() - 1
            return self._table.index(row, Column.NAME)
        return super().moveCursor(action, modifiers)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what can be done with what is chosen; a row beside it is chosen first."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(24, 0))
            self._point_at(self.currentIndex())
        else:
            self._choose_at(event.pos())
            self._point_at(self.indexAt(event.pos()))
        if self.chosen_count:
            self.menu_wanted.emit(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Press a row's icon, or choose."""
        self._pressed = self._icon_at(event.position().toPoint())
        if self._pressed[1] and event.button() is Qt.MouseButton.LeftButton:
            return
        self._out.clear()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Do what a row's icon stands for."""
        place = event.position().toPoint()
        pressed, self._pressed = self._pressed, ("", "")
        if not pressed[1] or event.button() is not Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
        elif self._icon_at(place) == pressed:
            if pressed[1] == MORE:
                self._choose_at(place)
                self.pointed = None
                self.menu_wanted.emit(event.globalPosition().toPoint())
            else:
                self.acted.emit(*pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show that a row's icon can be clicked."""
        over = self._icon_at(event.position().toPoint())[1]
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        if not self._pressed[1]:
            super().mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the row; its icons are clicked once."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._icon_at(event.position().toPoint())[1]:
            self.opened.emit(self._table.id_at(index.row()))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Say what a row's icon does."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            task_id, name = self._icon_at(event.pos())
            row = self._table.row_of(task_id)
            if row is not None:
                words = self._actions.words(self._table.task(row), name)
                QToolTip.showText(event.globalPos(), words, self.viewport())
                return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the name the room that is left."""
        super().resizeEvent(event)
        self.fit()
        self._look_for_end()

    def _choose_at(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid() and not self.selectionModel().isRowSelected(index.row()):
            self.choose(self._table.id_at(index.row()))

    def _point_at(self, index: Index) -> None:
        self.pointed = None
        if index.isValid() and index.column() != Column.ACTIONS:
            self.pointed = self._table.id_at(index.row()), Column(index.column())

    def _icon_at(self, place: QPoint) -> tuple[str, str]:
        index = self.indexAt(place)
        if not index.isValid() or index.column() != Column.ACTIONS:
            return "", ""
        name = self._actions.at(self.visualRect(index), place)
        return self._table.id_at(index.row()), name

    # -- columns ------------------------------------------------------------------------------

    def fit(self) -> None:
        """Let the name take the room that is left, or scroll sideways where there is none."""
        header = self.horizontalHeader()
        others = sum(
            header.sectionSize(each) for each in WIDTHS if not header.isSectionHidden(each)
        )
        mode = QHeaderView.ResizeMode
        if self.viewport().width() - others >= NAME_ROOM:
            header.setSectionResizeMode(Column.NAME, mode.Stretch)
        elif header.sectionResizeMode(Column.NAME) is not mode.Interactive:
            header.setSectionResizeMode(Column.NAME, mode.Interactive)
            header.resizeSection(Column.NAME, NAME_ROOM)

    @property
    def shown_columns(self) -> list[Column]:
        """The columns that are shown and say something, from the left."""
        header = self.horizontalHeader()
        ordered = [Column(header.logicalIndex(place)) for place in range(len(Column))]
        return [
            each
            for each in ordered
            if each is not Column.ACTIONS and not header.isSectionHidden(each)
        ]

    def show_column(self, column: Column, *, is_shown: bool) -> None:
        """Show a column, or do without it."""
        self.setColumnHidden(column, not is_shown)
        self.fit()

    def show_columns_as_made(self) -> None:
        """Give all columns the places and widths that they have at first."""
        header = self.horizontalHeader()
        for column in Column:
            header.moveSection(header.visualIndex(column), column)
            header.setSectionHidden(column, column in EXTRA)
        for column, width in WIDTHS.items():
            header.resizeSection(column, width)
        self.fit()

    def _look_for_end(self) -> None:
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum() - NEAR * HEIGHT:
            self.end_neared.emit()

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(RowDelegate(self))
        self.setItemDelegateForColumn(Column.STATUS, PillDelegate(self))
        self.setItemDelegateForColumn(Column.ACTIONS, self._actions)
        rows = self.verticalHeader()
        rows.hide()
        rows.setDefaultSectionSize(HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setObjectName("task-columns")
        header.setFixedHeight(34)
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setMinimumSectionSize(56)
        header.setSectionResizeMode(Column.ACTIONS, QHeaderView.ResizeMode.Fixed)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        column, descending = self._table.order
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column, order)
        self.setSortingEnabled(True)
        self.show_columns_as_made()
        self.verticalScrollBar().valueChanged.connect(lambda _: self._look_for_end())
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._look_for_end())


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return ascending rows as first and last of each run without a gap."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
