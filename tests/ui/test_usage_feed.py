from functools import partial

import pytest

from cnet_agent.model.phase import Phase
from cnet_agent.wire.node import MarkerView
from cnet_ui.usage_feed import UsageFeed
from helpers.console import connected
from helpers.factories import EPOCH, make_id
from helpers.fake_agent import FakeAgent, make_usage, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui


def reaches(feed: UsageFeed, second: float) -> bool:
    return bool(feed.recent.times[-1] == EPOCH + second)


def full(agent: FakeAgent, seconds: int = 300) -> FakeAgent:
    agent.times = [EPOCH - seconds + at for at in range(seconds)]
    agent.series = {"cpu": [10.0] * seconds}
    return agent


async def test_the_stored_history_is_there_at_once(qapp: object) -> None:
    async with connected(full(FakeAgent())) as session:
        feed = UsageFeed(session, session)
        await until(lambda: len(feed.recent) == 300 and len(feed.chosen) == 300)


async def test_samples_that_come_go_on_where_the_history_ends(qapp: object) -> None:
    agent = full(FakeAgent())
    async with connected(agent) as session:
        feed = UsageFeed(session, session)
        await until(lambda: len(feed.chosen) == 300)
        agent.sample(make_usage(0.5, cpu=77.0))
        await until(lambda: feed.chosen.times[-1] == EPOCH + 0.5)
        assert feed.chosen.series("cpu")[-1] == 77.0
        assert feed.now == EPOCH + 0.5


async def test_a_peak_between_two_points_of_a_long_window_is_kept(qapp: object) -> None:
    agent = full(FakeAgent())
    async with connected(agent) as session:
        feed = UsageFeed(session, session)
        feed.choose(3600.0)
        await until(lambda: feed._stretch.width == 12.0)
        for second, cpu in enumerate([20.0, 99.0, 1.0, 20.0, 20.0]):
            agent.sample(make_usage(second * 3.0, cpu=cpu))
            await until(partial(reaches, feed, second * 3.0))
        agent.sample(make_usage(40.0, cpu=5.0))
        await until(lambda: feed.chosen.times[-1] == EPOCH + 12.0)
        assert {99.0, 1.0} <= set(feed.chosen.series("cpu")[-4:])


async def test_a_time_without_samples_is_a_hole(qapp: object) -> None:
    agent = full(FakeAgent())
    async with connected(agent) as session:
        feed = UsageFeed(session, session)
        await until(lambda: len(feed.recent) == 300)
        agent.sample(make_usage(60.0))
        await until(lambda: feed.recent.times[-1] == EPOCH + 60.0)
        assert str(feed.recent.series("cpu")[-2]) == "nan"


async def test_tasks_are_marked_from_the_history_and_from_what_happens(qapp: object) -> None:
    agent = FakeAgent()
    agent.markers = [MarkerView(at=EPOCH - 9, task_id=make_id(1), name="old", kind="started")]
    async with connected(agent) as session:
        feed = UsageFeed(session, session)
        await until(lambda: [mark.name for mark in feed.marks.all()] == ["old"])
        agent.change(make_view(2, Phase.SUCCEEDED))
        kinds = ["started", "started", "ended"]
        await until(lambda: [mark.kind for mark in feed.marks.all()] == kinds)
        agent.remove(make_view(2).id)
        await until(lambda: len(feed.marks.all()) == 1)


async def test_after_a_dead_connection_the_history_is_read_again(qapp: object) -> None:
    agent = full(FakeAgent())
    async with connected(agent) as session:
        feed = UsageFeed(session, session)
        await until(lambda: len(feed.chosen) == 300)
        agent.go_away()
        await until(lambda: not session.is_live)
        agent.times.append(EPOCH + 1000.0)
        agent.series["cpu"].append(3.0)
        agent.come_back()
        await until(lambda: feed.chosen.times[-1] == EPOCH + 1000.0)
