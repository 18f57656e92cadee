"""Follows containers that run to their end: their log, their time, their stop, how they ended."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from typing import Any

from cnet_agent.executors.base import AttemptKey, Ended, OnEnd, Vanished
from cnet_agent.executors.container_engine import Container, Engine, Refused, Stream
from cnet_agent.executors.container_log import LogCopy
from cnet_agent.executors.container_outcome import outcome_of, removed
from cnet_agent.executors.container_records import ContainerRecords
from cnet_agent.executors.container_threads import AGAIN, Threads
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Enforcement, Handle
from cnet_agent.supervisor.record import Json

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Watched:
    """An attempt that runs."""

    container: str
    handle: Handle
    spec: TaskSpec
    first_segment: int  # of the log
    dropped: int = 0  # bytes of the log that a full disk did not take
    over: asyncio.Event = field(default_factory=asyncio.Event)
    stream: "Stream[tuple[int, bytes]] | None" = None
    deadline: asyncio.TimerHandle | None = None


class Watch:
    """The attempts that run, by their keys. ``on_end`` is told once of each end."""

    def __init__(self, engine: Engine, records: ContainerRecords, threads: Threads) -> None:
        self.on_end: OnEnd
        self.on_forgotten: Callable[[AttemptKey], None] = lambda _key: None
        self._engine = engine
        self._records = records
        self._threads = threads
        self._watched: dict[AttemptKey, Watched] = {}
        self._work: set[asyncio.Task[Any]] = set()

    def get(self, key: AttemptKey) -> Watched | None:
        """Return what is known of an attempt that runs."""
        return self._watched.get(key)

    def begin(
        self,
        key: AttemptKey,
        spec: TaskSpec,
        container: Container,
        intent: Json,
        limits: dict[str, Enforcement],
    ) -> Handle:
        """Follow a container that was started; ``limits`` are those that Docker enforces."""
        if (already := self._watched.get(key)) is not None:
            return already.handle
        asked = spec.resources.model_dump(exclude_none=True)
        handle = Handle(
            pid=container.pid,
            started_at=container.started_at or time.time(),
            limits={name: how for name, how in limits.items() if f"{name}_limit" in asked},
            limited_by="docker",
            container=container.id,
        )
        watched = Watched(container.id, handle, spec, int(intent.get("log", 0)))
        self._watched[key] = watched
        if spec.timeout is not None:
            ran = min(max(0.0, time.time() - handle.started_at), spec.timeout)
            watched.deadline = asyncio.get_running_loop().call_later(
                spec.timeout - ran, lambda: self._spawn(self._time_out(key, watched))
            )
        self._spawn(self._follow(key, watched, container))
        return handle

    def stop(self, watched: Watched, grace: float) -> None:
        """Send the stop signal, and SIGKILL to what is there after ``grace`` seconds."""
        self._spawn(self._stop(watched, grace))

    async def close(self) -> None:
        """Follow no more. What runs goes on."""
        for watched in self._watched.values():
            if watched.deadline is not None:
                watched.deadline.cancel()
        for work in self._work:
            work.cancel()
        if self._work:
            await asyncio.wait(self._work)
        for watched in self._watched.values():
            if watched.stream is not None:
                watched.stream.close()
        self._watched.clear()

    # -- to the end ---------------------------------------------------------------------------

    async def _follow(self, key: AttemptKey, watched: Watched, found: Container | None) -> None:
        """Copy the log until the container has ended, whatever becomes of Docker meanwhile."""
        while True:
            log = LogCopy(self._records.prefix(key), watched.first_segment)
            try:
                await self._copy(watched, log)
                if found is not None and not found.has_ended:
                    found = await self._threads.ask(self._engine.find, watched.container)
                if found is None or found.has_ended:
                    log.close()
                    watched.dropped += log.dropped
                    await self._conclude(key, watched, found)
                    return
                watched.dropped += log.dropped
            except OSError as error:  # no descriptor left, say
                logger.warning("The log of container %s: %s", watched.container, error)
            finally:
                log.abandon()
            await asyncio.sleep(AGAIN)

    async def _copy(self, watched: Watched, log: LogCopy) -> None:
        second, known = await self._threads.run_long(log.resume_at)
        try:
            stream = await self._threads.ask(self._engine.log, watched.container, second)
        except Refused as error:
            logger.debug("The log of container %s: %s", watched.container, error)
            return
        watched.stream = stream
        await self._threads.run_long(log.copy, stream, known)
        watched.stream = None

    async def _conclude(self, key: AttemptKey, watched: Watched, found: Container | None) -> None:
        end: Ended | Vanished
        if found is None:
            end = Vanished(removed(time.time()))
        else:
            request = await self._threads.run(self._records.stop_request, key)
            outcome = outcome_of(found, request.reason if request else "", time.time())
            end = Ended(replace(outcome, dropped_bytes=watched.dropped), watched.handle)
        await self._threads.run(self._records.end, key, end.outcome)
        try:
            await self._threads.ask(self._engine.remove, watched.container)
        except Refused as error:
            logger.warning("Container %s cannot be removed: %s", watched.container, error)
        if watched.deadline is not None:
            watched.deadline.cancel()
        self._watched.pop(key, None)
        self.on_forgotten(key)
        watched.over.set()
        self.on_end(key, end)

    async def _time_out(self, key: AttemptKey, watched: Watched) -> None:
        grace = watched.spec.stop_grace
        await self._threads.run(self._records.ask_to_stop, key, grace, "timeout")
        await self._stop(watched, grace)

    async def _stop(self, watched: Watched, grace: float) -> None:
        kill, container = self._engine.kill, watched.container
        with contextlib.suppress(Refused):
            await self._threads.ask(kill, container, watched.spec.stop_signal)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(watched.over.wait(), grace)
        if not watched.over.is_set():
            await self._threads.ask(kill, container, "SIGKILL")

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._work.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._work.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.error("A container could not be followed", exc_info=error)
