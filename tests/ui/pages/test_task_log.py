import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial

import pytest

from cnet_agent.model.errors import NotFound
from cnet_agent.model.phase import Phase
from cnet_agent.wire.sse import Frame
from cnet_ui.pages.task_log import FIRST, show_log
from cnet_ui.widgets.log_view import LogView
from helpers.console import connected, theme
from helpers.fake_agent import FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui


@asynccontextmanager
async def showing(agent: FakeAgent, task_id: str) -> AsyncIterator[LogView]:
    """Give a view with a task's log."""
    theme()
    view = LogView()
    view.resize(700, 400)
    view.show()
    async with connected(agent) as session:
        work = asyncio.ensure_future(show_log(session, task_id, view))
        try:
            yield view
        finally:
            work.cancel()
            with suppress(asyncio.CancelledError, NotFound):
                await work
            view.close()


def lines(view: LogView) -> list[str]:
    return [row.text for row in view.buffer.rows]


def holds(view: LogView, count: int) -> bool:
    return len(lines(view)) == count


@pytest.fixture
def running() -> FakeAgent:
    agent = FakeAgent(make_view(1))
    agent.write(make_view(1).id, *(f"line {number}" for number in range(5000)))
    return agent


async def test_the_end_comes_first_and_then_what_is_added(qapp: object, running: FakeAgent) -> None:
    task_id = make_view(1).id
    async with showing(running, task_id) as view:
        await until(lambda: lines(view)[-1:] == ["line 4999"])
        assert len(lines(view)) == FIRST
        await until(lambda: running.questions("log_frames") == [(task_id, "1:0:5000")])
        running.write(task_id, "one more")
        await until(lambda: lines(view)[-1] == "one more")


async def test_earlier_lines_come_as_one_goes_up_until_there_are_none(
    qapp: object, running: FakeAgent
) -> None:
    async with showing(running, make_view(1).id) as view:
        await until(lambda: lines(view)[-1:] == ["line 4999"])
        for expected in (3000, 4000, 5000):
            view.text.verticalScrollBar().setValue(5)
            view.text.verticalScrollBar().setValue(0)
            await until(partial(holds, view, expected))
        assert lines(view) == [f"line {number}" for number in range(5000)]
        assert not view.foot._earlier.isVisible()


async def test_lines_that_were_lost_are_a_line(qapp: object, running: FakeAgent) -> None:
    task_id = make_view(1).id
    async with showing(running, task_id) as view:
        await until(lambda: running.questions("log_frames"))
        gap = json.dumps({"lost": 1234, "unit": "lines", "bytes": 1})
        running.frame(task_id, Frame("gap", gap))
        await until(lambda: lines(view)[-1:] == ["1,234 lines were skipped."])


async def test_the_log_of_an_ended_task_is_not_followed(qapp: object) -> None:
    agent = FakeAgent(make_view(1, Phase.SUCCEEDED))
    async with showing(agent, make_view(1).id) as view:
        await until(lambda: view._empty.text() == "This task wrote no output.")
        assert agent.questions("log_frames") == []
        await until(lambda: "this is the end" in view.foot._said.accessibleName())


async def test_a_log_that_comes_to_its_end_says_so(qapp: object, running: FakeAgent) -> None:
    task_id = make_view(1).id
    async with showing(running, task_id) as view:
        await until(lambda: running.questions("log_frames"))
        running.frame(task_id, Frame("end", "{}"))
        await until(lambda: "this is the end" in view.foot._said.accessibleName())


async def test_an_earlier_attempt_can_be_chosen(qapp: object) -> None:
    task = make_view(1, attempt=2)
    agent = FakeAgent(task)
    agent.write(task.id, "of the second")
    agent.logs[task.id][0] = agent.logs[task.id][0].model_copy(update={"cursor": "2:0:1"})
    agent.write(task.id, "of the first")
    agent.logs[task.id][1] = agent.logs[task.id][1].model_copy(update={"cursor": "1:0:1"})
    async with showing(agent, task.id) as view:
        await until(lambda: len(lines(view)) == 2)
        assert view.bar._attempts.isVisible()
        assert view.bar._attempts.currentText() == "Attempt 2"
        view.bar._attempts.setCurrentIndex(0)
        await until(lambda: lines(view) == ["of the first"])
        await until(lambda: "The attempt has ended" in view.foot._said.accessibleName())
        view.bar._attempts.setCurrentIndex(1)
        await until(lambda: len(lines(view)) == 2)


async def test_the_end_is_read_again_where_it_is_not_here_any_more(
    qapp: object, running: FakeAgent
) -> None:
    async with showing(running, make_view(1).id) as view:
        await until(lambda: lines(view)[-1:] == ["line 4999"])
        view._is_away = True
        view._set_following(False)
        running.write(make_view(1).id, "one more")
        await until(lambda: view._new)
        assert lines(view)[-1] == "line 4999"
        view.foot._jump.click()
        await until(lambda: lines(view)[-1] == "one more")


async def test_what_is_wrong_with_a_log_is_said_in_its_place(qapp: object) -> None:
    agent = FakeAgent(make_view(1))
    async with connected(agent) as session:
        theme()
        view = LogView()
        agent.error = NotFound("There is no such task.")
        with pytest.raises(NotFound):
            await show_log(session, make_view(1).id, view)
        assert view._empty.text() == "There is no such task."


async def test_a_folder_of_another_machine_cannot_be_opened_and_says_why(
    qapp: object, running: FakeAgent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "url", "http://node-7:8080")
    async with showing(running, make_view(1).id) as view:
        await until(lambda: lines(view))
        assert not view.bar._folder.isEnabled()
        assert "save it to have it here" in view.bar._folder.toolTip()


async def test_the_folder_of_an_agent_here_can_be_opened(qapp: object, running: FakeAgent) -> None:
    async with showing(running, make_view(1).id) as view:
        await until(lambda: lines(view))
        assert view.bar._folder.isEnabled()


async def test_the_log_of_a_task_that_no_event_tells_of_is_shown_to_its_end(qapp: object) -> None:
    agent = FakeAgent()
    task = make_view(1, Phase.FAILED, attempt=2)
    agent.write(task.id, "long ago")
    async with showing(agent, task.id) as view:
        agent.tasks[task.id] = task
        await until(lambda: lines(view) == ["long ago"])
        await until(lambda: "this is the end" in view.foot._said.accessibleName())
        assert view.bar._attempts.currentText() == "Attempt 2"
        assert agent.questions("log_frames") == []
