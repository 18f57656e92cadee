from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from cnet_agent.client.answers import LogLines
from cnet_agent.model.errors import NotFound
from cnet_agent.model.phase import Phase, Status
from cnet_agent.wire.task import TaskView, TimelineView
from cnet_ui.models.task_columns import Column
from cnet_ui.pages.places import TASKS
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.row_actions import FIRST
from helpers.console import Console, console
from helpers.factories import EPOCH, make_id
from helpers.fake_agent import FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui


class TellingAgent(FakeAgent):
    """One whose events name their task."""

    async def timeline(self, task_id: str) -> list[TimelineView]:
        await super().timeline(task_id)
        name = self._find(task_id).name
        return [TimelineView(at=EPOCH, attempt=1, kind="created", message=f"Created {name}")]

    async def log(self, task_id: str, **query: Any) -> LogLines:
        if task_id == make_view(4).id:
            raise NotFound("There is no such task.")
        return await super().log(task_id, **query)


@pytest.fixture
async def running(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    agent = TellingAgent(*(make_view(number) for number in range(1, 5)))
    async with console(agent, tmp_path, TASKS) as found:
        await until(lambda: found.window.tasks.table.rowCount() == 4)
        yield found


def old(number: int) -> TaskView:
    """Return a task that ended before all the others began."""
    at = EPOCH - 1000 + number
    times = {"created_at": at, "started_at": at, "completed_at": at + 1}
    return make_view(1, Phase.SUCCEEDED, id=make_id(number, at), name=f"old-{number}", **times)


def events(shown: Console) -> str:
    side = shown.window.tasks.details._overview
    return " ".join(each.accessibleName() + each.text() for each in side.findChildren(QLabel))


def words(shown: Console) -> dict[str, str]:
    buttons = shown.window.tasks.bar.chips._buttons
    return {key: button.text() for key, button in buttons.items()}


async def test_a_task_that_a_filter_takes_away_stays_in_the_details(running: Console) -> None:
    page = running.window.tasks
    page._chips.chosen.emit(Status.RUNNING)
    chosen = make_view(3).id
    page.choose(chosen)
    await until(lambda: page.details.task_id == chosen)
    running.agent.change(make_view(3, Phase.SUCCEEDED))
    await until(lambda: page.table.rowCount() == 3)
    assert page.details.task_id == chosen
    assert page.chosen == ""
    page._chips.chosen.emit("all")
    await until(lambda: page.chosen == chosen)


async def test_searching_does_not_choose_another_task(running: Console) -> None:
    page = running.window.tasks
    chosen = make_view(3).id
    page.choose(chosen)
    page._search.setText("task-1")
    assert page.table.rowCount() == 1
    assert page.details.task_id == chosen


async def test_choosing_a_task_that_the_filter_hides_lifts_the_filter(running: Console) -> None:
    page = running.window.tasks
    page._search.setText("task-1")
    page.choose(make_view(3).id)
    assert page.chosen == make_view(3).id
    assert page._search.text() == ""
    assert page.table.rowCount() == 4


async def test_a_task_that_is_removed_does_not_choose_its_neighbour(running: Console) -> None:
    page = running.window.tasks
    page.choose(make_view(3).id)
    running.agent.remove(make_view(3).id)
    await until(lambda: page.table.rowCount() == 3)
    assert page.chosen == ""
    assert page.details.isHidden()


async def test_events_of_one_task_are_never_shown_for_another(running: Console) -> None:
    page = running.window.tasks
    page.choose(make_view(3).id)
    await until(lambda: "Created task-3" in events(running))
    running.agent.go_away()
    await until(lambda: not running.session.is_live)
    page.choose(make_view(2).id)
    assert page.details.task_id == make_view(2).id
    await until(lambda: "Created task-3" not in events(running))
    running.agent.come_back()
    await until(lambda: "Created task-2" in events(running))


async def test_a_log_that_cannot_be_read_does_not_read_for_ever(running: Console) -> None:
    page = running.window.tasks
    page.choose(make_view(4).id)
    await until(lambda: page.details.log._empty.text() == "There is no such task.")


async def test_chips_count_what_they_would_show(running: Console) -> None:
    page = running.window.tasks
    running.agent.change(make_view(3, Phase.FAILED))
    await until(lambda: words(running)["failed"] == "Failed 1")
    assert words(running)["all"] == "All 4"
    assert words(running)["running"] == "Running 3"
    page._search.setText("task-3")
    assert words(running)["all"] == "All 1"
    assert words(running)["running"] == "Running 0"


async def test_chips_count_what_is_not_loaded_and_a_search_loads_it(running: Console) -> None:
    page = running.window.tasks
    running.agent.tasks.keep_older(*(old(number) for number in range(300)))
    page.history._after = None
    page.history.is_complete = False
    page.history.load_more()
    await until(lambda: words(running)["completed"] == "Completed 300")
    assert page.table.rowCount() < 300
    assert "of 304 tasks" in page.foot._note.accessibleName()
    page._search.setText("old")
    await until(lambda: page.table.rowCount() == 300)
    await until(page.foot.isHidden)


async def test_older_tasks_follow_as_one_scrolls(running: Console) -> None:
    page = running.window.tasks
    running.agent.tasks.keep_older(*(old(number) for number in range(600)))
    page.history._after = None
    page.history.is_complete = False
    page.history.load_more()
    await until(lambda: page.table.rowCount() >= 200)
    await until(lambda: not page.history.is_loading)
    loaded = page.table.rowCount()
    bar = page.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    await until(lambda: page.table.rowCount() > loaded)


async def test_sorting_by_what_is_not_the_newest_loads_all(running: Console) -> None:
    page = running.window.tasks
    running.agent.tasks.keep_older(*(old(number) for number in range(600)))
    page.history._after = None
    page.history.is_complete = False
    page.view.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    await until(lambda: page.table.rowCount() == 604)


async def test_several_rows_offer_what_can_be_done_with_all(running: Console) -> None:
    page = running.window.tasks
    assert page.foot.isHidden()
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    await until(page.foot.isVisible)
    assert page.foot._count.text() == "4 selected"
    remove = page.foot.findChild(Button, "bulk-remove")
    stop = page.foot.findChild(Button, "bulk-stop")
    assert remove is not None
    assert stop is not None
    assert not remove.isEnabled()
    assert remove.toolTip() == "It has not ended; stop it first."
    stop.click()
    answer = await until(lambda: running.window.findChild(Button, "answer-stop"))
    answer.click()
    await until(lambda: len(running.agent.questions("stop")) == 4)
    page.foot.cleared.emit()
    assert page.view.chosen_count == 0


async def test_a_dead_agent_takes_the_actions_and_leaves_the_rows(running: Console) -> None:
    page = running.window.tasks
    QTest.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    stop = page.foot.findChild(Button, "bulk-stop")
    assert stop is not None
    await until(stop.isEnabled)
    running.agent.go_away()
    await until(lambda: not stop.isEnabled())
    assert "does not answer" in stop.toolTip()
    assert page.view.chosen_count == 4
    running.agent.come_back()
    await until(stop.isEnabled)


async def test_the_menu_says_why_something_cannot_be_done(running: Console) -> None:
    page = running.window.tasks
    page.choose(make_view(3).id)
    page.view.menu_wanted.emit(QPoint(10, 10))
    menu = await until(lambda: next((m for m in page.findChildren(QMenu) if m.isVisible()), None))
    actions = {action.text().partition("\t")[0]: action for action in menu.actions()}
    assert actions["Stop"].isEnabled()
    assert not actions["Remove"].isEnabled()
    assert actions["Remove"].toolTip() == "It has not ended; stop it first."
    actions["Copy id"].trigger()
    assert QApplication.clipboard().text() == make_view(3).id
    menu.close()


async def test_a_cell_is_copied_from_the_menu(running: Console) -> None:
    page = running.window.tasks
    page.choose(make_view(3).id)
    page.view.pointed = make_view(3).id, Column.TYPE
    page._open_menu(QPoint(10, 10))
    menu = await until(lambda: next((m for m in page.findChildren(QMenu) if m.isVisible()), None))
    menu.actions()[-1].trigger()
    assert QApplication.clipboard().text() == "Process"
    menu.close()


async def test_columns_are_chosen_from_the_header(running: Console) -> None:
    page = running.window.tasks
    assert page.view.isColumnHidden(Column.LABELS)
    page.bar.columns.click()
    menu = await until(lambda: next((m for m in page.findChildren(QMenu) if m.isVisible()), None))
    next(action for action in menu.actions() if action.text() == "Labels").trigger()
    assert not page.view.isColumnHidden(Column.LABELS)
    menu.close()


async def test_columns_are_remembered(qapp: object, tmp_path: Path) -> None:
    for is_shown in (True, False):
        async with console(FakeAgent(make_view(1)), tmp_path) as shown:
            view = shown.window.tasks.view
            if is_shown:
                view.show_column(Column.RESULT, is_shown=True)
                view.setColumnWidth(Column.RESULT, 177)
                continue
            assert not view.isColumnHidden(Column.RESULT)
            assert view.columnWidth(Column.RESULT) == 177


async def test_the_keyboard_alone_goes_from_search_to_list_to_details_and_back(
    running: Console,
) -> None:
    page = running.window.tasks
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    await until(page._search.hasFocus)
    QTest.keyClicks(page._search, "task-2")
    QTest.keyClick(page._search, Qt.Key.Key_Down)
    assert page.view.hasFocus()
    assert page.chosen == make_view(2).id
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    focused = running.window.focusWidget()
    assert focused is not None
    assert page.details.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert page.view.hasFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.details.isHidden()
    page._search.setFocus()
    QTest.keyClick(page._search, Qt.Key.Key_Escape)
    assert page._search.text() == ""


async def test_a_rows_icon_stops_what_runs_and_runs_again_what_ended(running: Console) -> None:
    page = running.window.tasks
    running.agent.change(make_view(2, Phase.SUCCEEDED))
    await until(lambda: page.history.tasks[make_view(2).id].phase.is_final)
    page.view.acted.emit(make_view(2).id, FIRST)
    await until(lambda: running.agent.questions("restart") == [make_view(2).id])
    page.view.acted.emit(make_view(1).id, FIRST)
    answer = await until(lambda: running.window.findChild(Button, "answer-stop"))
    answer.click()
    await until(lambda: running.agent.questions("stop") == [make_view(1).id])


async def test_kinds_and_labels_narrow_the_list(running: Console) -> None:
    page = running.window.tasks
    running.agent.change(make_view(9, type="container", labels={"team": "vision"}))
    await until(lambda: page.table.rowCount() == 5)
    page.bar._more.click()
    menu = await until(
        lambda: next((m for m in page.bar.findChildren(QMenu) if m.isVisible()), None)
    )
    texts = {action.text(): action for action in menu.actions()}
    texts["Container"].trigger()
    assert page.table.rowCount() == 1
    texts["All types"].trigger()
    texts["team=vision"].trigger()
    assert page.table.rowCount() == 1
    assert "team=vision" in page.bar._more.text()
    menu.close()


async def test_a_task_of_long_ago_is_fetched_to_be_shown(running: Console) -> None:
    page = running.window.tasks
    page.history.is_complete = True
    running.agent.tasks.keep_older(old(5))
    page.choose(old(5).id)
    await until(lambda: page.chosen == old(5).id)
