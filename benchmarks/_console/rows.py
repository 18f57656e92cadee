"""One of many rows changes under a sort and a filter, on our page or in a bare table."""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import TaskView
from cnet_ui.pages.tasks import TasksPage
from cnet_ui.session import AgentSession
from helpers.fake_agent import make_view

Index = Any
ROOT = QModelIndex()


def main() -> None:
    """Print the median of many changes as JSON, in milliseconds of processor time."""
    kind, rows, changes = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    application = QApplication([])
    shown, change = _ours(rows) if kind == "ours" else _bare(rows)
    shown.resize(1000, 600)
    shown.show()
    application.processEvents()
    view = shown if isinstance(shown, QTableView) else shown.findChild(QTableView)
    assert view is not None
    assert view.model().rowCount() == rows
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


def _ours(rows: int) -> tuple[QWidget, Callable[[int], None]]:
    """Return the page of tasks with a search in it, and what changes the status of a row."""
    session = AgentSession()
    tasks: dict[str, TaskView] = session._mirror.tasks
    ids = []
    for number in range(1, rows + 1):
        task = make_view(number, Phase.SUCCEEDED)
        tasks[task.id] = task
        ids.append(task.id)
    page = TasksPage(session)
    page._search.setText("task")

    def change(row: int) -> None:
        phase = Phase.FAILED if tasks[ids[row]].phase is Phase.SUCCEEDED else Phase.SUCCEEDED
        tasks[ids[row]] = make_view(row + 1, phase)
        session.tasks_changed.emit(frozenset({ids[row]}))

    return page, change


def _bare(rows: int) -> tuple[QWidget, Callable[[int], None]]:
    view = QTableView()
    table = _Bare(rows, view)
    order = QSortFilterProxyModel(view)
    order.setSourceModel(table)
    order.sort(0)
    view.setModel(order)
    return view, table.change


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
