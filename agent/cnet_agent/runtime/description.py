"""A task as its attempt record keeps it: enough to know the task again without the database."""

from typing import Any

from pydantic import ValidationError

from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Task


def describe(task: Task) -> dict[str, Any]:
    """Return what never changes of a task, as JSON."""
    return {
        "id": task.id,
        "created_at": task.created_at,
        "spec": task.spec.model_dump(mode="json"),
        "preset": task.preset,
        "rerun_of": task.rerun_of,
    }


def restore(description: dict[str, Any], attempt: int) -> Task | None:
    """Return the task that a record describes, None if the record cannot be understood."""
    try:
        return Task(
            id=str(description["id"]),
            spec=TaskSpec.model_validate(description["spec"]),
            created_at=float(description["created_at"]),
            attempt=attempt,
            preset=description.get("preset"),
            rerun_of=description.get("rerun_of"),
        )
    except (KeyError, TypeError, ValueError, ValidationError):
        return None
