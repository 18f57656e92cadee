"""Served models as ``/api/ml`` takes and answers them."""

from typing import Literal

from pydantic import Field, JsonValue

from cnet_agent.model.fields import Strict
from cnet_agent.model.served import ModelSpec
from cnet_agent.wire.answer import Answer
from cnet_agent.wire.sentence import Said, Telling, Text
from cnet_agent.wire.times import Timestamp

ModelStatus = Literal["pending", "loading", "running", "stopped", "failed"]


class ModelBody(ModelSpec):
    """A model to register and to serve."""


class PredictBody(Strict):
    """What to predict."""

    input_data: JsonValue = Field(
        description="A number, a list, a matrix, or columns by their names; one row is answered"
        " with its value, several with a list."
    )


class Prediction(Answer):
    """What the model answered."""

    prediction: JsonValue
    model_id: str
    model_name: str
    version: str
    latency_ms: float = Field(description="From the agent's asking to the server's answer.")


class Percentiles(Answer):
    """Of the last minute, in milliseconds; null where there was nothing."""

    p50: float | None = None
    p95: float | None = None
    p99: float | None = None


class ModelMetrics(Answer):
    """How a model does."""

    requests: int = Field(0, description="Since its server started, errors included.")
    errors: dict[str, int] = Field(
        {}, description="By kind: invalid, model, refused, timeout; since its server started."
    )
    rate: float = Field(0.0, description="Requests a second, of the last ten seconds.")
    pending: int = Field(0, description="Requests that wait or are computed now.")
    latency: Percentiles = Percentiles()
    queue: Percentiles = Field(Percentiles(), description="Of that, waiting in the worker.")
    compute: Percentiles = Field(Percentiles(), description="Of the calls of the model.")
    batch: float | None = Field(None, description="Mean rows that were computed together.")


class ModelView(Telling):
    """A model."""

    id: str
    name: str
    type: str = ""
    engine: str
    status: ModelStatus
    reason: Text = Field("", description="Why it does not run, a sentence.")
    version: str
    model_path: str = ""
    script_path: str = ""
    digest: str = Field("", description="SHA-256 of its file as it was registered.")
    created_at: Timestamp
    task_id: str = Field("", description="Of the task that serves it, or did so last.")
    port: int | None = Field(None, description="Of its own server, while it has one.")
    url: str = Field("", description="Of its own server: the Open Inference Protocol, V2.")
    pid: int | None = Field(None, description="Of the process that holds it.")
    memory: int | None = Field(None, description="Bytes that its server takes, all of it.")
    metrics: ModelMetrics = ModelMetrics()
    said: Said = {}


class TensorView(Answer):
    """An input or an output of a model."""

    name: str
    datatype: str
    shape: list[int]


class ModelInfo(ModelView):
    """A model, with what its server found out about it."""

    spec: ModelSpec
    platform: str = ""
    inputs: list[TensorView] = []
    outputs: list[TensorView] = []
    features: list[str] | None = Field(None, description="The names of its columns, if it has any.")
    versions: dict[str, str] = Field({}, description="Of Python and of the libraries that load it.")
    load_seconds: float | None = None
    warmup_seconds: float | None = None


class ModelHealth(Telling):
    """Whether a model can be asked."""

    status: ModelStatus
    healthy: bool = Field(description="Loaded, warmed up, and its server answers.")
    reason: Text = ""
    said: Said = {}
