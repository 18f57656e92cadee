"""Tasks that are training jobs, as the agent answers them."""

from typing import Any

from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import TaskView
from helpers.fake_agent import make_view
from helpers.fake_training import make_training


def make_job(number: int, phase: Phase = Phase.RUNNING, **fields: Any) -> TaskView:
    """Return a job; greater numbers are newer."""
    given = {"training": make_training(), "max_retries": 3, "name": f"job-{number}"}
    return make_view(number, phase, **{**given, **fields})
