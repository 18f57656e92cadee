from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from cnet_agent.client.client import LogLines
from cnet_agent.model.errors import NotFound
from cnet_agent.model.phase import Phase, Status
from cnet_agent.wire.task import TimelineView
from cnet_ui.pages.places import TASKS
from helpers.console import Console, console
from helpers.factories import EPOCH
from helpers.fake_agent import FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui


class TellingAgent(FakeAgent):
    """One whose events name their task."""

    async def timeline(self, task_id: str) -> list[TimelineView]:
        await super().timeline(task_id)
        if task_id not in self.tasks:
            raise NotFound("There is no such task.")
        name = self.tasks[task_id].name
        return [TimelineView(at=EPOCH, attempt=1, kind="created", message=f"Created {name}")]

    async def log(self, task_id: str, *, tail: int) -> LogLines:
        if task_id == make_view(4).id:
            raise NotFound("There is no such task.")
        return await super().log(task_id, tail=tail)


@pytest.fixture
async def running(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    agent = TellingAgent(*(make_view(number) for number in range(1, 5)))
    async with console(agent, tmp_path) as found:
        await until(lambda: found.window.tasks.table.rowCount() == 4)
        found.window.show_page(TASKS)
        yield found


def events(shown: Console) -> str:
    side = shown.window.tasks.details._overview
    return " ".join(each.accessibleName() + each.text() for each in side.findChildren(QLabel))


async def test_a_task_that_a_filter_takes_away_stays_in_the_details(running: Console) -> None:
    page = running.window.tasks
    page._chips.chosen.emit(Status.RUNNING)
    chosen = make_view(3).id
    page.choose(chosen)
    await until(lambda: page.details.task_id == chosen)
    running.agent.change(make_view(3, Phase.SUCCEEDED))
    await until(lambda: page.filter.rowCount() == 3)
    assert page.details.task_id == chosen
    assert page.chosen == ""
    page._chips.chosen.emit("all")
    await until(lambda: page.chosen == chosen)


async def test_searching_does_not_choose_another_task(running: Console) -> None:
    page = running.window.tasks
    chosen = make_view(3).id
    page.choose(chosen)
    page._search.setText("task-1")
    assert page.filter.rowCount() == 1
    assert page.details.task_id == chosen


async def test_a_task_that_is_removed_does_not_choose_its_neighbour(running: Console) -> None:
    page = running.window.tasks
    page.choose(make_view(3).id)
    running.agent.remove(make_view(3).id)
    await until(lambda: page.filter.rowCount() == 3)
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
