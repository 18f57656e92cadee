"""Restarts: of the machine, of a task that fails at once, and of an agent with a long history."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from cnet_agent.config.layout import Layout
from cnet_agent.model.phase import Phase
from cnet_agent.store.sqlite import open_store
from cnet_agent.supervisor import record
from helpers.factories import make_task
from helpers.live_agent import LiveAgent, live_agent
from helpers.processes import of_task
from helpers.waiting import a_moment, until_sync

pytestmark = pytest.mark.integration

FINISHED, RUNNING = 10_000, 60


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[LiveAgent]:
    with live_agent(tmp_path, tasks={"max_concurrent": RUNNING, "cleanup": False}) as agent:
        yield agent


def reboot(agent: LiveAgent, *tasks: str) -> None:
    """Leave everything as a machine does that lost its power, and start the agent again."""
    agent.kill()
    for pid in agent.processes():
        os.kill(pid, signal.SIGKILL)
    until_sync(lambda: not agent.processes(), 10)
    layout = Layout(agent.data_dir)
    layout.boot_mark.write_text("the boot before")
    for task_id in tasks:
        descriptor = record.open_record(layout.task(task_id).record(1))
        intent = record.read_from(descriptor).intent
        assert intent is not None
        record.write_intent(descriptor, {**intent, "boot_id": "the boot before"})
        os.close(descriptor)
    agent.start()


def test_after_a_reboot_what_ran_is_lost_and_nothing_runs_twice(agent: LiveAgent) -> None:
    work = 'echo run >> "runs-$CNET_TASK_ID-$CNET_ATTEMPT"; sleep 300'
    done = agent.reaches(agent.shell("exit 4"))["id"]
    ran = agent.shell(work)
    retried = agent.shell(work, max_retries=1, retry={"delay": "0.1s"})
    for task_id in (ran, retried):
        agent.reaches(task_id, "running")
        until_sync((agent.workspace / f"runs-{task_id}-1").exists, 10)
    agent.ask("PATCH", "/api/config", {"settings": {"tasks.max_concurrent": 2}})
    queued = agent.shell('echo run >> "runs-$CNET_TASK_ID-$CNET_ATTEMPT"')
    reboot(agent, ran, retried)
    task = agent.reaches(ran)
    assert (task["status"], task["reason"], task["exit_code"]) == ("failed", "lost", None)
    assert task["message"] == "The machine restarted while it ran, so how it ended is not known."
    again = agent.reaches(retried, "running")
    assert (again["attempt"], again["attempts"][0]["reason"]) == (2, "lost")
    assert agent.reaches(queued)["status"] == "completed"
    assert agent.task(done)["exit_code"] == 4
    runs = {path.name: path.read_text() for path in agent.workspace.glob("runs-*")}
    assert runs == dict.fromkeys(
        (f"runs-{ran}-1", f"runs-{retried}-1", f"runs-{retried}-2", f"runs-{queued}-1"), "run\n"
    )
    assert of_task(ran) == []


async def test_tasks_that_fail_at_once_are_retried_at_the_promised_pace(agent: LiveAgent) -> None:
    policy = {"delay": "0.2s", "factor": 2, "max_delay": "1s", "jitter": 0}
    ids = [agent.shell("exit 1", max_retries=1000, retry=policy) for _ in range(10)]
    until_sync(lambda: agent.task(ids[-1])["attempt"] >= 3, 30)
    log = agent.data_dir / "logs" / "agent.log"
    began, cpu, said = time.monotonic(), agent.cpu_seconds(), len(log.read_bytes().splitlines())
    before = [agent.task(task_id)["attempt"] for task_id in ids]
    await a_moment(5.0)
    made = sum(agent.task(task_id)["attempt"] for task_id in ids) - sum(before)
    took = time.monotonic() - began
    assert 1 <= made <= len(ids) * (took / 0.8 + 1)  # a wait of 0.8 seconds or more before each
    assert (agent.cpu_seconds() - cpu) / took < 0.5
    assert len(log.read_bytes().splitlines()) - said < 20
    waiting = until_sync(lambda: agent.task(ids[0])["waiting"], 10)
    assert waiting["on"] == "retry"
    assert "The next one starts in" in waiting["message"]
    by = {}
    for task_id in ids:
        agent.ask("DELETE", f"/api/tasks/{task_id}")
        by[task_id] = time.time()
    for task_id in ids:
        ended = agent.reaches(task_id)
        if ended["status"] != "stopped":  # its attempt had failed before the stop
            assert ended["status"] == "failed"
            assert datetime.fromisoformat(ended["completed_at"]).timestamp() <= by[task_id]


def test_what_a_very_short_task_used_is_known_after_a_restart(agent: LiveAgent) -> None:
    before = agent.reaches(agent.submit(sys.executable, "-c", "bytearray(50_000_000)"))
    agent.kill(signal.SIGKILL)
    agent.start()
    attempt = agent.task(before["id"])["attempts"][0]
    assert attempt["peak_memory"] > 50_000_000
    assert 0 < attempt["cpu_seconds"] < 10


def test_a_long_history_hardly_slows_a_restart_or_the_first_page(agent: LiveAgent) -> None:
    agent.kill(signal.SIGTERM)
    short = time_of(agent.start)
    running = [agent.submit("sleep", "300") for _ in range(RUNNING)]
    for task_id in running:
        agent.reaches(task_id, "running", seconds=60)
    agent.kill(signal.SIGKILL)
    asyncio.run(fill(agent.data_dir / "agent.db"))
    long = time_of(agent.start)
    assert long < 3 * short + 2
    tasks = agent.ask("GET", "/api/tasks?limit=100")
    assert len(tasks) == 100
    assert {task["id"] for task in agent.ask("GET", "/api/tasks?status=running")} == set(running)
    page = min(time_of(lambda: agent.ask("GET", "/api/tasks?limit=100")) for _ in range(10))
    assert page < 0.5


def time_of(work: object) -> float:
    """Return the seconds that something takes."""
    began = time.monotonic()
    assert callable(work)
    work()
    return time.monotonic() - began


async def fill(database: Path) -> None:
    store, notice = await open_store(database, time.time)
    assert notice is None
    tasks = (make_task(number, phase=Phase.FAILED) for number in range(1, FINISHED + 1))
    await asyncio.gather(*(store.put(task) for task in tasks))
    await store.close()
