"""One of many rows changes under a sort and a filter, in our table or in a bare one."""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication, QTableView

from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import TaskView
from cnet_ui.models.task_filter import TaskFilter
from cnet_ui.models.task_table import TaskTable
from cnet_ui.session import AgentSession
from helpers.fake_agent import make_view

Index = Any
ROOT = QModelIndex()


def main() -> None:
    """Print the median of many changes as JSON, in milliseconds of processor time."""
    kind, rows, changes = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    application = QApplication([])
    view = QTableView()
    view.resize(1000, 600)
    change = _ours(view, rows) if kind == "ours" else _bare(view, rows)
    view.show()
    view.selectRow(rows // 2)
    view.scrollTo(view.currentIndex())
    application.processEvents()
    place, chosen = view.verticalScrollBar().value(), view.currentIndex().data()
    taken = []
    for number in range(changes):
        began = time.process_time()
        change(number * 7919 % rows)
        taken.append((time.process_time() - began) * 1000)
        application.processEvents()
    assert view.verticalScrollBar().value() == place, "the view was scrolled"
    assert view.currentIndex().data() == chosen, "another row is chosen"
    print(json.dumps({"change": float(np.median(taken))}))


def _ours(view: QTableView, rows: int) -> Callable[[int], None]:
    session = AgentSession()
    tasks: dict[str, TaskView] = session._mirror.tasks
    ids = []
    for number in range(1, rows + 1):
        task = make_view(number, Phase.SUCCEEDED)
        tasks[task.id] = task
        ids.append(task.id)
    table = TaskTable(session, view)
    order = TaskFilter(table, view)
    order.show_text("task")
    view.setModel(order)

    def change(row: int) -> None:
        task = tasks[ids[row]]
        phase = Phase.FAILED if task.phase is Phase.SUCCEEDED else Phase.SUCCEEDED
        tasks[task.id] = make_view(row + 1, phase)
        session.tasks_changed.emit(frozenset({task.id}))

    view.setProperty("session", session)
    return change


def _bare(view: QTableView, rows: int) -> Callable[[int], None]:
    table = _Bare(rows, view)
    order = QSortFilterProxyModel(view)
    order.setSourceModel(table)
    order.sort(0)
    view.setModel(order)
    return table.change


class _Bare(QAbstractTableModel):
    """Numbers, and no more."""

    def __init__(self, rows: int, parent: Any) -> None:
        super().__init__(parent)
        self._values = [[row, 0] for row in range(rows)]

    def change(self, row: int) -> None:
        self._values[row][1] += 1
        index = self.index(row, 1)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._values)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = role == Qt.ItemDataRole.DisplayRole
        return self._values[index.row()][index.column()] if shown else None


if __name__ == "__main__":
    main()
