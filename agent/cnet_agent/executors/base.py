"""What the runtime asks of an executor."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from cnet_agent.model.errors import FieldError
from cnet_agent.model.spec import Kind, TaskSpec
from cnet_agent.model.task import Enforcement, Environment, Handle, Outcome


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether this node can run a kind of task, and how it enforces limits."""

    available: bool
    detail: str  # "cgroup v1 limits", or why not
    limits: dict[str, Enforcement] = field(default_factory=dict)
    mend: str = ""  # where it is not available: what to do, a sentence
    command: str = ""  # what does that, for a shell


@dataclass(frozen=True, slots=True)
class AttemptKey:
    """Names one attempt of one task."""

    task_id: str
    number: int


@dataclass(frozen=True, slots=True)
class Launch:
    """Everything an executor needs to start an attempt."""

    key: AttemptKey
    description: dict[str, Any]  # the task as JSON, for the attempt's record
    spec: TaskSpec
    working_dir: Path  # absolute
    environment: Environment | None
    gpus: tuple[str, ...] = ()  # its own while it runs, as the driver names them


class StartError(Exception):
    """The attempt could not be started; nothing of it runs. ``outcome`` says why."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.detail)
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class Running:
    """Found: it runs."""

    handle: Handle


@dataclass(frozen=True, slots=True)
class Ended:
    """Found: it ended, and how is known."""

    outcome: Outcome
    handle: Handle | None = None  # when it had started


@dataclass(frozen=True, slots=True)
class Vanished:
    """Found: it had started, nothing of it runs any more, and how it ended is not known."""

    outcome: Outcome


@dataclass(frozen=True, slots=True)
class NeverRan:
    """Found: it was never started; starting it is safe."""


Found = Running | Ended | Vanished | NeverRan


@dataclass(frozen=True, slots=True)
class Usage:
    """What one attempt uses now."""

    cpu_percent: float  # of one core
    memory: int  # bytes
    pids: int
    disk: int | None = None  # bytes in the task's own directory


OnEnd = Callable[[AttemptKey, Ended | Vanished], None]
"""Called once on the event loop for each attempt that ends while it is watched."""


@dataclass(frozen=True, slots=True)
class KnownAttempt:
    """What an attempt's record tells when nothing else is left of the task."""

    key: AttemptKey
    description: dict[str, Any]  # as it was given to ``reserve``
    started: bool  # whether it was ever handed to the system to run


class Executor(Protocol):
    """Runs one kind of task. All methods but ``stop`` are safe to repeat after a restart."""

    kind: Kind

    async def open(self, on_end: OnEnd) -> None:
        """Get ready; ends of started and recovered attempts are told to ``on_end``."""

    async def close(self) -> None:
        """Stop watching. What runs goes on."""

    def availability(self) -> Availability:
        """Return whether and how this node can run the kind; cheap, from the last probe."""

    async def look_again(self) -> None:
        """Probe anew whether this node can run the kind; what runs is left alone."""

    def problems(self, spec: TaskSpec, /) -> list[FieldError]:
        """Return what the node's rules forbid of a task; cheap."""

    async def reserve(self, key: AttemptKey, description: dict[str, Any]) -> None:
        """Write an attempt's record, so that the task is known even without the database.

        Safe to repeat: a record that is there already is left as it is.

        Raises:
            OSError: the disk is full or failing; nothing was left behind.
        """

    async def known_attempts(self) -> list[KnownAttempt]:
        """Return the latest attempt of every task that has a record."""

    async def start(self, launch: Launch) -> Handle:
        """Start an attempt and watch it.

        Raises:
            StartError: nothing runs, for the reason in ``outcome``.
        """

    async def recover(self, key: AttemptKey) -> Found:
        """Find out what became of an attempt; watch it if it runs."""

    async def stop(self, key: AttemptKey, grace: float) -> None:
        """Ask for the end: the stop signal, ``grace`` seconds, then SIGKILL to all of it.

        Returns once the request is safely placed, not when the task has ended. An attempt that
        is not running any more is left alone.
        """

    async def signal(self, key: AttemptKey, name: str) -> None:
        """Send a signal to the main process.

        Raises:
            ProcessLookupError: it does not run.
        """

    async def usage(self, key: AttemptKey) -> Usage | None:
        """Return what the attempt uses now, None if it does not run."""

    async def discard(self, task_id: str) -> None:
        """Remove what the executor keeps of a finished task."""
