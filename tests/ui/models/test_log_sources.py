from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import QObject, Qt

from cnet_agent.model.phase import Phase
from cnet_agent.wire.log_search import AGENT
from cnet_ui.models.log_sources import HUE_ROLE, MOST, LogSources, SourceFilter
from cnet_ui.models.roles import ID_ROLE
from cnet_ui.session import AgentSession
from helpers.console import connected
from helpers.fake_agent import FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui


@pytest.fixture
def agent() -> FakeAgent:
    return FakeAgent(make_view(1, name="one"), make_view(2, Phase.FAILED, name="two"))


@pytest.fixture
async def session(qapp: object, agent: FakeAgent) -> AsyncIterator[AgentSession]:
    async with connected(agent) as session:
        yield session


OWN_NAMES = ["Agent", "Training", "Training worker"]


def names(sources: LogSources) -> list[str]:
    return [str(sources.index(row, 0).data()) for row in range(sources.rowCount())]


async def test_the_agent_comes_first_and_then_the_newest_task(session: AgentSession) -> None:
    assert names(LogSources(session)) == [*OWN_NAMES, "two", "one"]


async def test_a_new_task_is_put_in_its_place(session: AgentSession, agent: FakeAgent) -> None:
    sources = LogSources(session)
    agent.change(make_view(3, name="three"))
    await until(lambda: names(sources) == [*OWN_NAMES, "three", "two", "one"])
    agent.remove(make_view(2).id)
    await until(lambda: names(sources) == [*OWN_NAMES, "three", "one"])
    assert sources.row_of(make_view(1).id) == 4
    assert sources.row_of(make_view(2).id) is None


async def test_each_chosen_source_has_a_colour_that_stays_its_own(session: AgentSession) -> None:
    sources = LogSources(session)
    one, two = make_view(1).id, make_view(2).id
    told: list[None] = []
    sources.chosen_changed.connect(lambda: told.append(None))
    sources.choose([one, two])
    hues = {source.id: source.hue for source in sources.chosen}
    assert hues[one] != hues[two]
    sources.choose([one], on=False)
    sources.choose([AGENT, one])
    assert {source.id: source.hue for source in sources.chosen}[one] == hues[one]
    assert len(told) == 3
    state = sources.index(0, 0).data(Qt.ItemDataRole.CheckStateRole)
    assert state == Qt.CheckState.Checked


async def test_a_chosen_task_that_is_removed_is_chosen_no_longer(
    session: AgentSession, agent: FakeAgent
) -> None:
    sources = LogSources(session)
    sources.choose([make_view(2).id])
    agent.remove(make_view(2).id)
    await until(lambda: sources.chosen == [])


async def test_no_more_are_chosen_than_can_be_followed(
    session: AgentSession, agent: FakeAgent
) -> None:
    sources = LogSources(session)
    ids = [make_view(number).id for number in range(10, 12 + MOST)]
    for number in range(10, 12 + MOST):
        agent.change(make_view(number))
    await until(lambda: sources.rowCount() == 7 + MOST)
    sources.choose(ids)
    assert len(sources.chosen) == MOST
    last = sources.row_of(ids[-1])
    assert last is not None
    assert not sources.flags(sources.index(last, 0)) & Qt.ItemFlag.ItemIsEnabled


async def test_a_text_finds_sources_and_those_that_are_chosen_stay(session: AgentSession) -> None:
    owner = QObject()
    sources = LogSources(session, owner)
    shown = SourceFilter(sources, owner)
    sources.choose([make_view(1).id])
    shown.show_text("TWO")
    ids = [shown.index(row, 0).data(ID_ROLE) for row in range(shown.rowCount())]
    assert ids == [make_view(2).id, make_view(1).id]
    assert shown.index(1, 0).data(HUE_ROLE) is not None
