from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QWidget

from cnet_agent.model.phase import Phase
from cnet_ui.dispose import dispose
from cnet_ui.progress import Progress
from cnet_ui.progress_feed import LINES, PACE, PATIENCE, SLOW, ProgressFeed
from cnet_ui.session import AgentSession
from helpers.console import connected
from helpers.fake_agent import FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui


@dataclass
class Scene:
    agent: FakeAgent
    session: AgentSession
    window: QWidget
    feed: ProgressFeed

    async def ask(self) -> None:
        """Ask once more, and wait for the answer."""
        before = self.asked
        self.feed.ask()
        await until(lambda: self.asked > before and not self.feed._is_asking)

    @property
    def asked(self) -> int:
        return len(self.agent.questions("log"))


@pytest.fixture
async def scene(qapp: object) -> AsyncIterator[Scene]:
    agent = FakeAgent(make_view(1, name="mnist-cnn"))
    agent.write(make_view(1).id, "Epoch 3/10 loss 0.5", "saved")
    async with connected(agent) as session:
        window = QWidget()
        window.show()
        feed = ProgressFeed(session, window)
        await until(lambda: feed.progress is not None)
        yield Scene(agent, session, window, feed)
        window.close()
        dispose(window)


async def test_the_running_task_is_asked_for_the_end_of_its_log(scene: Scene) -> None:
    assert scene.feed.progress == Progress(0.3, "epoch 3/10")
    assert LINES < 10
    scene.agent.write(make_view(1).id, "Epoch 4/10 loss 0.4")
    await scene.ask()
    assert scene.feed.progress == Progress(0.4, "epoch 4/10")


async def test_lines_that_tell_nothing_leave_the_progress_as_it_is(scene: Scene) -> None:
    scene.agent.write(make_view(1).id, *["nothing"] * 20)
    await scene.ask()
    assert scene.feed.progress == Progress(0.3, "epoch 3/10")


async def test_nothing_is_asked_while_nobody_sees_the_window(scene: Scene) -> None:
    scene.window.hide()
    await until(lambda: not scene.feed._timer.isActive())
    before = scene.asked
    scene.feed.ask()
    assert scene.asked == before
    scene.window.show()
    await until(lambda: scene.asked > before)
    scene.window.showMinimized()
    await until(lambda: not scene.feed._timer.isActive())


async def test_the_newest_of_several_is_followed_and_its_end_ends_it(scene: Scene) -> None:
    scene.agent.change(make_view(2, name="etl"))
    await until(lambda: scene.feed.task is not None and scene.feed.task.name == "etl")
    assert scene.feed.progress is None
    scene.agent.change(make_view(2, Phase.SUCCEEDED))
    await until(lambda: scene.feed.progress == Progress(0.3, "epoch 3/10"))
    scene.agent.change(make_view(1, Phase.SUCCEEDED))
    await until(lambda: scene.feed.task is None)
    assert scene.feed.progress is None
    assert not scene.feed._timer.isActive()


async def test_another_task_is_asked_at_once(scene: Scene) -> None:
    scene.agent.write(make_view(2).id, "Epoch 1/10")
    scene.feed._timer.setInterval(SLOW)
    scene.agent.change(make_view(2))
    await until(lambda: scene.feed.progress == Progress(0.1, "epoch 1/10"), seconds=SLOW / 2000)


async def test_a_task_that_never_tells_is_asked_seldom(scene: Scene) -> None:
    scene.agent.change(make_view(2))
    await until(lambda: scene.feed.task is not None and scene.feed.task.id == make_view(2).id)
    await until(lambda: not scene.feed._is_asking)
    assert scene.feed._timer.interval() == PACE
    for _ in range(PATIENCE):
        await scene.ask()
    assert scene.feed._timer.interval() == SLOW


async def test_an_agent_that_is_away_is_not_asked_and_harms_nothing(scene: Scene) -> None:
    scene.agent.go_away()
    await until(lambda: not scene.session.is_live)
    assert not scene.feed._timer.isActive()
    await scene.ask()
    assert scene.feed.progress == Progress(0.3, "epoch 3/10")


async def test_the_tasks_of_another_node_take_their_place(scene: Scene) -> None:
    other = AgentSession(scene.window)
    scene.feed.follow(other)
    assert scene.feed.task is None
    scene.agent.change(make_view(3))
    await until(lambda: make_view(3).id in scene.session.tasks)
    assert scene.feed.task is None
