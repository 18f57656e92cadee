"""When to look again."""

import pytest

from cnet_agent.model.quantities import format_size
from cnet_agent.supervisor.limits.pace import readable, wait_for


@pytest.mark.parametrize(
    ("room", "growth", "wait"),
    [
        (100, 0, 1.0),  # nothing grows
        (100, -5, 1.0),
        (100, 1, 1.0),  # far away
        (100, 100, 0.5),  # half the time that is left
        (100, 1e6, 0.01),  # as soon as may be
        (-5, 100, 0.01),  # over it
    ],
)
def test_the_next_look_comes_at_half_the_time_to_the_limit(
    room: float, growth: float, wait: float
) -> None:
    assert wait_for(room, growth, soonest=0.01, latest=1.0) == wait


@pytest.mark.parametrize("size", [0, 999, 1000, 12_345, 99_999_999, 5e9, 7e12])
def test_sizes_read_as_the_agent_writes_them(size: float) -> None:
    assert readable(size) == format_size(size)
