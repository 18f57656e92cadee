"""What an agent can be asked about the models that it serves."""

from collections.abc import Mapping
from typing import Any

from cnet_agent.client.parts import path_part
from cnet_agent.client.transport import Transport
from cnet_agent.wire.models import ModelInfo, ModelMetrics, ModelView, Prediction, VersionView

MODELS = "/api/ml/models"
LONG = 60.0  # seconds for what copies a file, or waits for a model to be loaded


class ModelsClient:
    """Asks one agent about its models; see ``AgentClient`` for what it raises."""

    def __init__(self, transport: Transport) -> None:
        self._ask = transport.ask

    async def all(self) -> list[ModelView]:
        """Return all models, with their figures of this moment."""
        return await self._ask(list[ModelView], "GET", MODELS)

    async def register(self, model: Mapping[str, Any]) -> ModelView:
        """Register a model, a ``ModelBody``, and begin to serve it."""
        return await self._ask(ModelView, "POST", MODELS, body=dict(model), deadline=LONG)

    async def info(self, model_id: str) -> ModelInfo:
        """Return a model with what its server found out: inputs, outputs, versions."""
        return await self._ask(ModelInfo, "GET", model_path(model_id, "/info"))

    async def metrics(self, model_id: str) -> ModelMetrics:
        """Return how a model does."""
        return await self._ask(ModelMetrics, "GET", model_path(model_id, "/metrics"))

    async def start(self, model_id: str) -> ModelView:
        """Serve a model again that was stopped or has failed."""
        return await self._ask(ModelView, "POST", model_path(model_id, "/start"), deadline=LONG)

    async def stop(self, model_id: str) -> ModelView:
        """Serve a model no longer; it stays registered."""
        return await self._ask(ModelView, "DELETE", model_path(model_id), deadline=LONG)

    async def forget(self, model_id: str) -> ModelView:
        """Remove a model that does not run; return what it was."""
        path, query = model_path(model_id), {"purge": True}
        return await self._ask(ModelView, "DELETE", path, query=query, deadline=LONG)

    async def predict(self, model_id: str, input_data: Any) -> Prediction:
        """Ask a model."""
        body = {"input_data": input_data}
        path = model_path(model_id, "/predict")
        return await self._ask(Prediction, "POST", path, body=body, deadline=LONG)

    async def versions(self, model_id: str) -> list[VersionView]:
        """Return the versions of a model."""
        return await self._ask(list[VersionView], "GET", model_path(model_id, "/versions"))

    async def add_version(self, model_id: str, version: Mapping[str, Any]) -> VersionView:
        """Load another version of a model, a ``VersionBody``."""
        path = model_path(model_id, "/versions")
        return await self._ask(VersionView, "POST", path, body=dict(version), deadline=LONG)

    async def remove_version(self, model_id: str, version: str) -> list[VersionView]:
        """Unload a version that gets no requests, and forget it; return those that are left."""
        path = model_path(model_id, f"/versions/{path_part(version)}")
        return await self._ask(list[VersionView], "DELETE", path, deadline=LONG)

    async def roll_back(self, model_id: str) -> ModelView:
        """Serve what was served before the last change."""
        return await self._ask(ModelView, "POST", model_path(model_id, "/rollback"), deadline=LONG)

    async def divide(self, model_id: str, traffic: Mapping[str, int]) -> ModelView:
        """Divide the requests: percent by version, 100 in all."""
        body = {"traffic": dict(traffic)}
        path = model_path(model_id, "/traffic")
        return await self._ask(ModelView, "PUT", path, body=body, deadline=LONG)


def model_path(model_id: str, rest: str = "") -> str:
    """Return the path of a model, and of what is below it."""
    return f"{MODELS}/{path_part(model_id)}{rest}"
