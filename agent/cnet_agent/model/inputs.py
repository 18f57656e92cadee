"""What can happen to a task. Each input names the attempt it is about."""

from dataclasses import dataclass

from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Environment, Handle, Outcome


@dataclass(frozen=True, slots=True)
class Input:
    """Something that happened; ``attempt`` 0 means whichever is current."""

    attempt: int = 0


@dataclass(frozen=True, slots=True)
class Admitted(Input):
    """The node has room: the task leaves the queue."""

    prepare: bool = False  # whether an environment may have to be made first
    gpus: tuple[str, ...] = ()  # that are its own until it ends


@dataclass(frozen=True, slots=True)
class Prepared(Input):
    """The environment is ready, or none was needed."""

    environment: Environment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareFailed(Input):
    """The environment could not be made."""

    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Started(Input):
    """The executor runs it."""

    handle: Handle


@dataclass(frozen=True, slots=True, kw_only=True)
class StartFailed(Input):
    """The executor could not start it; nothing runs."""

    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Exited(Input):
    """It ended, and how is known."""

    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost(Input):
    """It is gone, and how it ended is not known; nothing of it runs any more."""

    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class StopWanted(Input):
    """Somebody wants it to end."""

    grace: float  # seconds from the stop signal to SIGKILL


@dataclass(frozen=True, slots=True)
class RetryDue(Input):
    """The wait before the next attempt is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited(Input):
    """Priority or labels changed; nothing else of the specification may differ."""

    spec: TaskSpec
