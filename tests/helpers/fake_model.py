"""A model's server as the agent knows it: a socket on which it says how it is, and answers."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from cnet_agent.model_server.condition import Refusal
from cnet_agent.model_server.control import Control
from cnet_agent.model_server.meter import Meter, view_of
from cnet_agent.serving.order import ServingOrder
from cnet_worker.frames import Reply


class FakeServed:
    """Doubles numbers; everything else gets the answer that is put into ``replies``."""

    def __init__(self) -> None:
        self.state, self.reason = "running", ""
        self.facts: dict[str, Any] = {"versions": {"python": "3.11.7"}, "load_seconds": 0.5}
        self.replies: list[Reply | Refusal] = []
        self.pending = 0
        self.live = "1"  # which version answers
        self.may_answer = asyncio.Event()
        self.may_answer.set()
        self.asked: list[bytes] = []
        self.versions: list[str] = []  # that were asked
        self.orders: list[ServingOrder] = []
        self.on_change: Any = None
        self.control: Control

    def view(self) -> dict[str, Any]:
        condition = {
            "state": self.state,
            "reason": self.reason,
            "facts": self.facts,
            "worker": 7,
            "pending": self.pending,
            "metrics": view_of([Meter()], 0.0),
        }
        order = self.orders[-1] if self.orders else None
        names = [each.version for each in order.versions] if order else ["1"]
        return {
            **condition,
            "revision": order.revision if order else 1,
            "traffic": dict(order.traffic) if order else {"1": 100},
            "versions": {name: {**condition, "workers": [7]} for name in names},
        }

    def take(self, order: ServingOrder) -> None:
        self.orders.append(order)
        self.on_change()

    async def ask(self, kind: int, body: bytes, version: str = "") -> Reply | Refusal:
        self.asked.append(body)
        self.versions.append(version)
        await self.may_answer.wait()
        if self.replies:
            return self.replies.pop(0)
        value = json.loads(body)["input_data"]
        return Reply(
            0,
            200,
            1,
            2,
            1,
            json.dumps({"prediction": value * 2, "version": version or self.live}).encode(),
        )


@asynccontextmanager
async def fake_model(path: Path) -> AsyncIterator[FakeServed]:
    """Listen at a path as a model's server does."""
    served = FakeServed()
    control = served.control = Control(served, 9000, path.with_name("served.json"))  # type: ignore[arg-type]
    path.parent.mkdir(parents=True, exist_ok=True)
    await control.open(path)
    try:
        yield served
    finally:
        control.close()
