"""A task as text to take elsewhere: its command line, and a curl command that submits another."""

import shlex

from cnet_agent.wire.task import MASK, TaskView
from cnet_ui.models.task_request import request_of


def command_line(task: TaskView) -> str:
    """Return command and arguments as a shell takes them."""
    return shlex.join([task.command, *task.args])


def as_curl(task: TaskView, url: str, *, with_token: bool) -> str:
    """Return a command that submits such a task or job at ``url``; see ``Request.as_curl``.

    A masked value is replaced by words that say so: it would be taken for the value.
    """
    request = request_of(task)
    variables = request.body.get("env", {})
    for name, value in variables.items():
        if value == MASK:
            variables[name] = f"<the value of {name}>"
    return request.as_curl(url, with_token=with_token)
