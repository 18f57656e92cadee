"""An agent with 10,000 finished tasks: time to ready after a restart, and the latency of a list.

Compared in one run with an agent that has none, and with an empty aiohttp route.
"""

import asyncio
import http.client
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / part) for part in ("agent", "tests")]

from cnet_agent.config.layout import Layout  # noqa: E402
from cnet_agent.model.phase import Phase, Reason  # noqa: E402
from cnet_agent.model.spec import TaskSpec  # noqa: E402
from cnet_agent.model.task import Outcome, Task  # noqa: E402
from cnet_agent.runtime.ids import IdSource  # noqa: E402
from cnet_agent.store.sqlite import open_store  # noqa: E402
from helpers.live_agent import LiveAgent  # noqa: E402

TASKS = 10_000
ROUNDS = 3
REQUESTS = 1_000

EMPTY_ROUTE = """
from aiohttp import web
async def hello(request): return web.json_response({})
app = web.Application(); app.router.add_get("/", hello)
web.run_app(app, host="127.0.0.1", port=PORT, print=None)
"""


async def fill(data_dir: Path) -> None:
    """Write ``TASKS`` finished tasks into a data directory."""
    data_dir.mkdir(parents=True, mode=0o700)
    store, _ = await open_store(Layout(data_dir).database, time.time)
    ids, now = IdSource(), time.time() - 2 * TASKS
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
        for n in range(TASKS)
    ]
    for start in range(0, TASKS, 500):
        await asyncio.gather(*(store.put(task) for task in tasks[start : start + 500]))
    await store.close()


def time_to_ready(agent: LiveAgent) -> float:
    """Return the seconds from the start of the agent's process to its first answer."""
    began = time.perf_counter()
    agent.start()
    agent.ask("GET", "/api/tasks?limit=1")
    return time.perf_counter() - began


def latencies(url: str, path: str) -> list[float]:
    """Return the milliseconds of ``REQUESTS`` requests over one connection."""
    host, port = url.removeprefix("http://").split(":")
    connection = http.client.HTTPConnection(host, int(port))
    taken = []
    for _ in range(REQUESTS):
        began = time.perf_counter()
        connection.request("GET", path)
        connection.getresponse().read()
        taken.append((time.perf_counter() - began) * 1000)
    connection.close()
    return taken


def empty_route() -> tuple[float, list[float]]:
    """Return start-up seconds and request milliseconds of an empty aiohttp route."""
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    source = EMPTY_ROUTE.replace("PORT", str(port))
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", source], stdout=subprocess.PIPE)
    while True:
        try:
            http_ready = http.client.HTTPConnection("127.0.0.1", port)
            http_ready.request("GET", "/")
            http_ready.getresponse().read()
            break
        except OSError:
            time.sleep(0.005)
    ready = time.perf_counter() - began
    taken = latencies(f"http://127.0.0.1:{port}", "/")
    process.kill()
    process.wait()
    return ready, taken


def row(name: str, ready: list[float], taken: list[float]) -> str:
    """Return a line of the table."""
    cuts = statistics.quantiles(taken, n=100)
    best = min(ready)
    return f"| {name} | {best:.2f} | {statistics.median(taken):.2f} | {cuts[98]:.2f} |"


def main() -> None:
    """Print one table."""
    with tempfile.TemporaryDirectory() as folder:
        full, empty = LiveAgent(Path(folder) / "full"), LiveAgent(Path(folder) / "empty")
        asyncio.run(fill(full.data_dir))
        rows: dict[str, tuple[list[float], list[float]]] = {}
        for _ in range(ROUNDS):
            for name, agent in (("agent, 10,000 finished tasks", full), ("agent, none", empty)):
                ready = time_to_ready(agent)
                if agent is empty and not agent.ask("GET", "/api/tasks"):
                    agent.reaches(agent.submit("true"))
                taken = latencies(agent.url, "/api/tasks?limit=100")
                agent.kill()
                rows.setdefault(name, ([], []))[0].append(ready)
                rows[name][1].extend(taken)
            ready, taken = empty_route()
            rows.setdefault("an empty aiohttp route", ([], []))[0].append(ready)
            rows["an empty aiohttp route"][1].extend(taken)
    print("| | ready after start, s | list of 100: p50 ms | p99 ms |\n|---|---|---|---|")
    for name, (ready_all, taken_all) in rows.items():
        print(row(name, ready_all, taken_all))


if __name__ == "__main__":
    main()
