"""Logs: how fast output is taken in, and how soon a line reaches who follows."""

import subprocess
from collections.abc import Iterator
from contextlib import ExitStack

from _harness import load
from _harness.peers import Missing
from _harness.percentiles import percentiles
from _harness.rounds import Contender, Figures, Results, compare, interleave
from _harness.rows import Row, at_most, ratio_at_least
from _harness.setup import Setup
from _logs import docker
from _logs.programs import LINE, WHOLE, Programs, latencies, programs
from helpers.live_agent import LiveAgent, live_agent

AGENT, PLAIN, DOCKER = "agent", "plain file", "docker"
WRITES = {"whole": ("64 KiB writes", WHOLE), "lines": ("a write per line", LINE)}
PACES = (20, 1000)  # lines a second


def measure(setup: Setup) -> list[Row]:
    """Return ingestion, then latencies of followers."""
    try:
        built = programs(setup.new_folder())
    except Missing as why:
        return [Row("logs", "", "", None, missing=str(why))]
    with ExitStack() as stack:
        contenders: dict[str, Contender] = {
            AGENT: lambda: _agent(setup, built),
            PLAIN: lambda: _plain(setup, built),
            DOCKER: _docker(setup, built, stack),
        }
        return _rows(interleave(contenders, setup.rounds, setup.gate), setup)


def _agent(setup: Setup, built: Programs) -> Figures:
    with live_agent(setup.new_folder()) as live:
        figures: Figures = {}
        for name, size, arguments in _writes(setup, built, str(built.folder)):
            task = live.reaches(live.submit(str(built.writer), *arguments), seconds=120)
            assert (task["status"], task["dropped_bytes"]) == ("completed", 0), task["message"]
            figures[name] = _megabytes_a_second(built, size)
        for pace, count in _paces(setup):
            figures |= _followed(pace, _follow_agent(live, built, pace, count))
        return figures


def _follow_agent(live: LiveAgent, built: Programs, pace: int, count: int) -> list[float]:
    task_id = live.submit(str(built.ticker), str(pace), str(count))
    live.reaches(task_id, "running")
    with load.Connection(*load.address(live.url)) as follower:
        follower.send(load.get(f"/api/tasks/{task_id}/logs?follow=true"))
        return latencies(follower.socket.fileno(), count)


def _plain(setup: Setup, built: Programs) -> Figures:
    """Measure the limit: a file as standard output, and ``tail -F`` of it."""
    log = setup.new_folder() / "log"
    figures: Figures = {}
    for name, size, arguments in _writes(setup, built, str(built.folder)):
        with log.open("wb") as output:
            subprocess.run([built.writer, *arguments], stdout=output, check=True)
        figures[name] = _megabytes_a_second(built, size)
    for pace, count in _paces(setup):
        ticker = [str(built.ticker), str(pace), str(count)]
        with log.open("wb") as output, subprocess.Popen(ticker, stdout=output):
            figures |= _followed(pace, _follow_with(["tail", "-n+1", "-F", str(log)], count))
    return figures


def _docker(setup: Setup, built: Programs, stack: ExitStack) -> Contender:
    """Return what measures Docker, or says why it cannot be measured."""
    try:
        setup.peers.versions[DOCKER] = stack.enter_context(docker.daemon(built.folder / "dockerd"))
        docker.make_image(built)
    except (Missing, ConnectionError) as error:
        why = str(error)

        def missing() -> Figures:
            raise Missing(why)

        return missing
    return lambda: _in_containers(setup, built)


def _in_containers(setup: Setup, built: Programs) -> Figures:
    figures: Figures = {}
    for name, size, arguments in _writes(setup, built, "/out"):
        with docker.container(built, "/writer", *arguments) as made:
            docker.docker("wait", made)
            figures[name] = _megabytes_a_second(built, size)
    for pace, count in _paces(setup):
        with docker.container(built, "/ticker", str(pace), str(count)) as made:
            figures |= _followed(pace, _follow_with(["docker", "logs", "-f", made], count))
    return figures


def _writes(setup: Setup, built: Programs, out: str) -> Iterator[tuple[str, int, list[str]]]:
    """Give figures' names, bytes, and the writer's arguments."""
    megabytes = {"whole": setup.size(400, 50), "lines": setup.size(100, 10)}
    for name, (_, chunk) in WRITES.items():
        size = megabytes[name] * 1_000_000
        yield name, size, [f"{out}/{built.result.name}", str(size), str(chunk)]


def _paces(setup: Setup) -> Iterator[tuple[int, int]]:
    """Give lines a second, and how many."""
    seconds = setup.size(10, 2)
    for pace in PACES:
        yield pace, pace * seconds


def _megabytes_a_second(built: Programs, size: int) -> float:
    taken = int(built.result.read_text())
    built.result.unlink()
    return size / taken * 1000


def _follow_with(command: list[str], count: int) -> list[float]:
    with subprocess.Popen(command, stdout=subprocess.PIPE) as follower:
        assert follower.stdout is not None
        try:
            return latencies(follower.stdout.fileno(), count)
        finally:
            follower.kill()


def _followed(pace: int, taken: list[float]) -> Figures:
    return percentiles(f"follow_{pace}", taken)


def _rows(results: Results, setup: Setup) -> list[Row]:
    json_file = f"{setup.peers.label(DOCKER)}, json-file"
    rows = []
    for name, (said, _) in WRITES.items():
        for peer, label, bar in (
            (DOCKER, json_file, ratio_at_least(2)),
            (PLAIN, "a file as standard output", None),
        ):
            what = f"output of a task, {said}"
            rows.append(compare(results, what, "MB/s", AGENT, peer, name, peer=label, bar=bar))
    for pace in PACES:
        for percentile in ("p50", "p99"):
            for peer, label in ((PLAIN, "tail -F of a file"), (DOCKER, "docker logs -f")):
                what = f"a line to a follower, {pace:,} a second, {percentile}"
                figure = f"follow_{pace}_{percentile}"
                bar = at_most(5) if (peer, percentile) == (PLAIN, "p99") else None
                rows.append(compare(results, what, "ms", AGENT, peer, figure, peer=label, bar=bar))
    return rows
