import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from cnet_agent.client.mirror import Changes
from cnet_agent.model.phase import Phase
from cnet_ui.models.roles import ID_ROLE, LOOK_ROLE, SORT_ROLE
from cnet_ui.models.task_filter import TaskFilter
from cnet_ui.models.task_table import Column, TaskTable
from cnet_ui.session import AgentSession
from cnet_ui.words import NONE, Look
from helpers.factories import EPOCH
from helpers.fake_agent import make_view

pytestmark = pytest.mark.gui

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


class Scene:
    """A session whose mirror a test changes, and the table over it, watched by Qt's own tester."""

    def __init__(self, count: int = 0) -> None:
        self.session = AgentSession()
        for number in range(1, count + 1):
            self.session._mirror.apply(make_view(number, Phase.SUCCEEDED))
        self.now = EPOCH + 100
        self.table = TaskTable(self.session, now=lambda: self.now)
        self.filter = TaskFilter(self.table)
        self.testers = [QAbstractItemModelTester(m, FATAL) for m in (self.table, self.filter)]

    def change(self, *tasks: object) -> None:
        for task in tasks:
            self.session._take(self.session._mirror.apply(task))  # type: ignore[arg-type]
        self.session._tell()

    def remove(self, *ids: str) -> None:
        for each in ids:
            del self.session._mirror.tasks[each]
        self.session._take(Changes(removed=frozenset(ids)))
        self.session._tell()

    def texts(self, column: Column) -> list[str]:
        rows = range(self.filter.rowCount())
        return [self.filter.index(row, column).data() for row in rows]


def test_the_newest_task_is_on_top(qtbot: QtBot) -> None:
    scene = Scene(2)
    scene.change(make_view(3))
    assert scene.texts(Column.NAME) == ["task-3", "task-2", "task-1"]


def test_a_change_of_a_task_changes_its_row_and_no_other(qtbot: QtBot) -> None:
    scene = Scene(3)
    rows: list[tuple[int, int]] = []
    resets: list[None] = []
    scene.table.dataChanged.connect(lambda a, b: rows.append((a.row(), b.row())))
    scene.table.modelReset.connect(lambda: resets.append(None))
    scene.change(make_view(2, Phase.FAILED))
    assert rows == [(1, 1)]
    assert not resets


def test_choice_and_scroll_survive_what_comes_and_goes(qtbot: QtBot) -> None:
    scene = Scene(200)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(scene.filter)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.resize(600, 300)
    view.show()
    chosen = scene.filter.index(90, 0)
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(chosen, flags.ClearAndSelect | flags.Rows)
    view.scrollTo(chosen)
    task_id, place = chosen.data(ID_ROLE), view.verticalScrollBar().value()
    scene.change(make_view(150, Phase.FAILED), make_view(3, Phase.FAILED))
    scene.remove(make_view(1).id, make_view(2).id)
    (row,) = view.selectionModel().selectedRows()
    assert row.data(ID_ROLE) == task_id
    assert view.verticalScrollBar().value() == place


def test_a_removed_task_leaves_the_others_where_they_were(qtbot: QtBot) -> None:
    scene = Scene(5)
    scene.remove(make_view(2).id, make_view(4).id)
    assert scene.texts(Column.NAME) == ["task-5", "task-3", "task-1"]
    scene.change(make_view(3, Phase.FAILED))
    assert scene.filter.index(1, Column.STATUS).data() == "Failed"


def test_numbers_sort_as_numbers_and_what_is_missing_is_least(qtbot: QtBot) -> None:
    scene = Scene()
    usages = [
        {"cpu_percent": 9.0, "memory": 1, "pids": 1},
        {"cpu_percent": 100.0, "memory": 2, "pids": 1},
        None,
    ]
    scene.change(*(make_view(n, usage=usage) for n, usage in enumerate(usages, 1)))
    scene.filter.sort(Column.CPU, Qt.SortOrder.DescendingOrder)
    assert scene.texts(Column.CPU) == ["100.0 %", "9.0 %", NONE]


def test_a_task_that_runs_gets_older_and_one_that_ended_does_not(qtbot: QtBot) -> None:
    scene = Scene()
    scene.change(make_view(1), make_view(2, Phase.SUCCEEDED))
    scene.now = EPOCH + 61
    assert scene.texts(Column.RUN_TIME) == ["00:00:05", "00:01:00"]
    rows: list[int] = []
    scene.table.dataChanged.connect(lambda a, _b: rows.append(a.row()))
    scene.table.tick()
    assert rows == [0]


def test_a_tick_does_not_move_rows_that_are_sorted_by_run_time(qtbot: QtBot) -> None:
    scene = Scene()
    scene.change(make_view(1))
    before = scene.table.index(0, Column.RUN_TIME).data(SORT_ROLE)
    scene.now += 1000
    assert scene.table.index(0, Column.RUN_TIME).data(SORT_ROLE) == before


def test_a_row_says_stopping_before_the_agent_does(qtbot: QtBot) -> None:
    scene = Scene()
    scene.change(make_view(1))
    scene.session._stopping.add(make_view(1).id)
    shown = scene.table.index(0, Column.STATUS).data(LOOK_ROLE)
    assert isinstance(shown, Look)
    assert shown.label == "Stopping…"


def test_the_table_keeps_what_it_was_told_until_it_is_told_more(qtbot: QtBot) -> None:
    """The mirror runs ahead of the signals; a filter in between must not trip over that."""
    scene = Scene(3)
    del scene.session._mirror.tasks[make_view(2).id]
    scene.filter.show_text("task-2")
    assert scene.texts(Column.NAME) == ["task-2"]
