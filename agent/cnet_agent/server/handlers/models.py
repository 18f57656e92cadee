"""Served models, as the seeds' clients create and ask them."""

from aiohttp import web
from pydantic import Field

from cnet_agent.model.fields import Strict
from cnet_agent.server.handlers.logs import LogsQuery, answer_log
from cnet_agent.server.routes import Call, NoQuery, Reply, Route
from cnet_agent.wire.models import (
    ModelBody,
    ModelHealth,
    ModelInfo,
    ModelMetrics,
    ModelView,
    PredictBody,
    Prediction,
)
from cnet_agent.wire.task import LogRecord


class RemoveQuery(Strict):
    """Stop, or remove."""

    purge: bool = Field(False, description="Remove a model that is not served, with its last task.")


async def list_models(call: Call[NoQuery, None]) -> list[ModelView]:
    """Answer all models, the newest first."""
    return await call.services.models.all()


async def create(call: Call[NoQuery, ModelBody]) -> Reply:
    """Register a model and begin to serve it."""
    view = await call.services.models.create(call.body)
    call.account.detail |= {"model": view.id, "name": view.name}
    return Reply(view, headers={"Location": f"/api/ml/models/{view.id}"})


async def get(call: Call[NoQuery, None]) -> ModelView:
    """Answer a model."""
    return await call.services.models.view(call.path["id"])


async def info(call: Call[NoQuery, None]) -> ModelInfo:
    """Answer a model with what its server found out."""
    return await call.services.models.info(call.path["id"])


async def health(call: Call[NoQuery, None]) -> ModelHealth:
    """Answer whether a model can be asked."""
    return await call.services.models.health(call.path["id"])


async def metrics(call: Call[NoQuery, None]) -> ModelMetrics:
    """Answer how a model does."""
    return await call.services.models.metrics(call.path["id"])


async def start(call: Call[NoQuery, None]) -> ModelView:
    """Serve a model again."""
    return await call.services.models.start(call.path["id"])


async def delete(call: Call[RemoveQuery, None]) -> ModelView:
    """Stop a model, or remove one that is stopped."""
    models = call.services.models
    if call.query.purge:
        return await models.remove(call.path["id"])
    return await models.stop(call.path["id"])


async def predict(call: Call[NoQuery, PredictBody]) -> Prediction:
    """Answer what a model predicts."""
    return await call.services.models.predict(call.path["id"], call.body.input_data)


async def logs(call: Call[LogsQuery, None]) -> Reply | web.StreamResponse:
    """Answer lines of the log of a model's server, or the log as it grows."""
    return await answer_log(call, call.services.models.task_id(call.path["id"]))


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
