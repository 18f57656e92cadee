"""A model that is served: its worker kept alive, its requests let in, its state told."""

import asyncio
import json
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any, Literal

from cnet_agent.model_server.meter import Meter
from cnet_agent.model_server.worker_process import WorkerProcess
from cnet_agent.serving.calls import TooLate, WorkerGone
from cnet_agent.serving.order import ServingOrder
from cnet_worker.frames import Reply

logger = logging.getLogger(__name__)

State = Literal["loading", "running", "failed"]

_TELL_ERRORS_EVERY = 1.0  # seconds
_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 30.0  # seconds before a worker is started again
_SOUND = 60.0  # seconds after which a worker that ends counts as the first to do so
_ENDED = "The model's process has ended; it is started again."
_KINDS = {400: "invalid", 422: "invalid", 500: "model", 503: "refused", 504: "timeout"}


class NoModel(Exception):
    """The model cannot be loaded; ``str`` says why."""


@dataclass(frozen=True, slots=True)
class Condition:
    """How the model is.

    Attributes:
        state: loading until it is loaded and warmed up.
        reason: why it is not running, a sentence.
        facts: what the worker said of the model: signature, versions, seconds.
        worker: the pid of the worker.
    """

    state: State
    reason: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    worker: int | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that is not given to the model."""

    status: int
    error: str
    retry_after: int | None = None  # seconds

    def body(self) -> bytes:
        """Return what the client is told."""
        return json.dumps({"error": self.error}).encode()


class Served:
    """Serves one model until it is cancelled, or cannot be loaded.

    Args:
        order: what is served, and how.
        folder: of the server's own files.
    """

    def __init__(self, order: ServingOrder, folder: Path) -> None:
        self.order = order
        self.meter = Meter()
        self.condition = Condition("loading", "The model is being loaded.")
        self.on_change: Callable[[], None] = lambda: None
        self._folder = folder
        self._worker: WorkerProcess | None = None  # while it answers
        self._told_error = -_TELL_ERRORS_EVERY

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
                self._worker = None
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

    async def ask(self, kind: int, body: bytes) -> Reply | Refusal:
        """Return the model's answer to a request, or why it was not given one."""
        worker, began = self._worker, time.monotonic()
        refusal = self._refusal(worker)
        if refusal is None:
            assert worker is not None
            try:
                reply = await worker.calls.ask(kind, body)
            except WorkerGone:
                refusal = Refusal(
                    HTTPStatus.SERVICE_UNAVAILABLE,
                    "The model's process ended before it answered; it is started again.",
                    retry_after=1,
                )
            except TooLate:
                seconds = self.order.timeout
                refusal = Refusal(
                    HTTPStatus.GATEWAY_TIMEOUT, f"The model did not answer within {seconds:g} s."
                )
            else:
                now = time.monotonic()
                if reply.status == HTTPStatus.OK:
                    self.meter.answer(
                        now, now - began, reply.waited_us / 1e6, reply.computed_us / 1e6, reply.rows
                    )
                else:
                    self._count(reply.status, reply.body)
                return reply
        self.count(refusal)
        return refusal

    def count(self, refusal: Refusal, defect: Exception | None = None) -> None:
        """Count a request that is not given to the model, perhaps for a defect of ours."""
        self._count(refusal.status, refusal.body(), defect)

    async def watch(self) -> None:
        """Give up what is late, and a worker that says nothing while requests are late."""
        timeout = self.order.timeout
        while True:
            await asyncio.sleep(min(timeout / 10, 1.0))
            worker, now = self._worker, time.monotonic()
            if worker is None or not worker.calls.give_up(now - timeout):
                continue  # nothing is late that is still to be answered
            if worker.calls.heard_at < now - timeout:
                logger.error("The model has said nothing for %g s; its process is killed", timeout)
                worker.kill()

    async def drain(self, seconds: float) -> None:
        """Take no more requests, and wait for the answers to those that were taken."""
        worker, self._worker = self._worker, None
        self._turn(Condition("loading", "The model is being stopped."))
        if worker is not None:
            await worker.calls.settle(seconds)

    def view(self) -> dict[str, Any]:
        """Return how the model is, with its figures."""
        condition = self.condition
        return {
            "state": condition.state,
            "reason": condition.reason,
            "facts": dict(condition.facts),
            "worker": condition.worker,
            "pending": len(self._worker.calls) if self._worker is not None else 0,
            "metrics": self.meter.view(time.monotonic()),
        }

    async def _live(self, worker: WorkerProcess) -> str:
        """Serve with a worker until it ends; return why it could not be started.

        Raises:
            NoModel: it says that it cannot load the model.
        """
        try:
            await worker.start(self.order.python, self.order.worker, self._folder)
        except OSError as error:
            return f"it cannot be started: {error}"
        self._turn(Condition("loading", self.condition.reason, worker=worker.pid))
        word = await worker.first_word()
        if word is not None:
            self._take(worker, word)
            await worker.ended.wait()
            self._worker = None
            self._turn(Condition("loading", _ENDED))  # how it ended may take a while to be known
        return ""

    def _take(self, worker: WorkerProcess, word: Reply) -> None:
        told = json.loads(word.body)
        if word.status != HTTPStatus.OK:
            self._turn(Condition("failed", told["error"]))
            raise NoModel(told["error"])
        self._worker = worker
        self._turn(Condition("running", "", told, worker.pid))

    def _turn(self, condition: Condition) -> None:
        self.condition = condition
        self.on_change()

    def _refusal(self, worker: WorkerProcess | None) -> Refusal | None:
        if worker is None:
            return Refusal(HTTPStatus.SERVICE_UNAVAILABLE, self.condition.reason, retry_after=1)
        if len(worker.calls) >= self.order.queue_size:
            return Refusal(
                HTTPStatus.SERVICE_UNAVAILABLE,
                f"{len(worker.calls)} requests are waiting, which is as many as may.",
                retry_after=1,
            )
        return None

    def _count(self, status: int, body: bytes, defect: Exception | None = None) -> None:
        now, kind = time.monotonic(), _KINDS.get(status, "model")
        self.meter.error(now, kind)
        if now - self._told_error >= _TELL_ERRORS_EVERY:  # not of each: there may be thousands
            self._told_error = now
            logger.warning("A request got %d: %s", status, _quoted(body), exc_info=defect)


async def _ended(worker: WorkerProcess) -> str:
    """End a worker, also where whoever waits for that is cancelled, and return how it ended."""
    ending = asyncio.ensure_future(worker.end())
    try:
        return await asyncio.shield(ending)
    except asyncio.CancelledError:
        await asyncio.wait([ending])
        raise


def _quoted(body: bytes) -> str:
    return str(json.loads(body)["error"])[:1000]
