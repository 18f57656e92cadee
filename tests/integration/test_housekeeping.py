"""A real agent keeps account: its figures, its audit log, what it shows of what is left behind."""

import json
import signal
import urllib.request
from pathlib import Path

import pytest

from helpers.exposition import lint, parsed, value
from helpers.live_agent import LiveAgent, Refused, live_agent

pytestmark = pytest.mark.integration


def scraped(agent: LiveAgent, accept: str = "*/*") -> str:
    request = urllib.request.Request(f"{agent.url}/metrics", headers={"Accept": accept})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return str(answer.read().decode())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def test_prometheus_reads_a_living_agent_and_has_no_complaint(folder: Path) -> None:
    with live_agent(folder) as agent:
        for code in (0, 0, 3):
            agent.reaches(agent.shell(f"exit {code}"))
        for accept in ("*/*", "application/openmetrics-text"):
            openmetrics = "openmetrics" in accept
            families = parsed(scraped(agent, accept), openmetrics=openmetrics)
            assert lint(families.values()) == []
        assert value(families, "cnet_tasks_ended_total", status="completed", reason="exit") == 2
        assert value(families, "cnet_tasks", status="failed") == 1
        labels = {"method": "POST", "route": "/api/tasks", "status": "2xx"}
        assert value(families, "cnet_http_requests_total", **labels) == 3
        assert value(families, "cnet_store_commits_total") >= 3
        assert value(families, "cnet_audit_lost_entries_total") == 0


def test_what_was_done_is_on_record_from_the_start_to_the_end(folder: Path) -> None:
    with live_agent(folder) as agent:
        task = agent.submit("true")
        agent.reaches(task)
        with pytest.raises(Refused):
            agent.ask("GET", "/api/node", headers={"Host": "evil.com"})
        entries = agent.ask("GET", "/api/audit")["entries"]
        refused, submitted, started = entries
        assert started["action"] == "agent.started"
        assert submitted["detail"] == {"made": f"/api/tasks/{task}"}
        assert (refused["status"], refused["who"]) == (421, "unknown")
        agent.kill(signal.SIGTERM)
    lines = (agent.data_dir / "logs" / "audit.jsonl").read_text().splitlines()
    assert json.loads(lines[-1])["action"] == "agent.stopped"


def test_charts_are_told_when_tasks_ran(folder: Path) -> None:
    with live_agent(folder) as agent:
        task = agent.shell("exit 3", name="train")
        agent.reaches(task)
        history = agent.ask("GET", "/api/resources/history?window=5m")
        marks = [(mark["task_id"], mark["kind"], mark["status"]) for mark in history["markers"]]
        assert marks == [(task, "started", None), (task, "ended", "failed")]
