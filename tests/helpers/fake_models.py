"""The models of the agent that a test plays."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from cnet_agent.model.errors import NotFound
from cnet_agent.model.served import ModelSpec
from cnet_agent.wire.models import (
    ModelInfo,
    ModelMetrics,
    ModelView,
    Percentiles,
    Prediction,
    TensorView,
    VersionView,
)
from cnet_agent.wire.sse import Frame
from helpers.factories import EPOCH, make_id

METRICS = ModelMetrics(
    requests=200,
    errors={"invalid": 3, "model": 1},
    rate=12.4,
    latency=Percentiles(p50=9.0, p95=18.0, p99=25.0),
)
NO_METRICS = ModelMetrics()


def make_model(number: int = 1, **fields: Any) -> ModelView:
    """Return a model as the agent answers it: it runs unless ``fields`` say otherwise."""
    runs = fields.get("status", "running") == "running"
    return ModelView(
        **{
            "id": make_id(number),
            "name": f"model-{number}",
            "engine": "python",
            "status": "running",
            "version": "1",
            "model_path": f"/workspace/models/model-{number}.joblib",
            "created_at": EPOCH + number,
            "task_id": make_id(100 + number),
            "memory": 46_000_000 if runs else None,
            "replicas": 1 if runs else 0,
            "traffic": {"1": 100} if runs else {},
            "wanted": {"1": 100} if runs else {},
            "metrics": METRICS if runs else NO_METRICS,
            **fields,
        }
    )


def make_version(version: str = "1", **fields: Any) -> VersionView:
    """Return a version that runs and gets no requests."""
    return VersionView(
        **{
            "version": version,
            "status": "running",
            "engine": "python",
            "created_at": EPOCH,
            "replicas": 1,
            "metrics": METRICS,
            **fields,
        }
    )


def make_info(model: ModelView, **fields: Any) -> ModelInfo:
    """Return what a model's server found out: two columns and a number unless told otherwise."""
    return ModelInfo(
        **{
            **model.model_dump(),
            "spec": ModelSpec(name=model.name, model_path=model.model_path),
            "inputs": [TensorView(name="input", datatype="FP64", shape=[-1, 2])],
            "outputs": [TensorView(name="predict", datatype="FP64", shape=[-1])],
            "features": ["tenure", "charge"],
            "versions": {"python": "3.11.7", "scikit-learn": "1.7.1"},
            "load_seconds": 0.42,
            **fields,
        }
    )


class FakeModels:
    """Answers from memory, and remembers what it was asked."""

    def __init__(self, send: Callable[[Frame], None]) -> None:
        self._send = send
        self.models: dict[str, ModelView] = {}
        self.infos: dict[str, ModelInfo] = {}
        self.versions_of: dict[str, list[VersionView]] = {}
        self.answers: list[Any] = []  # predictions, or errors to be raised; the last one stays
        self.refusal: Exception | None = None
        self.asked: list[tuple[str, Any]] = []

    def questions(self, name: str) -> list[Any]:
        """Return with what a method was asked, call by call."""
        return [what for each, what in self.asked if each == name]

    def serve(self, *models: ModelView) -> None:
        """Let models become these."""
        for model in models:
            self.models[model.id] = model
            self._send(Frame("model", model.model_dump_json()))

    def unregister(self, model_id: str) -> None:
        """Let a model be gone."""
        del self.models[model_id]
        self._send(Frame("model_removed", json.dumps({"id": model_id})))

    async def all(self) -> list[ModelView]:
        self._note("all", None)
        return list(self.models.values())

    async def register(self, body: Mapping[str, Any]) -> ModelView:
        self._note("register", dict(body))
        made = make_model(50, name=body["name"], status="loading")
        self.models[made.id] = made
        return made

    async def info(self, model_id: str) -> ModelInfo:
        self._note("info", model_id)
        return self.infos.get(model_id) or make_info(self._find(model_id))

    async def start(self, model_id: str) -> ModelView:
        self._note("start", model_id)
        return self._become(model_id, status="loading")

    async def stop(self, model_id: str) -> ModelView:
        self._note("stop", model_id)
        return self._become(model_id, status="stopped")

    async def forget(self, model_id: str) -> ModelView:
        self._note("forget", model_id)
        self._find(model_id)
        return self.models.pop(model_id)

    async def predict(self, model_id: str, input_data: Any) -> Prediction:
        self._note("predict", (model_id, input_data))
        answer = self.answers.pop(0) if len(self.answers) > 1 else (self.answers or [0.5])[0]
        if isinstance(answer, Exception):
            raise answer
        model = self._find(model_id)
        return Prediction(
            prediction=answer,
            model_id=model_id,
            model_name=model.name,
            version=model.version,
            latency_ms=3.0,
        )

    async def versions(self, model_id: str) -> list[VersionView]:
        self._note("versions", model_id)
        return self.versions_of.get(model_id, [])

    async def add_version(self, model_id: str, body: Mapping[str, Any]) -> VersionView:
        self._note("add_version", (model_id, dict(body)))
        return make_version(body["version"], status="loading")

    async def remove_version(self, model_id: str, version: str) -> list[VersionView]:
        self._note("remove_version", (model_id, version))
        kept = [each for each in self.versions_of[model_id] if each.version != version]
        self.versions_of[model_id] = kept
        return kept

    async def roll_back(self, model_id: str) -> ModelView:
        self._note("roll_back", model_id)
        return self._find(model_id)

    async def divide(self, model_id: str, traffic: Mapping[str, int]) -> ModelView:
        self._note("divide", (model_id, dict(traffic)))
        return self._become(model_id, wanted=dict(traffic), traffic=dict(traffic))

    def _become(self, model_id: str, **fields: Any) -> ModelView:
        self.models[model_id] = self._find(model_id).model_copy(update=fields)
        return self.models[model_id]

    def _find(self, model_id: str) -> ModelView:
        if model_id not in self.models:
            raise NotFound("There is no such model.")
        return self.models[model_id]

    def _note(self, name: str, what: Any) -> None:
        self.asked.append((name, what))
        if self.refusal is not None:
            raise self.refusal
