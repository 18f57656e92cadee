"""Builders of specifications and tasks: valid by default, varied by keyword."""

import uuid
from typing import Any

from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Attempt, Handle, Outcome, Task

EPOCH = 1_790_000_000.0  # Unix seconds; the moment that tests count from


def make_id(number: int = 1, at: float | None = None) -> str:
    """Return a UUIDv7: ids grow with ``number``, which also sets the time unless ``at`` does."""
    milliseconds = round((EPOCH + number if at is None else at) * 1000)
    value = (milliseconds << 80) | (0x7 << 76) | (0b10 << 62) | number
    return str(uuid.UUID(int=value))


def make_spec(**fields: Any) -> TaskSpec:
    """Return a specification; ``/bin/true`` unless ``fields`` say otherwise."""
    return TaskSpec(**{"command": "/bin/true", **fields})


def make_outcome(**fields: Any) -> Outcome:
    """Return the end of an attempt: exit code 0, ten seconds after ``EPOCH``."""
    return Outcome(**{"reason": Reason.EXIT, "ended_at": EPOCH + 10, "exit_code": 0, **fields})


def make_handle(**fields: Any) -> Handle:
    """Return what an executor needs to find running work."""
    return Handle(**{"pid": 4242, "started_at": EPOCH + 1, **fields})


def make_task(number: int = 1, **fields: Any) -> Task:
    """Return a task that is consistent with its ``phase`` (queued if not given).

    Fields of the specification (``name``, ``args``, ``labels`` …) may be given directly or as a
    whole in ``spec``; all others are fields of the task. Tasks with a greater ``number`` are newer
    by a second each.
    """
    spec_fields = {name: fields.pop(name) for name in list(fields) if name in TaskSpec.model_fields}
    spec = fields.pop("spec", None) or make_spec(**spec_fields)
    created_at = fields.pop("created_at", EPOCH + number)
    phase = fields.get("phase", Phase.QUEUED)
    return Task(
        **{
            "id": make_id(number),
            "spec": spec,
            "created_at": created_at,
            **_consistent(phase, created_at),
            **fields,
        }
    )


def _consistent(phase: Phase, created_at: float) -> dict[str, Any]:
    if phase in {Phase.RUNNING, Phase.STOPPING}:
        return {"handle": make_handle(started_at=created_at + 1), "started_at": created_at + 1}
    if phase is Phase.BACKING_OFF:
        return {"due_at": created_at + 20}
    if not phase.is_final:
        return {}
    ended_at = created_at + 10
    outcome = make_outcome(
        ended_at=ended_at,
        exit_code=0 if phase is Phase.SUCCEEDED else 1,
        reason=Reason.STOPPED if phase is Phase.CANCELLED else Reason.EXIT,
    )
    return {
        "started_at": created_at + 1,
        "completed_at": ended_at,
        "outcome": outcome,
        "attempts": (Attempt(1, created_at + 1, outcome),),
        "reason": outcome.reason,
        "message": "" if phase is Phase.SUCCEEDED else "Ended with exit code 1.",
    }
