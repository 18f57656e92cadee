from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from cnet_agent.model.phase import Phase, Status
from cnet_agent.wire.task import TaskView, UsageView
from cnet_ui.models.roles import ID_ROLE, LOOK_ROLE, SORT_ROLE
from cnet_ui.models.task_columns import Column
from cnet_ui.models.task_filter import TaskFilter, words_of
from cnet_ui.models.task_table import FEW
from cnet_ui.words import NONE, Look
from helpers.factories import EPOCH
from helpers.fake_agent import make_view
from helpers.task_scene import TaskScene

pytestmark = pytest.mark.gui

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


class Scene(TaskScene):
    """One whose table is watched by Qt's own tester."""

    def __init__(self, count: int = 0) -> None:
        super().__init__(count)
        self.tester = QAbstractItemModelTester(self.table, FATAL)


def used(number: int, cpu: float) -> TaskView:
    return make_view(number, usage=UsageView(cpu_percent=cpu, memory=1, pids=1))


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


def test_a_row_moves_to_where_its_new_value_belongs(qtbot: QtBot) -> None:
    scene = Scene()
    scene.change(*(used(number, 10.0 * number) for number in range(1, 6)))
    scene.table.sort(Column.CPU, Qt.SortOrder.DescendingOrder)
    assert scene.texts(Column.NAME) == ["task-5", "task-4", "task-3", "task-2", "task-1"]
    scene.change(used(1, 45.0))
    assert scene.texts(Column.NAME) == ["task-5", "task-1", "task-4", "task-3", "task-2"]
    scene.change(used(5, 1.0))
    assert scene.texts(Column.NAME) == ["task-1", "task-4", "task-3", "task-2", "task-5"]
    scene.table.sort(Column.CPU, Qt.SortOrder.AscendingOrder)
    scene.change(used(5, 100.0))
    assert scene.texts(Column.NAME) == ["task-2", "task-3", "task-4", "task-1", "task-5"]


@pytest.mark.parametrize("column", [column for column in Column if column is not Column.ACTIONS])
def test_every_column_sorts(qtbot: QtBot, column: Column) -> None:
    scene = Scene()
    scene.change(*(make_view(n, phase) for n, phase in enumerate(Phase, start=1)), used(20, 5.0))
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        scene.table.sort(column, order)
        rows = range(scene.table.rowCount())
        keys = [scene.table.index(row, column).data(SORT_ROLE) for row in rows]
        descending = order is Qt.SortOrder.DescendingOrder
        assert keys == sorted(keys, reverse=descending)


def test_a_removed_task_leaves_the_others_where_they_were(qtbot: QtBot) -> None:
    scene = Scene(5)
    scene.remove(make_view(2).id, make_view(4).id)
    assert scene.texts(Column.NAME) == ["task-5", "task-3", "task-1"]
    scene.change(make_view(3, Phase.FAILED))
    assert scene.table.index(1, Column.STATUS).data() == "Failed"


def test_numbers_sort_as_numbers_and_what_is_missing_is_least(qtbot: QtBot) -> None:
    scene = Scene()
    scene.change(used(1, 9.0), used(2, 100.0), make_view(3))
    scene.table.sort(Column.CPU, Qt.SortOrder.DescendingOrder)
    assert scene.texts(Column.CPU) == ["100.0 %", "9.0 %", NONE]


def test_a_task_that_runs_gets_older_and_one_that_ended_does_not(qtbot: QtBot) -> None:
    scene = Scene()
    scene.change(make_view(1), make_view(2, Phase.SUCCEEDED))
    scene.now = EPOCH + 61
    assert scene.texts(Column.RUN_TIME) == ["00:00:05", "00:01:00"]
    rows: list[int] = []
    scene.table.dataChanged.connect(lambda a, _b: rows.append(a.row()))
    scene.table.tick()
    assert rows == [1]


