"""Logs without measure: a gigabyte, a line without end, bytes that are no text."""

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from helpers.live_agent import LiveAgent, live_agent
from helpers.waiting import until_sync

pytestmark = pytest.mark.integration

MB = 1_000_000
GIGABYTE = (
    "yes 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde | head -c 1073741824"
)
ONE_LINE = "head -c 100000000 /dev/zero | tr '\\0' x; echo; echo end"
NO_TEXT = "head -c 20000000 /dev/urandom; printf '\\033[31m\\033]0;t\\007\\377\\376\\033c\\n'"


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[LiveAgent]:
    with live_agent(tmp_path) as agent:
        agent.log(agent.reaches(agent.shell("echo warm"))["id"])  # what is loaded on first use
        yield agent


class Growth:
    """By how much the agent's memory grew at most while it was looked at."""

    def __init__(self, agent: LiveAgent) -> None:
        self._agent = agent
        self._base = agent.rss()
        self.bytes = 0

    def look(self) -> None:
        self.bytes = max(self.bytes, self._agent.rss() - self._base)


@contextmanager
def growth_of(agent: LiveAgent) -> Iterator[Growth]:
    growth, done = Growth(agent), threading.Event()

    def watch() -> None:
        while not done.wait(0.02):
            growth.look()

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield growth
    finally:
        done.set()
        watcher.join()


class Follower:
    """Reads a task's log as server-sent events, in a thread of its own."""

    def __init__(self, agent: LiveAgent, task_id: str) -> None:
        host, port = agent.url.removeprefix("http://").split(":")
        self._connection = http.client.HTTPConnection(host, int(port), timeout=60)
        self._connection.request("GET", f"/api/tasks/{task_id}/logs?follow=true")
        self.lines: list[str] = []
        self.kinds: list[str] = []
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self) -> None:
        answer = self._connection.getresponse()
        kind = ""
        while text := answer.readline():
            name, _, value = text.decode().rstrip("\n").partition(": ")
            if name == "event":
                kind = value
                if not self.kinds or self.kinds[-1] != kind:
                    self.kinds.append(kind)
            elif name == "data" and kind == "log":
                self.lines += [record["line"] for record in json.loads(value)]
        self._connection.close()


def on_disk(agent: LiveAgent, task_id: str) -> int:
    segments = (agent.data_dir / "tasks" / task_id).glob("*.log.*")
    return sum(path.stat().st_size for path in segments)


@pytest.mark.timeout(180)
def test_a_gigabyte_costs_neither_memory_nor_disk_whoever_reads_it_or_stalls(
    agent: LiveAgent,
) -> None:
    host, port = agent.url.removeprefix("http://").split(":")
    with growth_of(agent) as growth, socket.create_connection((host, int(port))) as stalled:
        task_id = agent.shell(GIGABYTE)
        path = f"/api/tasks/{task_id}/logs?follow=true"
        stalled.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        reading = Follower(agent, task_id)
        until_sync(lambda: len(reading.lines) > 100, 30)
        task = agent.reaches(task_id, seconds=150)
        assert (task["status"], task["dropped_bytes"]) == ("completed", 0)
        reading.thread.join(60)
    assert growth.bytes < 20 * MB
    assert on_disk(agent, task_id) <= 60 * MB
    assert reading.kinds[-1] == "end"
    assert set(reading.lines) == {"0123456789abcdef" * 3 + "0123456789abcde"}
    began = time.monotonic()
    assert len(agent.log(task_id, "?tail=200")) == 200
    assert time.monotonic() - began < 5


def test_a_follower_sees_each_line_once_over_all_segments(agent: LiveAgent) -> None:
    task_id = agent.shell("seq 1 500000")
    reading = Follower(agent, task_id)
    agent.reaches(task_id, seconds=40)
    reading.thread.join(50)
    assert [int(line) for line in reading.lines] == list(range(1, 500_001))
    assert reading.kinds == ["log", "end"]
    assert len(list((agent.data_dir / "tasks" / task_id).glob("1.log.*"))) > 2


@pytest.mark.parametrize("command", [ONE_LINE, NO_TEXT], ids=["one line", "no text"])
def test_output_that_is_no_lines_of_text_is_answered_in_pieces_of_valid_json(
    agent: LiveAgent, command: str
) -> None:
    with growth_of(agent) as growth:
        task_id = agent.shell(command)
        assert agent.reaches(task_id, seconds=60)["status"] == "completed"
    assert growth.bytes < 20 * MB
    assert on_disk(agent, task_id) <= 60 * MB
    with growth_of(agent) as growth:
        pages: list[Any] = [agent.log(task_id, f"?format=records&tail={n}") for n in (200, 10_000)]
    assert growth.bytes < 150 * MB  # of a page, however long the line
    for page in pages:
        assert 1 <= len(page) <= 10_000
        assert sum(len(record["line"]) for record in page) < 10 * MB
    last = pages[0][-1]["line"]
    assert last == "end" if command == ONE_LINE else last.endswith("\x1b]0;t\x07\ufffd\ufffd\x1bc")
