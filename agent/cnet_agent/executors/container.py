"""Runs container tasks in Docker, and finds them again after the agent's death or Docker's.

A container's name says which attempt it is, so that there is but one, however often it is asked
for. The record names it before it may run: a record without it is one that never ran. While it
runs a thread copies its log; the end of that tells that the container may have ended, and Docker is
asked. Where Docker does not answer, everything waits for it, and nothing is given up.
"""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from cnet_agent.config.layout import Layout
from cnet_agent.config.schema import ContainerSettings
from cnet_agent.executors import process_outcome, records
from cnet_agent.executors.base import (
    AttemptKey,
    Availability,
    Ended,
    Found,
    KnownAttempt,
    Launch,
    NeverRan,
    OnEnd,
    Running,
    StartError,
    Usage,
    Vanished,
)
from cnet_agent.executors.container_config import (
    NotAllowed,
    Rules,
    check,
    container_name,
    create_config,
)
from cnet_agent.executors.container_engine import Container, Engine, Refused, Unreachable
from cnet_agent.executors.container_outcome import not_started, removed
from cnet_agent.executors.container_records import ContainerRecords
from cnet_agent.executors.container_threads import Threads, Unwanted
from cnet_agent.executors.container_usage import Meter
from cnet_agent.executors.container_watch import Watch
from cnet_agent.model.errors import Conflict, FieldError
from cnet_agent.model.phase import Reason
from cnet_agent.model.sentence import Sentence, told
from cnet_agent.model.spec import Kind, TaskSpec
from cnet_agent.model.task import Enforcement, Handle, Outcome
from cnet_agent.supervisor.record import Json

T = TypeVar("T")

PATIENCE = 5.0  # seconds for Docker's first answer, before the agent goes on without
LOOK_EVERY = 5.0  # seconds between looks whether Docker answers


