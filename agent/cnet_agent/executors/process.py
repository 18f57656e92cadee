"""Runs process tasks, each under a supervisor that outlives the agent and the launcher.

The executor writes the attempt's record and hands it over with the lock already taken, and with a
channel on which the supervisor says how it went. An attempt whose channel was an earlier agent's is
*attached* to: the lock is seen held, who holds it is read, that process is pinned by a descriptor,
and the lock seen still held. From then on the descriptor tells of its end, and the record how the
attempt ended. The record also tells where a channel ends without a word.
"""

import asyncio
import errno
import logging
import os
import resource
import signal
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from cnet_agent.config.layout import Layout
from cnet_agent.executors import records
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
from cnet_agent.executors.process_attempts import Alive, Attempts, Over, Pending
from cnet_agent.executors.process_launcher import Launcher
from cnet_agent.executors.process_mechanism import choose
from cnet_agent.executors.process_outcome import handle_of, not_started, outcome_of
from cnet_agent.executors.process_sayings import sentence_of
from cnet_agent.executors.process_ties import Channel, Pinned, Tie
from cnet_agent.executors.process_usage import Meter, Subject
from cnet_agent.model.errors import FieldError
from cnet_agent.model.phase import Reason
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.spec import Kind, TaskSpec
from cnet_agent.model.task import Handle, Outcome
from cnet_agent.supervisor import linux
from cnet_agent.supervisor.limits.plan import Mechanism, Plan
from cnet_agent.supervisor.limits.probe import Wanted
from cnet_agent.supervisor.record import Json

logger = logging.getLogger(__name__)

T = TypeVar("T")

_THREADS = 4
_LAUNCHES_AT_ONCE = 32
_TRIES = 10  # launches of an attempt that never came to run
_PENDING_FOR = 30.0  # seconds for a supervisor to say who it is
_LOOK_EVERY = 0.02  # seconds
_NO_DESCRIPTOR = {errno.EMFILE, errno.ENFILE}
_PAUSE = 1.0  # seconds until another try for want of one


@dataclass(frozen=True, slots=True)
class Watched:
    """An attempt that runs: the tie to its supervisor, and what its record says."""

    tie: Tie
    handle: Handle
    intent: Json
    subject: Subject


