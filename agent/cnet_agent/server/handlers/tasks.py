"""Tasks: submit, look, stop, run again."""

import hashlib
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from pydantic import BeforeValidator, Field

from cnet_agent.model.errors import BadRequest, FieldError
from cnet_agent.model.fields import Strict, Text
from cnet_agent.model.phase import Status
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.spec import Kind, TaskSpec
from cnet_agent.server import problems
from cnet_agent.server.routes import Call, NoQuery, Reply, Route
from cnet_agent.store.base import TaskQuery
from cnet_agent.wire.task import (
    DryRunView,
    EditBody,
    SignalBody,
    StopBody,
    TaskView,
    TimelineView,
    UsageHistoryView,
)

MAX_PAGE = 1000


def _split(values: object) -> object:
    """Take ``a,b`` as well as a parameter given twice."""
    if not isinstance(values, list):
        return values
    return [part for value in values for part in str(value).split(",")]


class SubmitQuery(Strict):
    """How to submit."""

    dry_run: bool = Field(False, description="Only answer what would happen.")


class ListQuery(Strict):
    """Which tasks."""

    status: Annotated[tuple[Status, ...], BeforeValidator(_split)] = ()
    type: Kind | None = None
    label: tuple[Text, ...] = Field((), description='"name" or "name=value"; all must hold.')
    q: Text = Field("", max_length=1000, description="In name, command, arguments or id.")
    limit: int = Field(100, ge=1, le=MAX_PAGE)
    after: Text | None = Field(None, max_length=100, description="Id of the last task seen.")


class DeleteQuery(Strict):
    """Stop, or remove."""

    purge: bool = Field(False, description="Remove a finished task with its logs.")


def idempotency(call: Call[Any, Any]) -> tuple[str, str] | None:
    """Return the key that a client sent and the digest of its request.

    Raises:
        BadRequest: the key is no short plain text.
    """
    key = call.header("Idempotency-Key")
    if key is None:
        return None
    if not 1 <= len(key) <= 255 or not key.isascii() or not key.isprintable():
        raise BadRequest(Sentence("An Idempotency-Key is 1 to 255 printable ASCII characters."))
    return key, hashlib.sha256(call.request.path.encode() + b"\0" + call.raw).hexdigest()


async def submit(call: Call[SubmitQuery, TaskSpec]) -> TaskView | Reply:
    """Accept a task; it is on disk when this answers."""
    runtime = call.services.runtime
    if call.body.model is not None:
        sentence = Sentence("is not for tasks of one's own; POST /api/ml/models serves a model")
        raise problems.invalid_fields((FieldError(("model",), sentence),))
    if call.query.dry_run:
        return Reply(await runtime.dry_run(call.body), status=200)
    task = await runtime.submit(call.body, idempotency=idempotency(call))
    return Reply(runtime.view(task), headers={"Location": f"/api/tasks/{task.id}"})


async def list_tasks(call: Call[ListQuery, None]) -> Reply:
    """Answer a page of tasks, newest first."""
    asked, runtime = call.query, call.services.runtime
    labels = tuple(_label(text) for text in asked.label)
    page = await runtime.find(
        TaskQuery(asked.status, asked.type, labels, asked.q, asked.after, asked.limit)
    )
    headers = {"X-Total-Count": str(page.total)}
    if page.more:
        parameters = asked.model_dump(exclude_defaults=True) | {"after": page.tasks[-1].id}
        headers["Link"] = f'</api/tasks?{urlencode(parameters, doseq=True)}>; rel="next"'
    return Reply([runtime.view(task) for task in page.tasks], headers=headers)


def _label(text: str) -> tuple[str, str | None]:
    name, separator, value = text.partition("=")
    return name, value if separator else None


async def get(call: Call[NoQuery, None]) -> TaskView:
    """Answer a task."""
    runtime = call.services.runtime
    return runtime.view(await runtime.get(call.path["id"]))


async def delete(call: Call[DeleteQuery, None]) -> TaskView:
    """Stop a task; however often it is asked, the answer is the task."""
    runtime = call.services.runtime
    if call.query.purge:
        return runtime.view(await runtime.purge(call.path["id"]))
    return runtime.view(await runtime.stop(call.path["id"], None))


async def stop(call: Call[NoQuery, StopBody | None]) -> TaskView:
    """Stop a task, in a time of the caller's choice."""
    runtime = call.services.runtime
    grace = call.body.grace if call.body else None
    return runtime.view(await runtime.stop(call.path["id"], grace))


async def restart(call: Call[NoQuery, None]) -> Reply:
    """Run a task again, as a new one; of a model that it serves there is one server."""
    runtime, models = call.services.runtime, call.services.models
    before = await runtime.get(call.path["id"])
    if before.spec.model is not None:
        task = await runtime.get((await models.start(before.spec.model.id)).task_id)
    else:
        task = await runtime.rerun(before.id)
    return Reply(runtime.view(task), headers={"Location": f"/api/tasks/{task.id}"})


async def signal(call: Call[NoQuery, SignalBody]) -> TaskView:
    """Send a signal to a task's main process."""
    runtime = call.services.runtime
    await runtime.signal(call.path["id"], call.body.signal)
    return runtime.view(await runtime.get(call.path["id"]))


async def edit(call: Call[NoQuery, EditBody]) -> TaskView:
    """Change priority or labels."""
    runtime, body = call.services.runtime, call.body
    task = await runtime.edit(call.path["id"], priority=body.priority, labels=body.labels)
    return runtime.view(task)


async def timeline(call: Call[NoQuery, None]) -> list[TimelineView]:
    """Answer a task's history, oldest first."""
    return [
        TimelineView(at=entry.at, attempt=entry.attempt, kind=entry.kind, message=entry.message)
        for entry in await call.services.runtime.timeline(call.path["id"])
    ]


async def usage(call: Call[NoQuery, None]) -> UsageHistoryView:
    """Answer a task's CPU and memory over time."""
    task = await call.services.runtime.get(call.path["id"])
    return call.services.node.task_usage(task.id)


def _route(
    method: Literal["GET", "POST", "PATCH", "DELETE"],
    path: str,
    handler: object,
    summary: str,
    answer: object = TaskView,
    **more: object,
) -> Route:
    access = "read" if method == "GET" else "operate"
    return Route(method, f"/api/tasks{path}", access, handler, summary, "Tasks", answer, **more)  # type: ignore[arg-type]


ROUTES = (
    _route(
        "POST",
        "",
        submit,
        "Submit a task",
        query=SubmitQuery,
        body=TaskSpec,
        status=201,
        also=((200, DryRunView),),
    ),
    _route("GET", "", list_tasks, "List tasks, newest first", list[TaskView], query=ListQuery),
    _route("GET", "/{id}", get, "A task"),
    _route("DELETE", "/{id}", delete, "Stop a task, or remove a finished one", query=DeleteQuery),
    _route("PATCH", "/{id}", edit, "Change priority or labels", body=EditBody),
    _route("POST", "/{id}/stop", stop, "Stop a task", body=StopBody, body_required=False),
    _route("POST", "/{id}/restart", restart, "Run a task again, as a new one", status=201),
    _route("POST", "/{id}/signal", signal, "Send a signal", body=SignalBody),
    _route("GET", "/{id}/events", timeline, "A task's history", list[TimelineView]),
    _route("GET", "/{id}/usage", usage, "What a task used over time", UsageHistoryView),
)
