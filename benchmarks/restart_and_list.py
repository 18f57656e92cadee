"""An agent with 10,000 finished and 50 running tasks: ready after a kill, and its list of 100."""

import asyncio
import time
from contextlib import ExitStack
from pathlib import Path

from _harness import load
from _harness.empty_route import APPLICATION, empty_route
from _harness.percentiles import percentiles
from _harness.rounds import Figures, compare, interleave
from _harness.rows import Row, at_most
from _harness.setup import Setup
from cnet_agent.config.layout import Layout
from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Outcome, Task
from cnet_agent.runtime.ids import IdSource
from cnet_agent.store.sqlite import open_store
from helpers.live_agent import LiveAgent

FINISHED, RUNNING = 10_000, 50
REQUESTS = 1000
FULL, EMPTY, ROUTE = "full", "empty", "route"
PEERS = {EMPTY: "an agent with one task", ROUTE: "an empty aiohttp application"}


def measure(setup: Setup) -> list[Row]:
    """Return how soon it is ready, and the latency of a list of 100."""
    with ExitStack() as stack:
        full = LiveAgent(setup.new_folder(), tasks={"max_concurrent": RUNNING})
        empty = LiveAgent(setup.new_folder())
        stack.callback(full.clean_up)
        stack.callback(empty.clean_up)
        finished = setup.size(FINISHED, 1000)
        _prepare(full, finished, RUNNING)
        _prepare(empty, 1, 0)
        contenders = {
            FULL: lambda: _restarted(setup, full, RUNNING),
            EMPTY: lambda: _restarted(setup, empty, 0),
            ROUTE: lambda: _empty_route(setup),
        }
        results = interleave(contenders, setup.rounds, setup.gate)
    what = f"{finished:,} finished and {RUNNING} running tasks: "
    bars = {("ready", EMPTY): at_most(2)}
    return [
        compare(
            results, what + said, unit, FULL, peer, figure, peer=name, bar=bars.get((figure, peer))
        )
        for figure, said, unit in (
            ("ready", "ready after kill -9", "s"),
            ("list_p50", "list of 100, p50", "ms"),
            ("list_p99", "list of 100, p99", "ms"),
        )
        for peer, name in PEERS.items()
    ]


def _prepare(agent: LiveAgent, finished: int, running: int) -> None:
    asyncio.run(fill(agent.data_dir, finished))
    agent.start()
    tasks = [agent.submit("sleep", "3600") for _ in range(running)]
    for task_id in tasks:
        agent.reaches(task_id, "running")
    agent.kill()


def _restarted(setup: Setup, agent: LiveAgent, running: int) -> Figures:
    began = time.perf_counter()
    agent.start()
    found = agent.ask("GET", f"/api/tasks?status=running&limit={RUNNING}")
    ready = time.perf_counter() - began
    assert len(found) == running, f"{len(found)} of {running} tasks run"
    figures = _list(setup, agent.url, "/api/tasks?limit=100")
    agent.kill()
    return {"ready": ready, **figures}


def _empty_route(setup: Setup) -> Figures:
    began = time.perf_counter()
    with empty_route(APPLICATION) as url:
        load.Connection(*load.address(url)).ask(load.get("/"))
        ready = time.perf_counter() - began
        return {"ready": ready, **_list(setup, url, "/")}


def _list(setup: Setup, url: str, path: str) -> Figures:
    sent = load.under_load(url, load.get(path), 1, setup.size(REQUESTS, 100))
    return percentiles("list", sent.latencies)


async def fill(data_dir: Path, finished: int) -> None:
    """Write finished tasks into a data directory."""
    data_dir.mkdir(parents=True, mode=0o700)
    store, _ = await open_store(Layout(data_dir).database, time.time)
    ids, now = IdSource(), time.time() - 2 * finished
    spec = TaskSpec(command="python3", args=("train.py", "--epochs", "5"), name="history")
    end = Outcome(Reason.EXIT, ended_at=now, exit_code=0)
    tasks = [
        Task(
            id=ids.make(now + n),
            spec=spec,
            created_at=now + n,
            phase=Phase.SUCCEEDED,
            outcome=end,
            started_at=now + n,
            completed_at=now + n + 1,
            reason=Reason.EXIT,
        )
        for n in range(finished)
    ]
    for start in range(0, finished, 500):
        await asyncio.gather(*(store.put(task) for task in tasks[start : start + 500]))
    await store.close()
