"""Tasks as a table: keyed by id, updated by row, never reset while somebody looks at it."""

import time
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cnet_agent.wire.task import TaskView
from cnet_ui.models.roles import ICON_ROLE, ID_ROLE, LOOK_ROLE, MUTED_ROLE, SORT_ROLE
from cnet_ui.session import AgentSession
from cnet_ui.words import (
    KIND_ICONS,
    NONE,
    full_moment,
    kind_word,
    look,
    moment,
    percent,
    run_time,
    size_text,
    task_run_time,
)

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Column(IntEnum):
    """The columns, from the left."""

    NAME = 0
    TYPE = 1
    STATUS = 2
    CPU = 3
    MEMORY = 4
    RUN_TIME = 5
    CREATED = 6


_NUMBERS = {Column.CPU, Column.MEMORY, Column.RUN_TIME, Column.CREATED}
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class TaskTable(QAbstractTableModel):
    """The tasks of a session.

    ``SORT_ROLE`` answers values that sort, ``ID_ROLE`` the task's id, ``LOOK_ROLE`` its state.
    """

    def __init__(
        self,
        session: AgentSession,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._now = now
        # Of its own: what the session knows may be ahead of what it has told.
        self._tasks = list(session.tasks.values())
        self._rows = {task.id: row for row, task in enumerate(self._tasks)}
        session.tasks_changed.connect(self._change)
        session.tasks_removed.connect(self._remove)

    def task(self, row: int) -> TaskView:
        """Return the task of a row."""
        return self._tasks[row]

    @property
    def tasks(self) -> Sequence[TaskView]:
        """The tasks of all rows."""
        return self._tasks

    def row_of(self, task_id: str) -> int | None:
        """Return where a task is, None if it is not here."""
        return self._rows.get(task_id)

    def tick(self) -> None:
        """Bring the run times up to date."""
        for row, task in enumerate(self._tasks):
            if task.started_at and not task.phase.is_final:
                index = self.index(row, Column.RUN_TIME)
                self.dataChanged.emit(index, index, [Qt.ItemDataRole.DisplayRole])

    # -- Qt's questions -----------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802, D102
        return 0 if parent.isValid() else len(self._tasks)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802, D102
        return 0 if parent.isValid() else len(Column)

    def headerData(  # noqa: N802, D102
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in _NUMBERS else _LEFT
        return self._heading(Column(section)) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        if not index.isValid():
            return None
        column = index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in _NUMBERS else _LEFT
        task = self._tasks[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(task, column)
            case _ if role == SORT_ROLE:
                return self._sort_key(task, column)
            case _ if role == ID_ROLE:
                return task.id
            case _ if role == LOOK_ROLE:
                return look(task, stopping=self._session.is_stopping(task.id))
            case _ if role == ICON_ROLE:
                return KIND_ICONS.get(task.type) if column == Column.NAME else None
            case _ if role == MUTED_ROLE:
                return column in (Column.TYPE, Column.CREATED) or self._text(task, column) == NONE
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(task, column)
        return None

    # -- following the session ----------------------------------------------------------------

    def _change(self, ids: Iterable[str]) -> None:
        new = []
        for task_id in sorted(ids):  # ids grow with time
            task, row = self._session.tasks.get(task_id), self._rows.get(task_id)
            if task is None:
                continue
            if row is None:
                new.append(task)
                continue
            self._tasks[row] = task
            # The others never change; told of them, a filter would sort the row anew.
            left, right = self.index(row, Column.STATUS), self.index(row, Column.RUN_TIME)
            self.dataChanged.emit(left, right)
        if new:
            first = len(self._tasks)
            self.beginInsertRows(ROOT, first, first + len(new) - 1)
            self._tasks += new
            self._rows.update({task.id: first + offset for offset, task in enumerate(new)})
            self.endInsertRows()

    def _remove(self, ids: Iterable[str]) -> None:
        for row in sorted((self._rows[each] for each in ids if each in self._rows), reverse=True):
            self.beginRemoveRows(ROOT, row, row)
            del self._tasks[row]
            self._rows = {task.id: number for number, task in enumerate(self._tasks)}
            self.endRemoveRows()

    # -- words --------------------------------------------------------------------------------

    def _heading(self, column: Column) -> str:
        match column:
            case Column.NAME:
                return self.tr("Name")
            case Column.TYPE:
                return self.tr("Type")
            case Column.STATUS:
                return self.tr("Status")
            case Column.CPU:
                return self.tr("CPU")
            case Column.MEMORY:
                return self.tr("Memory")
            case Column.RUN_TIME:
                return self.tr("Run time")
            case Column.CREATED:
                return self.tr("Created")

    def _text(self, task: TaskView, column: int) -> str:
        match column:
            case Column.NAME:
                return task.name
            case Column.TYPE:
                return kind_word(task.type)
            case Column.STATUS:
                return look(task, stopping=self._session.is_stopping(task.id)).label
            case Column.RUN_TIME:
                seconds = task_run_time(task, self._now())
                return NONE if seconds is None else run_time(seconds)
            case Column.CREATED:
                return moment(task.created_at, self._now())
        usage = None if task.phase.is_final else task.usage
        if usage is None:
            return NONE
        return percent(usage.cpu_percent) if column == Column.CPU else size_text(usage.memory)

    def _sort_key(self, task: TaskView, column: int) -> Any:
        usage = None if task.phase.is_final else task.usage
        match column:
            case Column.NAME:
                return task.name.casefold()
            case Column.TYPE:
                return task.type
            case Column.STATUS:
                return _ORDER.index(task.status)
            case Column.CPU:
                return usage.cpu_percent if usage else -1.0
            case Column.MEMORY:
                return float(usage.memory) if usage else -1.0
            case Column.RUN_TIME:
                if task.started_at is None:
                    return -1.0
                if task.completed_at is None:  # longest, and its row need not move every second
                    return 1e11 - task.started_at
                return task.completed_at - task.started_at
            case _:
                return task.created_at

    def _tip(self, task: TaskView, column: int) -> str | None:
        match column:
            case Column.NAME:
                return " ".join([task.command, *task.args])[:400]
            case Column.STATUS:
                return (task.waiting.message if task.waiting else task.message) or None
            case Column.CREATED:
                return full_moment(task.created_at)
        return None


_ORDER = ["running", "pending", "failed", "stopped", "completed"]
