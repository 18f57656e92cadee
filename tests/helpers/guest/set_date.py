"""The machine's date is set while tasks run: an hour back, a day forward, a year for a moment.

Run in a guest, as root: nowhere else may a test set the date. A wait of so many seconds is told
apart from a jump by its length, and the lengths leave room for a slow machine.
"""

import signal
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from helpers.live_agent import LiveAgent
from helpers.waiting import until_sync

HOUR, DAY, YEAR = 3600, 86_400, 365 * 86_400
DELAY = 6.0  # seconds between attempts
POLICY = {"delay": f"{DELAY:.0f}s", "factor": 1, "jitter": 0}
SLOW = 100.0  # seconds for what is quick elsewhere


class Clock:
    """The clock of this machine, which is taken to have been right at first."""

    def __init__(self) -> None:
        self._booted = time.time() - time.clock_gettime(time.CLOCK_BOOTTIME)

    def set_off(self, seconds: float) -> None:
        """Set the clock so many seconds ahead of the true time, or behind it."""
        true = self._booted + time.clock_gettime(time.CLOCK_BOOTTIME)
        time.clock_settime(time.CLOCK_REALTIME, true + seconds)


@pytest.fixture
def clock() -> Iterator[Clock]:
    clock = Clock()
    yield clock
    clock.set_off(0)


@pytest.fixture
def agent(tmp_path: Path, clock: Clock) -> Iterator[LiveAgent]:
    agent = LiveAgent(tmp_path, resources={"interval": "0.5s"})
    try:
        yield agent.start()
    finally:
        agent.clean_up()


def seconds(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


def backs_off(agent: LiveAgent, task_id: str) -> None:
    """Wait until a task waits for its next attempt."""
    until_sync(lambda: agent.task(task_id)["phase"] == "backing_off", SLOW)


def in_order(task: Any) -> bool:
    """Tell whether the times of a task follow each other, attempt by attempt."""
    times = [task["created_at"]]
    for attempt in task["attempts"]:
        times += [attempt["started_at"], attempt["ended_at"]]
    return [*times, task["completed_at"]] == sorted([*times, task["completed_at"]])


@pytest.mark.parametrize("jump", [-HOUR, DAY])
def test_timeouts_and_retries_come_when_they_should_and_durations_are_true(
    agent: LiveAgent, clock: Clock, jump: int
) -> None:
    limited = agent.submit("sleep", "1000", timeout="20s")
    retried = agent.shell("echo run >> runs; exit 3", max_retries=2, retry=POLICY)
    backs_off(agent, retried)
    began = time.monotonic()
    assert agent.task(limited)["status"] == "running"
    clock.set_off(jump)
    agent.reaches(retried, seconds=SLOW)
    # Nearly two waits were ahead; a slow machine is late, but never early.
    assert 1.5 * DELAY < time.monotonic() - began < SLOW
    agent.reaches(limited, seconds=SLOW)
    limited_task, retried_task = agent.task(limited), agent.task(retried)
    assert limited_task["reason"] == "timeout"
    length = seconds(limited_task["completed_at"]) - seconds(limited_task["started_at"])
    assert 19.9 < length < SLOW
    assert (retried_task["attempt"], retried_task["exit_code"]) == (3, 3)
    assert (agent.workspace / "runs").read_text() == "run\n" * 3
    assert in_order(limited_task)
    assert in_order(retried_task)
    assert 0 <= agent.ask("GET", "/health")["uptime"] < 3 * SLOW
    assert agent.reaches(agent.submit("true"), seconds=SLOW)["status"] == "completed"
    assert "Traceback" not in agent.stderr()


def test_a_restart_with_another_date_neither_hurries_nor_prolongs_a_wait(
    agent: LiveAgent, clock: Clock
) -> None:
    waiting = agent.shell("echo run >> runs; exit 3", max_retries=2, retry=POLICY)
    backs_off(agent, waiting)
    agent.kill()
    clock.set_off(-DAY)
    agent.start()
    began = time.monotonic()
    assert agent.reaches(waiting, seconds=SLOW)["attempt"] == 3
    assert time.monotonic() - began > DELAY  # the second wait in full, the first at most
    assert (agent.workspace / "runs").read_text() == "run\n" * 3


def test_tasks_submitted_under_any_date_keep_their_order(agent: LiveAgent, clock: Clock) -> None:
    gate = agent.workspace / "gate"
    agent.ask("PATCH", "/api/config", {"settings": {"tasks.max_concurrent": 1}})
    agent.shell(f"while ! test -e {gate}; do sleep 0.02; done")
    ids = []
    for jump in (0, DAY, -HOUR, 0):
        clock.set_off(jump)
        ids.append(agent.shell("echo $CNET_TASK_ID >> order"))
    agent.kill()
    agent.start()
    ids.append(agent.shell("echo $CNET_TASK_ID >> order"))
    assert [agent.task(task_id)["waiting"]["position"] for task_id in ids] == [1, 2, 3, 4, 5]
    newest_first = [task["id"] for task in agent.ask("GET", "/api/tasks?status=pending")]
    assert newest_first == ids[::-1]
    gate.touch()
    for task_id in ids:
        agent.reaches(task_id, seconds=SLOW)
    assert (agent.workspace / "order").read_text().split() == ids


def test_a_year_ahead_for_a_moment_costs_no_task_no_key_and_no_history(
    agent: LiveAgent, clock: Clock
) -> None:
    body, key = {"command": "true"}, {"Idempotency-Key": "once"}
    done = agent.ask("POST", "/api/tasks", body, key)["id"]
    agent.reaches(done, seconds=SLOW)
    until_sync(lambda: samples(agent) >= 5, SLOW)
    year = f"{datetime.now(UTC).year}"
    clock.set_off(YEAR)
    until_sync(lambda: not usage(agent)["timestamp"].startswith(year), SLOW)
    agent.ask("POST", "/api/tasks", {"command": "true"}, {"Idempotency-Key": "another"})
    assert agent.ask("POST", "/api/tasks", body, key)["id"] == done
    agent.kill(signal.SIGTERM)  # and a start under the wrong date removes nothing either
    clock.set_off(YEAR + DAY)
    agent.start()
    clock.set_off(0)
    assert agent.ask("POST", "/api/tasks", body, key)["id"] == done
    assert agent.task(done)["status"] == "completed"
    assert samples(agent) >= 5


def usage(agent: LiveAgent) -> Any:
    return agent.ask("GET", "/api/resources/usage")


def samples(agent: LiveAgent) -> int:
    """Return how many samples of the last ten minutes are there."""
    return len(agent.ask("GET", "/api/resources/history?window=10m")["timestamps"])
