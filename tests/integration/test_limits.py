"""Stops, logs and launches through the API, on real processes; limits are beside this file."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from helpers.live_agent import LiveAgent, live_agent
from helpers.waiting import until_sync

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveAgent]:
    with live_agent(tmp_path_factory.mktemp("limits"), tasks={"max_concurrent": 50}) as agent:
        yield agent


def test_fifty_parallel_stops_give_one_answer(agent: LiveAgent) -> None:
    task_id = agent.shell("trap 'exit 4' TERM; while :; do sleep 0.05; done")
    agent.reaches(task_id, "running")
    until_sync(lambda: agent.task(task_id)["usage"] is not None)
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: agent.ask("DELETE", f"/api/tasks/{task_id}"), range(50)))
    assert {answer["id"] for answer in answers} == {task_id}
    assert {answer["status"] for answer in answers} <= {"running", "stopped"}
    task = agent.reaches(task_id)
    assert (task["status"], task["exit_code"]) == ("stopped", 4)
    events = [entry["kind"] for entry in agent.ask("GET", f"/api/tasks/{task_id}/events")]
    assert events.count("stopping") == 1


def test_a_follower_sees_each_of_a_million_lines_once_in_order(agent: LiveAgent) -> None:
    import http.client
    import json

    script = (
        "import sys\n"
        "for block in range(1000):\n"
        "    sys.stdout.write(''.join(f'{block * 1000 + n}\\n' for n in range(1000)))\n"
    )
    task_id = agent.submit("python3", "-c", script)
    host, port = agent.url.removeprefix("http://").split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=60)
    connection.request("GET", f"/api/tasks/{task_id}/logs?follow=true&format=records")
    answer = connection.getresponse()
    expected, gaps = 0, []
    kind = ""
    for raw in answer:
        if raw.startswith(b"event:"):
            kind = raw[6:].strip().decode()
        elif raw.startswith(b"data:"):
            data: Any = json.loads(raw[5:])
            if kind == "gap":
                gaps.append(data)
                continue
            for record in data if isinstance(data, list) else [data]:
                if "line" in record:
                    number = int(record["line"])
                    if gaps and number > expected:
                        expected = number
                    assert number == expected
                    expected += 1
    connection.close()
    assert expected == 1_000_000
    assert not gaps


def test_the_tail_of_a_full_log_answers_at_once(agent: LiveAgent) -> None:
    task_id = agent.submit("sh", "-c", "seq 1 9000000")
    agent.reaches(task_id, seconds=60)
    began = time.monotonic()
    lines = agent.log(task_id, "?tail=200")
    took = time.monotonic() - began
    assert lines[-1] == "9000000"
    assert len(lines) == 200
    began = time.monotonic()
    agent.ask("GET", "/api/health")
    assert took < max(0.5, 50 * (time.monotonic() - began))


def test_stopping_the_agent_politely_leaves_the_tasks_running(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with live_agent(tmp_path_factory.mktemp("polite")) as agent:
        task_id = agent.shell("sleep 1.5; exit 6")
        agent.reaches(task_id, "running")
        assert agent.kill(15) == 0
        assert agent.processes()
        agent.start()
        assert agent.reaches(task_id)["exit_code"] == 6


def test_the_loop_stays_free_while_a_hundred_tasks_are_launched(agent: LiveAgent) -> None:
    slowest = [0.0]
    done = threading.Event()

    def watch() -> None:
        while not done.is_set():
            began = time.monotonic()
            agent.ask("GET", "/api/health")
            slowest[0] = max(slowest[0], time.monotonic() - began)

    watcher = threading.Thread(target=watch)
    watcher.start()
    ids = [agent.submit("true") for _ in range(100)]
    for task_id in ids:
        assert agent.reaches(task_id)["status"] == "completed"
    done.set()
    watcher.join()
    assert slowest[0] < 1.0
    assert len(set(ids)) == 100
