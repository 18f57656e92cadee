"""Every setting of an agent: its type, its default and what it does."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, JsonValue, model_validator

from cnet_agent.config.paths import is_at_no_home
from cnet_agent.model.fields import ImageName, Strict, Text
from cnet_agent.model.quantities import (
    MAX_DURATION,
    ByteSize,
    ByteSizeOrNone,
    Duration,
    parse_duration,
)
from cnet_agent.model.sentence import Sentence

LIVE: dict[str, JsonValue] = {"live": True}  # a change takes effect at once


def _duration_or_nothing(value: str) -> str:
    if value and not 0 < parse_duration(value) <= MAX_DURATION:
        raise ValueError(
            Sentence("must be empty, or more than 0 and at most 10 years, not {value}", value=value)
        )
    return value


def _folder(value: str) -> str:
    if is_at_no_home(value):
        raise ValueError(
            Sentence("must not start at the home directory of a user that does not exist")
        )
    return value


Folder = Annotated[Text, AfterValidator(_folder)]


class AgentSettings(Strict):
    """Who this node is and where it listens."""

    address: Text = Field("127.0.0.1", description="Where to listen; beyond loopback with TLS.")
    port: int = Field(8080, ge=0, le=65535, description="0 takes a free one.")
    node_id: Text = Field("", description="Made on first start if empty.")
    node_name: Text = Field("", description="The host name if empty.")
    region: Text = Field("default", description="Where the node is: the region.")
    datacenter: Text = Field("dc1", description="Where the node is: the data centre.")
    workspace: Folder = Field("", description="Where relative paths of tasks start.")
    data_dir: Folder = Field("", description="Where the agent keeps its state.")
    local_trust: Literal["same-user", "token"] = Field(
        "same-user", description="Whether this user's own programs need a token on loopback."
    )
    allow_plain_http: bool = Field(False, description="No TLS beyond loopback.")


class DiscoverySettings(Strict):
    """Other nodes."""

    enabled: bool = Field(False, description="Whether to look for other nodes.")
    servers: tuple[Text, ...] = Field((), description="Registry servers, as host:port.")


class ResourceSettings(Strict):
    """What is measured, and how often."""

    cpu: bool = Field(True, description="Measure the processor.")
    memory: bool = Field(True, description="Measure memory and swap.")
    disk: bool = Field(True, description="Measure space and traffic of disks.")
    network: bool = Field(True, description="Measure traffic of network interfaces.")
    interval: Duration = Field(1.0, ge=0.2, le=3600, description="Seconds between samples.")


class TaskSettings(Strict):
    """The queue and the defaults of tasks."""

    max_concurrent: int = Field(
        10, ge=1, le=10_000, description="Tasks that run at a time.", json_schema_extra=LIVE
    )
    queue_size: int = Field(
        10_000, ge=1, le=1_000_000, description="Tasks that may wait.", json_schema_extra=LIVE
    )
    timeout: Annotated[Text, AfterValidator(_duration_or_nothing)] = Field(
        "", description="For process tasks without one; empty: none.", json_schema_extra=LIVE
    )
    cleanup: bool = Field(True, description="Remove old finished tasks.", json_schema_extra=LIVE)
    keep: int = Field(10_000, ge=0, description="Finished tasks to keep.", json_schema_extra=LIVE)
    keep_for: Duration = Field(
        30 * 86400.0, description="Seconds to keep a finished task.", json_schema_extra=LIVE
    )
    disk_reserve: ByteSize = Field(
        500_000_000,
        description="Bytes of the data directory's disk that new tasks leave free, at most a"
        " twentieth of it.",
        json_schema_extra=LIVE,
    )
    keep_bytes: ByteSizeOrNone = Field(
        0,
        description="Bytes that finished tasks may take; 0: a quarter of their file system.",
        json_schema_extra=LIVE,
    )
    keep_environments_for: Duration = Field(
        90 * 86400.0,
        description="Seconds to keep a cached environment that is not used.",
        json_schema_extra=LIVE,
    )
    limited_by: Literal["auto", "cgroups", "systemd", "watch"] = Field(
        "auto", description="What enforces limits: the best that works here, or this alone."
    )
    python: Text = Field("", description="Interpreter for Python scripts.", json_schema_extra=LIVE)


class ContainerSettings(Strict):
    """What containers may do."""

    allowed_mounts: tuple[Folder, ...] = Field(
        (),
        description="Folders beside the workspace that containers may mount.",
        json_schema_extra=LIVE,
    )
    allow_privileged: bool = Field(
        False, description="Whether containers may be privileged.", json_schema_extra=LIVE
    )


class PortRange(Strict):
    """Ports from start to end, both included."""

    start: int = Field(9000, ge=1, le=65535, description="First port of model servers.")
    end: int = Field(9100, ge=1, le=65535, description="Last port of model servers.")

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if self.start > self.end:
            raise ValueError(Sentence("must not end before it starts"))
        return self


class ModelLimits(Strict):
    """Limits of a model server that names none."""

    cpu_limit: float = Field(1.0, gt=0, description="Cores.")
    memory_limit: ByteSize = Field(536_870_912, description="Bytes.")
    disk_limit: ByteSize = Field(1_073_741_824, description="Bytes in the server's own directory.")
    gpu_limit: int = Field(0, ge=0, description="Whole GPUs.")


Engine = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=50)]


class ModelSettings(Strict):
    """Model serving."""

    enabled: bool = Field(True, description="Whether models may be served.")
    engines: tuple[Engine, ...] = Field(
        ("python", "tensorflow", "pytorch"),
        max_length=50,
        description="Engines that models may name; packages bring others than these.",
    )
    default_engine: Engine = Field("python", description="For models that name none.")
    model_path: Folder = Field("./models", description="Folder of models, from the workspace.")
    script_path: Folder = Field(
        "./examples/ml_models", description="Folder of models' scripts, from the workspace."
    )
    port_range: PortRange = PortRange()
    resource_limits: ModelLimits = ModelLimits()
    timeout: Duration = Field(30.0, description="Seconds for one prediction.")

    @model_validator(mode="after")
    def _offers_its_default(self) -> Self:
        if self.default_engine not in self.engines:
            raise ValueError(
                Sentence(
                    "must list its default_engine, {engine}, in engines",
                    engine=self.default_engine,
                )
            )
        return self


class TrainingSettings(Strict):
    """The training service."""

    port: int = Field(
        8000,
        ge=0,
        le=65535,
        description="A second loopback port; 0: none, as by default where `agent.port` is 0.",
    )
    image: ImageName = Field(
        "ai-training:latest",
        min_length=1,
        description="For jobs that name none.",
        json_schema_extra=LIVE,
    )
    timeout: Duration = Field(
        7200.0, description="Seconds for a job that names none.", json_schema_extra=LIVE
    )
    max_retries: int = Field(
        3, ge=0, le=1000, description="For jobs that name none.", json_schema_extra=LIVE
    )
    memory_limit: ByteSize = Field(
        8 * 1024**3, description="Bytes, for jobs that name none.", json_schema_extra=LIVE
    )
    log_dir: Folder = Field("./logs", description="Folder of training logs, from the workspace.")
    queue_size: int = Field(
        100, ge=1, le=1_000_000, description="Jobs that may wait.", json_schema_extra=LIVE
    )


class LoggingSettings(Strict):
    """The agent's own log."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="The least that the console shows; the file takes DEBUG as well."
    )
    max_size: ByteSize = Field(10_000_000, description="Bytes of a file before the next begins.")
    backups: int = Field(5, ge=0, le=1000, description="Earlier files to keep.")
    retention: Duration = Field(7 * 86400.0, description="Seconds to keep earlier files.")


class Settings(Strict):
    """All settings, by section."""

    agent: AgentSettings = AgentSettings()
    discovery: DiscoverySettings = DiscoverySettings()
    resources: ResourceSettings = ResourceSettings()
    tasks: TaskSettings = TaskSettings()
    containers: ContainerSettings = ContainerSettings()
    ml: ModelSettings = ModelSettings()
    training: TrainingSettings = TrainingSettings()
    logging: LoggingSettings = LoggingSettings()
