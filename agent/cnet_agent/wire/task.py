"""A task as ``/api/tasks`` answers it: flat, in the seeds' words, secrets masked."""

import re
from typing import Literal

from pydantic import Field

from cnet_agent.model.cause import Cause
from cnet_agent.model.fields import Labels, Strict
from cnet_agent.model.phase import Phase, Reason, Status
from cnet_agent.model.quantities import Grace
from cnet_agent.model.spec import Kind, Priority, Pull, Resources, RetryPolicy, SignalName
from cnet_agent.wire.answer import Answer
from cnet_agent.wire.progress import TrainingView
from cnet_agent.wire.sentence import Said, Telling, Text
from cnet_agent.wire.times import Timestamp

MASK = "••••••"
_SECRET = re.compile(r"(?i)(secret|token|passw|passphrase|credential|private|api_?key|auth)")


def is_secret(name: str) -> bool:
    """Return whether a variable's name looks as if its value were a secret."""
    return _SECRET.search(name) is not None


def mask_secrets(env: dict[str, str]) -> dict[str, str]:
    """Return ``env`` with the values masked whose names look like secrets."""
    return {name: MASK if is_secret(name) else value for name, value in env.items()}


class WaitingView(Telling):
    """Why a task waits, with figures."""

    on: str = Field(description="disk, slots, cpu, memory, gpu, turn or retry.")
    message: Text
    position: int | None = Field(None, description="In the queue, from 1.")
    needed: float | None = None
    free: float | None = None
    holders: list[str] = Field(default=[], description="Ids of the tasks that hold it.")
    due_at: Timestamp | None = None
    said: Said = {}


class UsageView(Answer):
    """What a task uses now."""

    cpu_percent: float = Field(description="Percent of one core.")
    memory: int = Field(description="Bytes.")
    pids: int
    disk: int | None = Field(None, description="Bytes in the task's own directory.")


class AttemptView(Telling):
    """One attempt that is over."""

    number: int
    started_at: Timestamp | None = None
    ended_at: Timestamp
    reason: Reason
    cause: Cause | None = Field(None, description="Why it failed, as far as its log tells.")
    message: Text = Field("", description="Why it failed, as a sentence.")
    exit_code: int | None = None
    signal: str | None = None
    oom_kills: int = 0
    peak_memory: int | None = Field(None, description="Bytes, of all its processes if known.")
    cpu_seconds: float | None = Field(None, description="Processor time of all its processes.")
    disk_used: int | None = Field(
        None, description="Bytes in the task's own directory at the end, where that is limited."
    )
    said: Said = {}


class EnvironmentView(Answer):
    """The Python environment a task runs in."""

    python: str
    packages: list[str]
    source: Literal["existing", "cached", "built"]
    seconds: float = Field(description="Set-up time.")
    id: str = ""


class ServedView(Answer):
    """The model that a task serves."""

    id: str
    name: str
    version: str


class TaskView(Telling):
    """A task, flat: what was asked for and what became of it."""

    id: str
    name: str
    type: Kind
    status: Status
    phase: Phase
    reason: Reason | None = None
    cause: Cause | None = Field(None, description="Why it failed, as far as its log tells.")
    message: Text = ""
    waiting: WaitingView | None = None
    command: str
    args: list[str] = []
    env: dict[str, str] = {}
    working_dir: str = ""
    resources: Resources = Resources()
    timeout: float | None = Field(None, description="Seconds.")
    max_retries: int = 0
    retry: RetryPolicy = RetryPolicy()
    priority: int = 0
    labels: dict[str, str] = {}
    requirements: list[str] = []
    allow_build: bool = False
    stop_signal: SignalName = "SIGTERM"
    stop_grace: float = Field(10.0, description="Seconds.")
    image: str = ""
    pull: Pull = "missing"
    ports: list[str] = []
    volumes: list[str] = []
    network: str = ""
    user: str = ""
    shm_size: int | None = Field(None, description="Bytes.")
    privileged: bool = False
    memory_cap: int | None = Field(None, description="Bytes; reserves nothing.")
    training: TrainingView | None = Field(None, description="Of a training job.")
    model: ServedView | None = Field(None, description="That the task serves.")
    attempt: int = 1
    retry_count: int = 0
    attempts: list[AttemptView] = []
    exit_code: int | None = None
    signal: str | None = None
    oom_kills: int = 0
    dropped_bytes: int = Field(0, description="Of log, on a full disk.")
    created_at: Timestamp
    started_at: Timestamp | None = None
    completed_at: Timestamp | None = None
    limits: dict[str, Literal["hard", "soft"]] = {}
    limited_by: str = Field(
        "", description="What enforces the limits: cgroup v2, cgroup v1, systemd scope or watch."
    )
    gpus: list[str] = Field([], description="The UUIDs of the GPUs that the last start was given.")
    usage: UsageView | None = None
    environment: EnvironmentView | None = None
    pid: int | None = None
    container_id: str = Field("", description="Of a container that runs.")
    rerun_of: str | None = None
    preset: str | None = None
    said: Said = {}

    @property
    def memory_bound(self) -> int | None:
        """The memory that it may take, in bytes; None if all of it."""
        return self.resources.memory_limit or self.memory_cap


class StopBody(Strict):
    """How to stop a task."""

    grace: Grace | None = Field(
        None, description="Seconds from the stop signal to SIGKILL; the task's own if left out."
    )


class SignalBody(Strict):
    """Which signal to send."""

    signal: SignalName


class EditBody(Strict):
    """What may change while a task waits or runs."""

    priority: Priority | None = None
    labels: Labels | None = None


class DryRunView(Telling):
    """What would happen to a task if it were submitted."""

    command: list[str]
    working_dir: str
    environment: Text = Field(description="A sentence on the Python environment, or empty.")
    limits: dict[str, Literal["hard", "soft"]]
    fits: bool
    starts: Text = Field(description="A sentence: at once, or what it would wait for.")
    problems: list[Text] = Field(description="Why it would fail, as far as can be told.")
    problem_fields: list[str] = Field(
        default=[], description="The field of the task that each problem is about."
    )
    waiting: WaitingView | None = Field(None, description="What it would wait for, with figures.")
    said: Said = {}


class TimelineView(Telling):
    """One line of a task's history."""

    at: Timestamp
    attempt: int
    kind: str
    message: Text
    said: Said = {}


class UsageHistoryView(Answer):
    """A task's CPU and memory over time, as columns of equal length."""

    timestamps: list[float]
    cpu_percent: list[float]
    memory: list[float]


class FileView(Answer):
    """A file or folder of a task's own directory."""

    path: str
    size: int
    modified: Timestamp
    directory: bool


class OutputView(Answer):
    """A file or folder that a task made."""

    name: str = Field(description="As the task names it, or within its own directory.")
    path: str = Field(description="On the node.")
    size: int
    modified: Timestamp
    directory: bool = False
    own: bool = Field(False, description="Whether it lies in the task's own directory.")


class LogRecord(Answer):
    """One line of a task's log."""

    cursor: str = Field(description="Where the next read goes on: attempt:segment:offset.")
    time: str = Field(description="RFC 3339 in UTC with microseconds.")
    stream: Literal["stdout", "stderr"]
    line: str
