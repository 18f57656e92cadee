"""Idle: what it costs to watch a node once a second, against node_exporter and glances."""

import contextlib
import http.client
import subprocess
import threading
import time
from collections.abc import Callable, Iterator

from _harness import cost, load
from _harness.ports import free_port
from _harness.rounds import Contender, Figures, Results, compare, interleave
from _harness.rows import Bar, Row, at_most
from _harness.setup import Setup
from helpers.live_agent import live_agent

ALONE, WATCHED, WORKING = "idle agent", "agent with a client of events", "agent with 10 tasks"
DEFAULT, SIX = "node_exporter", "node_exporter, 6 collectors"
GLANCES = "glances"
COLLECTORS = ("cpu", "meminfo", "filesystem", "diskstats", "netdev", "loadavg")
BARS: dict[tuple[str, str], Bar] = {("cpu", ALONE): at_most(0.25), ("pss", ALONE): at_most(60)}


def measure(setup: Setup) -> list[Row]:
    """Return processor time and memory of ours beside those of each peer."""
    contenders: dict[str, Contender] = {
        ALONE: lambda: _agent(setup, tasks=0, watched=False),
        WATCHED: lambda: _agent(setup, tasks=0, watched=True),
        WORKING: lambda: _agent(setup, tasks=10, watched=False),
        DEFAULT: lambda: _node_exporter(setup),
        SIX: lambda: _node_exporter(setup, *COLLECTORS),
        GLANCES: lambda: _glances(setup),
    }
    return _rows(interleave(contenders, setup.rounds, setup.gate), setup)


def _agent(setup: Setup, *, tasks: int, watched: bool) -> Figures:
    """Measure an agent and its launcher; supervisors belong to the tasks."""
    with live_agent(setup.new_folder()) as live:
        family = cost.family(live.pid)
        for _ in range(tasks):
            live.reaches(live.submit("sleep", "3600"), "running")
        if not watched:
            return _measured(setup, family)
        with load.Connection(*load.address(live.url)) as client:
            client.send(load.get("/api/events"))
            with _repeatedly(lambda: client.socket.recv(1 << 16), pause=0):
                return _measured(setup, family)


def _node_exporter(setup: Setup, *collectors: str) -> Figures:
    package = "prometheus-node-exporter"
    program, _ = setup.peers.debian(package, f"usr/bin/{package}")
    port = free_port()
    options = [f"--web.listen-address=127.0.0.1:{port}"]
    if collectors:
        options += ["--collector.disable-defaults", *(f"--collector.{name}" for name in collectors)]
    return _scraped(setup, [str(program), *options], port, "/metrics")


def _glances(setup: Setup) -> Figures:
    python = setup.peers.python("glances", "glances[web]")
    port = free_port()
    options = ["-w", "--time", "1", "--bind", "127.0.0.1", "--port", str(port)]
    command = [str(python.with_name("glances")), *options, "--disable-check-update"]
    return _scraped(setup, command, port, "/api/4/all")


def _scraped(setup: Setup, command: list[str], port: int, path: str) -> Figures:
    """Measure a server that is asked once a second."""
    with (setup.new_folder() / "output").open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)
    try:
        _await(port, path)
        with _repeatedly(lambda: _get(port, path), pause=1):
            return _measured(setup, cost.family(process.pid))
    finally:
        process.terminate()
        process.wait()


def _measured(setup: Setup, pids: list[int]) -> Figures:
    time.sleep(setup.size(15, 4))  # what it does once, after its start
    return {"cpu": cost.cpu_percent(pids, setup.size(30, 5)), **cost.memory(pids)}


@contextlib.contextmanager
def _repeatedly(act: Callable[[], object], pause: float) -> Iterator[None]:
    """Do something again and again in a thread of this process, which is not measured."""
    ended = threading.Event()

    def run() -> None:
        while not ended.is_set():
            act()
            ended.wait(pause)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _get(port: int, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    if answer.status != 200:
        raise ConnectionError(f"{path} answers with {answer.status}")
    return text


def _await(port: int, path: str) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            _get(port, path)
            return
        except OSError as error:
            if time.monotonic() > deadline:
                raise TimeoutError(f"nobody answers at {path}") from error
            time.sleep(0.1)


def _rows(results: Results, setup: Setup) -> list[Row]:
    labels = {
        DEFAULT: f"{setup.peers.label('prometheus-node-exporter')}, scraped each second",
        SIX: f"the same with {len(COLLECTORS)} collectors",
        GLANCES: f"{setup.peers.label(GLANCES)} as a server, asked each second",
    }
    figures = [("cpu", "share of a core", "%"), ("pss", "memory (PSS)", "MB")]
    return [
        compare(
            results,
            f"{ours}: {said}",
            unit,
            ours,
            peer,
            figure,
            peer=label,
            bar=BARS.get((figure, ours)) if peer == DEFAULT else None,
        )
        for ours in (ALONE, WATCHED, WORKING)
        for figure, said, unit in [*figures, *([("rss", "memory (RSS)", "MB")] * (ours == ALONE))]
        for peer, label in labels.items()
    ]
