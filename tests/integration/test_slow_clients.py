"""Clients that begin a request and do not end it: others are answered, followers hear every line.

The seconds are what fits into a run of the tests; ``SLOW_CLIENTS_FOR=60`` asks for more by hand.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.live_agent import ROOT, LiveAgent, live_agent

pytestmark = [pytest.mark.integration, pytest.mark.timeout(180)]

SECONDS = int(os.environ.get("SLOW_CLIENTS_FOR", "13"))  # more than the deadline of a header
HALF_HEADERS, SLOW_BODIES = 500, 100
CLOSED_WITHIN = 10.0  # seconds, as the slow clients see it


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[LiveAgent]:
    with live_agent(tmp_path) as agent:
        yield agent


def crowd(agent: LiveAgent) -> subprocess.Popen[str]:
    """Start the slow clients, and return once they are there."""
    address = agent.url.removeprefix("http://").split(":")
    numbers = [str(number) for number in (SECONDS, HALF_HEADERS, SLOW_BODIES)]
    process = subprocess.Popen(
        [sys.executable, "-m", "helpers.slow_crowd", *address, *numbers],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT / "tests",
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n"
    return process


def test_slow_clients_keep_nobody_waiting_and_are_closed(agent: LiveAgent) -> None:
    count = SECONDS * 10
    task_id = agent.shell(f"for i in $(seq {count}); do echo line $i.; sleep 0.1; done")
    follower = subprocess.Popen(
        ["curl", "-sN", f"{agent.url}/api/tasks/{task_id}/logs?follow=true"],
        stdout=subprocess.PIPE,
        text=True,
    )
    waits: list[float] = []
    with crowd(agent) as slow:
        while slow.poll() is None:
            began = time.monotonic()
            agent.ask("GET", "/api/node")  # over a connection of its own
            waits.append((time.monotonic() - began) * 1000)
        assert slow.stdout is not None
        told = json.loads(slow.stdout.read())
    agent.reaches(task_id)
    heard = follower.communicate(timeout=20)[0]
    assert all(heard.count(f"line {number + 1}.") == 1 for number in range(count))
    p50, p99 = statistics.median(waits), statistics.quantiles(waits, n=100)[98]
    print(
        f"good requests: {len(waits)}, p50 {p50:.1f} ms, p99 {p99:.1f} ms; slow ones closed:"
        f" {told['closed']}, after {told['longest']:.1f} s at most"
    )
    assert told["closed"] >= HALF_HEADERS
    assert told["longest"] < CLOSED_WITHIN
    assert p50 < 500
    assert "Traceback" not in agent.stderr()
