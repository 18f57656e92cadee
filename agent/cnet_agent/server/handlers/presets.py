"""Presets: forms that become tasks."""

from cnet_agent.model.errors import FieldError
from cnet_agent.model.preset import Preset
from cnet_agent.model.sentence import Sentence
from cnet_agent.server.handlers.tasks import SubmitQuery, idempotency
from cnet_agent.server.problems import invalid_fields
from cnet_agent.server.routes import Call, NoQuery, Reply, Route
from cnet_agent.wire.requests import RunPresetBody
from cnet_agent.wire.task import DryRunView, TaskView


async def list_presets(call: Call[NoQuery, None]) -> list[Preset]:
    """Answer all presets, in the order in which they are shown."""
    return await call.services.presets.list()


async def put(call: Call[NoQuery, Preset]) -> Preset:
    """Keep a person's own preset."""
    if call.body.id != call.path["id"]:
        sentence = Sentence("must be {id}, as in the address", id=repr(call.path["id"]))
        raise invalid_fields((FieldError(("id",), sentence),))
    return await call.services.presets.put(call.body)


async def delete(call: Call[NoQuery, None]) -> Reply:
    """Remove a person's own preset."""
    await call.services.presets.delete(call.path["id"])
    return Reply(None, status=204)


async def run(call: Call[SubmitQuery, RunPresetBody]) -> Reply:
    """Submit the task that a filled-in form describes."""
    runtime, preset_id = call.services.runtime, call.path["id"]
    params = call.body.params if call.body else {}
    spec = await call.services.presets.render(preset_id, params)
    if call.query.dry_run:
        return Reply(await runtime.dry_run(spec), status=200)
    task = await runtime.submit(spec, preset=preset_id, idempotency=idempotency(call))
    return Reply(runtime.view(task), headers={"Location": f"/api/tasks/{task.id}"})


ROUTES = (
    Route("GET", "/api/presets", "read", list_presets, "All presets", "Presets", list[Preset]),
    Route(
        "PUT", "/api/presets/{id}", "operate", put, "Keep a preset", "Presets", Preset, body=Preset
    ),
    Route(
        "DELETE", "/api/presets/{id}", "operate", delete, "Remove a preset", "Presets", status=204
    ),
    Route(
        "POST",
        "/api/presets/{id}/run",
        "operate",
        run,
        "Run a preset",
        "Presets",
        TaskView,
        query=SubmitQuery,
        body=RunPresetBody,
        body_required=False,
        status=201,
        also=((200, DryRunView),),
    ),
)
