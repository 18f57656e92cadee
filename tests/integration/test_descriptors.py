"""More clients than descriptors: tasks run, others are answered, and the log stays short."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from helpers.live_agent import LiveAgent
from helpers.processes import descriptors_of

pytestmark = pytest.mark.integration

LIMIT = 128


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[LiveAgent]:
    agent = LiveAgent(tmp_path, tasks={"max_concurrent": 50})
    agent.prefix = ["sh", "-c", f'ulimit -n {LIMIT}; exec "$@"', "sh"]
    try:
        yield agent.start()
    finally:
        agent.clean_up()


def hold_open(agent: LiveAgent, count: int, stack: ExitStack) -> None:
    """Open connections on which nothing is ever said."""
    host, port = agent.url.removeprefix("http://").split(":")
    for _ in range(count):
        connection = stack.enter_context(socket.socket())
        connection.setblocking(False)
        connection.connect_ex((host, int(port)))


def test_three_hundred_idle_connections_hold_up_neither_tasks_nor_clients(
    agent: LiveAgent,
) -> None:
    with ExitStack() as stack:
        hold_open(agent, 300, stack)
        ids = [agent.shell(f"echo {number}; sleep 1; exit {number}") for number in range(20)]
        most = 0
        for number, task_id in enumerate(ids):
            task = agent.reaches(task_id)
            most = max(most, descriptors_of(agent.pid))
            assert (task["reason"], task["exit_code"]) == ("exit", number)
            assert agent.log(task_id) == [str(number)]
            hold_open(agent, 10, stack)
        assert most < LIMIT - 20
    assert agent.ask("GET", "/health")["status"] == "ok"
    assert len(agent.stderr()) < 10_000
    assert agent.cpu_seconds() < 15


def test_no_more_tasks_run_than_can_be_watched(agent: LiveAgent) -> None:
    gate = agent.workspace / "gate"
    ids = [agent.shell(f"while ! test -e {gate}; do sleep 0.2; done") for _ in range(40)]
    agent.reaches(ids[0], "running")
    waiting = agent.task(ids[-1])["waiting"]
    assert waiting["on"] == "slots"
    gate.touch()
    for task_id in ids:
        assert agent.reaches(task_id, seconds=40)["status"] == "completed"
