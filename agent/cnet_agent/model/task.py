"""What is so: a task, its attempts and how they ended. Values only; replaced, never changed."""

from dataclasses import dataclass, field
from typing import Literal

from cnet_agent.model.cause import Cause
from cnet_agent.model.fields import Kept
from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.spec import TaskSpec

Enforcement = Literal["hard", "soft"]


@dataclass(frozen=True, slots=True)
class Handle:
    """What an executor needs to find running work again after the agent's death."""

    pid: int
    started_at: float  # Unix seconds
    limits: dict[str, Enforcement] = field(default_factory=dict)  # cpu, memory, pids, disk
    limited_by: str = ""  # the mechanism: cgroup v2, cgroup v1, systemd scope, watch or docker
    container: str = ""  # its id, where it is one


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an attempt ended, as it was observed."""

    reason: Reason
    ended_at: float  # Unix seconds
    exit_code: int | None = None
    signal: str | None = None  # "SIGKILL"
    oom_kills: int = 0
    dropped_bytes: int = 0  # of log, on a full disk
    detail: Kept = ""  # what the system said: "No such file or directory: 'pythn'"
    cause: Cause | None = None  # as far as its log tells; ``detail`` is the line that does
    retryable: bool = True  # False for what cannot succeed another time
    peak_memory: int | None = None  # bytes
    cpu_seconds: float | None = None
    disk_used: int | None = None  # bytes in the task's own directory, where that is limited


@dataclass(frozen=True, slots=True)
class Environment:
    """The Python environment that was made ready for a task."""

    python: str  # path of the interpreter that runs it
    packages: tuple[str, ...]
    source: Literal["existing", "cached", "built"]
    seconds: float  # set-up time
    id: str = ""  # of the cached environment


@dataclass(frozen=True, slots=True)
class StopRequest:
    """A person's (or the agent's) decision that a task shall end."""

    at: float  # Unix seconds
    grace: float  # seconds


@dataclass(frozen=True, slots=True)
class Attempt:
    """One run of a task that is over."""

    number: int
    started_at: float | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Task:
    """A task as it stands now."""

    id: str  # UUIDv7
    spec: TaskSpec
    created_at: float  # Unix seconds
    phase: Phase = Phase.QUEUED
    attempt: int = 1
    handle: Handle | None = None  # while running or stopping
    environment: Environment | None = None
    stop: StopRequest | None = None
    outcome: Outcome | None = None  # of the last attempt that ended
    attempts: tuple[Attempt, ...] = ()  # those that ended
    started_at: float | None = None  # of the current or last attempt
    completed_at: float | None = None  # once final
    due_at: float | None = None  # while backing off
    limits: dict[str, Enforcement] = field(default_factory=dict)  # as of the last start
    limited_by: str = ""  # as of the last start
    gpus: tuple[str, ...] = ()  # that it was given at the last admission, as the driver names them
    reason: Reason | None = None
    message: Kept = ""  # one sentence for a person, with the next step
    rerun_of: str | None = None
    preset: str | None = None  # id of the preset it was made from

    @property
    def made_at(self) -> float:
        """The moment in its id, in Unix seconds: later for every task submitted later."""
        return int(self.id[:8] + self.id[9:13], 16) / 1000

    @property
    def waited(self) -> float | None:
        """Seconds from its submission to its first start, None before that."""
        starts = (*(attempt.started_at for attempt in self.attempts), self.started_at)
        first = next((at for at in starts if at is not None), None)
        return None if first is None else first - self.created_at

    @property
    def retry_count(self) -> int:
        """How many attempts followed the first."""
        return self.attempt - 1