class ContainerExecutor:
    """Runs tasks as containers of this node's Docker; see ``Executor`` for the contract.

    ``changed`` is called when Docker came or went.
    """

    kind: Kind = "container"

    def __init__(
        self,
        layout: Layout,
        *,
        node_id: str,
        workspace: Path,
        settings: Callable[[], ContainerSettings],
        engine: Engine,
        threads: Threads,
    ) -> None:
        self.changed: Callable[[], None] = lambda: None
        self._layout = layout
        self._node_id = node_id
        self._workspace = workspace
        self._settings = settings
        self._engine = engine
        self._records = ContainerRecords(layout)
        self._threads = threads
        self._watch = Watch(self._engine, self._records, self._threads)
        self._meter = Meter()
        self._watch.on_forgotten = self._meter.forget
        self._availability = Availability(False, Sentence("Docker was not asked yet."))
        self.gives_gpus = False  # whether Docker can give GPUs to containers
        self._starting: set[AttemptKey] = set()
        self._unwanted: set[AttemptKey] = set()  # of those, the ones that were stopped
        self._looking: asyncio.Task[None] | None = None

    # -- life ---------------------------------------------------------------------------------

    async def open(self, on_end: OnEnd) -> None:
        """Get ready; ends of started and recovered attempts are told to ``on_end``."""
        self._watch.on_end = on_end
        looked = asyncio.Event()
        self._looking = asyncio.create_task(self._keep_looking(looked))
        waiting = asyncio.ensure_future(looked.wait())
        await asyncio.wait([waiting], timeout=PATIENCE)
        waiting.cancel()

    async def close(self) -> None:
        """Stop watching. What runs goes on. Safe to repeat."""
        if self._looking is None:
            return
        self._looking.cancel()
        await asyncio.wait([self._looking])
        self._looking = None
        await self._watch.close()
        self._engine.close()

    def availability(self) -> Availability:
        """Return whether Docker answered when it was asked last, and what it limits."""
        return self._availability

    async def look_again(self) -> None:
        """Ask Docker who it is."""
        limits: dict[str, Enforcement] = {}
        try:
            info = await self._threads.run(self._engine.info)
        except Unreachable as error:
            found = Availability(False, told(error), mend=error.mend, command=error.command)
        except Refused as error:
            found = Availability(
                False, Sentence("Docker refuses to answer: {what}", what=told(error))
            )
        else:
            limits = dict.fromkeys(sorted(info.limits), "hard")
            found = Availability(True, f"Docker {info.version}", limits)
            self.gives_gpus = info.gpus
        before, self._availability = self._availability, found
        if found != before:
            self.changed()

    async def _keep_looking(self, looked: asyncio.Event) -> None:
        while True:
            await self.look_again()
            looked.set()
            await asyncio.sleep(LOOK_EVERY)

    def problems(self, spec: TaskSpec) -> list[FieldError]:
        """Return what of a container this node does not allow."""
        try:
            check(spec, self._rules())
            if spec.resources.gpu_count and not self.gives_gpus:
                raise _no_gpus()
        except NotAllowed as error:
            return [FieldError(tuple(error.field.split(".")), told(error))]
        return []

    # -- attempts -----------------------------------------------------------------------------

    async def reserve(self, key: AttemptKey, description: dict[str, Any]) -> None:
        """Write an attempt's record, so that the task is known even without the database."""
        await self._threads.run(records.reserve, self._layout, key, description)

    async def known_attempts(self) -> list[KnownAttempt]:
        """Return the latest attempt of every container task that has a record."""
        return await self._threads.run(lambda: list(records.known(self._layout, self.kind)))

    async def start(self, launch: Launch) -> Handle:
        """Make and start an attempt's container, and watch it.

        Raises:
            StartError: nothing runs, for the reason in ``outcome``.
            OSError: the disk is full or failing.
        """
        key = launch.key
        await self.reserve(key, launch.description)  # a later attempt has no record yet
        self._starting.add(key)
        try:
            return await self._start(launch)
        except Unwanted:
            raise StartError(Outcome(Reason.STOPPED, ended_at=time.time())) from None
        except NotAllowed as error:
            raise StartError(not_started(told(error), time.time(), retryable=False)) from error
        except Refused as error:
            raise StartError(await self._give_up(key, error)) from error
        finally:
            self._starting.discard(key)
            self._unwanted.discard(key)

    async def recover(self, key: AttemptKey) -> Found:
        """Find out what became of an attempt; watch it if it runs."""
        if (watched := self._watch.get(key)) is not None:
            return Running(watched.handle)
        try:
            found = await self._threads.run(self._records.read, key)
        except FileNotFoundError:
            return NeverRan()
        if found.never_ran:
            return NeverRan()
        if found.exit is not None:
            await self._threads.ask(self._engine.remove, container_name(self._node_id, key))
            return Ended(process_outcome.outcome_of(found.exit, time.time()))
        intent = found.intent or {}
        container = await self._threads.ask(self._engine.find, str(intent.get("container")))
        if container is not None and container.status == "created":
            try:
                await self._threads.ask(self._engine.start, container.id)
            except Refused as error:
                return Ended(await self._give_up(key, error))
            container = await self._threads.ask(self._engine.find, container.id)
        if container is None:
            return Vanished(removed(time.time()))
        spec = TaskSpec.model_validate((found.spec or {})["spec"])
        return Running(self._begin(key, spec, container, intent))

    async def stop(self, key: AttemptKey, grace: float) -> None:
        """Ask for the end: the stop signal, ``grace`` seconds, then SIGKILL to all of it."""
        try:
            await self._threads.run(self._records.ask_to_stop, key, grace, "stopped")
        except FileNotFoundError:
            return
        watched = self._watch.get(key)
        if watched is not None:
            self._watch.stop(watched, grace)
        elif key in self._starting:
            self._unwanted.add(key)

    async def signal(self, key: AttemptKey, name: str) -> None:
        """Send a signal to the main process.

        Raises:
            ProcessLookupError: it does not run.
            Conflict: Docker does not answer, or refuses.
        """
        watched = self._watch.get(key)
        try:
            if watched is not None and await self._threads.run(
                self._engine.kill, watched.container, name
            ):
                return
        except (Unreachable, Refused) as error:
            raise Conflict(told(error)) from error
        raise ProcessLookupError(f"attempt {key.number} of {key.task_id} does not run")

    async def usage(self, key: AttemptKey) -> Usage | None:
        """Return what the attempt uses now, None if it does not run or Docker does not say."""
        watched = self._watch.get(key)
        if watched is None or not self._availability.available:
            return None
        try:
            stats = await self._threads.run(self._engine.stats, watched.container)
        except (Unreachable, Refused):
            return None
        return self._meter.measure(key, stats, time.monotonic()) if stats is not None else None

    async def discard(self, task_id: str) -> None:
        """Keep nothing of a finished task: its container went with its end."""

    # -- starting -----------------------------------------------------------------------------

    async def _start(self, launch: Launch) -> Handle:
        key = launch.key
        if await self._threads.run(self._records.stop_request, key) is not None:
            raise Unwanted
        if launch.gpus and not self.gives_gpus:
            raise _no_gpus()
        work = await self._threads.run(self._records.work, key.task_id)
        config, host = await self._threads.run(
            create_config, launch, self._node_id, work, self._rules()
        )
        name = container_name(self._node_id, key)
        made = await self._ask(key, self._engine.create, name, config, host)
        intent = await self._threads.run(self._records.begin, key, made)
        await self._ask(key, self._engine.start, made)
        container = await self._ask(key, self._engine.find, made)
        if container is None:
            raise StartError(removed(time.time()))
        return self._begin(key, launch.spec, container, intent)

    async def _give_up(self, key: AttemptKey, error: Refused) -> Outcome:
        """Note that Docker would not start an attempt, and leave no container of it."""
        outcome = not_started(told(error), time.time(), retryable=error.is_temporary)
        await self._threads.run(self._records.end, key, outcome)
        await self._threads.ask(self._engine.remove, container_name(self._node_id, key))
        return outcome

    def _begin(self, key: AttemptKey, spec: TaskSpec, container: Container, intent: Json) -> Handle:
        return self._watch.begin(key, spec, container, intent, self._availability.limits)

    def _rules(self) -> Rules:
        settings = self._settings()
        return Rules(self._workspace, settings.allowed_mounts, settings.allow_privileged)

    async def _ask(self, key: AttemptKey, ask: Callable[..., T], *arguments: Any) -> T:
        """Ask Docker until it answers, or the attempt is stopped."""
        return await self._threads.ask(ask, *arguments, wanted=lambda: key not in self._unwanted)


def _no_gpus() -> NotAllowed:
    return NotAllowed(
        "resources.gpu_limit",
        Sentence("Docker has no NVIDIA runtime: install the NVIDIA Container Toolkit."),
    )
