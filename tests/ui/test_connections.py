from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from cnet_agent.client.stream import Stale
from cnet_agent.model.errors import Unauthenticated
from cnet_ui.connections import Connections
from cnet_ui.dispose import dispose
from cnet_ui.preferences import RECENT, Preferences
from cnet_ui.session import AgentSession
from helpers.console import BESIDE, connected
from helpers.fake_agent import NODE, FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui


@dataclass(frozen=True, slots=True)
class Two:
    connections: Connections
    preferences: Preferences
    here: FakeAgent
    there: FakeAgent


def remembering(folder: Path) -> Preferences:
    return Preferences(QSettings(str(folder / "console.ini"), QSettings.Format.IniFormat))


@pytest.fixture
async def two(qapp: object, tmp_path: Path) -> AsyncIterator[Two]:
    here, there = FakeAgent(make_view(1)), FakeAgent(make_view(2))
    there.url, there.view = BESIDE, NODE.model_copy(update={"name": "build-mini-03"})
    preferences = remembering(tmp_path)
    async with connected(here) as home:
        made = Connections(home, preferences, make_client=lambda *_, **__: there.client)
        yield Two(made, preferences, here, there)
        await made.close()
        dispose(made)


async def beside(two: Two, token: str | None = None) -> AgentSession:
    session = two.connections.connect_to(BESIDE, token)
    await until(lambda: session.is_live)
    return session


async def test_nothing_of_one_node_is_known_to_the_session_of_another(two: Two) -> None:
    session = await beside(two)
    assert two.connections.current is session
    assert set(session.tasks) == {make_view(2).id}
    assert set(two.connections.home.tasks) == {make_view(1).id}


async def test_a_node_that_is_not_shown_is_followed_all_the_same(two: Two) -> None:
    session = await beside(two)
    switched: list[AgentSession] = []
    two.connections.switched.connect(lambda: switched.append(two.connections.current))
    two.connections.switch_to(two.connections.home)
    assert switched == [two.connections.home]
    two.there.change(make_view(3))
    await until(lambda: make_view(3).id in session.tasks)


async def test_one_that_fails_heals_by_itself_and_troubles_no_other(two: Two) -> None:
    session = await beside(two)
    two.there.go_away()
    await until(lambda: isinstance(session.connection, Stale))
    assert two.connections.home.is_live
    assert make_view(2).id in session.tasks
    two.there.come_back()
    await until(lambda: session.is_live)


async def test_connecting_to_a_node_again_shows_the_connection_there_is(two: Two) -> None:
    session = await beside(two)
    two.connections.switch_to(two.connections.home)
    assert two.connections.connect_to(BESIDE) is session
    assert two.connections.current is session
    assert two.connections.connect_to("http://localhost:8080") is two.connections.home


async def test_another_token_takes_the_place_of_the_one_that_was_refused(two: Two) -> None:
    two.there.error = Unauthenticated("This token is not known.")
    refused = two.connections.connect_to(BESIDE, "old")
    await until(lambda: "not known" in getattr(refused.connection, "reason", ""))
    two.there.error = None
    shown: list[AgentSession] = []
    two.connections.switched.connect(lambda: shown.append(two.connections.current))
    session = await beside(two, "new")
    assert session is not refused
    assert shown == [session]
    assert two.connections.sessions == [two.connections.home, session]


async def test_disconnecting_shows_this_node_and_closes_the_way_to_the_other(two: Two) -> None:
    session = await beside(two)
    gone: list[AgentSession] = []
    two.connections.disconnected.connect(gone.append)
    two.connections.disconnect_from(session)
    assert gone == [session]
    assert two.connections.current is two.connections.home
    await until(lambda: two.there.is_closed)


async def test_this_nodes_own_agent_cannot_be_disconnected(two: Two) -> None:
    two.connections.disconnect_from(two.connections.home)
    assert two.connections.sessions == [two.connections.home]


async def test_a_recent_node_has_the_name_it_had_last_and_is_none_while_connected(
    two: Two,
) -> None:
    session = await beside(two, "token")
    await until(lambda: two.connections.name_of(session) == "build-mini-03")
    assert two.connections.recents == []
    two.connections.disconnect_from(session)
    (recent,) = two.connections.recents
    assert (recent.url, recent.name, recent.needs_token) == (BESIDE, "build-mini-03", True)


async def test_a_session_knows_whether_others_need_a_token_as_well(two: Two) -> None:
    assert not two.connections.home.needs_token
    assert (await beside(two, "token")).needs_token


async def test_the_latest_nodes_come_first_and_few_are_remembered(two: Two) -> None:
    for number in range(RECENT + 3):
        url = f"https://10.0.0.{number}:8080"
        two.there.url = url
        two.connections.disconnect_from(two.connections.connect_to(url))
    urls = [recent.url for recent in two.connections.recents]
    assert urls == [f"https://10.0.0.{number}:8080" for number in range(RECENT + 2, 2, -1)]


async def test_a_node_that_is_forgotten_takes_its_token_along(two: Two) -> None:
    session = await beside(two, "secret")
    await two.connections.tokens.keep(BESIDE, "secret")
    two.connections.disconnect_from(session)
    await two.connections.forget(BESIDE)
    assert two.connections.recents == []
    assert await two.connections.tokens.get(BESIDE) is None


async def again(two: Two) -> Connections:
    """Return the connections of the next start."""
    made = Connections(
        two.connections.home, two.preferences, make_client=lambda *_, **__: two.there.client
    )
    await made.resume()
    return made


async def test_nodes_of_last_time_are_connected_again_and_not_shown(two: Two) -> None:
    await beside(two)
    await two.connections.close()
    made = await again(two)
    (session,) = made.sessions[1:]
    assert made.current is made.home
    await until(lambda: session.is_live)
    await made.resume()  # the agent was started again meanwhile
    assert made.sessions[1:] == [session]
    made.disconnect_from(session)
    later = await again(two)
    assert later.sessions == [later.home]
    for each in (made, later):
        await each.close()
        dispose(each)


async def test_a_node_that_is_not_there_any_more_is_among_the_connected_ones(two: Two) -> None:
    await beside(two)
    await two.connections.close()
    two.there.go_away()
    made = await again(two)
    (session,) = made.sessions[1:]
    await until(lambda: isinstance(session.connection, Stale))
    assert made.name_of(session) == "build-mini-03"
    assert made.recents == []
    await made.close()
    dispose(made)


async def test_a_node_whose_token_was_not_remembered_waits_among_the_recent_ones(two: Two) -> None:
    await beside(two, "secret")
    await two.connections.close()
    made = await again(two)
    assert made.sessions == [made.home]
    assert [each.url for each in made.recents] == [BESIDE]
    two.preferences.connected = [BESIDE]
    await made.tokens.keep(BESIDE, "secret")
    await made.resume()
    assert len(made.sessions) == 2
    await made.close()
    dispose(made)
