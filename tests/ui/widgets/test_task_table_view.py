import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cnet_agent.model.phase import Phase, Status
from cnet_agent.wire.task import UsageView
from cnet_ui.models.task_columns import Column
from cnet_ui.models.task_filter import TaskFilter
from cnet_ui.widgets.row_actions import FIRST
from cnet_ui.widgets.rows import HEIGHT
from cnet_ui.widgets.task_table_view import EXTRA, NAME_ROOM, TaskTableView
from helpers.console import theme
from helpers.fake_agent import make_view
from helpers.task_scene import TaskScene

pytestmark = pytest.mark.gui

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Scene(TaskScene):
    def __init__(self, qtbot: QtBot, count: int) -> None:
        theme()
        super().__init__(count)
        self.view = TaskTableView(self.table)
        qtbot.addWidget(self.view)
        self.view.resize(1000, 400)
        self.view.show()

    @property
    def place(self) -> int:
        return self.view.verticalScrollBar().value()

    def scroll(self, place: int) -> None:
        self.view.verticalScrollBar().setValue(place)

    def choose(self, *numbers: int) -> None:
        rows = [self.table.row_of(make_view(number).id) for number in numbers]
        for row in rows:
            assert row is not None
            index = self.table.index(row, Column.NAME)
            middle = self.view.visualRect(index).center()
            modifier = CONTROL if row != rows[0] else Qt.KeyboardModifier.NoModifier
            QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, modifier, middle)

    def chosen(self) -> set[str]:
        known = self.history.tasks
        return {known[task_id].name for task_id in self.view.chosen_ids}


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(qtbot, 200)


def top_id(scene: Scene) -> str:
    return scene.table.id_at(scene.place // HEIGHT)


def test_several_rows_stay_chosen_whatever_the_order(scene: Scene) -> None:
    scene.choose(200, 198, 197)
    assert scene.chosen() == {"task-200", "task-198", "task-197"}
    scene.view.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    assert scene.chosen() == {"task-200", "task-198", "task-197"}
    scene.view.sortByColumn(Column.STARTED, Qt.SortOrder.DescendingOrder)
    assert scene.chosen() == {"task-200", "task-198", "task-197"}
    assert scene.view.current_id == make_view(197).id


def test_what_a_filter_hides_is_chosen_again_when_it_comes_back(scene: Scene) -> None:
    scene.choose(200, 199, 198)
    scene.table.show(TaskFilter(words=("task-199",)))
    assert scene.chosen() == {"task-199"}
    scene.table.show(TaskFilter())
    assert scene.chosen() == {"task-200", "task-199", "task-198"}


def test_what_was_hidden_is_forgotten_when_one_chooses_anew(scene: Scene) -> None:
    scene.choose(200, 199)
    scene.table.show(TaskFilter(words=("task-1",)))
    scene.choose(198)
    scene.table.show(TaskFilter())
    assert scene.chosen() == {"task-198"}


def test_a_row_that_leaves_by_its_status_is_chosen_again_when_it_is_back(scene: Scene) -> None:
    scene.table.show(TaskFilter(status=Status.COMPLETED))
    scene.choose(200, 199)
    scene.change(make_view(199, Phase.RUNNING))
    assert scene.chosen() == {"task-200"}
    scene.change(make_view(199, Phase.SUCCEEDED))
    assert scene.chosen() == {"task-200", "task-199"}


def test_all_may_be_chosen_without_a_question_for_every_row(scene: Scene) -> None:
    """A header that is drawn asks whether all of its column is chosen; this one does not know."""
    scene.view.selectAll()
    assert len(scene.chosen()) == 200
    assert not scene.view.horizontalHeader().selectionModel().hasSelection()
    scene.view.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    assert len(scene.chosen()) == 200


def test_a_removed_row_does_not_choose_its_neighbour(scene: Scene) -> None:
    scene.choose(199)
    scene.remove(make_view(199).id)
    assert scene.chosen() == set()
    assert scene.view.current_id == ""


def test_scroll_stays_at_what_is_read_when_rows_come_and_go_above(scene: Scene) -> None:
    scene.scroll(50 * HEIGHT + 7)
    before = top_id(scene)
    scene.change(make_view(201), make_view(202))
    assert (top_id(scene), scene.place % HEIGHT) == (before, 7)
    scene.remove(make_view(201).id, make_view(1).id)
    assert (top_id(scene), scene.place % HEIGHT) == (before, 7)


def test_the_top_stays_the_top_when_a_task_comes(scene: Scene) -> None:
    scene.change(make_view(201))
    assert scene.place == 0
    assert top_id(scene) == make_view(201).id


def test_a_filter_leaves_the_chosen_row_where_it_is(scene: Scene) -> None:
    scene.scroll(60 * HEIGHT)
    number = 200 - 64
    scene.choose(number)
    index = scene.table.index(scene.table.row_of(make_view(number).id) or 0, 0)
    before = scene.view.visualRect(index).top()
    more = [make_view(n, Phase.FAILED) for n in range(300, 330)]
    scene.change(*more)
    scene.table.show(TaskFilter(status=Status.COMPLETED))
    index = scene.table.index(scene.table.row_of(make_view(number).id) or 0, 0)
    assert scene.view.visualRect(index).top() == before


def test_a_figure_that_changes_moves_a_row_and_neither_scroll_nor_choice(scene: Scene) -> None:
    live = [
        make_view(n, usage=UsageView(cpu_percent=float(n - 300), memory=1, pids=1))
        for n in range(301, 331)
    ]
    scene.change(*live)
    scene.view.sortByColumn(Column.CPU, Qt.SortOrder.DescendingOrder)
    scene.choose(330, 328)
    scene.scroll(3 * HEIGHT)
    used = UsageView(cpu_percent=99.0, memory=1, pids=1)
    scene.change(live[0].model_copy(update={"usage": used}))
    assert scene.table.row_of(live[0].id) == 0
    assert scene.chosen() == {"task-330", "task-328"}
    assert scene.place == 3 * HEIGHT


def test_keys_move_extend_and_choose_all(scene: Scene) -> None:
    view = scene.view
    scene.choose(200)
    for key, modifier, expected in (
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, {"task-199"}),
        (Qt.Key.Key_Down, SHIFT, {"task-199", "task-198"}),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, {"task-1"}),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, {"task-200"}),
    ):
        QTest.keyClick(view, key, modifier)
        assert scene.chosen() == expected
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    assert view.chosen_count == 200


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Delete, "removal_wanted"),
        (Qt.Key.Key_Escape, "left"),
        (Qt.Key.Key_Return, "opened"),
        (Qt.Key.Key_Enter, "opened"),
    ],
)
def test_keys_say_what_one_wants(scene: Scene, key: Qt.Key, signal: str) -> None:
    said: list[tuple[object, ...]] = []
    getattr(scene.view, signal).connect(lambda *what: said.append(what))
    scene.choose(200)
    QTest.keyClick(scene.view, key)
    assert said == [(make_view(200).id,) if signal == "opened" else ()]


