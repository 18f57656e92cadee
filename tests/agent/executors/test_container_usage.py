"""What a container uses, out of Docker's counters."""

from typing import Any

from cnet_agent.executors.base import AttemptKey, Usage
from cnet_agent.executors.container_usage import Meter

KEY = AttemptKey("t", 1)


def stats(busy: float, **memory: Any) -> dict[str, Any]:
    return {
        "cpu_stats": {"cpu_usage": {"total_usage": busy * 1e9}},
        "memory_stats": memory,
        "pids_stats": {"current": 3},
    }


def test_the_processor_is_counted_from_the_look_before() -> None:
    meter = Meter()
    assert meter.measure(KEY, stats(10.0), at=100.0) == Usage(0.0, 0, 3)
    assert meter.measure(KEY, stats(11.0), at=102.0).cpu_percent == 50
    meter.forget(KEY)
    assert meter.measure(KEY, stats(12.0), at=103.0).cpu_percent == 0


def test_page_cache_that_can_be_taken_back_is_not_memory_in_use() -> None:
    first = stats(0.0, usage=100, stats={"total_inactive_file": 30, "inactive_file": 1})
    second = stats(0.0, usage=100, stats={"inactive_file": 40})
    assert Meter().measure(KEY, first, at=0.0).memory == 70
    assert Meter().measure(KEY, second, at=0.0).memory == 60
