from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from cnet_agent.model.phase import Phase, Reason
from cnet_agent.wire.task import TaskView
from cnet_ui.notice_feed import NoticeFeed
from cnet_ui.notifications import Notice, Notifications
from cnet_ui.session import AgentSession
from helpers.console import connected
from helpers.factories import EPOCH
from helpers.fake_agent import FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui


@dataclass
class Scene:
    agent: FakeAgent
    session: AgentSession
    notifications: Notifications = field(default_factory=lambda: Notifications(lambda: False))
    now: float = EPOCH + 100

    def __post_init__(self) -> None:
        self.feed = NoticeFeed(self.session, self.notifications, now=lambda: self.now)

    @property
    def notices(self) -> list[Notice]:
        return list(self.notifications.notices)

    async def change(self, *tasks: TaskView) -> None:
        """Let tasks change, and wait until the session has told of it."""
        for task in tasks:
            self.agent.change(task)
        told = until(lambda: all(self.session.tasks.get(t.id) == t for t in tasks))
        await told
        await until(lambda: not self.session._timer.isActive())


@pytest.fixture
async def scene(qapp: object) -> AsyncIterator[Scene]:
    history = make_view(1, Phase.FAILED, message="Long ago.")
    agent = FakeAgent(history, make_view(2, name="mnist-cnn"))
    async with connected(agent) as session:
        await until(lambda: not session._timer.isActive())
        yield Scene(agent, session)


def ended(number: int, phase: Phase = Phase.SUCCEEDED, ran: float = 61, **more: object) -> TaskView:
    started = EPOCH + number
    return make_view(number, phase, completed_at=started + ran, **more)


async def test_what_had_ended_before_is_history(scene: Scene) -> None:
    await scene.change(make_view(1, Phase.FAILED, message="Long ago, said anew."))
    assert scene.notices == []


async def test_the_end_of_a_task_that_ran_long_is_worth_a_notice(scene: Scene) -> None:
    await scene.change(ended(2, name="mnist-cnn"))
    (notice,) = scene.notices
    assert notice.title == "mnist-cnn completed"
    assert notice.text == "It ran for 00:01:01."
    assert (notice.tone, notice.task_id) == ("good", make_view(2).id)
    assert (notice.node, notice.address) == ("atlas", "127.0.0.1:8080")
    assert notice.is_loud


async def test_the_end_of_a_task_that_ran_shortly_is_not(scene: Scene) -> None:
    await scene.change(ended(2, ran=60))
    await scene.change(ended(3, ran=1))
    assert scene.notices == []


async def test_a_task_that_was_stopped_after_long_says_so(scene: Scene) -> None:
    await scene.change(ended(2, Phase.CANCELLED, name="mnist-cnn"))
    assert scene.notices[0].title == "mnist-cnn was stopped"


async def test_a_failure_is_told_however_quick_it_was(scene: Scene) -> None:
    await scene.change(
        ended(3, Phase.FAILED, ran=0.1, name="etl", reason=Reason.OOM, message="It needed more.")
    )
    (notice,) = scene.notices
    assert (notice.title, notice.text, notice.tone) == ("etl failed", "It needed more.", "bad")
    assert notice.icon == "memory-stick"


async def test_an_end_is_told_once(scene: Scene) -> None:
    await scene.change(ended(2))
    await scene.change(ended(2, message="It had to be killed in the end."))
    assert len(scene.notices) == 1


async def test_many_failures_at_once_are_one_notice(scene: Scene) -> None:
    await scene.change(*(ended(n, Phase.FAILED, name=f"job-{n}") for n in range(10, 30)))
    assert scene.notices[0].title == "20 tasks failed"
    assert scene.notices[0].text == "job-27, job-28, job-29 …"


async def test_a_lost_connection_and_its_return_are_told(scene: Scene) -> None:
    scene.agent.go_away()
    await until(lambda: scene.notices)
    assert scene.notices[0].title == "Connection to atlas lost"
    assert scene.notices[0].is_loud
    scene.now += 75
    scene.agent.come_back()
    await until(lambda: len(scene.notices) == 2)
    assert scene.notices[0].title == "Connection to atlas is back"
    assert scene.notices[0].text == "It was gone for 00:01:15."


async def test_what_ended_while_the_connection_was_lost_is_told_when_it_is_back(
    scene: Scene,
) -> None:
    scene.agent.go_away()
    await until(lambda: scene.notices)
    scene.agent.come_back()
    await until(lambda: scene.session.is_live)
    scene.agent.change(ended(2, Phase.FAILED, name="mnist-cnn"))  # what was missed is sent again
    await until(lambda: scene.notices[0].title == "mnist-cnn failed")


async def test_an_agent_that_was_never_there_is_not_lost(qapp: object) -> None:
    agent = FakeAgent()
    agent.go_away()
    session = AgentSession()
    notifications = Notifications(lambda: False)
    NoticeFeed(session, notifications, session)
    session.connection_changed.emit()
    assert notifications.notices == []


async def test_what_the_agent_has_to_say_is_kept_once(qapp: object) -> None:
    agent = FakeAgent()
    agent.notices = ["The database was rebuilt."]
    async with connected(agent) as session:
        scene = Scene(agent, session)
        await until(lambda: scene.notices)
        session.notices_changed.emit()
        assert [notice.text for notice in scene.notices] == ["The database was rebuilt."]
