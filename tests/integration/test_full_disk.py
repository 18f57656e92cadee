"""A disk that fills up: what runs goes on and is recorded, what is new is refused, and it heals."""

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.live_agent import LiveAgent, Refused, live_agent, processes_of
from helpers.small_disk import fill, small_disk
from helpers.waiting import until_sync

pytestmark = [pytest.mark.integration, pytest.mark.service("tmpfs")]

PRINTS_60_MB = "yes 0123456789abcdef0123456789abcde | head -c 60000000; exit 9"


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[LiveAgent]:
    with small_disk(tmp_path / "data", "8m"), live_agent(tmp_path) as agent:
        yield agent


def refused(agent: LiveAgent) -> Refused:
    """Submit a task that must be refused, and return the refusal."""
    with pytest.raises(Refused) as caught:
        agent.submit("true")
    return caught.value


def test_a_log_larger_than_the_disk_costs_neither_exit_nor_agent(agent: LiveAgent) -> None:
    running = agent.submit("sleep", "300")
    agent.reaches(running, "running")
    flood = agent.reaches(agent.shell(PRINTS_60_MB))
    assert (flood["status"], flood["reason"], flood["exit_code"]) == ("failed", "exit", 9)
    kept = len(agent.log(flood["id"], "?tail=100000")) * 32
    assert flood["dropped_bytes"] + kept >= 50_000_000
    assert flood["dropped_bytes"] + 8_000_000 >= 60_000_000 > flood["dropped_bytes"]
    assert "of its output are missing in its log: the disk was full" in flood["message"]

    refusal = refused(agent)
    assert refusal.status == 507
    assert "nearly full: free" in refusal.body["detail"]
    health = agent.ask("GET", "/health")
    assert health["status"] == health["components"]["disk"]["state"] == "degraded"
    assert refusal.body["detail"][:40] in agent.ask("GET", "/api/snapshot")["notices"][-1]

    stopped = agent.ask("DELETE", f"/api/tasks/{running}")
    assert stopped["phase"] in ("stopping", "cancelled")
    assert agent.reaches(running)["status"] == "stopped"
    agent.ask("DELETE", f"/api/tasks/{flood['id']}?purge=true")
    assert agent.ask("GET", "/health")["status"] == "ok"
    assert agent.reaches(agent.submit("true"))["status"] == "completed"
    assert "Traceback" not in agent.stderr()


def test_an_end_that_finds_no_room_at_all_is_saved_as_soon_as_there_is_some(
    agent: LiveAgent,
) -> None:
    gate = agent.workspace / "gate"
    waits = f"while ! test -e {gate}; do sleep 0.02; done; exit 9"
    ends, stubborn = agent.shell(waits), agent.shell("trap '' TERM; while :; do sleep 1; done")
    for task_id in (ends, stubborn):
        agent.reaches(task_id, "running")
    ballast = fill(agent.data_dir)
    assert refused(agent).status == 507
    with pytest.raises(Refused) as caught:
        agent.ask("PATCH", "/api/config", {"settings": {"tasks.keep": 5}})
    assert caught.value.status == 507
    gate.touch()
    agent.ask("POST", f"/api/tasks/{stubborn}/stop", {"grace": "0.1s"})
    until_sync(lambda: not agent.processes(), 10, "both tasks to end")
    ballast.unlink()
    assert agent.reaches(ends, seconds=10)["exit_code"] == 9
    assert agent.reaches(stubborn, seconds=10)["status"] == "stopped"
    assert agent.reaches(agent.submit("true"))["status"] == "completed"
    assert "Traceback" not in agent.stderr()


def test_what_waits_goes_on_waiting_and_says_for_what(tmp_path: Path) -> None:
    settings = {"tasks": {"max_concurrent": 1}}
    with small_disk(tmp_path / "data", "8m"), live_agent(tmp_path, **settings) as agent:
        gate = agent.workspace / "gate"
        first = agent.shell(f"while ! test -e {gate}; do sleep 0.02; done")
        second = agent.shell("echo second")
        retried = agent.shell("exit 3", max_retries=1, retry={"delay": "0.1s", "jitter": 0})
        ballast = fill(agent.data_dir, leave=300_000)
        gate.touch()
        assert agent.reaches(first)["status"] == "completed"
        waiting = until_sync(lambda: agent.task(second)["waiting"])
        assert (waiting["on"], waiting["position"]) == ("disk", 1)
        assert "nearly full: free" in waiting["message"]
        ballast.unlink()
        assert agent.reaches(second)["status"] == "completed"
        assert agent.reaches(retried)["attempt"] == 2


def test_an_agent_that_finds_no_room_to_start_says_so_and_its_tasks_go_on(
    agent: LiveAgent,
) -> None:
    gate = agent.workspace / "gate"
    task_id = agent.shell(f"while ! test -e {gate}; do sleep 0.02; done; exit 9")
    agent.reaches(task_id, "running")
    agent.kill(signal.SIGTERM)
    ballast = fill(agent.data_dir)
    result = subprocess.run(
        agent.command(), capture_output=True, text=True, timeout=20, check=False
    )
    assert (result.returncode, result.stdout) == (1, "")
    last = result.stderr.strip().splitlines()[-1]
    assert last.startswith(f"The data directory {agent.data_dir} cannot be opened: ")
    assert last.endswith("Free some space, then start again; tasks that run go on.")
    assert "Traceback" not in result.stderr
    gate.touch()
    until_sync(lambda: not processes_of(agent.data_dir), 10, "the task to end")
    ballast.unlink()
    agent.start()
    assert agent.reaches(task_id)["exit_code"] == 9
