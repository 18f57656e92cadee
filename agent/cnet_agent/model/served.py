"""A model as a person registers it: its files, its engine, how it is served. Pure."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, JsonValue, StrictBool, model_validator

from cnet_agent.model.fields import NUMBER, Label, Line, Strict, Text, Variables
from cnet_agent.model.gpus import WantsGpus
from cnet_agent.model.quantities import ByteSize, Duration
from cnet_agent.model.sentence import Sentence

NAME = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"
"""Names are parts of addresses: ``/v2/models/{name}/versions/{version}``."""

Version = Annotated[str, Field(pattern=NAME, description="Letters, digits, dots, dashes.")]
Count = Annotated[int, NUMBER]
Path = Annotated[Text, Field(max_length=4096)]


def _relative(value: str) -> str:
    if value.startswith("-"):
        raise ValueError(Sentence("must not start with a dash"))
    return value


Requirement = Annotated[Text, Field(max_length=1000), AfterValidator(_relative)]


class ModelConfig(Strict):
    """What is known of a model beside its file; all of it may be left out."""

    framework: Label = ""
    version: Label = Field("", description="Of the framework.")
    input_shape: tuple[Count, ...] | None = Field(
        None, max_length=16, description="Of one row; -1 where it may be any."
    )
    output_shape: tuple[Count, ...] | None = Field(None, max_length=16, description="Of one row.")
    preprocessing: dict[str, JsonValue] = Field(
        default={}, description="columns, mean, scale, clip, dtype, reshape."
    )
    postprocessing: dict[str, JsonValue] = Field(
        default={},
        description="softmax, argmax, labels, threshold, scale, offset, round.",
    )
    trusted: tuple[Line, ...] = Field(
        (), max_length=100, description="Types that a skops file may hold beside the usual ones."
    )


class Batching(Strict):
    """How requests are computed together: those that came while others were computed."""

    max_size: Annotated[int, Field(ge=1, le=4096), NUMBER] = Field(256, description="Rows.")
    queue_size: Annotated[int, Field(ge=1, le=100_000), NUMBER] = Field(
        512, description="Requests that may wait or be computed at a time."
    )


class ModelResources(WantsGpus):
    """Limits of a model's server; the node's ``ml.resource_limits`` where left out."""

    cpu_limit: float | None = Field(None, gt=0, le=4096, description="Cores.")
    memory_limit: ByteSize | None = Field(None, description="Bytes.")
    disk_limit: ByteSize | None = Field(None, description="Bytes in the server's own directory.")


class Replicas(Strict):
    """How many processes hold the model: more while requests wait, fewer while none do."""

    min: Annotated[int, Field(ge=1, le=64), NUMBER] = 1
    max: Annotated[int, Field(ge=1, le=64), NUMBER] = 1

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.max < self.min:
            raise ValueError(Sentence("max must not be less than min"))
        return self


class ModelSpec(Strict):
    """One model and how it is to be served."""

    name: str = Field(
        pattern=NAME,
        description="By which clients ask for it: letters, digits, dots, dashes, underscores.",
    )
    type: Label = Field("", description="What it is, such as linear_regression.")
    engine: Label = Field("", description="The node's `ml.default_engine` if left out.")
    model_path: Path = Field("", description="A file or folder, from the workspace.")
    script_path: Path = Field("", description="A script with load and predict of its own.")
    config: ModelConfig = ModelConfig()
    resources: ModelResources = ModelResources()
    requirements: tuple[Requirement, ...] = Field(
        (),
        max_length=200,
        description="Python packages. Left out: those that its script names, or its format needs.",
    )
    allow_build: StrictBool = Field(False, description="Whether packages may be built from source.")
    env: Variables = Field(default_factory=dict)
    warmup: JsonValue = Field(None, description="An input_data that is predicted before it runs.")
    batching: Batching = Batching()
    replicas: Replicas = Replicas()
    idle_unload: Duration | None = Field(
        None,
        description="Seconds without a request after which it is unloaded; the next request loads"
        " it again, and waits for that.",
    )
    version: Version = "1"


class Serving(Strict):
    """What a task that serves a model serves: the model as it was when the task was made."""

    id: Text = Field(max_length=100, description="Of the model.")
    digest: Text = Field("", max_length=64, description="SHA-256 of its file.")
    spec: ModelSpec
