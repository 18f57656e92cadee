"""What requests are made of: parts of paths, headers and bodies."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from cnet_agent.model.spec import TaskSpec
from cnet_agent.wire.times import to_text


def path_part(text: str) -> str:
    """Return a text as one part of a path."""
    return quote(text, safe="")


def task_path(task_id: str, rest: str = "") -> str:
    """Return the path of a task, and of what is below it."""
    return f"/api/tasks/{path_part(task_id)}{rest}"


def file_path(task_id: str, file: str) -> str:
    """Return the path of a file of a task, by its name relative to the task's directory."""
    return task_path(task_id, f"/files/{quote(file)}")


def time_text(at: float | None) -> str | None:
    """Return Unix seconds as the API writes them."""
    return None if at is None else to_text(at)


def log_place(cursor: str) -> tuple[int, ...]:
    """Return a cursor as what puts lines of one log into their order."""
    return tuple(int(part) for part in cursor.split(":") if part.isdecimal())


def key_header(idempotency_key: str | None) -> dict[str, str]:
    """Return the header that lets a request be sent twice and done once."""
    return {"Idempotency-Key": idempotency_key} if idempotency_key else {}


def body_of(spec: TaskSpec | Mapping[str, Any]) -> dict[str, Any]:
    """Return the body that submits a task: of a spec, what was set in it."""
    if isinstance(spec, TaskSpec):
        return spec.model_dump(mode="json", exclude_unset=True)
    return dict(spec)
