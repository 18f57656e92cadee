"""What a person asks for: a task's specification, validated as it comes in."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from cnet_agent.model.quantities import ByteSize, Duration

SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGKILL")
SignalName = Literal["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGKILL"]

DEFAULT_GRACE = 10.0
DEFAULT_PIDS_LIMIT = 4096


def plain_text(value: str) -> str:
    """Refuse what no program argument, file name or database can hold."""
    if "\0" in value:
        raise ValueError("must not contain a NUL character")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError("must not contain a lone surrogate") from None
    return value


def _variable_name(value: str) -> str:
    if not value or "=" in value:
        raise ValueError("must be a variable name: not empty, without '='")
    return plain_text(value)


Text = Annotated[str, AfterValidator(plain_text)]
Label = Annotated[str, AfterValidator(plain_text), Field(max_length=255)]
VariableName = Annotated[str, AfterValidator(_variable_name), Field(max_length=255)]
Kind = Literal["process", "container", "vm", "ml"]


class Strict(BaseModel):
    """A value that cannot change and refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Resources(Strict):
    """Limits of one task; what is left out is not limited."""

    cpu_limit: float | None = Field(None, gt=0, le=4096, description="Cores.")
    memory_limit: ByteSize | None = Field(None, description="Bytes.")
    disk_limit: ByteSize | None = Field(None, description="Bytes in the task's own directory.")
    gpu_limit: int = Field(0, ge=0, le=64, description="Whole GPUs.")
    pids_limit: int = Field(
        DEFAULT_PIDS_LIMIT, ge=1, le=4_194_304, description="Processes and threads."
    )


RetryCause = Literal["exit", "signal", "oom", "timeout", "lost", "environment_error"]


class RetryPolicy(Strict):
    """When a failed attempt is followed by another, and after how long."""

    delay: Duration = Field(10.0, description="Seconds before the first retry.")
    factor: float = Field(2.0, ge=1, le=10, description="Growth of the delay per retry.")
    max_delay: Duration = Field(300.0, description="Longest delay, in seconds.")
    jitter: float = Field(0.25, ge=0, le=1, description="Share of the delay that varies.")
    on: tuple[RetryCause, ...] = Field(
        ("exit", "signal", "timeout", "lost"),
        description="Which ends are worth another try.",
    )
    exit_codes: tuple[int, ...] | None = Field(
        None, description="If given, only these exit codes are retried."
    )


class TaskSpec(Strict):
    """One piece of work, as the request describes it."""

    name: Text = Field("", max_length=200, description="Shown in lists; the command if empty.")
    type: Kind = "process"
    command: Text = Field(min_length=1, max_length=131_072)
    args: tuple[Text, ...] = Field((), max_length=10_000)
    env: dict[VariableName, Text] = Field(default_factory=dict, max_length=1000)
    working_dir: Text = Field("", max_length=4096, description="Relative to the workspace.")
    resources: Resources = Resources()
    timeout: Duration | None = Field(None, description="Seconds until the task is stopped.")
    max_retries: int = Field(0, ge=0, le=1000)
    retry: RetryPolicy = RetryPolicy()
    priority: int = Field(0, ge=-100, le=100, description="Higher runs earlier.")
    labels: dict[Label, Label] = Field(default_factory=dict, max_length=64)
    requirements: tuple[Text, ...] = Field(
        (), max_length=200, description="Python packages, as in a requirements file."
    )
    allow_build: bool = Field(False, description="Whether packages may be built from source.")
    stop_signal: SignalName = "SIGTERM"
    stop_grace: Duration = Field(DEFAULT_GRACE, description="Seconds from that signal to SIGKILL.")

    @model_validator(mode="after")
    def _fits_a_command_line(self) -> Self:
        # Linux refuses a longer argument (MAX_ARG_STRLEN) and a longer sum (ARG_MAX).
        if any(len(text.encode()) > 131_071 for text in self.args):
            raise ValueError("an argument is longer than 131071 bytes; pass it in a file")
        if sum(len(text.encode()) + 9 for text in self.args) > 1_048_576:
            raise ValueError("the arguments are longer than 1 MiB together; pass them in a file")
        return self

    @property
    def title(self) -> str:
        """The name to show: the given one, or the command's last part."""
        return self.name or self.command.rstrip("/").rsplit("/", 1)[-1]
