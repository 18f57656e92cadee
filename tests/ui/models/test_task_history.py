from collections.abc import AsyncIterator

import pytest

from cnet_agent.client.answers import TaskList
from cnet_agent.model.errors import Conflict
from cnet_agent.model.phase import Phase, Status
from cnet_agent.wire.task import TaskView
from cnet_ui.models import task_history
from cnet_ui.models.task_history import TaskHistory
from cnet_ui.session import AgentSession
from helpers.console import connected
from helpers.fake_agent import NODE, FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui


class Scene:
    """A fake agent with 10 tasks in its snapshot, 25 older ones, and pages of 10."""

    def __init__(self, agent: FakeAgent, session: AgentSession) -> None:
        self.agent = agent
        self.session = session
        self.history = TaskHistory(session)
        self.gone: list[str] = []
        self.history.removed.connect(self.gone.extend)

    def pages(self) -> list[str | None]:
        """Return after which task each page was asked for."""
        return [after for _, limit, after in self.agent.questions("tasks") if limit > 1]


def older(first: int, last: int, phase: Phase = Phase.SUCCEEDED) -> list[TaskView]:
    return [make_view(number, phase) for number in range(first, last + 1)]


@pytest.fixture
async def scene(qapp: object, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    monkeypatch.setattr(task_history, "PAGE", 10)
    agent = FakeAgent(*older(101, 110))
    agent.tasks.keep_older(*older(1, 20), *older(21, 25, Phase.FAILED))
    async with connected(agent) as session:
        await until(lambda: len(session.tasks) == 10)
        yield Scene(agent, session)


async def test_pages_are_loaded_as_they_are_wanted(scene: Scene) -> None:
    history = scene.history
    assert len(history.tasks) == 10
    history.load_more()
    await until(lambda: history.is_begun and not history.is_loading)
    assert len(history.tasks) == 10  # the first page holds what the snapshot brought
    assert history.unloaded == {Status.COMPLETED: 20, Status.FAILED: 5, Status.STOPPED: 0}
    history.load_more()
    await until(lambda: len(history.tasks) == 20 and not history.is_loading)
    assert history.total == 35
    assert not history.is_complete
    assert len(scene.pages()) == 2


async def test_all_of_it_is_loaded_for_a_search(scene: Scene) -> None:
    scene.history.load_all()
    await until(lambda: scene.history.is_complete)
    assert len(scene.history.tasks) == scene.history.total == 35
    assert scene.history.unloaded.total() == 0
    count = len(scene.pages())
    scene.history.load_all()
    scene.history.load_more()
    assert len(scene.pages()) == count


async def test_what_events_bring_is_the_truth(scene: Scene) -> None:
    task_id = make_view(110).id
    scene.agent.change(make_view(110, Phase.FAILED))
    await until(lambda: scene.history.tasks[task_id].phase is Phase.FAILED)
    scene.agent.tasks[task_id] = make_view(110, Phase.RUNNING)  # a page that is behind
    scene.history.load_all()
    await until(lambda: scene.history.is_complete)
    assert scene.history.tasks[task_id].phase is Phase.FAILED


async def test_a_task_that_the_agent_removes_is_gone_wherever_it_was(scene: Scene) -> None:
    scene.history.load_all()
    await until(lambda: scene.history.is_complete)
    for number in (3, 105):
        scene.agent.remove(make_view(number).id)
    await until(lambda: len(scene.gone) == 2)
    assert set(scene.gone) == {make_view(3).id, make_view(105).id}
    assert len(scene.history.tasks) == 33


async def test_what_was_never_loaded_is_counted_anew_when_it_is_removed(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.history._recount.setInterval(0)
    scene.history.load_more()
    await until(lambda: scene.history.is_begun and not scene.history.is_loading)
    scene.agent.remove(make_view(3).id)
    await until(lambda: scene.history.unloaded[Status.COMPLETED] == 19)


async def test_old_tasks_stay_when_the_agent_comes_back_and_tells_only_the_last(
    scene: Scene,
) -> None:
    scene.history.load_all()
    await until(lambda: scene.history.is_complete)
    scene.agent.go_away()
    await until(lambda: not scene.session.is_live)
    for number in range(101, 106):  # they ended long ago: the next snapshot leaves them out
        task = scene.agent.tasks.pop(make_view(number).id)
        scene.agent.tasks.keep_older(task)
    del scene.agent.tasks.older[make_view(7).id]  # removed while nobody listened
    scene.agent.come_back()
    await until(lambda: scene.session.is_live)
    await until(lambda: scene.history.is_complete)
    await until(lambda: scene.gone == [make_view(7).id])
    assert len(scene.history.tasks) == 34


async def test_what_is_removed_while_a_page_is_on_its_way_stays_removed(scene: Scene) -> None:
    task_id = make_view(20).id
    page = await scene.agent.tasks(limit=30, after=None)
    scene.history.is_loading = True
    scene.agent.remove(task_id)
    await until(lambda: task_id in scene.history._gone)
    assert task_id in {task.id for task in page.tasks}
    scene.history._take(page)
    assert task_id not in scene.history.tasks
    assert make_view(19).id in scene.history.tasks


async def test_all_is_read_again_when_one_asks_for_it(scene: Scene) -> None:
    scene.history.load_all()
    await until(lambda: scene.history.is_complete)
    del scene.agent.tasks.older[make_view(7).id]
    await scene.session.refresh()
    await until(lambda: scene.gone == [make_view(7).id])


async def test_loading_goes_on_when_the_agent_is_back(scene: Scene) -> None:
    scene.agent.go_away()
    await until(lambda: not scene.session.is_live)
    scene.history.load_all()
    assert scene.pages() == []
    scene.agent.come_back()
    await until(lambda: scene.history.is_complete)
    assert len(scene.history.tasks) == 35


async def test_another_node_begins_with_an_empty_history(scene: Scene) -> None:
    scene.history.load_all()
    await until(lambda: scene.history.is_complete)
    scene.session._take(scene.session._mirror.apply(NODE.model_copy(update={"id": "node-2"})))
    await until(lambda: len(scene.history.tasks) == 10)
    assert not scene.history.is_complete


def test_the_first_word_of_the_node_forgets_nothing(qapp: object) -> None:
    """It is told a moment after the connection stands, when pages may have come already."""
    session = AgentSession()
    history = TaskHistory(session)
    history._take(TaskList(older(1, 3), total=3, after=None))
    session._mirror.node = NODE
    session.node_changed.emit()
    assert len(history.tasks) == 3
    assert history.is_complete


async def test_no_more_is_held_than_is_sensible(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(task_history, "MOST", 25)
    scene.history.load_all()
    await until(lambda: scene.history.is_full and not scene.history.is_loading)
    assert len(scene.history.tasks) == 30
    assert scene.history.total == 35


async def test_one_task_can_be_fetched_wherever_it_is(scene: Scene) -> None:
    await scene.history.fetch(make_view(2).id)
    assert scene.history.tasks[make_view(2).id].name == "task-2"


async def test_a_refusal_is_not_taken_for_silence(scene: Scene) -> None:
    scene.agent.error = Conflict("No.")
    with pytest.raises(Conflict):
        await scene.history._load()
    assert not scene.history.is_loading
