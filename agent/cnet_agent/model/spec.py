"""What a person asks for: a task's specification, validated as it comes in."""

from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    Field,
    StrictBool,
    StrictFloat,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticKnownError

from cnet_agent.model.container import parse_port, parse_volume
from cnet_agent.model.fields import NUMBER, ImageName, Labels, Strict, Text, Variables
from cnet_agent.model.gpus import WantsGpus
from cnet_agent.model.quantities import ByteSize, Duration
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.served import Serving
from cnet_agent.model.title import title_of
from cnet_agent.model.training import Training

SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGKILL")
SignalName = Literal["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGKILL"]

DEFAULT_GRACE = 10.0
DEFAULT_PIDS_LIMIT = 4096


def _port(text: str) -> str:
    parse_port(text)
    return text


def _volume(text: str) -> str:
    parse_volume(text)
    return text


PortText = Annotated[Text, AfterValidator(_port), Field(max_length=80)]
VolumeText = Annotated[Text, AfterValidator(_volume), Field(max_length=4096)]
Kind = Literal["process", "container", "vm", "ml"]


class Resources(WantsGpus):
    """Limits of one task; what is left out is not limited."""

    cpu_limit: StrictFloat | None = Field(None, gt=0, le=4096, description="Cores.")
    memory_limit: ByteSize | None = Field(None, description="Bytes.")
    disk_limit: ByteSize | None = Field(None, description="Bytes in the task's own directory.")
    pids_limit: Annotated[int, Field(ge=1, le=4_194_304), NUMBER] = Field(
        DEFAULT_PIDS_LIMIT, description="Processes and threads."
    )


ExitCode = Annotated[int, Field(ge=0, le=2**32 - 1), NUMBER]
RetryCause = Literal[
    "exit",
    "signal",
    "oom",
    "timeout",
    "lost",
    "spawn_error",
    "environment_error",
    "image_error",
]


class RetryPolicy(Strict):
    """When a failed attempt is followed by another, and after how long."""

    delay: Duration = Field(10.0, description="Seconds before the first retry.")
    factor: StrictFloat = Field(2.0, ge=1, le=10, description="Growth of the delay per retry.")
    max_delay: Duration = Field(300.0, description="Longest delay, in seconds.")
    jitter: StrictFloat = Field(0.25, ge=0, le=1, description="Share of the delay that varies.")
    on: tuple[RetryCause, ...] = Field(
        ("exit", "signal", "timeout", "lost"),
        max_length=20,
        description="Which ends are worth another try.",
    )
    exit_codes: tuple[ExitCode, ...] | None = Field(
        None, max_length=256, description="If given, only these exit codes are retried."
    )


Pull = Literal["missing", "always", "never"]
Priority = Annotated[int, Field(ge=-100, le=100), NUMBER]


class TaskSpec(Strict):
    """One piece of work, as the request describes it."""

    name: Text = Field(
        "", max_length=200, description="Shown in lists; if empty, made of the command line."
    )
    type: Kind = "process"
    command: Text = Field(max_length=131_072, description="A container may have its image's.")
    args: tuple[Text, ...] = Field((), max_length=10_000)
    env: Variables = Field(default_factory=dict)
    working_dir: Text = Field("", max_length=4096, description="Relative to the workspace.")
    resources: Resources = Resources()
    timeout: Duration | None = Field(None, description="Seconds until the task is stopped.")
    max_retries: Annotated[int, Field(ge=0, le=1000), NUMBER] = 0
    retry: RetryPolicy = RetryPolicy()
    priority: Priority = Field(0, description="Higher runs earlier.")
    labels: Labels = Field(default_factory=dict)
    requirements: tuple[Text, ...] = Field(
        (), max_length=200, description="Python packages, as in a requirements file."
    )
    allow_build: StrictBool = Field(False, description="Whether packages may be built from source.")
    stop_signal: SignalName = "SIGTERM"
    stop_grace: Duration = Field(DEFAULT_GRACE, description="Seconds from that signal to SIGKILL.")
    image: ImageName = Field("", description="Of a container.")
    pull: Pull = Field("missing", description="When a container's image is pulled.")
    ports: tuple[PortText, ...] = Field((), max_length=100, description="Of a container.")
    volumes: tuple[VolumeText, ...] = Field((), max_length=100, description="Of a container.")
    network: Text = Field(
        "", max_length=128, description="Of a container: bridge, none, or a name."
    )
    user: Text = Field("", max_length=128, description="Of a container, such as 1000:1000.")
    shm_size: ByteSize | None = Field(None, description="Bytes of a container's /dev/shm.")
    privileged: StrictBool = Field(False, description="Whether a container has all rights.")
    memory_cap: ByteSize | None = Field(
        None, description="Bytes it may take where it has no memory_limit; reserves nothing."
    )
    training: Training | None = Field(None, description="Of a training job; see `POST /train`.")
    model: Serving | None = Field(
        None, description="Of a task that serves a model; see `POST /api/ml/models`."
    )

    @model_validator(mode="before")
    @classmethod
    def _leaves_it_to_its_image(cls, given: Any) -> Any:
        if isinstance(given, dict) and given.get("type") == "container":
            return {"command": "", **given}
        return given

    @field_validator("command")
    @classmethod
    def _runs_something(cls, command: str, info: ValidationInfo) -> str:
        if not command and info.data.get("type") != "container":
            raise PydanticKnownError("string_too_short", {"min_length": 1})
        return command

    @model_validator(mode="after")
    def _fits_a_command_line(self) -> Self:
        # Linux refuses a longer argument (MAX_ARG_STRLEN) and a longer sum (ARG_MAX).
        if any(len(text.encode()) > 131_071 for text in self.args):
            raise ValueError(Sentence("an argument is longer than 131071 bytes; pass it in a file"))
        if sum(len(text.encode()) + 9 for text in self.args) > 1_048_576:
            raise ValueError(
                Sentence("the arguments are longer than 1 MiB together; pass them in a file")
            )
        return self

    @property
    def is_process(self) -> bool:
        """Whether it runs as a process of the node, under a supervisor."""
        return self.type in ("process", "ml")

    @property
    def memory(self) -> int | None:
        """Bytes that it may take, None for any."""
        return self.resources.memory_limit or self.memory_cap

    @property
    def title(self) -> str:
        """The name to show: the given one, or what the command line or the image runs."""
        if self.name:
            return self.name
        return title_of(self.command, self.args) if self.command else title_of(self.image, ())
