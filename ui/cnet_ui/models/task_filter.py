"""Which tasks to show, and in which order."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from cnet_agent.model.phase import Status
from cnet_agent.wire.task import TaskView
from cnet_ui.models.roles import SORT_ROLE
from cnet_ui.models.task_table import Column, TaskTable

Index = QModelIndex | QPersistentModelIndex


class TaskFilter(QSortFilterProxyModel):
    """Shows the tasks of a status whose name, command or labels hold a text; newest first."""

    def __init__(self, table: TaskTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._status: Status | None = None
        self._words: list[str] = []
        self.setSourceModel(table)
        self.setSortRole(SORT_ROLE)
        self.setDynamicSortFilter(True)
        self.sort(Column.CREATED, Qt.SortOrder.DescendingOrder)

    def show_status(self, status: Status | None) -> None:
        """Show tasks of one status, or of all."""
        if status is not self._status:
            self.beginFilterChange()
            self._status = status
            self.endFilterChange(self.Direction.Rows)

    def show_text(self, text: str) -> None:
        """Show tasks in which every word of ``text`` is found."""
        words = text.casefold().split()
        if words != self._words:
            self.beginFilterChange()
            self._words = words
            self.endFilterChange(self.Direction.Rows)

    def counts(self) -> Counter[Status]:
        """Return how many tasks there are of each status that match the text."""
        tasks: Iterable[TaskView] = self._table.tasks
        if self._words:
            tasks = filter(self._matches, tasks)
        return Counter(task.status for task in tasks)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: ARG002, N802, D102
        task = self._table.task(source_row)
        return self._status in (None, task.status) and self._matches(task)

    def _matches(self, task: TaskView) -> bool:
        if not self._words:
            return True
        labels = " ".join(f"{name}={value}" for name, value in task.labels.items())
        whole = " ".join([task.name, task.command, *task.args, labels]).casefold()
        return all(word in whole for word in self._words)
