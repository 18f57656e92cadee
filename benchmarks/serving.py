"""Served models: requests a second, latency, memory and cold start, against other servers."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial

from _harness import cost, wrk
from _harness.empty_route import SERVER, empty_route
from _harness.rounds import Contender, Figures, Results, compare, interleave
from _harness.rows import Bar, Row, ratio_at_least
from _harness.setup import Setup
from _serving import ours, servers
from _serving.servers import Serving
from helpers.live_agent import live_agent

OURS, EMPTY = "cnet", "an empty aiohttp server"
MODELS = {"line": "a linear model", "forest": "a forest of 100 trees"}
MANY = 32  # connections
PEERS = {
    "fastapi": servers.fastapi,
    "litserve": servers.litserve,
    "mlserver": servers.mlserver,
    "bentoml": servers.bentoml,
}
NO_MORE = Bar("ratio", 1.2, at_least=False)
NO_SLOWER = Bar("ratio", 1.0, at_least=False)


def measure(setup: Setup) -> list[Row]:
    """Return what each of the models does under each of the servers."""
    with live_agent(setup.new_folder(), ml=_PORTS) as agent:
        servers.fit(setup.peers, agent.workspace)
        contenders: dict[str, Contender] = {EMPTY: lambda: _empty(setup)}
        for model in MODELS:
            file = agent.workspace / f"{model}.joblib"
            contenders[f"{OURS} {model}"] = _contender(setup, partial(ours.serving, agent, file))
            for name, serve in PEERS.items():
                serving = partial(serve, setup.peers, file)
                contenders[f"{name} {model}"] = _contender(setup, serving)
        results = interleave(contenders, setup.rounds, setup.gate)
    return [row for model in MODELS for row in _rows(results, model, setup)]


_PORTS = {"port_range": {"start": 19400, "end": 19500}}


def _contender(setup: Setup, serve: Callable[[], AbstractContextManager[Serving]]) -> Contender:
    def measured() -> Figures:
        with serve() as serving:
            figures = {"cold": serving.cold}
            for connections in (1, MANY):
                taken = _taken(setup, serving.url, connections, serving.body)
                figures |= {f"{name}_{connections}": value for name, value in taken.items()}
            return figures | cost.memory(serving.pids)

    return measured


def _empty(setup: Setup) -> Figures:
    with empty_route(SERVER) as url:
        return {
            f"{name}_{connections}": value
            for connections in (1, MANY)
            for name, value in _taken(setup, url, connections, {"input_data": servers.ROW}).items()
        }


def _taken(setup: Setup, url: str, connections: int, body: dict[str, object]) -> Figures:
    return wrk.measure(setup.peers, url, connections, setup.size(5, 1), body)


def _rows(results: Results, model: str, setup: Setup) -> list[Row]:
    what = MODELS[model]

    def against(
        said: str, unit: str, peer: str, figure: str, bar: Bar | None = None, known_as: str = ""
    ) -> Row:
        return compare(
            results,
            f"{what}, {said}",
            unit,
            f"{OURS} {model}",
            peer,
            figure,
            peer=known_as or setup.peers.label(peer.partition(" ")[0]),
            bar=bar,
        )

    many, once = f"{MANY} connections", "1 connection, p50"
    rate, p50 = f"rate_{MANY}", "p50_1"
    rows = [against(many, "/s", EMPTY, rate, ratio_at_least(0.7), EMPTY)] if model == "line" else []
    best = ratio_at_least(4) if model == "line" else ratio_at_least(2.5)
    rows += [against(many, "/s", f"{name} {model}", rate, best) for name in PEERS]
    rows += [against(once, "ms", f"{name} {model}", p50, NO_SLOWER) for name in PEERS]
    bars = {"fastapi": NO_MORE}
    for name in PEERS:
        peer = f"{name} {model}"
        rows.append(against("memory (PSS)", "MB", peer, "pss", bars.get(name)))
        rows.append(against("from nothing to a first answer", "s", peer, "cold", bars.get(name)))
    return rows
