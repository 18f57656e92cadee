"""What a task knows of itself."""

from dataclasses import replace

import pytest

from cnet_agent.model.phase import Phase
from helpers.factories import make_task


def test_the_wait_of_a_task_ends_with_its_first_start() -> None:
    waiting = make_task(1)
    assert waiting.waited is None
    assert make_task(1, phase=Phase.RUNNING).waited == 1.0
    again = replace(make_task(1, phase=Phase.FAILED), started_at=waiting.created_at + 50)
    assert again.waited == pytest.approx(1.0)
    never = replace(waiting, phase=Phase.CANCELLED)
    assert never.waited is None


def test_retries_are_the_attempts_after_the_first() -> None:
    assert make_task(attempt=1).retry_count == 0
    assert make_task(attempt=3).retry_count == 2
