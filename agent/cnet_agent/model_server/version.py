"""A version of a model: held by as many processes as its requests need, or by none for a while."""

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import Literal

from cnet_agent.model_server.condition import Condition, NoModel, Refusal, State
from cnet_agent.model_server.ending import cancel_all
from cnet_agent.model_server.meter import Meter
from cnet_agent.model_server.replica import Replica
from cnet_agent.model_server.scaling import Scale
from cnet_agent.model_server.worker_process import WorkerProcess
from cnet_agent.serving.calls import TooLate, WorkerGone
from cnet_agent.serving.order import VersionOrder
from cnet_worker.frames import Reply

logger = logging.getLogger(__name__)

_BEST_FIRST: tuple[State, ...] = ("running", "loading", "pending", "failed")
_LOOK_EVERY = 0.25  # seconds between looks at how many requests wait


class Version:
    """Serves a version until it is cancelled; one that cannot be loaded says so and stays.

    Args:
        order: what is served.
        folder: of the server's own files.
        timeout: seconds for one request.
        on_change: called when ``condition`` may have changed.
    """

    def __init__(
        self,
        order: VersionOrder,
        folder: Path,
        *,
        timeout: float,
        on_change: Callable[[], None],
    ) -> None:
        self.order = order
        self.may_watch = order.may_watch
        self.meter = Meter()
        self._folder = folder
        self._timeout = timeout
        self._on_change = on_change
        self._scale = Scale(*order.replicas, order.idle)
        self._replicas: dict[Replica, asyncio.Task[None]] = {}
        self._held: set[asyncio.Task[None]] = set()  # of all of them, those that retire as well
        self._retiring: set[asyncio.Task[None]] = set()
        self._why = Condition("loading", "The model is being loaded.")  # while nothing holds it
        self._closed = False  # to requests, for good
        self._is_unloaded = False  # for want of requests, until it is loaded again
        self._asked_at = time.monotonic()
        self._waiting: list[asyncio.Future[None]] = []  # requests, for it to be loaded
        self._look = asyncio.Event()

    # -- how it is ----------------------------------------------------------------------------

    @property
    def condition(self) -> Condition:
        """How it is: as the best of the processes that hold it."""
        held = [replica.condition for replica in self._replicas]
        return min(held, key=lambda each: _BEST_FIRST.index(each.state), default=self._why)

    @property
    def workers(self) -> list[int]:
        """The pids of the processes that answer."""
        return [replica.worker.pid for replica in self._replicas if replica.worker is not None]

    @property
    def answers(self) -> bool:
        """Whether a request gets an answer, perhaps once it is loaded for it."""
        return self._free() is not None or (self._is_unloaded and not self._closed)

    @property
    def pending(self) -> int:
        """How many requests wait or are computed."""
        held = sum(len(replica.worker.calls) for replica in self._replicas if replica.worker)
        return held + len(self._waiting)

    # -- life ---------------------------------------------------------------------------------

    async def run(self) -> None:
        """Hold it, until this is cancelled."""
        try:
            while True:
                self._rescale(time.monotonic())
                await self._next_look()
                self._bury()
        finally:
            self._let_go()
            await cancel_all([*self._retiring, *self._held])

    async def drain(self, seconds: float) -> None:
        """Take no more requests, and wait for the answers to those that were taken."""
        self._close("loading", "The model is being stopped.")
        if self._replicas:
            await asyncio.gather(*(replica.drain(seconds) for replica in self._replicas))

    def give_up(self, now: float) -> None:
        """Give up what is late, and processes that say nothing while requests are late."""
        for replica in self._replicas:
            replica.give_up(now, self._timeout)

    # -- requests -----------------------------------------------------------------------------

    async def ask(self, kind: int, body: bytes) -> Reply | Refusal:
        """Return the model's answer to a request, or why it was not given one."""
        self._asked_at = time.monotonic()
        worker = self._free()
        if worker is None and self._scale.idle is not None and not self._closed:
            worker = await self._loaded()
        refusal = self._refusal(worker)
        if refusal is not None:
            return refusal
        assert worker is not None
        try:
            return await worker.calls.ask(kind, body)
        except WorkerGone:
            return Refusal(
                HTTPStatus.SERVICE_UNAVAILABLE,
                "The model's process ended before it answered; it is started again.",
                retry_after=1,
            )
        except TooLate:
            return Refusal(
                HTTPStatus.GATEWAY_TIMEOUT, f"The model did not answer within {self._timeout:g} s."
            )

    def _free(self) -> WorkerProcess | None:
        """Return the process that has least to do."""
        found: WorkerProcess | None = None
        for replica in self._replicas:
            worker = replica.worker
            if worker is not None and (found is None or len(worker.calls) < len(found.calls)):
                found = worker
        return found

    async def _loaded(self) -> WorkerProcess | None:
        """Return a process that answers, once there is one; None where that takes too long."""
        if self.pending >= self.order.queue_size:
            return None
        waiting = asyncio.get_running_loop().create_future()
        self._waiting.append(waiting)
        self._look.set()
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(waiting, self._timeout)
        finally:
            self._waiting.remove(waiting)
        return self._free()

    def _refusal(self, worker: WorkerProcess | None) -> Refusal | None:
        if worker is None:
            return Refusal(HTTPStatus.SERVICE_UNAVAILABLE, self.condition.reason, retry_after=1)
        pending = len(worker.calls) if len(self._replicas) == 1 else self.pending
        if pending >= self.order.queue_size:
            return Refusal(
                HTTPStatus.SERVICE_UNAVAILABLE,
                f"{pending} requests are waiting, which is as many as may.",
                retry_after=1,
            )
        return None

    # -- as many as it takes ------------------------------------------------------------------

    def _rescale(self, now: float) -> None:
        if self._closed:
            return
        have = len(self._replicas)
        if have and self._free() is None:  # only what is loaded can be idle
            self._asked_at = now
        wanted = self._scale.wanted(now, have=have, pending=self.pending, asked_at=self._asked_at)
        if wanted > have and self._is_ready(have):
            for _ in range(wanted - have):
                self._add()
        elif wanted < have:
            if not wanted:
                self._why = Condition(
                    "pending",
                    f"It is unloaded: nobody asked it for {self._scale.idle:g} s. "
                    "The next request loads it.",
                    self.condition.facts,
                )
                self._is_unloaded = True
            for replica in list(self._replicas)[wanted:]:
                self._retire(replica)

    def _is_ready(self, have: int) -> bool:
        """Tell whether another process may be added: not while one is being loaded."""
        return have < self._scale.least or all(replica.worker for replica in self._replicas)

    def _add(self) -> None:
        replica = Replica(self.order, self._folder, self._turn)
        task = self._replicas[replica] = asyncio.ensure_future(replica.run())
        self._held.add(task)
        task.add_done_callback(self._release)
        logger.info("Version %s: process %d is started", self.order.version, len(self._replicas))
        self._turn()

    def _release(self, task: asyncio.Task[None]) -> None:
        self._held.discard(task)
        if not task.cancelled():
            task.exception()  # of one that retires, nobody asks for it

    def _retire(self, replica: Replica) -> None:
        task = self._replicas.pop(replica)
        logger.info(
            "Version %s: a process is ended, %d stay", self.order.version, len(self._replicas)
        )
        retiring = asyncio.ensure_future(self._retired(replica, task))
        self._retiring.add(retiring)
        retiring.add_done_callback(self._retiring.discard)
        self._turn()

    async def _retired(self, replica: Replica, task: asyncio.Task[None]) -> None:
        """End a process once it has answered what it was asked, which may take as long as any."""
        try:
            await replica.drain(self._timeout)
        finally:
            await cancel_all([task])

    def _bury(self) -> None:
        """Let go of processes that could not load it."""
        for replica, task in list(self._replicas.items()):
            if not task.done():
                continue
            del self._replicas[replica]
            try:
                task.result()
            except NoModel as error:
                self._fail(str(error))

    def _fail(self, why: str) -> None:
        if self._replicas:
            self._scale.least = min(self._scale.least, len(self._replicas))
            self._scale.most = len(self._replicas)
            logger.error("Another process could not load the model: %s", why)
        else:
            self._close("failed", why)

    def _close(self, state: Literal["loading", "failed"], reason: str) -> None:
        """Take no more requests."""
        self._why = Condition(state, reason)
        self._closed = True
        self._let_go()
        self._on_change()

    async def _next_look(self) -> None:
        """Wait until there may be something to do."""
        self._look.clear()
        looks = asyncio.ensure_future(self._look.wait())
        moves = self._scale.most > self._scale.least or self._scale.idle is not None
        try:
            await asyncio.wait(
                [looks, *self._replicas.values()],
                timeout=_LOOK_EVERY if moves else None,
                return_when=asyncio.FIRST_COMPLETED,
            )
        finally:
            looks.cancel()

    def _turn(self) -> None:
        if self._free() is not None:
            self._is_unloaded = False
            self._let_go()
        self._on_change()

    def _let_go(self) -> None:
        """Let the requests go on that wait for it to be loaded."""
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_result(None)
