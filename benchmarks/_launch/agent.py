"""The agent: asked over HTTP by many clients at once, then by one at a time.

Every task has a supervisor of its own, and a 201 and an exit are on disk before they are told.
"""

import time
from pathlib import Path

import psutil

from _harness import load
from _harness.gate import busy_seconds
from _launch import loop
from _launch.loop import Work
from helpers.live_agent import live_agent

CLIENTS = 16
WARM_UP = 50  # tasks before anything is measured
AT_BEST = 1000  # tasks a second: asking sooner than they can have ended would slow them down
SETTLE = 1.5  # seconds after its start, for what an agent does first


class Agent:
    """One connection to an agent."""

    def __init__(self, url: str) -> None:
        self._connection = load.Connection(*load.address(url))

    def submit(self, command: list[str]) -> None:
        """Submit a task; the agent has it on disk when this returns."""
        self._connection.ask(submission(command))

    def drain(self) -> None:
        """Return when every task has ended, and its end is on disk."""
        while left := self._count("pending,running"):
            time.sleep(max(0.005, left / AT_BEST))
        assert self._count("failed,stopped") == 0, "a task failed"

    def _count(self, statuses: str) -> int:
        self._connection.ask(load.get(f"/api/tasks?status={statuses}&limit=1"))
        return int(load.header(self._connection.head, b"x-total-count"))


def submission(command: list[str]) -> bytes:
    """Return the request that submits a command."""
    return load.post("/api/tasks", {"command": command[0], "args": command[1:]})


def measure(folder: Path, work: Work, slots: int) -> dict[str, float]:
    """Return the figures of an agent that runs ``slots`` tasks at a time.

    Beside those of every launcher: milliseconds of processor time a task, of the agent's process
    (``agent_cpu``) and of the whole machine (``all_cpu``), and the percentage of one core that the
    clients took (``client``).
    """
    with live_agent(folder, tasks={"max_concurrent": slots}) as live:
        agent, process = Agent(live.url), psutil.Process(live.pid)
        time.sleep(SETTLE)
        loop.burst(agent, WARM_UP, 1)
        before, all_before = sum(process.cpu_times()[:2]), busy_seconds()
        sent = load.under_load(live.url, submission(["/bin/true"]), CLIENTS, work.tasks)
        agent.drain()
        seconds = time.monotonic() - sent.began
        used = sum(process.cpu_times()[:2]) - before
        all_used = busy_seconds() - all_before
        return {
            "rate": work.tasks / seconds,
            "agent_cpu": used * 1000 / work.tasks,
            "all_cpu": all_used * 1000 / work.tasks,
            "client": 100 * sent.cpu / (sent.ended - sent.began),
            **loop.one_by_one(agent.submit, work),
        }
