"""A model under a load that changes, while new versions take over and are taken back."""

import asyncio
import contextlib
import itertools
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from _harness.rounds import Figures, alone, interleave
from _harness.rows import Row, at_most
from _harness.setup import Setup
from helpers.live_agent import LiveAgent, live_agent
from helpers.live_models import turns
from helpers.waiting import until_sync

OURS = "cnet"
PHASE = 10.0  # seconds between changes of the load
RELOAD = 7.0  # seconds between versions
CLIENTS = (1, 32, 8, 128, 4, 64)  # one after the other
TIMES = """
def load(path):
    return {factor}

def predict(model, rows):
    return [row[0] * model for row in rows]
"""


@dataclass
class Seen:
    """What came of all requests."""

    ends: Counter[str] = field(default_factory=Counter)
    latencies: list[float] = field(default_factory=list)
    versions: set[str] = field(default_factory=set)


def measure(setup: Setup) -> list[Row]:
    """Return how many answers were wrong, and how many requests failed."""
    seconds = setup.size(300, 20)
    results = interleave({OURS: lambda: _soak(setup, seconds)}, 1, setup.gate)
    what = f"{seconds} s, {min(CLIENTS)} to {max(CLIENTS)} clients, versions under way: "
    none = at_most(0)
    return [
        alone(results, what + "requests", "", OURS, "requests"),
        alone(results, what + "versions that answered", "", OURS, "versions"),
        alone(results, what + "wrong answers", "", OURS, "wrong", none),
        alone(results, what + "requests that failed", "", OURS, "failed", none),
        alone(results, what + "refused with 503", "", OURS, "refused"),
        alone(results, what + "p99", "ms", OURS, "p99"),
        alone(results, what + "memory afterwards to that before", "×", OURS, "growth"),
    ]


def _soak(setup: Setup, seconds: float) -> Figures:
    with live_agent(setup.new_folder(), ml={"port_range": {"start": 19600, "end": 19700}}) as agent:
        for factor in (1, 2):
            script = agent.workspace / f"times-{factor}.py"
            script.write_text(TIMES.format(factor=factor))
        body = {"name": "soak", "script_path": "times-1.py", "version": "1-0"}
        model_id = agent.ask("POST", "/api/ml/models", body)["id"]
        model = turns(agent, model_id, "running")
        asyncio.run(_load(agent, model, RELOAD))  # until it has what it keeps, and that is known
        before = _memory(agent, model_id)
        seen = asyncio.run(_load(agent, model, seconds))
        after = _memory(agent, model_id)
    seen.latencies.sort()
    return {
        "requests": float(sum(seen.ends.values())),
        "versions": float(len(seen.versions)),
        "wrong": float(seen.ends["wrong"]),
        "failed": float(seen.ends["failed"]),
        "refused": float(seen.ends["refused"]),
        "p99": 1000 * seen.latencies[int(0.99 * len(seen.latencies))],
        "growth": after / before,
    }


async def _load(agent: LiveAgent, model: Any, seconds: float) -> Seen:
    """Ask with a number of clients that changes, and have versions come and go meanwhile."""
    seen, ends = Seen(), time.monotonic() + seconds
    reloading = asyncio.ensure_future(asyncio.to_thread(_reload, agent, model["id"], ends))
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as session:
        for clients in itertools.cycle(CLIENTS):
            if time.monotonic() >= ends:
                break
            until = min(time.monotonic() + PHASE, ends)
            url = f"{model['url']}/predict"
            await asyncio.gather(*(_ask(session, url, until, seen) for _ in range(clients)))
    await reloading
    return seen


async def _ask(session: aiohttp.ClientSession, url: str, until: float, seen: Seen) -> None:
    while time.monotonic() < until:
        value, began = random.random(), time.monotonic()
        try:
            async with session.post(url, json={"input_data": value}) as answer:
                told = await answer.json()
        except aiohttp.ClientError:
            seen.ends["failed"] += 1
            continue
        seen.latencies.append(time.monotonic() - began)
        if answer.status == 200:
            factor = float(told["version"].partition("-")[0])
            seen.versions.add(told["version"])
            seen.ends["right" if told["prediction"] == value * factor else "wrong"] += 1
        else:
            seen.ends["refused" if answer.status == 503 else "failed"] += 1


def _reload(agent: LiveAgent, model_id: str, ends: float) -> None:
    """Load a version, roll back and forth, and forget what is not in use; until the end."""
    path = f"/api/ml/models/{model_id}"
    for number in itertools.count(1):
        if time.monotonic() + RELOAD >= ends:
            return
        factor = 1 + number % 2
        body = {"version": f"{factor}-{number}", "script_path": f"times-{factor}.py"}
        agent.ask("POST", f"{path}/versions", body)
        time.sleep(RELOAD / 2)
        for _ in range(2):
            agent.ask("POST", f"{path}/rollback")
            time.sleep(RELOAD / 4)
        for version in _unused(agent, path):
            with contextlib.suppress(Exception):  # it has just come into use
                agent.ask("DELETE", f"{path}/versions/{version}")


def _unused(agent: LiveAgent, path: str) -> Iterator[str]:
    for version in agent.ask("GET", f"{path}/versions"):
        if not (version["traffic"] or version["wanted"] or version["is_previous"]):
            yield version["version"]


def _memory(agent: LiveAgent, model_id: str) -> float:
    """Return how many bytes a model's server takes, once that was sampled."""
    path = f"/api/ml/models/{model_id}"
    return float(until_sync(lambda: agent.ask("GET", path)["memory"], 10))
