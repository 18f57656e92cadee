"""Processes that are watched: how often they are looked at, and what is told."""

from pathlib import Path

import pytest

from cnet_agent.supervisor import linux
from cnet_agent.supervisor.limits import process_watch
from cnet_agent.supervisor.limits.plan import Plan
from cnet_agent.supervisor.limits.process_watch import CALM, FIRST, PEEK_EVERY, ProcessWatch

ROOT = 7


class System:
    """A process table that a test fills."""

    def __init__(self) -> None:
        self.memory = [1_000_000]
        self.others = 100  # threads
        self.looks = 0

    def table(self) -> dict[int, linux.Process]:
        self.looks += 1
        rows = enumerate(self.memory, start=100)
        return {pid: linux.Process(pid, ROOT, "S", 0, 0, 0, 1, memory) for pid, memory in rows}

    def threads(self) -> int:
        return self.others + len(self.memory)


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    made = System()
    monkeypatch.setattr(process_watch, "process_table", made.table)
    monkeypatch.setattr(process_watch, "threads_of_all", made.threads)
    monkeypatch.setattr(process_watch, "SHARE", 0)  # a busy machine is not what is tested
    monkeypatch.setattr(process_watch, "_HURRIED_SHARE", 0)
    return made


def test_few_processes_are_looked_at_rarely(system: System) -> None:
    watch = ProcessWatch(Plan(watch_pids=50), ROOT, 0.0)
    now = FIRST
    while now < FIRST + CALM:
        assert watch.look(now) is None
        assert watch.due <= now + PEEK_EVERY
        now += PEEK_EVERY
    assert system.looks == 1


def test_a_bomb_is_seen_by_the_number_of_all_threads(system: System) -> None:
    watch = ProcessWatch(Plan(watch_pids=50), ROOT, 0.0)
    assert watch.look(FIRST) is None
    system.memory *= 51
    found = watch.look(FIRST + PEEK_EVERY)
    assert found == ("pids_limit", "51 processes and threads")


def test_processes_of_others_are_looked_at_and_not_held_against_the_task(system: System) -> None:
    watch = ProcessWatch(Plan(watch_pids=50), ROOT, 0.0)
    watch.look(FIRST)
    system.others += 1000
    assert watch.look(FIRST + PEEK_EVERY) is None
    assert system.looks == 2
    assert watch.look(FIRST + 2 * PEEK_EVERY) is None
    assert system.looks == 2


def test_memory_that_grows_is_looked_at_sooner_and_its_excess_told(system: System) -> None:
    watch = ProcessWatch(Plan(watch_memory=100_000_000), ROOT, 0.0)
    watch.look(FIRST)
    system.memory = [60_000_000]
    watch.look(1.0)
    assert watch.due < 1.0 + 2 * PEEK_EVERY
    system.memory = [60_000_000, 60_000_000]
    assert watch.look(2.0) == ("oom", "120 MB in use, 20 MB over the limit")
    assert watch.peak_memory == 120_000_000


def test_this_system_tells_how_many_threads_there_are() -> None:
    assert process_watch.threads_of_all() >= len(list(Path("/proc/self/task").iterdir()))
