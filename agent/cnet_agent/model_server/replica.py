"""One of the processes that hold a version of a model: kept alive."""

import asyncio
import json
import logging
import time
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

from cnet_agent.model_server.condition import Condition, NoModel
from cnet_agent.model_server.ending import wait_out
from cnet_agent.model_server.worker_process import WorkerProcess
from cnet_agent.serving.order import VersionOrder
from cnet_worker.frames import Reply

logger = logging.getLogger(__name__)

_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 30.0  # seconds before a worker is started again
_SOUND = 60.0  # seconds after which a worker that ends counts as the first to do so
_ENDED = "The model's process has ended; it is started again."


class Replica:
    """Holds a version until it is cancelled, or cannot load it.

    Args:
        order: what is held.
        folder: of the server's own files.
        on_change: called when ``condition`` has changed.

    Attributes:
        worker: the process, while it answers.
    """

    def __init__(self, order: VersionOrder, folder: Path, on_change: Callable[[], None]) -> None:
        self.condition = Condition("loading", "The model is being loaded.")
        self.worker: WorkerProcess | None = None
        self._order = order
        self._folder = folder
        self._on_change = on_change

    async def run(self) -> None:
        """Load the model and load it again whenever its process dies.

        Raises:
            NoModel: it cannot be loaded.
        """
        pause = 0.0
        while True:
            began = time.monotonic()
            worker = WorkerProcess()
            try:
                why = await self._live(worker)
            finally:
                self.worker = None
                how = await _ended(worker)
            lived = time.monotonic() - began
            pause = _FIRST_PAUSE if lived > _SOUND or not pause else min(pause * 2, _LONGEST_PAUSE)
            self._turn(
                Condition(
                    "loading",
                    f"The model's process has ended ({why or how}); it is started again.",
                )
            )
            logger.warning(
                "The model's process has ended: %s. It is started again in %.1f s.",
                why or how,
                pause,
            )
            await asyncio.sleep(pause)

    async def drain(self, seconds: float) -> None:
        """Take no more requests, and wait for the answers to those that were taken."""
        worker, self.worker = self.worker, None
        self._turn(Condition("loading", "The model is being stopped."))
        if worker is not None:
            await worker.calls.settle(seconds)

    def give_up(self, now: float, timeout: float) -> None:
        """Give up what is late, and a worker that says nothing while requests are late."""
        worker = self.worker
        if worker is None or not worker.calls.give_up(now - timeout):
            return  # nothing is late that is still to be answered
        if worker.calls.heard_at < now - timeout:
            logger.error("The model has said nothing for %g s; its process is killed", timeout)
            worker.kill()

    async def _live(self, worker: WorkerProcess) -> str:
        """Serve with a worker until it ends; return why it could not be started.

        Raises:
            NoModel: it says that it cannot load the model.
        """
        try:
            await worker.start(self._order, self._folder)
        except OSError as error:
            return f"it cannot be started: {error}"
        self._turn(Condition("loading", self.condition.reason, worker=worker.pid))
        word = await worker.first_word()
        if word is not None:
            self._take(worker, word)
            await worker.ended.wait()
            self.worker = None
            self._turn(Condition("loading", _ENDED))  # how it ended may take a while to be known
        return ""

    def _take(self, worker: WorkerProcess, word: Reply) -> None:
        told = json.loads(word.body)
        if word.status != HTTPStatus.OK:
            self._turn(Condition("failed", told["error"]))
            raise NoModel(told["error"])
        self.worker = worker
        self._turn(Condition("running", "", told, worker.pid))

    def _turn(self, condition: Condition) -> None:
        self.condition = condition
        self._on_change()


async def _ended(worker: WorkerProcess) -> str:
    """End a worker, also where whoever waits for that is cancelled, and return how it ended."""
    ending = asyncio.ensure_future(worker.end())
    await wait_out([ending])
    return ending.result()
