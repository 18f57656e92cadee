"""A model's server as the agent knows it: a socket on which it says how it is, and answers."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from cnet_agent.model_server.control import Control
from cnet_agent.model_server.meter import Meter
from cnet_agent.model_server.served import Refusal
from cnet_worker.frames import Reply


class FakeServed:
    """Doubles numbers; everything else gets the answer that is put into ``replies``."""

    def __init__(self) -> None:
        self.state, self.reason = "running", ""
        self.facts: dict[str, Any] = {"versions": {"python": "3.11.7"}, "load_seconds": 0.5}
        self.replies: list[Reply | Refusal] = []
        self.asked: list[bytes] = []
        self.on_change: Any = None
        self.control: Control

    def view(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "reason": self.reason,
            "facts": self.facts,
            "worker": 7,
            "pending": 0,
            "metrics": Meter().view(0.0),
        }

    async def ask(self, kind: int, body: bytes) -> Reply | Refusal:
        self.asked.append(body)
        if self.replies:
            return self.replies.pop(0)
        value = json.loads(body)["input_data"]
        return Reply(0, 200, 1, 2, 1, json.dumps({"prediction": value * 2}).encode())


@asynccontextmanager
async def fake_model(path: Path) -> AsyncIterator[FakeServed]:
    """Listen at a path as a model's server does."""
    served = FakeServed()
    control = served.control = Control(served, 9000)  # type: ignore[arg-type]
    path.parent.mkdir(parents=True, exist_ok=True)
    await control.open(path)
    try:
        yield served
    finally:
        control.close()
