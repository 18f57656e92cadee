"""What things to do with a long list of tasks cost, in a process of its own; prints JSON."""

import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication, QTableView

from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import TaskView, UsageView
from cnet_ui.models.roles import SORT_ROLE
from cnet_ui.models.task_columns import Column, cell_text, sort_key
from cnet_ui.models.task_filter import TaskFilter, words_of
from cnet_ui.models.task_history import TaskHistory
from cnet_ui.models.task_table import TaskTable
from cnet_ui.session import AgentSession
from cnet_ui.theme import Theme, ThemeChoice
from cnet_ui.widgets.task_table_view import TaskTableView
from helpers.fake_agent import make_view

RUNNING = 50
CHANGES = 400
REPEATS = 9
ROOT = QModelIndex()
Index = Any


def tasks(finished: int) -> list[TaskView]:
    """Return tasks that have ended, and a few that run."""
    pick = random.Random(1)
    made = [
        make_view(
            number,
            pick.choice([Phase.SUCCEEDED, Phase.SUCCEEDED, Phase.FAILED, Phase.CANCELLED]),
            name=f"{pick.choice(['train', 'predict', 'etl', 'sweep'])}-{number}",
            labels={"team": pick.choice(["vision", "speech", "none"])},
        )
        for number in range(1, finished + 1)
    ]
    return made + [running(number, pick) for number in range(finished + 1, finished + RUNNING + 1)]


def running(number: int, pick: random.Random) -> TaskView:
    """Return a task that runs and uses something."""
    usage = UsageView(cpu_percent=pick.uniform(0, 100), memory=pick.randrange(10**9), pids=1)
    return make_view(number, name=f"live-{number}", usage=usage)


class Ours:
    """The table and view of the console."""

    def __init__(self, made: list[TaskView]) -> None:
        self.session = AgentSession()
        for task in made:
            self.session._mirror.apply(task)
        self.history = TaskHistory(self.session)
        self.table = TaskTable(self.session, self.history)
        self.view: QTableView = TaskTableView(self.table)

    def change(self, task: TaskView) -> None:
        """Let a task change."""
        self.session._mirror.apply(task)
        self.session.tasks_changed.emit(frozenset({task.id}))

    def sort(self, column: int) -> None:
        """Sort by a column, the greatest on top."""
        self.view.sortByColumn(column, Qt.SortOrder.DescendingOrder)

    def search(self, text: str) -> None:
        """Show what has a word in it."""
        self.table.show(TaskFilter(words=words_of(text)))

    def add(self, more: list[TaskView]) -> None:
        """Take tasks over that were loaded."""
        for task in more:
            self.session._mirror.apply(task)
        self.session.tasks_changed.emit(frozenset(task.id for task in more))


class _Bare(QAbstractTableModel):
    """Ready text and ready keys."""

    def __init__(self, made: list[TaskView]) -> None:
        super().__init__()
        self.rows = [_ready(task) for task in made]

    def rowCount(self, _parent: Index = ROOT) -> int:  # noqa: N802
        return len(self.rows)

    def columnCount(self, _parent: Index = ROOT) -> int:  # noqa: N802
        return len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        text, key = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        return key if role == SORT_ROLE else None


class Bare:
    """A plain model with Qt's own filter and view."""

    def __init__(self, made: list[TaskView]) -> None:
        self.model = _Bare(made)
        self.row_of = {task.id: row for row, task in enumerate(made)}
        self.filter = QSortFilterProxyModel()
        self.filter.setSourceModel(self.model)
        self.filter.setSortRole(SORT_ROLE)
        self.filter.setDynamicSortFilter(True)
        self.view = QTableView()
        self.view.setModel(self.filter)
        self.view.setSortingEnabled(True)

    def change(self, task: TaskView) -> None:
        """Let a task change."""
        row = self.row_of[task.id]
        self.model.rows[row] = _ready(task)
        first, last = self.model.index(row, Column.CPU), self.model.index(row, Column.RUN_TIME)
        self.model.dataChanged.emit(first, last)

    def sort(self, column: int) -> None:
        """Sort by a column, the greatest on top."""
        self.view.sortByColumn(column, Qt.SortOrder.DescendingOrder)

    def search(self, text: str) -> None:
        """Show what has a word in its name."""
        self.filter.setFilterFixedString(text)

    def add(self, more: list[TaskView]) -> None:
        """Take tasks over that were loaded."""
        first = len(self.model.rows)
        self.model.beginInsertRows(ROOT, first, first + len(more) - 1)
        self.model.rows += [_ready(task) for task in more]
        self.model.endInsertRows()


def _ready(task: TaskView) -> list[tuple[str, Any]]:
    now = task.created_at
    return [(cell_text(task, column, now), _plain(sort_key(task, column))) for column in Column]


def _plain(key: Any) -> Any:
    return key[0] if isinstance(key, tuple) else key


def timed(act: Callable[[], object]) -> float:
    """Return the milliseconds that something took."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def figures(contender: Ours | Bare, finished: int, app: QApplication) -> dict[str, float]:
    """Return what each thing costs."""
    pick = random.Random(2)
    view = contender.view
    view.resize(1000, 400)
    view.show()

    def settled(act: Callable[[], object]) -> float:
        def whole() -> None:
            act()
            app.processEvents()

        return timed(whole)

    contender.sort(Column.CPU)
    app.processEvents()
    changes = []
    for _ in range(CHANGES):
        task = running(finished + pick.randint(1, RUNNING), pick)
        changes.append(timed(partial(contender.change, task)))
        app.processEvents()
    changes.sort()
    found: dict[str, list[float]] = {"sort": [], "search": [], "clear": [], "scroll": []}
    for _ in range(REPEATS):
        found["sort"].append(settled(lambda: contender.sort(Column.NAME)))
        found["sort"].append(settled(lambda: contender.sort(Column.CPU)))
        found["search"].append(settled(lambda: contender.search("train")))
        found["clear"].append(settled(lambda: contender.search("")))
        bar = view.verticalScrollBar()
        place = pick.randrange(max(bar.maximum(), 1))
        found["scroll"].append(settled(partial(bar.setValue, place)))
    more = [make_view(100_000 + number, Phase.SUCCEEDED) for number in range(200)]
    contender.sort(Column.STARTED)
    app.processEvents()
    page = settled(lambda: contender.add(more))
    return {
        "row_p50": changes[len(changes) // 2],
        "row_p99": changes[int(len(changes) * 0.99)],
        **{name: statistics.median(values) for name, values in found.items()},
        "page": page,
    }


def main() -> None:
    """Measure the contender that the command line names."""
    name, finished = sys.argv[1], int(sys.argv[2])
    app = QApplication([])
    Theme(app).use(ThemeChoice.DARK)
    made = tasks(finished)
    contender = Ours(made) if name == "ours" else Bare(made)
    print(json.dumps(figures(contender, finished, app)))
    contender.view.close()


if __name__ == "__main__":
    main()
