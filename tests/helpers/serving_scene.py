"""Models that are served by a worker without one, until the test ends."""

import asyncio
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from cnet_agent.model_server.condition import NoModel, Refusal
from cnet_agent.model_server.served import Served
from cnet_agent.model_server.worker_process import WorkerProcess
from cnet_agent.serving.order import VersionOrder
from cnet_worker.frames import PREDICT
from helpers import fake_worker
from helpers.waiting import until


class Serving:
    """Serves models until the test ends."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tasks: list[asyncio.Future[None]] = []

    def begin(self, *versions: VersionOrder, **order: Any) -> Served:
        """Begin to serve."""
        served = Served(fake_worker.order(self.folder, *versions, **order), self.folder)
        self.tasks += [asyncio.ensure_future(served.run()), asyncio.ensure_future(served.watch())]
        return served

    async def running(self, *versions: VersionOrder, **order: Any) -> Served:
        """Serve, once the worker is ready."""
        served = self.begin(*versions, **order)
        await until(lambda: served.condition.state == "running", 10)
        return served

    async def end(self) -> None:
        """End all of them."""
        for task in self.tasks:
            task.cancel()
            with suppress(asyncio.CancelledError, NoModel):
                await task


def worker_of(served: Served, version: str = "1") -> WorkerProcess | None:
    """Return the process that holds a version, if it answers."""
    (replica,) = served._versions[version]._replicas
    return replica.worker


async def ask(served: Served, value: Any, version: str = "") -> Any:
    """Return the prediction, or the status and the sentence of a refusal."""
    answer = await served.ask(PREDICT, fake_worker.asking(value), version)
    if isinstance(answer, Refusal):
        return answer.status, answer.error
    told = json.loads(answer.body)
    return told["prediction"] if answer.status == 200 else (answer.status, told["error"])