def test_a_click_on_a_rows_icon_acts_on_it_and_chooses_nothing(scene: Scene) -> None:
    acted: list[tuple[str, str]] = []
    scene.view.acted.connect(lambda *what: acted.append(what))
    cell = scene.view.visualRect(scene.table.index(1, Column.ACTIONS))
    inside = [
        QPoint(x, cell.center().y())
        for x in range(cell.left(), cell.right())
        if scene.view._icon_at(QPoint(x, cell.center().y()))[1] == FIRST
    ]
    assert inside
    QTest.mouseClick(
        scene.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        inside[len(inside) // 2],
    )
    assert acted == [(make_view(199).id, FIRST)]
    assert scene.chosen() == set()


def test_the_name_has_room_or_the_table_scrolls_sideways(scene: Scene) -> None:
    view = scene.view
    assert all(view.isColumnHidden(column) for column in EXTRA)
    for column in EXTRA:
        view.show_column(column, is_shown=True)
    view.resize(700, 400)
    assert view.columnWidth(Column.NAME) == NAME_ROOM
    view.resize(1600, 400)
    assert view.columnWidth(Column.NAME) > NAME_ROOM
    view.show_columns_as_made()
    assert view.shown_columns[0] is Column.NAME
    assert not set(view.shown_columns) & set(EXTRA)


def test_older_tasks_are_wanted_near_the_end(scene: Scene) -> None:
    neared: list[None] = []
    scene.scroll(0)
    scene.view.end_neared.connect(lambda: neared.append(None))
    scene.scroll(20 * HEIGHT)
    assert not neared
    scene.scroll(scene.view.verticalScrollBar().maximum())
    assert neared


def test_a_row_is_told_to_those_who_cannot_see_it(scene: Scene) -> None:
    scene.change(make_view(300, Phase.FAILED, message="It failed.", exit_code=3, reason="exit"))
    index = scene.table.index(0, Column.NAME)
    text = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "task-300, Process, Failed, ran 00:00:05, exit 3"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "It failed."
