"""The agent dies at each point between two saves; its successor finds exactly what is so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.live_agent import LiveAgent, live_agent
from helpers.waiting import until_sync

pytestmark = pytest.mark.integration

WORK = 'echo run >> "runs-$1"; sleep 0.2; exit 42'


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[LiveAgent]:
    with live_agent(tmp_path) as agent:
        yield agent


def arm(agent: LiveAgent, point: str) -> Path:
    """Restart the agent so that it dies once at ``point``; the ticket is gone once it has."""
    ticket = agent.data_dir.parent / "ticket"
    ticket.touch()
    agent.kill()
    agent.environment = {"CNET_FAILPOINT": f"{point}@{ticket}"}
    agent.start()
    return ticket


@pytest.mark.parametrize(
    "point",
    [
        "agent-reserved",
        "agent-accepted",
        "agent-starting-saved",
        "agent-launched",
        "agent-running-saved",
        "agent-exit-seen",
        "agent-failed-saved",
    ],
)
def test_a_task_runs_once_and_keeps_its_exit_wherever_the_agent_dies(
    agent: LiveAgent, point: str
) -> None:
    ticket = arm(agent, point)
    body = {"command": "sh", "args": ["-c", WORK, "sh", point]}
    key = {"Idempotency-Key": point}
    try:
        agent.ask("POST", "/api/tasks", body, key)
    except OSError:
        assert point in ("agent-reserved", "agent-accepted", "agent-starting-saved")
    until_sync(lambda: not ticket.exists(), what=f"the agent to die at {point}")
    agent.kill()
    agent.start()
    task = agent.reaches(agent.ask("POST", "/api/tasks", body, key)["id"])
    assert (task["status"], task["exit_code"], task["attempt"]) == ("failed", 42, 1)
    assert (agent.workspace / f"runs-{point}").read_text() == "run\n"
    assert len(agent.ask("GET", "/api/tasks")) == 1


def test_a_stop_that_was_saved_but_not_placed_is_placed_by_the_next_agent(
    agent: LiveAgent,
) -> None:
    ticket = arm(agent, "agent-stopping-saved")
    task_id = agent.submit("sleep", "300")
    agent.reaches(task_id, "running")
    with pytest.raises(OSError):
        agent.ask("DELETE", f"/api/tasks/{task_id}")
    until_sync(lambda: not ticket.exists())
    agent.kill()
    agent.start()
    assert agent.reaches(task_id)["status"] == "stopped"
