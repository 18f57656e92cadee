"""Tasks as a table: filtered and sorted here, keyed by id, updated by row.

A sort filter of Qt's asks the model for two values a comparison: 260,000 questions to sort 10,000
rows. Here a row's key is made once, and a row that changes is found and moved by bisection.
"""

import time
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtCore import Signal as QtSignal

from cnet_agent.model.phase import Status
from cnet_agent.wire.task import TaskView
from cnet_ui.agent_words import worded
from cnet_ui.models.headed_table import ROOT, HeadedTable, Index
from cnet_ui.models.roles import ICON_ROLE, ID_ROLE, LOOK_ROLE, MUTED_ROLE, SORT_ROLE
from cnet_ui.models.sorted_rows import SortedRows
from cnet_ui.models.task_columns import (
    LIVE,
    MUTED,
    NUMBERS,
    Column,
    cell_text,
    heading,
    row_text,
    sort_key,
    tip,
)
from cnet_ui.models.task_filter import TaskFilter, haystack, is_same_hay
from cnet_ui.models.task_history import TaskHistory
from cnet_ui.session import AgentSession
from cnet_ui.words import KIND_ICONS, NONE, look

COLUMNS = len(Column)
FEW = 40  # rows; more that lie apart are quicker taken over as a whole


class TaskTable(HeadedTable):
    """The tasks of a history that pass a filter, in the order of a column.

    ``SORT_ROLE`` answers values that sort, ``ID_ROLE`` the task's id, ``LOOK_ROLE`` its state.
    ``counted`` is emitted when ``counts`` may have changed.
    """

    counted = QtSignal()

    def __init__(
        self,
        session: AgentSession,
        history: TaskHistory,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._history = history
        self._now = now
        self.filter = TaskFilter()
        self._column = Column.STARTED
        self._descending = True
        # Of its own: what the history knows may be ahead of what it has told.
        self._tasks: dict[str, TaskView] = {}  # the rows
        self._rows = SortedRows(descending=True)
        self._seen: dict[str, TaskView] = {}
        self._hay: dict[str, str] = {}
        self._passing: dict[str, Status] = {}  # in all but their status
        self.counts: Counter[Status] = Counter()
        self._see(history.tasks)
        self._build()
        history.changed.connect(self._change)
        history.removed.connect(self._remove)

    # -- what is in it ------------------------------------------------------------------------

    def task(self, row: int) -> TaskView:
        """Return the task of a row."""
        return self._tasks[self._rows.id_at(row)]

    def row_of(self, task_id: str) -> int | None:
        """Return where a task is, None if it is not shown."""
        return self._rows.row_of(task_id)

    def id_at(self, row: int) -> str:
        """Return the id of a row's task."""
        return self._rows.id_at(row)

    def ids(self) -> list[str]:
        """Return the ids of all rows, from the top."""
        return self._rows.ids()

    @property
    def order(self) -> tuple[Column, bool]:
        """The column that sorts, and whether its greatest value is on top."""
        return self._column, self._descending

    def show(self, wanted: TaskFilter) -> None:
        """Show what passes another filter."""
        if wanted == self.filter:
            return
        self.filter = wanted
        self._rebuild()

    def tick(self) -> None:
        """Bring the run times up to date."""
        for task_id, status in self._passing.items():
            if status is not Status.RUNNING:
                continue
            row = self._rows.row_of(task_id)
            if row is not None:
                index = self.index(row, Column.RUN_TIME)
                self.dataChanged.emit(index, index, [Qt.ItemDataRole.DisplayRole])

    # -- Qt's questions -----------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802, D102
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802, D102
        return 0 if parent.isValid() else COLUMNS

    def heading(self, column: int) -> str:  # noqa: D102
        return heading(Column(column))

    def is_number(self, column: int) -> bool:  # noqa: D102
        return column in NUMBERS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        if not index.isValid():
            return None
        column = index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(column)
        task = self._tasks[self._rows.id_at(index.row())]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(task, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(task, column) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(task, column)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return worded(task.waiting.message if task.waiting else task.message)
        return self._own_role(task, column, role)

    def _own_role(self, task: TaskView, column: int, role: int) -> Any:
        if role == SORT_ROLE:
            return sort_key(task, column)
        if role == ID_ROLE:
            return task.id
        if role == LOOK_ROLE:
            return look(task, stopping=self._session.is_stopping(task.id))
        if role == ICON_ROLE:
            return KIND_ICONS.get(task.type) if column == Column.NAME else None
        if role == MUTED_ROLE:
            return column in MUTED or self._text(task, column) == NONE
        return None

    def sort(  # noqa: D102
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        descending = order is Qt.SortOrder.DescendingOrder
        if not 0 <= column < Column.ACTIONS or (column, descending) == self.order:
            return
        self._column, self._descending = Column(column), descending
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    # -- following the history ----------------------------------------------------------------

    def _change(self, ids: frozenset[str]) -> None:
        known = {each: self._history.tasks[each] for each in ids if each in self._history.tasks}
        self._see(known)
        new = {}
        gone = []
        for task_id, task in known.items():
            is_shown = self._pass(task) and self.filter.shows(task.status)
            if task_id not in self._tasks:
                if is_shown:
                    new[task_id] = task
            elif is_shown:
                self._update(task)
            else:
                gone.append(task_id)
        self._take_away(gone)
        self._add(new)
        self.counted.emit()

    def _remove(self, ids: frozenset[str]) -> None:
        for task_id in ids:
            self._seen.pop(task_id, None)
            self._hay.pop(task_id, None)
            self._count(task_id, None)
        self._take_away([each for each in ids if each in self._tasks])
        self.counted.emit()

    def _see(self, tasks: Mapping[str, TaskView]) -> None:
        for task_id, task in tasks.items():
            old = self._seen.get(task_id)
            if old is None or not is_same_hay(old, task):
                self._hay[task_id] = haystack(task)
            self._seen[task_id] = task

    def _pass(self, task: TaskView) -> bool:
        passes = self.filter.passes(task, self._hay[task.id])
        self._count(task.id, task.status if passes else None)
        return passes

    def _count(self, task_id: str, status: Status | None) -> None:
        old = self._passing.pop(task_id, None)
        if old is not None:
            self.counts[old] -= 1
        if status is not None:
            self._passing[task_id] = status
            self.counts[status] += 1

    def _update(self, task: TaskView) -> None:
        old = self._tasks[task.id]
        self._tasks[task.id] = task
        key = sort_key(task, self._column)
        if not self._rows.is_same(task.id, key):
            here, there = self._rows.target(task.id, key)
            if here == there:
                self._rows.move(task.id, key)
            else:
                below = there + 1 if there > here else there
                self.beginMoveRows(ROOT, here, here, ROOT, below)
                self._rows.move(task.id, key)
                self.endMoveRows()
        row = self._rows.row_of(task.id) or 0
        first, last = _span(old, task)
        self.dataChanged.emit(self.index(row, first), self.index(row, last))

    def _add(self, new: dict[str, TaskView]) -> None:
        if not new or all(task_id in self._tasks for task_id in new):
            return  # nothing, or taken over with all others
        keys = {task_id: sort_key(task, self._column) for task_id, task in new.items()}
        gap = self._rows.gap(keys)
        if gap is None and len(new) > FEW:
            self._rebuild()
            return
        blocks = [keys] if gap is not None else [{task_id: key} for task_id, key in keys.items()]
        for block in blocks:
            row = self._rows.gap(block) or 0
            self.beginInsertRows(ROOT, row, row + len(block) - 1)
            self._tasks.update((task_id, new[task_id]) for task_id in block)
            self._rows.insert(block)
            self.endInsertRows()

    def _take_away(self, gone: list[str]) -> None:
        if len(gone) > FEW:
            self._rebuild()
            return
        for task_id in gone:
            row = self._rows.row_of(task_id) or 0
            self.beginRemoveRows(ROOT, row, row)
            self._rows.remove([task_id])
            del self._tasks[task_id]
            self.endRemoveRows()

    # -- taking over as a whole ---------------------------------------------------------------

    def _rebuild(self) -> None:
        """Take other rows over at once; a view that cares keeps its place by ids."""
        self.beginResetModel()
        self._build()
        self.endResetModel()
        self.counted.emit()

    def _build(self) -> None:
        passing = self.filter.all_passing(self._seen, self._hay)
        self._passing = {task_id: task.status for task_id, task in passing.items()}
        self.counts = Counter(self._passing.values())
        wanted = self.filter.status
        if wanted is not None:
            passing = {one: task for one, task in passing.items() if task.status is wanted}
        self._tasks = passing
        self._arrange()

    def _arrange(self) -> None:
        column = self._column
        keys = {task_id: sort_key(task, column) for task_id, task in self._tasks.items()}
        self._rows.replace(keys, descending=self._descending)

    # -- words --------------------------------------------------------------------------------

    def _text(self, task: TaskView, column: int) -> str:
        stopping = self._session.is_stopping(task.id)
        return cell_text(task, column, self._now(), stopping=stopping)

    def _spoken(self, task: TaskView, column: int) -> str:
        if column == Column.NAME:
            stopping = self._session.is_stopping(task.id)
            return row_text(task, self._now(), stopping=stopping)
        return f"{heading(Column(column))}: {self._text(task, column)}"


def _span(old: TaskView, new: TaskView) -> tuple[Column, Column]:
    """Return the first and the last column that may differ; most changes are of what is used."""
    if old is not new and old.phase is new.phase and old.args is new.args:
        return min(LIVE), max(LIVE)
    return Column.NAME, Column.ACTIONS
