"""The Open Inference Protocol V2 for all models: as Triton's clients speak it, by name."""

from contextlib import suppress
from typing import Literal

from aiohttp import web
from pydantic import Field, StrictBool

from cnet_agent.model.errors import Conflict, ModelUnavailable
from cnet_agent.model.fields import Strict
from cnet_agent.model.sentence import Sentence
from cnet_agent.server.inference import (
    SERVER,
    TYPES,
    inferred,
    metadata,
    read_inference,
    refusal_of,
)
from cnet_agent.server.routes import Access, Call, Handler, Method, NoQuery, Route
from cnet_agent.wire.answer import Answer
from cnet_agent.wire.models import ModelStatus, ModelView, TensorView

State = Literal["READY", "LOADING", "UNAVAILABLE"]


class Live(Answer):
    """The agent answers."""

    live: bool = True


class Ready(Answer):
    """What was asked about takes requests."""

    ready: bool = True


class ServerMetadata(Answer):
    """Who answers."""

    name: str
    version: str
    extensions: list[str]


class Metadata(Answer):
    """What a model takes and gives."""

    name: str
    versions: list[str]
    platform: str
    inputs: list[TensorView]
    outputs: list[TensorView]


class IndexBody(Strict):
    """Which models to list."""

    ready: StrictBool = Field(False, description="Only those that take requests.")


class Indexed(Answer):
    """A version of a model."""

    name: str
    version: str
    state: State
    reason: str = ""


class LoadBody(Strict):
    """Nothing that could be said about a load."""

    parameters: dict[str, str] = {}


class Loaded(Answer):
    """It is done."""


def _state(status: ModelStatus, model: ModelView) -> State:
    """Return the protocol's word for a status; one that is idle is loaded by the next request."""
    if status == "running" or (status == "pending" and model.port is not None):
        return "READY"
    return "LOADING" if status in ("pending", "loading") else "UNAVAILABLE"


async def live(_call: Call[NoQuery, None]) -> Live:
    """Answer."""
    return Live()


async def ready(_call: Call[NoQuery, None]) -> Ready:
    """Answer that requests are taken."""
    return Ready()


async def server(_call: Call[NoQuery, None]) -> ServerMetadata:
    """Answer who this is."""
    return ServerMetadata.model_validate(SERVER)


async def model_ready(call: Call[NoQuery, None]) -> Ready:
    """Answer whether a model, or a version of it, takes requests."""
    models, version = call.services.models, call.path.get("version", "")
    model = models.requests.named(call.path["name"], version)
    view = await models.looks.view(model.id)
    status, reason = view.status, view.reason
    if version:
        views = await models.looks.versions(model.id)
        found = next(each for each in views if each.version == version)
        status, reason = found.status, found.reason
    if _state(status, view) != "READY":
        raise ModelUnavailable(
            reason or Sentence("The model {name} is not being served.", name=model.name),
            retry_after=1.0,
        )
    return Ready()


async def model_metadata(call: Call[NoQuery, None]) -> Metadata:
    """Answer what a model takes and gives."""
    models = call.services.models
    version = call.path.get("version", "")
    model = models.requests.named(call.path["name"], version)
    info = await models.looks.info(model.id, version)
    if not info.inputs:
        raise ModelUnavailable(
            info.reason or Sentence("The model {name} is not being served.", name=model.name),
            retry_after=1.0,
        )
    names = [version.name for version in model.versions]
    told = metadata(model.name, names, info.model_dump(include={"platform", "inputs", "outputs"}))
    return Metadata.model_validate(told)


async def infer(call: Call[NoQuery, None]) -> web.StreamResponse:
    """Answer what a model infers."""
    models, version = call.services.models, call.path.get("version", "")
    model = models.requests.named(call.path["name"], version)
    kind, body = await read_inference(call.request)
    reply = await models.requests.ask(model, kind, body, version)
    return inferred(kind, reply.body)


async def index(call: Call[NoQuery, IndexBody]) -> list[Indexed]:
    """Answer the versions of all models and whether they take requests."""
    looks = call.services.models.looks
    found = [
        Indexed(
            name=model.name,
            version=version.version,
            state=_state(version.status, model),
            reason=version.reason,
        )
        for model in await looks.all()
        for version in await looks.versions(model.id)
    ]
    wants_ready = call.body is not None and call.body.ready
    return [each for each in found if each.state == "READY" or not wants_ready]


async def load(call: Call[NoQuery, LoadBody]) -> Loaded:
    """Have a model served, if it is not."""
    models = call.services.models
    model = models.requests.named(call.path["name"])
    call.account.detail |= {"model": model.id}
    with suppress(Conflict):  # it is served
        await models.start(model.id)
    return Loaded()


async def unload(call: Call[NoQuery, LoadBody]) -> Loaded:
    """End the serving of a model."""
    models = call.services.models
    model = models.requests.named(call.path["name"])
    call.account.detail |= {"model": model.id}
    await models.stop(model.id)
    return Loaded()


def _route(
    method: Method,
    path: str,
    access: Access,
    handler: Handler,
    summary: str,
    answer: object,
    body: type[Strict] | None = None,
) -> Route:
    return Route(
        method,
        path,
        access,
        handler,
        summary,
        "Inference",
        answer,
        body=body,
        body_required=False,
        refused=refusal_of,
    )


def _of_models(prefix: str) -> tuple[Route, ...]:
    return (
        _route("GET", prefix, "read", model_metadata, "What it takes and gives", Metadata),
        _route("GET", f"{prefix}/ready", "read", model_ready, "Does it take requests?", Ready),
        Route(
            "POST",
            f"{prefix}/infer",
            "operate",
            infer,
            "Ask a model",
            "Inference",
            raw_body=TYPES,
            media=("application/json", "application/octet-stream"),
            refused=refusal_of,
        ),
    )


ROUTES = (
    _route("GET", "/v2", "read", server, "Who answers", ServerMetadata),
    _route("GET", "/v2/health/live", "read", live, "Does the agent answer?", Live),
    _route("GET", "/v2/health/ready", "read", ready, "Does it take requests?", Ready),
    *_of_models("/v2/models/{name}"),
    *_of_models("/v2/models/{name}/versions/{version}"),
    _route(
        "POST", "/v2/repository/index", "read", index, "All models", list[Indexed], body=IndexBody
    ),
    _route(
        "POST",
        "/v2/repository/models/{name}/load",
        "operate",
        load,
        "Have it served",
        Loaded,
        body=LoadBody,
    ),
    _route(
        "POST",
        "/v2/repository/models/{name}/unload",
        "operate",
        unload,
        "End its serving",
        Loaded,
        body=LoadBody,
    ),
)
