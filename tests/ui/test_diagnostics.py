"""What is copied for somebody who helps."""

from pathlib import Path

import pytest

from cnet_agent import __version__
from cnet_agent.client.stream import Stale
from cnet_agent.model.phase import Phase
from cnet_ui.diagnostics import diagnostics
from cnet_ui.session import AgentSession
from helpers.console import connected
from helpers.factories import EPOCH
from helpers.fake_agent import NODE, FakeAgent, make_view

pytestmark = pytest.mark.gui


async def test_versions_system_and_agent_are_in_it(qapp: object) -> None:
    agent = FakeAgent(make_view(1), make_view(2, Phase.FAILED), make_view(3, Phase.FAILED))
    agent.notices = ["The database was rebuilt."]
    async with connected(agent) as session:
        text = diagnostics(session)
    for part in (
        f"CNET Console {__version__}",
        "Qt ",
        "Connection live",
        "Agent 0.1.0, on this machine",
        "container unavailable: Docker is not reachable",
        "Tasks 2 failed, 1 running",
        "Notice The database was rebuilt.",
    ):
        assert part in text


async def test_neither_names_of_tasks_nor_of_users_are_in_it(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = str(Path.home())
    node = NODE.model_copy(update={"workspace": f"{home}/CNET", "data_dir": home})
    monkeypatch.setattr("helpers.fake_agent.NODE", node)
    task = make_view(1, name="secret-project", command="/bin/secret", env={"TOKEN": "secret"})
    async with connected(FakeAgent(task)) as session:
        text = diagnostics(session)
    assert "secret" not in text
    assert "Workspace ~/CNET" in text
    assert home not in text.replace("~", "")


def test_without_an_agent_it_says_how_the_connection_is(qapp: object) -> None:
    session = AgentSession()
    assert "Connection connecting" in diagnostics(session)
    session.connection = Stale(EPOCH, "nobody answers")
    assert "nobody answers" in diagnostics(session)
