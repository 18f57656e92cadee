"""What so many descriptors suffice for."""

import pytest

from cnet_agent.runtime.descriptors import OWN, PER_CONNECTION, PER_TASK, Budget, budget


@pytest.mark.parametrize("limit", [80, 128, 256, 1024, 4096, 1_048_576])
def test_connections_and_tasks_leave_what_the_agent_needs_for_itself(limit: int) -> None:
    found = budget(limit)
    assert found.connections * PER_CONNECTION + found.tasks * PER_TASK + OWN <= limit


def test_plenty_allows_no_more_than_is_useful() -> None:
    assert budget(1_048_576) == Budget(connections=500, tasks=10_000)


def test_with_next_to_nothing_it_still_answers_and_runs_one_task_at_a_time() -> None:
    assert budget(20) == Budget(connections=4, tasks=1)
