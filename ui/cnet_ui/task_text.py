"""A task as text to take elsewhere: its command line, its specification, a curl command. Pure."""

import json
import shlex
from typing import Any

from cnet_agent.model.spec import TaskSpec
from cnet_agent.wire.task import MASK, TaskView


def command_line(task: TaskView) -> str:
    """Return command and arguments as a shell takes them."""
    return shlex.join([task.command, *task.args])


def masked(task: TaskView) -> list[str]:
    """Return the variables whose values the agent does not tell."""
    return [name for name, value in task.env.items() if value == MASK]


def spec_of(task: TaskView) -> dict[str, Any]:
    """Return what would be submitted to get such a task, without what is so by default.

    A masked value is replaced by words that say so.
    """
    fields = {name: getattr(task, name) for name in TaskSpec.model_fields if name != "env"}
    fields["env"] = {
        name: f"<the value of {name}>" if value == MASK else value
        for name, value in task.env.items()
    }
    spec = TaskSpec.model_validate(fields)
    return spec.model_dump(mode="json", exclude_defaults=True)


def as_curl(task: TaskView, url: str, *, needs_token: bool) -> str:
    """Return a command that submits such a task at ``url``.

    Args:
        task: of which the specification is taken.
        url: of the agent.
        needs_token: whether the agent asks for one; the shell variable ``CNET_TOKEN`` holds it.
    """
    parts = [f"curl -X POST {shlex.quote(f'{url}/api/tasks')}"]
    if needs_token:
        parts.append('-H "Authorization: Bearer $CNET_TOKEN"')
    parts.append("-H 'Content-Type: application/json'")
    body = json.dumps(spec_of(task), ensure_ascii=False)
    parts.append(f"-d {shlex.quote(body)}")
    return " \\\n  ".join(parts)
