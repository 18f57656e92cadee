"""Containers: short ones to a recorded exit with their log, against a loop over Docker's SDK."""

import json
import statistics
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import docker
from docker.types import LogConfig, Mount

from _harness.peers import Missing
from _harness.rounds import Figures, Results, compare, interleave
from _harness.rows import Row, at_most, ratio_at_least
from _harness.setup import Setup
from helpers.docker_daemon import BUSYBOX, DockerDaemon, docker_daemon
from helpers.live_agent import FINAL, LiveAgent
from helpers.waiting import until_sync

CONTAINERS, SINGLE = 60, 20
SLOTS = 4  # at a time
AGENT, SDK = "agent", "SDK"
COMMAND = ["echo", "done"]
OPTIONS = {"image": BUSYBOX, "network": "none"}


def measure(setup: Setup) -> list[Row]:
    """Return the rate of many, and how long one takes."""
    try:
        with _docker() as daemon:
            contenders = {
                AGENT: lambda: _agent(setup, daemon),
                SDK: lambda: _sdk(setup, daemon),
            }
            return _rows(interleave(contenders, setup.rounds, setup.gate))
    except Missing as why:
        return [Row("containers", "", "", None, missing=str(why))]


@contextmanager
def _docker() -> Iterator[DockerDaemon]:
    """Give a Docker of its own.

    Raises:
        Missing: none can be started.
    """
    try:
        made = docker_daemon()
        daemon = made.__enter__()
    except (OSError, subprocess.CalledProcessError) as error:
        raise Missing(f"Docker cannot be started here: {error}") from error
    try:
        yield daemon
    finally:
        made.__exit__(None, None, None)


def _agent(setup: Setup, daemon: DockerDaemon) -> Figures:
    agent = LiveAgent(setup.new_folder(), tasks={"max_concurrent": SLOTS})
    agent.environment["DOCKER_HOST"] = daemon.host
    asked = {"type": "container", **OPTIONS}
    try:
        agent.start()
        until_sync(lambda: agent.ask("GET", "/api/images")["available"], 10, "Docker")

        ends = _Ends(agent)

        def one() -> None:
            ends.wait_for([agent.submit(*COMMAND, **asked)])

        def many(count: int) -> None:
            ends.wait_for([agent.submit(*COMMAND, **asked) for _ in range(count)])

        return _figures(setup, one, many)
    finally:
        agent.clean_up()


class _Ends:
    """Hears of ends over the events of an agent: asking for them would slow Docker down."""

    def __init__(self, agent: LiveAgent) -> None:
        self._events = urllib.request.urlopen(f"{agent.url}/api/events")
        self._ended: dict[str, str] = {}

    def wait_for(self, tasks: list[str]) -> None:
        """Return once they have ended.

        Raises:
            AssertionError: one has failed.
        """
        while not set(tasks) <= self._ended.keys():
            line = self._events.readline()
            if line.startswith(b"data: ") and b'"completed_at"' in line:
                task = json.loads(line.removeprefix(b"data: "))
                if task.get("status") in FINAL:
                    self._ended[task["id"]] = task["status"]
        failed = [task for task in tasks if self._ended[task] != "completed"]
        assert failed == [], "a container failed"


def _sdk(setup: Setup, daemon: DockerDaemon) -> Figures:
    client = docker.APIClient(daemon.host, version="auto")
    host = client.create_host_config(  # as the agent has it
        network_mode=OPTIONS["network"],
        init=True,
        pids_limit=4096,
        cap_drop=["NET_RAW", "MKNOD", "SETFCAP", "AUDIT_WRITE"],
        security_opt=["no-new-privileges"],
        log_config=LogConfig(type="json-file", config={"max-size": "10m", "max-file": "5"}),
        mounts=[Mount("/cnet", str(setup.new_folder()), type="bind")],
    )

    def one() -> None:
        made = client.create_container(
            OPTIONS["image"], COMMAND, host_config=host, labels={"cnet.node": "x"}
        )["Id"]
        client.start(made)
        assert client.wait(made)["StatusCode"] == 0
        assert client.logs(made) == b"done\n"
        client.remove_container(made)

    def many(count: int) -> None:
        with ThreadPoolExecutor(SLOTS) as pool:
            list(pool.map(lambda _: one(), range(count)))

    try:
        return _figures(setup, one, many)
    finally:
        client.close()


def _figures(setup: Setup, one: Callable[[], None], many: Callable[[int], None]) -> Figures:
    one()
    latencies = []
    for _ in range(setup.size(SINGLE, 3)):
        began = time.monotonic()
        one()
        latencies.append(1000 * (time.monotonic() - began))
    count = setup.size(CONTAINERS, 8)
    began = time.monotonic()
    many(count)
    return {"rate": count / (time.monotonic() - began), "one": statistics.median(latencies)}


def _rows(results: Results) -> list[Row]:
    peer = f"Docker's SDK {docker.__version__}: create, start, wait, log, remove; same options"
    many = f"containers, {SLOTS} at a time, to a recorded exit"
    one = "a container, alone, to a recorded exit, p50"
    pairs = zip(results[AGENT].rounds, results[SDK].rounds, strict=True)
    added = [ours["one"] - theirs["one"] for ours, theirs in pairs if ours and theirs]
    return [
        compare(results, many, "/s", AGENT, SDK, "rate", peer=peer, bar=ratio_at_least(0.95)),
        compare(results, one, "ms", AGENT, SDK, "one", peer=peer),
        Row(
            "what the agent adds to a container, alone",
            "",
            "ms",
            statistics.median(added) if added else None,
            bar=at_most(5),
            noisy=results[AGENT].noisy or results[SDK].noisy,
        ),
    ]
