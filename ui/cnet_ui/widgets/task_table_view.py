"""The table of tasks: its keys, its icons, its columns."""

from PySide6.QtCore import (
    QEvent,
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
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QToolTip

from cnet_ui.models.headed_table import Index
from cnet_ui.models.task_columns import Column
from cnet_ui.models.task_table import TaskTable
from cnet_ui.widgets.pill import PillDelegate
from cnet_ui.widgets.row_actions import MORE, RowActions
from cnet_ui.widgets.rows import HEIGHT, RowDelegate
from cnet_ui.widgets.steady_table import SteadyTable

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


class TaskTableView(SteadyTable):
    """What keys, clicks and columns do in the list.

    ``acted`` carries the id of a row and which of its icons was clicked.
    """

    opened = Signal(str)  # the id of a task
    menu_wanted = Signal(QPoint)
    removal_wanted = Signal()
    copy_wanted = Signal()
    left = Signal()
    acted = Signal(str, str)
    end_neared = Signal()

    def __init__(self, table: TaskTable) -> None:
        super().__init__(table)
        self._pressed = ("", "")
        self._actions = RowActions(self)
        self.pointed: tuple[str, Column] | None = None  # the cell that the menu was opened at
        self.setObjectName("task-table")
        self.setAccessibleName(self.tr("Tasks"))
        self._set_up()

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
                self.forget_hidden()
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
        self.forget_hidden()
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
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
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
