"""Served models as ``/api/ml`` takes and answers them."""

from typing import Annotated, Literal

from pydantic import Field, JsonValue, StrictBool

from cnet_agent.model.fields import NUMBER, Label, OfKeys, Strict, Variables
from cnet_agent.model.quantities import Duration
from cnet_agent.model.served import (
    Batching,
    ModelConfig,
    ModelSpec,
    Path,
    Replicas,
    Requirement,
    Version,
)
from cnet_agent.wire.answer import Answer
from cnet_agent.wire.sentence import Said, Telling, Text
from cnet_agent.wire.times import Timestamp

ModelStatus = Literal["pending", "loading", "running", "stopped", "failed"]


Percent = Annotated[int, Field(ge=0, le=100), NUMBER]


class ModelSource(Strict):
    """A file that a task left in its folder; it is copied, so that the task may go."""

    task_id: Label
    file: Path = Field("", description="In the folder. Left out: its only file that is a model.")


class ModelBody(ModelSpec):
    """A model to register and to serve."""

    source: ModelSource | None = Field(
        None, description="In place of model_path: what a finished task or training job made."
    )


class VersionBody(Strict):
    """A version to load beside those that are served; what is left out is as in the live one."""

    version: Version
    model_path: Path = ""
    script_path: Path | None = None
    source: ModelSource | None = None
    engine: Label | None = None
    config: ModelConfig | None = None
    requirements: tuple[Requirement, ...] | None = Field(None, max_length=200)
    env: Variables | None = None
    warmup: JsonValue = None
    batching: Batching | None = None
    replicas: Replicas | None = None
    idle_unload: Duration | None = None
    live: StrictBool = Field(
        True, description="Whether it takes all requests once it is warmed up."
    )


class TrafficBody(Strict):
    """How requests are divided."""

    traffic: Annotated[dict[Version, Percent], OfKeys()] = Field(
        min_length=1, max_length=2, description="Percent by version; together 100."
    )


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


class OriginView(Answer):
    """The task that made a model."""

    task_id: str
    name: str
    file: str
    is_training: bool = False


class VersionView(Telling):
    """A version of a model."""

    version: str
    status: ModelStatus
    reason: Text = Field("", description="Why it does not run, a sentence.")
    traffic: int = Field(0, description="Percent of the requests that it gets now.")
    wanted: int = Field(0, description="Percent that it gets once what is wanted is loaded.")
    is_previous: bool = Field(False, description="Whether a rollback leads to it.")
    engine: str
    model_path: str = ""
    script_path: str = ""
    digest: str = ""
    created_at: Timestamp
    origin: OriginView | None = None
    replicas: int = Field(0, description="Processes that hold it and answer.")
    load_seconds: float | None = None
    metrics: ModelMetrics
    said: Said = {}


class ModelView(Telling):
    """A model; what concerns a version is of the live one, which gets most of the requests."""

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
    gpus: list[str] = Field([], description="The UUIDs of the GPUs that are its own now.")
    gpu_memory: int | None = Field(None, description="Bytes in use on them.")
    replicas: int = Field(0, description="Processes that hold it and answer.")
    traffic: dict[str, int] = Field(
        {}, description="Percent of the requests by version, as it is divided now."
    )
    wanted: dict[str, int] = Field(
        {}, description="The same as it is asked for: it differs while a version is loaded."
    )
    previous: dict[str, int] = Field({}, description="What a rollback leads to; empty for nothing.")
    origin: OriginView | None = None
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
    device: str = Field(
        "", description="What computes it: cpu or cuda; empty where a script decides."
    )
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
