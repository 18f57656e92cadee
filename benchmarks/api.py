"""The API: requests a second and latencies, against a route of aiohttp that does nothing."""

from _harness import load, wrk
from _harness.empty_route import APPLICATION, SERVER, empty_route
from _harness.percentiles import percentiles
from _harness.rounds import Figures, Results, compare, interleave
from _harness.rows import Row
from _harness.setup import Setup
from helpers.live_agent import live_agent

AGENT = "agent"
LIMITS = {APPLICATION: "an empty aiohttp application", SERVER: "an empty aiohttp server"}
CASES = {"health": "GET /health", "task": "GET a task", "list": "GET a list of 100"}
SUBMIT = "submit"
MANY = 32  # connections
OCCUPIES = ("sleep", "3600")  # the one that runs, so that the others wait


def measure(setup: Setup) -> list[Row]:
    """Return requests a second over many connections, then latencies over one and over many."""
    contenders = {
        AGENT: lambda: _agent(setup),
        APPLICATION: lambda: _empty(setup, APPLICATION),
        SERVER: lambda: _empty(setup, SERVER),
    }
    return _rows(interleave(contenders, setup.rounds, setup.gate), setup)


def _agent(setup: Setup) -> Figures:
    with live_agent(setup.new_folder(), tasks={"max_concurrent": 1}) as live:
        task_id = live.submit(*OCCUPIES)
        live.reaches(task_id, "running")
        figures = _submit(setup, live.url, "/api/tasks")
        paths = {"health": "/health", "task": f"/api/tasks/{task_id}", "list": "/api/tasks"}
        for case, path in paths.items():
            figures |= _get(setup, case, live.url + path)
        return figures


def _empty(setup: Setup, kind: str) -> Figures:
    with empty_route(kind) as url:
        figures = _submit(setup, url, "/")
        empty = _get(setup, "", f"{url}/")
        return figures | {case + name: value for case in CASES for name, value in empty.items()}


def _get(setup: Setup, case: str, url: str) -> Figures:
    seconds = setup.size(4, 1)
    return {
        f"{case}_{name}_{connections}": value
        for connections in (1, MANY)
        for name, value in wrk.measure(setup.peers, url, connections, seconds).items()
    }


def _submit(setup: Setup, url: str, path: str) -> Figures:
    """Submit tasks that wait in the queue: launching has a benchmark of its own."""
    figures = {}
    request = load.post(path, {"command": "/bin/true"})
    for connections in (1, MANY):
        count = setup.size(2000, 300)
        sent = load.under_load(url, request, connections, count)
        taken = {"rate": count / (sent.ended - sent.began), **percentiles("", sent.latencies)}
        for name, value in taken.items():
            figures[f"{SUBMIT}_{name.strip('_')}_{connections}"] = value
    return figures


def _rows(results: Results, setup: Setup) -> list[Row]:
    def against(what: str, limit: str, unit: str, figure: str) -> Row:
        return compare(results, what, unit, AGENT, limit, figure, peer=LIMITS[limit])

    rows = []
    for case, what in {**CASES, SUBMIT: "POST a task that waits"}.items():
        name = f"{what}, {MANY} connections"
        rows += [against(name, limit, "/s", f"{case}_rate_{MANY}") for limit in LIMITS]
        rows.append(against(f"{name}, p99", APPLICATION, "ms", f"{case}_p99_{MANY}"))
        for figure in ("p50", "p99"):
            once = f"{what}, 1 connection, {figure}"
            rows.append(against(once, APPLICATION, "ms", f"{case}_{figure}_1"))
    return rows
