import asyncio
import time
from itertools import pairwise

import pytest

from cnet_agent.client.stream import Stale
from cnet_agent.model.errors import Conflict
from cnet_agent.model.phase import Phase
from helpers.console import connected
from helpers.fake_agent import NODE, FakeAgent, make_usage, make_view
from helpers.fake_models import make_model
from helpers.waiting import until

pytestmark = pytest.mark.gui


async def test_a_change_at_the_agent_is_told(qapp: object) -> None:
    agent = FakeAgent(make_view(1))
    async with connected(agent) as session:
        told: list[frozenset[str]] = []
        session.tasks_changed.connect(told.append)
        agent.change(make_view(1, Phase.FAILED))
        await until(lambda: session.tasks[make_view(1).id].phase is Phase.FAILED)
        await until(lambda: frozenset({make_view(1).id}) in told)


async def test_a_flood_of_changes_is_told_ten_times_a_second(qapp: object) -> None:
    agent = FakeAgent(make_view(1))
    async with connected(agent) as session:
        told: list[float] = []
        session.tasks_changed.connect(lambda _: told.append(time.monotonic()))
        for number in range(2, 300):
            agent.change(make_view(number))
            await asyncio.sleep(0)
        await until(lambda: len(session.tasks) == 299)
        agent.sample(make_usage(1.0))
        await until(lambda: len(told) >= 1 and not session._timer.isActive())
        assert all(later - earlier > 0.08 for earlier, later in pairwise(told))


async def test_what_is_gone_is_told_as_gone(qapp: object) -> None:
    agent = FakeAgent(make_view(1), make_view(2))
    async with connected(agent) as session:
        gone: list[frozenset[str]] = []
        session.tasks_removed.connect(gone.append)
        agent.remove(make_view(1).id)
        await until(lambda: gone == [frozenset({make_view(1).id})])


async def test_a_dead_connection_keeps_what_is_known_and_heals(qapp: object) -> None:
    agent = FakeAgent(make_view(1))
    async with connected(agent) as session:
        agent.go_away()
        await until(lambda: isinstance(session.connection, Stale))
        assert make_view(1).id in session.tasks
        agent.come_back()
        await until(lambda: session.is_live)
        agent.change(make_view(2))
        await until(lambda: make_view(2).id in session.tasks)


async def test_a_task_is_stopping_from_the_moment_one_asks(qapp: object) -> None:
    agent = FakeAgent(make_view(1))
    agent.holding = asyncio.Event()
    task_id = make_view(1).id
    async with connected(agent) as session:
        stopping = asyncio.ensure_future(session.stop(task_id))
        await until(lambda: session.is_stopping(task_id))
        agent.holding.set()
        await stopping
        assert not session.is_stopping(task_id)
        assert session.tasks[task_id].phase is Phase.STOPPING


async def test_a_stop_that_is_refused_leaves_the_task_as_it_was(qapp: object) -> None:
    agent = FakeAgent(make_view(1))
    async with connected(agent) as session:
        agent.error = Conflict("No.")
        with pytest.raises(Conflict):
            await session.stop(make_view(1).id)
        assert not session.is_stopping(make_view(1).id)


async def test_a_new_task_is_known_before_the_event_comes(qapp: object) -> None:
    agent = FakeAgent()
    async with connected(agent) as session:
        task = await session.run_preset("shell", {})
        assert session.tasks[task.id] == task


async def test_paths_are_ours_on_this_machine_but_not_at_the_end_of_a_tunnel(qapp: object) -> None:
    agent = FakeAgent()
    async with connected(agent) as session:
        assert session.is_local
        agent.view = NODE.model_copy(update={"hostname": "elsewhere"})
        await session.refresh()
        assert not session.is_local
    far = FakeAgent()
    far.url = "https://10.0.0.31:8080"
    async with connected(far) as session:
        assert not session.is_local


async def test_models_are_followed(qapp: object) -> None:
    agent = FakeAgent()
    model, other = make_model(1), make_model(2)
    agent.models.serve(model)
    async with connected(agent) as session:
        assert set(session.models) == {model.id}
        told: list[int] = []
        session.models_changed.connect(lambda: told.append(len(session.models)))
        agent.models.serve(other)
        await until(lambda: told == [2])
        agent.models.unregister(other.id)
        await until(lambda: told == [2, 1])