class ProcessExecutor:
    """Runs tasks as processes of this node; see ``Executor`` for the contract.

    Args:
        layout: the data directory; it must not be on a network file system.
        mechanism: how to limit; found out by ``open`` if None.
        limited_by: what may be found out: the best there is, or one way alone.
        inherited: the environment that tasks start from; the agent's own if None.
        open_files: the soft limit of descriptors for tasks; this process's present one if None,
            so make the executor before raising that.
    """

    kind: Kind = "process"

    def __init__(
        self,
        layout: Layout,
        *,
        mechanism: Mechanism | None = None,
        limited_by: Wanted = "auto",
        inherited: Mapping[str, str] | None = None,
        open_files: int | None = None,
    ) -> None:
        self._layout = layout
        self._mechanism = mechanism
        self._limited_by: Wanted = limited_by
        self._inherited = dict(os.environ if inherited is None else inherited)
        self._open_files = open_files or resource.getrlimit(resource.RLIMIT_NOFILE)[0]
        self._launcher = Launcher(layout.logs / "launcher.log")
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="process-executor")
        self._meter = Meter()
        self._starting: dict[AttemptKey, Tie] = {}
        self._watched: dict[AttemptKey, Watched] = {}
        self._concluding: set[asyncio.Task[None]] = set()
        self._gate = asyncio.Semaphore(_LAUNCHES_AT_ONCE)
        self._closed = False
        self._attempts: Attempts
        self._on_end: OnEnd

    # -- life ---------------------------------------------------------------------------------

    async def open(self, on_end: OnEnd) -> None:
        """Get ready; ends of started and recovered attempts are told to ``on_end``."""
        self._on_end = on_end
        if self._mechanism is None:
            self._mechanism = await self._in_pool(choose, self._limited_by, self._launcher)
        self._attempts = Attempts(self._layout, self._mechanism, self._inherited, self._open_files)
        await self._in_pool(self._launcher.start)

    async def close(self) -> None:
        """Stop watching. What runs goes on. Safe to repeat."""
        if self._closed:
            return
        self._closed = True
        for work in self._concluding:
            work.cancel()
        if self._concluding:
            await asyncio.wait(self._concluding)
        loop = asyncio.get_running_loop()
        for watched in self._watched.values():
            loop.remove_reader(watched.tie)
            watched.tie.close()
        self._watched.clear()
        await self._in_pool(self._launcher.close)
        self._pool.shutdown()

    def group_parents(self) -> set[str]:
        """Return the directories in which attempts have their control groups."""
        mechanism = self._mechanism or Mechanism()
        return {*mechanism.parents.values(), *([mechanism.kill] if mechanism.kill else [])}

    def availability(self) -> Availability:
        """Return how this node limits processes."""
        mechanism = self._mechanism or Mechanism()
        limits = {name: mechanism.mode(name) for name in ("cpu", "memory", "pids")}
        return Availability(True, sentence_of(mechanism.detail), {**limits, "disk": "soft"})

    async def look_again(self) -> None:
        """Look at nothing: processes always run, and are limited as at the agent's start."""

    def problems(self, _spec: TaskSpec) -> list[FieldError]:
        """Forbid nothing: a process may what the agent's user may."""
        return []

    # -- attempts -----------------------------------------------------------------------------

    async def reserve(self, key: AttemptKey, description: dict[str, Any]) -> None:
        """Write an attempt's record, so that the task is known even without the database."""
        await self._in_pool(records.reserve, self._layout, key, description)

    async def known_attempts(self) -> list[KnownAttempt]:
        """Return the latest attempt of every task that has a record."""
        return await self._in_pool(lambda: list(records.known(self._layout, self.kind)))

    async def start(self, launch: Launch) -> Handle:
        """Start an attempt and watch it.

        Raises:
            StartError: nothing runs, for the reason in ``outcome``.
            OSError: the disk is full or failing.
        """
        async with self._gate:
            for _ in range(_TRIES):
                if (handle := await self._hand_over(launch)) is not None:
                    return handle
                match await self._attach(launch.key):
                    case Running(handle=handle):
                        return handle
                    case Ended(outcome=outcome, handle=None) | Vanished(outcome=outcome):
                        raise StartError(outcome)
                    case Ended(handle=Handle() as handle) as end:
                        asyncio.get_running_loop().call_soon(self._on_end, launch.key, end)
                        return handle
        raise StartError(
            Outcome(
                Reason.SPAWN_ERROR,
                ended_at=time.time(),
                detail=Sentence(
                    "Its supervisor died before the command could run, {count} times.", count=_TRIES
                ),
            )
        )

    async def recover(self, key: AttemptKey) -> Found:
        """Find out what became of an attempt; watch it if it runs."""
        return await self._attach(key)

    async def stop(self, key: AttemptKey, grace: float) -> None:
        """Ask for the end: the stop signal, ``grace`` seconds, then SIGKILL to all of it."""
        intent = await self._in_pool(self._attempts.ask_to_stop, key, grace)
        tie = self._tie(key)
        if tie is not None:
            tie.tell_to_look()
        elif intent is not None:
            await self._in_pool(self._attempts.tell_supervisor, key, intent)

    async def signal(self, key: AttemptKey, name: str) -> None:
        """Send a signal to the main process.

        Raises:
            ProcessLookupError: it does not run.
        """
        watched = self._watched.get(key)
        if watched is None:
            raise ProcessLookupError(f"attempt {key.number} of {key.task_id} does not run")
        main = watched.intent["child"]
        with linux.pinned(main["pid"]) as pidfd:
            if (
                pidfd is None
                or linux.start_of(main["pid"]) != main["start"]
                or not linux.send_signal(pidfd, signal.Signals[name])
            ):
                raise ProcessLookupError(f"process {main['pid']} has ended")

    async def usage(self, key: AttemptKey) -> Usage | None:
        """Return what the attempt uses now, None if it does not run."""
        watched = self._watched.get(key)
        if watched is None:
            return None
        return await self._in_pool(self._meter.measure, watched.subject)

    async def discard(self, task_id: str) -> None:
        """Remove what the executor keeps of a finished task."""
        await self._in_pool(self._attempts.discard, task_id)

    # -- watching -----------------------------------------------------------------------------

    async def _attach(self, key: AttemptKey) -> Found:
        if (watched := self._watched.get(key)) is not None:
            return Running(watched.handle)
        deadline = time.monotonic() + _PENDING_FOR
        while True:
            try:
                sight = await self._in_pool(self._attempts.look, key)
            except FileNotFoundError:
                return NeverRan()
            match sight:
                case Alive():
                    tie = Pinned(sight.pidfd)
                    return Running(self._watch(key, tie, sight.intent, sight.plan))
                case Over(record=record):
                    return await self._in_pool(self._attempts.conclusion, key, record)
                case Pending() if time.monotonic() < deadline:
                    await asyncio.sleep(_LOOK_EVERY)
                case _:
                    detail = Sentence("Its launcher holds it and does not go on; end that process.")
                    return Vanished(Outcome(Reason.LOST, time.time(), detail=detail))

    async def _hand_over(self, launch: Launch) -> Handle | None:
        """Give an attempt to a supervisor and watch it; None where the record must tell.

        Raises:
            StartError, OSError: as ``start``.
        """
        key, channel = launch.key, await self._in_pool(Channel)
        self._starting[key] = channel
        work = self._in_pool(self._attempts.launch, launch, self._launcher, channel.theirs)
        handing = asyncio.ensure_future(work)
        handing.add_done_callback(lambda _: channel.theirs.close())
        try:
            plan = await asyncio.shield(handing)  # its thread has the other end
            if plan is None:
                return None
            match told := await channel.hear():
                case {"started": intent}:
                    return self._watch(key, channel, intent, plan)
                case {"ended": end}:
                    raise StartError(outcome_of(end, time.time()))
                case {"error": _}:
                    raise StartError(not_started(told, time.time()))
            await self._in_pool(self._attempts.await_release, key)  # it died
            return None
        finally:
            del self._starting[key]
            if self._tie(key) is not channel:
                channel.close()

    def _watch(self, key: AttemptKey, tie: Tie, intent: Json, plan: Plan) -> Handle:
        if (already := self._watched.get(key)) is not None:
            tie.close()
            return already.handle
        handle, supervisor = handle_of(intent), intent["supervisor"]
        subject = Subject(
            key,
            int(supervisor["pid"]),
            int(supervisor.get("children_cpu", 0)),
            handle.started_at,
            plan,
            str(self._layout.task(key.task_id).work),
        )
        self._watched[key] = Watched(tie, handle, intent, subject)
        asyncio.get_running_loop().add_reader(tie, self._ended, key)
        return handle

    def _tie(self, key: AttemptKey) -> Tie | None:
        watched = self._watched.get(key)
        return watched.tie if watched is not None else self._starting.get(key)

    def _ended(self, key: AttemptKey) -> None:
        watched = self._watched.pop(key)
        asyncio.get_running_loop().remove_reader(watched.tie)
        told = watched.tie.take()
        watched.tie.close()
        self._meter.forget(key)
        if "ended" in told:
            self._on_end(key, Ended(outcome_of(told["ended"], time.time()), watched.handle))
            return
        work = asyncio.get_running_loop().create_task(self._conclude(key, watched.subject.plan))
        self._concluding.add(work)
        work.add_done_callback(self._concluded)

    async def _conclude(self, key: AttemptKey, plan: Plan) -> None:
        self._on_end(key, await self._in_pool(self._attempts.conclude, key, plan))

    def _concluded(self, work: asyncio.Task[None]) -> None:
        self._concluding.discard(work)
        if not work.cancelled() and (error := work.exception()) is not None:
            logger.error("The end of an attempt could not be taken", exc_info=error)

    async def _in_pool(self, work: Callable[..., T], *arguments: Any) -> T:
        """Run ``work``, which may be repeated, in a thread.

        Where this process has no descriptor left it is tried again: it would otherwise look as if
        a task could not start, or had vanished.
        """
        while True:
            try:
                return await asyncio.wrap_future(self._pool.submit(work, *arguments))
            except OSError as error:
                if error.errno not in _NO_DESCRIPTOR:
                    raise
                logger.warning("%s is tried again: %s", work.__qualname__, error.strerror)
            await asyncio.sleep(_PAUSE)
