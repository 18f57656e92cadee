"""kill -9 of the agent, its launcher and its supervisors: nothing is lost, nothing runs twice."""

import os
import random
import signal
import threading
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from helpers.live_agent import LiveAgent, live_agent
from helpers.waiting import until_sync

pytestmark = pytest.mark.integration


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[LiveAgent]:
    with live_agent(tmp_path, tasks={"max_concurrent": 50}) as agent:
        yield agent


def launcher_of(agent_pid: int) -> int:
    """Return the process that the agent keeps for launching."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
                command = (folder / "cmdline").read_text()
            except OSError:
                continue
            if int(fields[1]) == agent_pid and "launcher" in command:
                return int(folder.name)
    raise AssertionError("no launcher")


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def seconds(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


def test_thirty_running_tasks_survive_the_agents_death(agent: LiveAgent) -> None:
    short = [agent.shell(f"echo begin; sleep 1.5; echo end; exit {n}") for n in range(15)]
    gate = agent.workspace / "gate"
    long = [
        agent.shell(f"echo run >> runs-{n}; while ! test -e {gate}; do sleep 0.05; done; echo end")
        for n in range(15)
    ]
    stopped = agent.submit("sleep", "60", timeout="1s")
    for task_id in [*short, *long]:
        agent.reaches(task_id, "running", "completed", "failed")
    agent.kill()
    until_sync(lambda: len(agent.processes()) <= 15 * 3, 10, "the short ones to end unwatched")
    ended_by = time.time()
    agent.start()
    for number, task_id in enumerate(short):
        task = agent.reaches(task_id)
        assert task["exit_code"] == number
        assert task["status"] == ("completed" if number == 0 else "failed")
        assert 1.4 < seconds(task["completed_at"]) - seconds(task["started_at"]) < 4
        assert seconds(task["completed_at"]) < ended_by + 1
        assert agent.log(task_id) == ["begin", "end"]
    assert agent.reaches(stopped)["reason"] == "timeout"
    assert 0.9 < length(agent.task(stopped)) < 3
    gate.touch()
    for number, task_id in enumerate(long):
        assert agent.reaches(task_id)["status"] == "completed"
        assert (agent.workspace / f"runs-{number}").read_text() == "run\n"
        assert agent.log(task_id) == ["end"]


def length(task: Any) -> float:
    return seconds(task["completed_at"]) - seconds(task["started_at"])


def test_running_tasks_and_new_ones_survive_the_launchers_death(agent: LiveAgent) -> None:
    running = agent.shell("sleep 1; exit 5")
    agent.reaches(running, "running")
    os.kill(launcher_of(agent.pid), signal.SIGKILL)
    assert agent.reaches(agent.submit("true"))["status"] == "completed"
    assert agent.reaches(running)["exit_code"] == 5


def test_a_task_whose_supervisor_is_killed_is_lost_and_nothing_of_it_lives(
    agent: LiveAgent,
) -> None:
    task_id = agent.shell("setsid sh -c 'sleep 300 & sleep 300' & sleep 300")
    pid = agent.reaches(task_id, "running")["pid"]
    until_sync(lambda: len(agent.processes()) >= 5)
    os.kill(parent_of(pid), signal.SIGKILL)
    task = agent.reaches(task_id, seconds=2.0)
    assert (task["status"], task["reason"]) == ("failed", "lost")
    assert task["message"]
    until_sync(lambda: not agent.processes(), 1.0)


@pytest.mark.parametrize("damage", ["deleted", "garbage"])
def test_every_task_is_known_after_the_database_is_lost(agent: LiveAgent, damage: str) -> None:
    gate = agent.workspace / "gate"
    agent.kill()
    agent.config.write_text('{"tasks": {"max_concurrent": 3}, "training": {"port": 0}}')
    agent.start()
    done = agent.shell("exit 3", name="done")
    agent.reaches(done)
    wait = f"echo run >> runs-$CNET_TASK_ID; while ! test -e {gate}; do sleep 0.05; done"
    running = [agent.shell(wait, name=f"running-{n}") for n in range(3)]
    for task_id in running:
        agent.reaches(task_id, "running")
    queued = [agent.shell(wait, name=f"queued-{n}", priority=n) for n in range(4)]
    agent.kill()
    for path in agent.data_dir.glob("agent.db*"):
        if damage == "deleted":
            path.unlink()
        else:
            path.write_bytes(b"garbage" * 1000)
    agent.start()
    assert agent.ask("GET", "/api/snapshot")["notices"]
    assert agent.task(done)["exit_code"] == 3
    for task_id in running:
        assert agent.task(task_id)["status"] == "running"
    assert {agent.task(task_id)["status"] for task_id in queued} == {"pending"}
    assert agent.task(queued[3])["waiting"]["position"] == 1
    gate.touch()
    for task_id in [*running, *queued]:
        assert agent.reaches(task_id)["status"] == "completed"
        assert (agent.workspace / f"runs-{task_id}").read_text() == "run\n"


@pytest.mark.timeout(600)
def test_hundreds_of_tasks_run_once_each_through_many_kills(tmp_path: Path) -> None:
    count, most = 350, 50
    rng = random.Random(20261121)
    settings = {"tasks": {"max_concurrent": 32}}
    with live_agent(tmp_path, **settings) as agent:
        expected: dict[str, int] = {}
        kills = 0
        all_posted, ready = threading.Event(), threading.Event()
        ready.set()

        def post() -> None:
            script = 'echo run >> "runs/$1"; sleep "$2"; echo end; exit "$3"'
            for number in range(count):
                code, wait = number % 200, rng.choice([0, 0.05, 0.3, 1.0])
                args = ["-c", script, "sh", str(number), str(wait), str(code)]
                body = {"command": "sh", "args": args, "name": str(number)}
                key = {"Idempotency-Key": f"chaos-{number}"}
                while True:
                    try:
                        answer = agent.ask("POST", "/api/tasks", body, key)
                    except OSError:
                        ready.wait(30)
                    else:
                        expected[answer["id"]] = code
                        break
            all_posted.set()

        (agent.workspace / "runs").mkdir()
        poster = threading.Thread(target=post, daemon=True)
        poster.start()
        killer = random.Random(7)
        while kills < most or not all_posted.is_set():
            all_posted.wait(killer.uniform(0.02, 0.4))
            ready.clear()
            if kills % 10 == 9:
                os.kill(launcher_of(agent.pid), signal.SIGKILL)
            agent.kill()
            kills += 1
            agent.start()
            ready.set()
        poster.join(60)
        assert len(expected) == count
        for task_id, code in expected.items():
            task = agent.reaches(task_id, seconds=60)
            assert task["exit_code"] == code, task
            assert task["status"] == ("completed" if code == 0 else "failed"), task
            assert agent.log(task_id) == ["end"]
        runs = {path.name: path.read_text() for path in (agent.workspace / "runs").iterdir()}
        assert runs == {str(number): "run\n" for number in range(count)}
        until_sync(lambda: not agent.processes())
        assert "Traceback" not in agent.stderr()