def test_a_tick_does_not_move_rows_that_are_sorted_by_run_time(qtbot: QtBot) -> None:
    scene = Scene()
    scene.change(make_view(1))
    before = scene.table.index(0, Column.RUN_TIME).data(SORT_ROLE)
    scene.now += 1000
    assert scene.table.index(0, Column.RUN_TIME).data(SORT_ROLE) == before


def test_a_row_says_stopping_before_the_agent_does(qtbot: QtBot) -> None:
    scene = Scene()
    scene.change(make_view(1))
    columns: list[tuple[int, int]] = []
    scene.table.dataChanged.connect(lambda a, b: columns.append((a.column(), b.column())))
    scene.session._stopping.add(make_view(1).id)
    scene.session._touch(make_view(1).id)
    scene.session._tell()
    shown = scene.table.index(0, Column.STATUS).data(LOOK_ROLE)
    assert isinstance(shown, Look)
    assert shown.label == "Stopping…"
    assert columns[0][0] <= Column.STATUS <= columns[0][1]


def test_the_table_keeps_what_it_was_told_until_it_is_told_more(qtbot: QtBot) -> None:
    """The mirror runs ahead of the signals; a filter in between must not trip over that."""
    scene = Scene(3)
    del scene.session._mirror.tasks[make_view(2).id]
    scene.table.show(TaskFilter(words=("task-2",)))
    assert scene.texts(Column.NAME) == ["task-2"]


def test_a_filter_shows_what_passes_and_counts_what_would(qtbot: QtBot) -> None:
    scene = Scene(3)
    scene.change(make_view(4, name="other"), make_view(5, Phase.FAILED))
    wanted = TaskFilter(status=Status.FAILED, words=words_of("task"))
    scene.table.show(wanted)
    assert scene.texts(Column.NAME) == ["task-5"]
    assert scene.table.counts == {Status.COMPLETED: 3, Status.FAILED: 1}
    scene.table.show(replace(wanted, status=None))
    assert scene.table.rowCount() == 4


def test_rows_come_and_go_as_their_tasks_begin_and_cease_to_pass(qtbot: QtBot) -> None:
    scene = Scene(3)
    scene.table.show(TaskFilter(status=Status.FAILED))
    assert scene.table.rowCount() == 0
    scene.change(make_view(2, Phase.FAILED))
    assert scene.texts(Column.NAME) == ["task-2"]
    assert +scene.table.counts == {Status.COMPLETED: 2, Status.FAILED: 1}
    scene.change(make_view(2, Phase.RUNNING))
    assert scene.table.rowCount() == 0
    scene.remove(make_view(2).id)
    assert +scene.table.counts == {Status.COMPLETED: 2}


def test_a_search_finds_a_label_that_was_given_later(qtbot: QtBot) -> None:
    scene = Scene(3)
    scene.table.show(TaskFilter(words=("vision",)))
    assert scene.table.rowCount() == 0
    scene.change(make_view(2, Phase.SUCCEEDED, labels={"team": "vision"}))
    assert scene.texts(Column.NAME) == ["task-2"]


@pytest.mark.parametrize("count", [FEW - 1, FEW + 5])
def test_many_at_once_come_and_go(qtbot: QtBot, count: int) -> None:
    scene = Scene(3)
    scene.table.sort(Column.NAME, Qt.SortOrder.AscendingOrder)
    scene.change(*(make_view(number, Phase.SUCCEEDED) for number in range(10, 10 + count)))
    assert scene.texts(Column.NAME) == sorted(scene.texts(Column.NAME))
    assert scene.table.rowCount() == 3 + count
    scene.remove(*(make_view(number).id for number in range(10, 10 + count)))
    assert scene.texts(Column.NAME) == ["task-1", "task-2", "task-3"]


def test_an_index_that_is_held_keeps_its_task_when_others_come_and_go(qtbot: QtBot) -> None:
    scene = Scene(9)
    held = QPersistentModelIndex(scene.table.index(2, Column.NAME))
    task_id = held.data(ID_ROLE)
    scene.change(make_view(40), make_view(0))
    scene.remove(make_view(2).id)
    assert held.data(ID_ROLE) == task_id
