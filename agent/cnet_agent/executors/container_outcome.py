"""What a container's state means to its task. Pure."""

import signal

from cnet_agent.executors.container_engine import Container
from cnet_agent.model.phase import Reason
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.task import Outcome

_BY_SIGNAL = 128  # an exit code above it tells which signal


def outcome_of(found: Container, stopped_for: str, now: float) -> Outcome:
    """Return how a container ended.

    Args:
        found: the container.
        stopped_for: why it was to end, if it was. Whether a person's stop came in time is for the
            task to decide.
        now: Unix seconds, for a time that Docker lacks.
    """
    code = found.exit_code
    name = _signal(code)
    if found.oom_killed and code != 0:
        reason = Reason.OOM
    elif stopped_for == "timeout":
        reason = Reason.TIMEOUT
    else:
        reason = Reason.SIGNAL if name else Reason.EXIT
    return Outcome(
        reason=reason,
        ended_at=found.finished_at or now,
        exit_code=None if name else code,
        signal=name,
        oom_kills=int(found.oom_killed),
        detail=found.error,
    )


def removed(now: float) -> Outcome:
    """Return the outcome of an attempt whose container somebody took away."""
    return Outcome(
        Reason.LOST,
        ended_at=now,
        detail=Sentence("Somebody removed its container, so how it ended is not known."),
    )


def not_started(sentence: str, now: float, *, retryable: bool) -> Outcome:
    """Return the outcome of an attempt that Docker, or this node, would not start."""
    return Outcome(Reason.SPAWN_ERROR, ended_at=now, detail=sentence, retryable=retryable)


def _signal(code: int) -> str | None:
    try:
        return signal.Signals(code - _BY_SIGNAL).name if code > _BY_SIGNAL else None
    except ValueError:
        return None
