"""A model of ours, asked at its own port."""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil

from _serving.servers import ROW, SCIKIT, Serving, asked
from helpers.live_agent import LiveAgent
from helpers.waiting import until_sync


@contextlib.contextmanager
def serving(agent: LiveAgent, model: Path) -> Iterator[Serving]:
    """Serve a model until this ends; give it once it has answered."""
    began = time.monotonic()
    body = {"name": model.stem, "model_path": str(model), "requirements": list(SCIKIT)}
    path = f"/api/ml/models/{agent.ask('POST', '/api/ml/models', body)['id']}"

    def running() -> Any:
        found = agent.ask("GET", path)
        return found if found["status"] == "running" else None

    try:
        found = until_sync(running, 120)
        url, row = f"{found['url']}/predict", {"input_data": ROW}
        asked(url, row)
        cold = time.monotonic() - began
        worker = psutil.Process(found["pid"])
        server = worker.parent()
        assert server is not None
        yield Serving(url, row, [server.pid, worker.pid], cold)
    finally:
        agent.ask("DELETE", path)
        until_sync(lambda: agent.ask("GET", path)["status"] == "stopped", 30)
        until_sync(lambda: _forgotten(agent, path), 30)


def _forgotten(agent: LiveAgent, path: str) -> bool:
    agent.ask("DELETE", f"{path}?purge=true")
    return True
