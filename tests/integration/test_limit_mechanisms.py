"""What limits promise, the same under every mechanism, through the API on real processes.

Run under what this machine offers and under the watch; ``test_guests_limits`` runs the same
tests where control groups are of version 2.
"""

import os
import re
import time
from collections.abc import Iterator

import pytest

from helpers.live_agent import LiveAgent, live_agent
from helpers.waiting import until_sync

pytestmark = pytest.mark.integration

ALLOCATE = "b = []\nwhile True: b.append(bytearray(b'x' * 2**20))"
WORDS = {
    "cgroup v1": "cgroup v1 limits",
    "cgroup v2": "cgroup v2 limits",
    "systemd scope": "cgroup v2 limits, in a scope of systemd",
    "watch": "limits are watched, not enforced by the kernel",
}
RESOURCES = ("cpu", "memory", "pids")
SPACE = 20_000_000  # bytes of directory for a task that writes three times as much
# A guest without hardware help is some twenty times slower than the machine it runs on, and counts
# the time in which that does not run it as spent by its processes.
SLOW, COARSE = (5, 0.8) if "GUEST_RUN" in os.environ else (1, 0.12)


@pytest.fixture(scope="module", params=["auto", "watch"])
def agent(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LiveAgent]:
    folder = tmp_path_factory.mktemp("limits")
    with live_agent(folder, tasks={"max_concurrent": 50, "limited_by": request.param}) as agent:
        yield agent


@pytest.fixture(scope="module")
def mechanism(agent: LiveAgent) -> str:
    """The name of what enforces limits, as a task tells it."""
    task_id = agent.submit("true")
    return str(agent.reaches(task_id, seconds=20 * SLOW)["limited_by"])


def hard(mechanism: str) -> bool:
    return mechanism != "watch"


def test_the_node_and_each_task_say_what_enforces_which_limit(
    agent: LiveAgent, mechanism: str, request: pytest.FixtureRequest
) -> None:
    wanted = request.node.callspec.params["agent"]
    expected = os.environ.get("GUEST_EXPECTS", mechanism) if wanted == "auto" else "watch"
    assert mechanism == expected
    process = agent.ask("GET", "/api/node")["executors"]["process"]
    assert process["detail"].startswith(WORDS[mechanism])
    how = "hard" if hard(mechanism) else "soft"
    assert process["limits"] == {**dict.fromkeys(RESOURCES, how), "disk": "soft"}
    limits = {"cpu_limit": 0.5, "memory_limit": "64MB", "disk_limit": "64MB"}
    task = agent.reaches(agent.submit("true", resources=limits), seconds=20 * SLOW)
    assert task["limits"] == process["limits"]


def test_a_task_over_its_memory_limit_fails_with_the_reason_and_the_next_step(
    agent: LiveAgent, mechanism: str
) -> None:
    task_id = agent.submit("python3", "-c", ALLOCATE, resources={"memory_limit": "64MB"})
    task = agent.reaches(task_id, seconds=20 * SLOW)
    assert (task["status"], task["reason"]) == ("failed", "oom")
    assert task["message"] == (
        "It ran out of its memory limit of 64 MB; raise memory_limit or use less."
    )
    if hard(mechanism):
        assert task["oom_kills"] >= 1


def test_a_grandchild_killed_for_memory_is_counted_though_the_task_completes(
    agent: LiveAgent, mechanism: str
) -> None:
    script = f'python3 -c "{ALLOCATE}"; exit 0'
    task_id = agent.shell(script, resources={"memory_limit": "64MB"})
    task = agent.reaches(task_id, seconds=20 * SLOW)
    if hard(mechanism):
        assert (task["status"], task["exit_code"]) == ("completed", 0)
        assert task["oom_kills"] >= 1
        assert "the memory limit killed one of its processes" in task["message"]
    else:  # the watch sees the task as a whole, and ends it as a whole
        assert (task["status"], task["reason"]) == ("failed", "oom")


def test_half_a_core_is_half_a_core(agent: LiveAgent, mechanism: str) -> None:
    burn = (
        "import os, time\n"
        "first, began, end = os.getpid(), time.monotonic(), time.monotonic() + 4\n"
        "for _ in range(3): os.fork()\n"
        "while time.monotonic() < end: pass\n"
        "try:\n"
        "    while True: os.wait()\n"
        "except ChildProcessError: pass\n"
        "if os.getpid() == first: print(sum(os.times()[:4]) / (time.monotonic() - began))\n"
    )
    task_id = agent.submit("python3", "-c", burn, resources={"cpu_limit": 0.5})
    assert agent.reaches(task_id, seconds=30 * SLOW)["status"] == "completed"
    (share,) = map(float, agent.log(task_id))  # of the first process, which waited for the rest
    if hard(mechanism):
        assert share == pytest.approx(0.5, rel=COARSE)
    else:  # confined to one processor, which is the least that can be given to it
        assert share <= 1.1


