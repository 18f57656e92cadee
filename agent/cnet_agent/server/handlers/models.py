"""Served models, as the seeds' clients create and ask them."""

from aiohttp import web
from pydantic import Field

from cnet_agent.model.fields import Strict
from cnet_agent.server.handlers.logs import LogsQuery, answer_log
from cnet_agent.server.handlers.tasks import idempotency
from cnet_agent.server.routes import Call, NoQuery, Reply, Route
from cnet_agent.wire.models import (
    ModelBody,
    ModelHealth,
    ModelInfo,
    ModelMetrics,
    ModelView,
    PredictBody,
    Prediction,
    TrafficBody,
    VersionBody,
    VersionView,
)
from cnet_agent.wire.task import LogRecord


class RemoveQuery(Strict):
    """Stop, or remove."""

    purge: bool = Field(False, description="Remove a model that is not served, with its last task.")


async def list_models(call: Call[NoQuery, None]) -> list[ModelView]:
    """Answer all models, the newest first."""
    return await call.services.models.looks.all()


async def create(call: Call[NoQuery, ModelBody]) -> Reply:
    """Register a model and begin to serve it."""
    view = await call.services.models.create(call.body, idempotency(call))
    call.account.detail |= {"model": view.id, "name": view.name}
    return Reply(view, headers={"Location": f"/api/ml/models/{view.id}"})


async def get(call: Call[NoQuery, None]) -> ModelView:
    """Answer a model."""
    return await call.services.models.looks.view(call.path["id"])


async def info(call: Call[NoQuery, None]) -> ModelInfo:
    """Answer a model with what its server found out."""
    return await call.services.models.looks.info(call.path["id"])


async def health(call: Call[NoQuery, None]) -> ModelHealth:
    """Answer whether a model can be asked."""
    return await call.services.models.looks.health(call.path["id"])


async def metrics(call: Call[NoQuery, None]) -> ModelMetrics:
    """Answer how a model does."""
    return await call.services.models.looks.metrics(call.path["id"])


async def start(call: Call[NoQuery, None]) -> ModelView:
    """Serve a model again."""
    return await call.services.models.start(call.path["id"])


async def delete(call: Call[RemoveQuery, None]) -> ModelView:
    """Stop a model, or remove one that is stopped."""
    models = call.services.models
    if call.query.purge:
        return await models.remove(call.path["id"])
    return await models.stop(call.path["id"])


async def versions(call: Call[NoQuery, None]) -> list[VersionView]:
    """Answer the versions of a model, the newest first."""
    return await call.services.models.looks.versions(call.path["id"])


async def add_version(call: Call[NoQuery, VersionBody]) -> Reply:
    """Register a version of a model, and load it beside the others."""
    view = await call.services.models.add_version(call.path["id"], call.body)
    call.account.detail |= {"version": view.version, "live": call.body.live}
    return Reply(view)


async def delete_version(call: Call[NoQuery, None]) -> list[VersionView]:
    """Forget a version that gets no requests."""
    call.account.detail |= {"version": call.path["version"]}
    return await call.services.models.remove_version(call.path["id"], call.path["version"])


async def rollback(call: Call[NoQuery, None]) -> ModelView:
    """Divide the requests as they were before."""
    view = await call.services.models.roll_back(call.path["id"])
    call.account.detail |= {"traffic": dict(view.wanted)}
    return view


async def traffic(call: Call[NoQuery, TrafficBody]) -> ModelView:
    """Divide the requests among versions."""
    call.account.detail |= {"traffic": dict(call.body.traffic)}
    return await call.services.models.divide(call.path["id"], call.body.traffic)


async def predict(call: Call[NoQuery, PredictBody]) -> Prediction:
    """Answer what a model predicts."""
    return await call.services.models.requests.predict(call.path["id"], call.body.input_data)


async def logs(call: Call[LogsQuery, None]) -> Reply | web.StreamResponse:
    """Answer lines of the log of a model's server, or the log as it grows."""
    return await answer_log(call, call.services.models.looks.task_id(call.path["id"]))


ROUTES = (
    Route("GET", "/api/ml/models", "read", list_models, "The models", "Models", list[ModelView]),
    Route(
        "POST",
        "/api/ml/models",
        "operate",
        create,
        "Register and serve a model",
        "Models",
        ModelView,
        body=ModelBody,
        status=201,
    ),
    Route("GET", "/api/ml/models/{id}", "read", get, "A model", "Models", ModelView),
    Route(
        "DELETE",
        "/api/ml/models/{id}",
        "operate",
        delete,
        "Stop a model",
        "Models",
        ModelView,
        query=RemoveQuery,
    ),
    Route(
        "POST", "/api/ml/models/{id}/start", "operate", start, "Serve it again", "Models", ModelView
    ),
    Route(
        "POST",
        "/api/ml/models/{id}/predict",
        "operate",
        predict,
        "Ask a model",
        "Models",
        Prediction,
        body=PredictBody,
    ),
    Route(
        "GET",
        "/api/ml/models/{id}/versions",
        "read",
        versions,
        "Its versions",
        "Models",
        list[VersionView],
    ),
    Route(
        "POST",
        "/api/ml/models/{id}/versions",
        "operate",
        add_version,
        "Load a version beside the others",
        "Models",
        VersionView,
        body=VersionBody,
        status=201,
    ),
    Route(
        "DELETE",
        "/api/ml/models/{id}/versions/{version}",
        "operate",
        delete_version,
        "Forget a version",
        "Models",
        list[VersionView],
    ),
    Route(
        "POST",
        "/api/ml/models/{id}/rollback",
        "operate",
        rollback,
        "Go back to what was before",
        "Models",
        ModelView,
    ),
    Route(
        "PUT",
        "/api/ml/models/{id}/traffic",
        "operate",
        traffic,
        "Divide the requests among versions",
        "Models",
        ModelView,
        body=TrafficBody,
    ),
    Route(
        "GET",
        "/api/ml/models/{id}/logs",
        "read",
        logs,
        "The log of its server",
        "Models",
        list[str] | list[LogRecord],
        query=LogsQuery,
        media=("application/json", "text/plain", "text/event-stream"),
    ),
    Route(
        "GET",
        "/api/ml/models/{id}/info",
        "read",
        info,
        "A model, with inputs and outputs",
        "Models",
        ModelInfo,
    ),
    Route(
        "GET",
        "/api/ml/models/{id}/health",
        "read",
        health,
        "Can it be asked?",
        "Models",
        ModelHealth,
    ),
    Route(
        "GET", "/api/ml/models/{id}/metrics", "read", metrics, "Its figures", "Models", ModelMetrics
    ),
)
