"""Carries out the commands of the state machine; each result is the next input."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from cnet_agent.config.layout import Layout
from cnet_agent.executors.base import (
    AttemptKey,
    Ended,
    Executor,
    Launch,
    StartError,
    Vanished,
)
from cnet_agent.model import inputs as happened
from cnet_agent.model.commands import Command, Prepare, Release, Start, Stop, Wake
from cnet_agent.model.inputs import Input
from cnet_agent.model.phase import Reason
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.spec import Kind, TaskSpec
from cnet_agent.model.task import Environment, Outcome, Task
from cnet_agent.runtime.background import Background
from cnet_agent.runtime.description import describe
from cnet_agent.runtime.diagnosis import diagnosed
from cnet_agent.runtime.workspace import working_dir
from cnet_agent.supervisor.failpoints import reach
from cnet_agent.supervisor.logwriter import LogWriter

logger = logging.getLogger(__name__)

LAST_STOPS = 2.0  # seconds for the stops that were asked for to reach their tasks
STDERR = 1  # the stream that the set-up of an environment is told on


class PrepareError(Exception):
    """The environment could not be made; ``outcome`` says why."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.detail)
        self.outcome = outcome


class Preparer(Protocol):
    """Makes Python environments ready."""

    async def prepare(
        self, spec: TaskSpec, working_dir: Path, log: Callable[[str], object]
    ) -> Environment | None:
        """Return the environment to run in, None where none is needed.

        Raises:
            PrepareError: it could not be made.
        """


class CarryOut:
    """Does what a step asks for, and tells what came of it through ``deliver``."""

    def __init__(
        self,
        executors: Mapping[Kind, Executor],
        preparer: Preparer,
        layout: Layout,
        workspace: Path,
        now: Callable[[], float],
        background: Background,
    ) -> None:
        self._executors = executors
        self._preparer = preparer
        self._layout = layout
        self._workspace = workspace
        self._now = now
        self._background = background
        self._preparing: dict[str, asyncio.Task[None]] = {}
        self._starting: dict[AttemptKey, asyncio.Task[None]] = {}
        self._stopping: set[asyncio.Task[None]] = set()
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self.deliver: Callable[[str, Input], asyncio.Task[None]]
        self.release: Callable[[], None]

    def carry_out(self, task: Task, command: Command) -> None:
        """Begin to do what ``command`` asks for about ``task``; never waits."""
        match command:
            case Prepare():
                work = self._background.spawn(self._prepare(task), f"prepare {task.id}")
                self._preparing[task.id] = work
            case Start():
                key = AttemptKey(task.id, task.attempt)
                self._starting[key] = self._background.spawn(self._start(task), f"start {task.id}")
            case Stop(grace=grace):
                stopping = self._background.spawn(self._stop(task, grace), f"stop {task.id}")
                self._stopping.add(stopping)
                stopping.add_done_callback(self._stopping.discard)
            case Wake(wait=wait):
                self.wake(task, wait)
            case Release():
                self._cancel_timer(task.id)
                self.release()

    def wake(self, task: Task, wait: float) -> None:
        """Deliver ``RetryDue`` in ``wait`` seconds of the monotonic clock."""
        self._cancel_timer(task.id)
        due = happened.RetryDue(task.attempt)
        self._timers[task.id] = asyncio.get_running_loop().call_later(
            wait, lambda: self.deliver(task.id, due)
        )

    def ended(self, key: AttemptKey, end: Ended | Vanished) -> None:
        """Take the end of an attempt that an executor watched."""
        self._background.spawn(self._ended(key, end), f"end {key.task_id}")

    async def input_for(self, key: AttemptKey, end: Ended | Vanished) -> Input:
        """Return what the end of an attempt means to its task."""
        if isinstance(end, Vanished):
            return happened.Lost(key.number, outcome=end.outcome)
        folder = self._layout.task(key.task_id).root
        outcome = await diagnosed(folder, key.number, end.outcome)
        return happened.Exited(key.number, outcome=outcome)

    async def close(self) -> None:
        """Forget the timers, and let the stops that were asked for reach their tasks.

        One that takes longer than a moment is carried out by the next agent.
        """
        for timer in self._timers.values():
            timer.cancel()
        if self._stopping:
            await asyncio.wait(self._stopping, timeout=LAST_STOPS)

    async def _prepare(self, task: Task) -> None:
        result: Input
        # The supervisor, once it runs, goes on in the next segment of the same log.
        log = LogWriter(self._layout.task(task.id).log_prefix(task.attempt))
        try:
            environment = await self._preparer.prepare(
                task.spec,
                working_dir(self._workspace, task.spec),
                lambda line: log.feed(STDERR, f"{line}\n".encode()),
            )
            result = happened.Prepared(task.attempt, environment)
        except PrepareError as error:
            result = happened.PrepareFailed(task.attempt, outcome=error.outcome)
        except Exception as error:
            result = happened.PrepareFailed(task.attempt, outcome=self._defect(task, error))
        except asyncio.CancelledError:
            if task.id not in self._preparing:  # stopped by a person; otherwise the agent closes
                outcome = Outcome(Reason.STOPPED, ended_at=self._now())
                self.deliver(task.id, happened.PrepareFailed(task.attempt, outcome=outcome))
            raise
        finally:
            self._preparing.pop(task.id, None)
            log.close()
        self.deliver(task.id, result)

    async def _start(self, task: Task) -> None:
        key = AttemptKey(task.id, task.attempt)
        launch = Launch(
            key=key,
            description=describe(task),
            spec=task.spec,
            working_dir=working_dir(self._workspace, task.spec),
            environment=task.environment,
            gpus=task.gpus,
        )
        result: Input
        try:
            handle = await self._executors[task.spec.type].start(launch)
            reach("agent-launched")
            result = happened.Started(task.attempt, handle=handle)
        except StartError as error:
            result = happened.StartFailed(task.attempt, outcome=error.outcome)
        except OSError as error:
            outcome = Outcome(
                Reason.STORAGE_ERROR, ended_at=self._now(), detail=str(error), retryable=False
            )
            result = happened.StartFailed(task.attempt, outcome=outcome)
        except Exception as error:
            result = happened.StartFailed(task.attempt, outcome=self._defect(task, error))
        await self.deliver(task.id, result)
        self._starting.pop(key, None)

    async def _stop(self, task: Task, grace: float) -> None:
        preparing = self._preparing.pop(task.id, None)
        if preparing is not None:
            preparing.cancel()
        else:
            key = AttemptKey(task.id, task.attempt)
            await self._executors[task.spec.type].stop(key, grace)

    async def _ended(self, key: AttemptKey, end: Ended | Vanished) -> None:
        reach("agent-exit-seen")
        starting = self._starting.get(key)
        if starting is not None:  # a short task may end before its start was saved
            await asyncio.wait([starting])
        await self.deliver(key.task_id, await self.input_for(key, end))

    def _defect(self, task: Task, error: Exception) -> Outcome:
        """Log the exception that nobody foresaw: better a task that failed than one that hangs."""
        logger.error("Task %s could not be started", task.id, exc_info=error)
        detail = Sentence("the agent failed; its log says why")
        return Outcome(Reason.SPAWN_ERROR, ended_at=self._now(), detail=detail, retryable=False)

    def _cancel_timer(self, task_id: str) -> None:
        timer = self._timers.pop(task_id, None)
        if timer is not None:
            timer.cancel()