def test_a_fork_bomb_is_contained_while_the_api_answers(agent: LiveAgent, mechanism: str) -> None:
    bomb = "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass"
    task_id = agent.submit("python3", "-c", bomb, resources={"pids_limit": 50, "cpu_limit": 0.5})
    if hard(mechanism):
        until_sync(lambda: agent.task(task_id)["pid"], 10 * SLOW)
        until_sync(lambda: len(agent.processes()) >= 40, 10 * SLOW)
        began = time.monotonic()
        agent.ask("GET", "/api/health")
        assert time.monotonic() - began < 1.0 * SLOW
        agent.ask("POST", f"/api/tasks/{task_id}/stop", {"grace": 0.2})
        assert agent.reaches(task_id, seconds=5 * SLOW)["status"] == "stopped"
    else:
        task = agent.reaches(task_id, seconds=20 * SLOW)
        assert (task["status"], task["reason"]) == ("failed", "pids_limit")
        assert task["message"].startswith("It went over its limit of 50 processes")
    until_sync(lambda: not agent.processes(), 2.0 * SLOW)


def test_a_stubborn_tree_is_gone_within_its_grace_and_a_second(agent: LiveAgent) -> None:
    """Its members left their session, lost their parents, and ignore what can be ignored."""
    script = (
        "trap '' TERM; setsid sh -c 'trap \"\" TERM; (sleep 300 &) ; sleep 300' & "
        "nohup sleep 300 & while :; do sleep 1; done"
    )
    task_id = agent.shell(script)
    agent.reaches(task_id, "running", seconds=20 * SLOW)
    until_sync(lambda: len(agent.processes()) >= 6, 5 * SLOW)
    began = time.monotonic()
    agent.ask("POST", f"/api/tasks/{task_id}/stop", {"grace": 1})
    task = agent.reaches(task_id, seconds=3 * SLOW)
    assert 0.9 < time.monotonic() - began < 1 + 1.2 * SLOW
    assert (task["status"], task["signal"]) == ("stopped", "SIGKILL")
    until_sync(lambda: not agent.processes(), 0.5 * SLOW)


def test_a_task_that_fills_its_directory_is_stopped_and_told_how_far_it_went(
    agent: LiveAgent,
) -> None:
    script = (
        'i=0; while [ $i -lt 60 ]; do head -c 1000000 /dev/zero > "$TMPDIR/$i"; i=$((i+1)); done'
    )
    task_id = agent.shell(script, resources={"disk_limit": SPACE})
    task = agent.reaches(task_id, seconds=20 * SLOW)
    assert (task["status"], task["reason"]) == ("failed", "disk_limit")
    figures = re.fullmatch(
        r"It went over its disk limit of 20 MB \(([\d.]+) MB when it was stopped, "
        r"[\d.]+ [kM]?B over, ([\d.]+) MB in its directory in the end\); "
        r"raise disk_limit or write less\.",
        task["message"],
    )
    assert figures, task["message"]
    assert 20 <= float(figures[1]) < 40
    assert SPACE < task["attempts"][0]["disk_used"] < 2 * SPACE


def test_a_single_file_that_may_not_grow_is_the_reason_whatever_the_task_makes_of_it(
    agent: LiveAgent,
) -> None:
    task_id = agent.shell(
        'head -c 60000000 /dev/zero > "$TMPDIR/big" || exit 7', resources={"disk_limit": SPACE}
    )
    task = agent.reaches(task_id, seconds=20 * SLOW)
    assert (task["status"], task["reason"]) == ("failed", "disk_limit"), task["message"]
    assert SPACE <= task["attempts"][0]["disk_used"] < 1.1 * SPACE


def test_what_a_supervisor_enforces_holds_over_a_new_agent(agent: LiveAgent) -> None:
    """A task found again is limited, stopped and cleaned up after as before."""
    task_id = agent.shell(
        f'until [ -e "$TMPDIR/go" ]; do sleep 0.1; done; exec python3 -c "{ALLOCATE}"',
        resources={"memory_limit": "64MB"},
    )
    agent.reaches(task_id, "running", seconds=20 * SLOW)
    agent.kill()
    agent.start()
    (agent.data_dir / "tasks" / task_id / "work" / "tmp" / "go").touch()
    task = agent.reaches(task_id, seconds=20 * SLOW)
    assert (task["status"], task["reason"]) == ("failed", "oom")
    until_sync(lambda: not agent.processes(), 2.0 * SLOW)
