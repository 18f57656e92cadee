"""Every setting of an agent: its type, its default and what it does."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, JsonValue, model_validator

from cnet_agent.model.quantities import ByteSize, Duration, parse_duration
from cnet_agent.model.spec import Strict, Text

LIVE: dict[str, JsonValue] = {"live": True}  # a change takes effect at once


def _duration_or_nothing(value: str) -> str:
    if value:
        parse_duration(value)
    return value


class AgentSettings(Strict):
    """Who this node is and where it listens."""

    address: Text = Field("127.0.0.1", description="Where to listen; beyond loopback with TLS.")
    port: int = Field(8080, ge=0, le=65535, description="0 takes a free one.")
    node_id: Text = Field("", description="Made on first start if empty.")
    node_name: Text = Field("", description="The host name if empty.")
    region: Text = "default"
    datacenter: Text = "dc1"
    workspace: Text = Field("", description="Where relative paths of tasks start.")
    data_dir: Text = Field("", description="Where the agent keeps its state.")
    local_trust: Literal["same-user", "token"] = Field(
        "same-user", description="Whether this user's own programs need a token on loopback."
    )
    allow_plain_http: bool = Field(False, description="No TLS beyond loopback.")


class DiscoverySettings(Strict):
    """Other nodes."""

    enabled: bool = False
    servers: tuple[Text, ...] = ()


class ResourceSettings(Strict):
    """What is measured, and how often."""

    cpu: bool = True
    memory: bool = True
    disk: bool = True
    network: bool = True
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
    python: Text = Field("", description="Interpreter for Python scripts.", json_schema_extra=LIVE)


class ContainerSettings(Strict):
    """What containers may do."""

    allowed_mounts: tuple[Text, ...] = ()
    allow_privileged: bool = False


class PortRange(Strict):
    """Ports from start to end, both included."""

    start: int = Field(9000, ge=1, le=65535)
    end: int = Field(9100, ge=1, le=65535)

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if self.start > self.end:
            raise ValueError("must not end before it starts")
        return self


class ModelLimits(Strict):
    """Limits of a model server that names none."""

    cpu_limit: float = Field(1.0, gt=0)
    memory_limit: ByteSize = 536_870_912
    disk_limit: ByteSize = 1_073_741_824
    gpu_limit: int = Field(0, ge=0)


Engine = Literal["python", "tensorflow", "pytorch"]


class ModelSettings(Strict):
    """Model serving."""

    enabled: bool = True
    engines: tuple[Engine, ...] = ("python", "tensorflow", "pytorch")
    default_engine: Engine = "python"
    model_path: Text = "./models"
    script_path: Text = "./examples/ml_models"
    port_range: PortRange = PortRange()
    resource_limits: ModelLimits = ModelLimits()
    timeout: Duration = 30.0

    @model_validator(mode="after")
    def _offers_its_default(self) -> Self:
        if self.default_engine not in self.engines:
            raise ValueError(f"must list its default_engine, {self.default_engine}, in engines")
        return self


class TrainingSettings(Strict):
    """The training service."""

    port: int = Field(8000, ge=0, le=65535, description="A second loopback port; 0: none.")
    image: Text = "ai-training:latest"
    timeout: Duration = 7200.0
    max_retries: int = Field(3, ge=0, le=1000)
    memory_limit: ByteSize = 8 * 1024**3
    log_dir: Text = "./logs"
    queue_size: int = Field(100, ge=1)


class LoggingSettings(Strict):
    """The agent's own log."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    max_size: ByteSize = 10_000_000
    backups: int = Field(5, ge=0, le=1000)
    retention: Duration = 7 * 86400.0


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
