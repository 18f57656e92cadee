"""What tasks used over time."""

from cnet_agent.executors.base import Usage
from cnet_agent.runtime.usage_history import UsageHistory


def test_samples_come_back_as_columns() -> None:
    history = UsageHistory()
    history.add("a", 1.0, Usage(cpu_percent=50.0, memory=1000, pids=1))
    history.add("a", 2.0, Usage(cpu_percent=150.04, memory=2000, pids=1))
    view = history.columns("a")
    assert view.timestamps == [1.0, 2.0]
    assert view.cpu_percent == [50.0, 150.0]
    assert view.memory == [1000.0, 2000.0]


def test_an_unknown_task_has_empty_columns() -> None:
    view = UsageHistory().columns("a")
    assert (view.timestamps, view.cpu_percent, view.memory) == ([], [], [])


def test_a_long_life_fits_in_few_points_with_its_peaks_of_memory() -> None:
    history = UsageHistory(points=10)
    for second in range(1, 1001):
        memory = 10**9 if second == 333 else 1000
        history.add(
            "a", float(second), Usage(cpu_percent=second % 2 * 100.0, memory=memory, pids=1)
        )
    view = history.columns("a")
    assert 10 <= len(view.timestamps) <= 20
    assert len(view.timestamps) == len(view.cpu_percent) == len(view.memory)
    assert max(view.memory) == 10**9
    assert view.timestamps[-1] == 1000.0
    assert set(view.cpu_percent) == {50.0}


def test_what_ended_long_ago_makes_room_for_what_is_new() -> None:
    history = UsageHistory(kept=3)
    usage = Usage(cpu_percent=1.0, memory=1, pids=1)
    for number in range(5):
        history.add(str(number), number * 100.0, usage)
    known = [number for number in range(5) if history.columns(str(number)).timestamps]
    assert known == [2, 3, 4]


def test_running_tasks_are_kept_however_many_they_are() -> None:
    history = UsageHistory(kept=3)
    usage = Usage(cpu_percent=1.0, memory=1, pids=1)
    for second in range(3):
        for number in range(10):
            history.add(str(number), float(second), usage)
    assert all(len(history.columns(str(number)).timestamps) == 3 for number in range(10))


def test_a_removed_task_is_forgotten() -> None:
    history = UsageHistory()
    history.add("a", 1.0, Usage(cpu_percent=1.0, memory=1, pids=1))
    history.forget(["a", "never seen"])
    assert history.columns("a").timestamps == []
