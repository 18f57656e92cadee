"""Training jobs of a real agent."""

import json
from typing import Any

from helpers.live_agent import LiveAgent
from helpers.waiting import until_sync

_ENDED = {"success", "failed", "cancelled"}


def job(agent: LiveAgent, task_id: str) -> Any:
    """Return a job as the agent answers it."""
    return agent.ask("GET", f"/train/{task_id}")


def ended_job(agent: LiveAgent, task_id: str, seconds: float = 60) -> Any:
    """Wait until a job has ended, and until all that it said has been collected; return it."""
    until_sync(lambda: job(agent, task_id)["status"] in _ENDED, seconds, f"the end of {task_id}")
    collected = agent.data_dir / "tasks" / task_id / "collected.json"
    until_sync(
        lambda: collected.exists() and json.loads(collected.read_text())["is_all"],
        30,
        f"all that {task_id} said",
    )
    return job(agent, task_id)
