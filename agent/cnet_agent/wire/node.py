"""The node as the API answers it: health, identity, resources, usage, events."""

from typing import Any, Literal

from pydantic import Field

from cnet_agent.model.phase import Status
from cnet_agent.wire.answer import Answer
from cnet_agent.wire.models import ModelView
from cnet_agent.wire.sentence import Said, Telling, Text
from cnet_agent.wire.task import TaskView, UsageView
from cnet_agent.wire.times import Timestamp


class ComponentView(Telling):
    """How one part of the agent is."""

    state: Literal["ok", "degraded", "unavailable"]
    message: Text = ""
    said: Said = {}


class HealthView(Answer):
    """Whether the agent works."""

    status: Literal["ok", "degraded"]
    version: str | None = None
    uptime: float | None = Field(None, description="Seconds.")
    components: dict[str, ComponentView] | None = None


class CpuInfo(Answer):
    """The processor."""

    model: str
    cores: int
    threads: int


class ExecutorView(Telling):
    """Whether this node runs a kind of task."""

    available: bool
    detail: Text
    mend: Text = Field("", description="Where it is not available: what to do, a sentence.")
    command: str = Field("", description="What does that, for a shell.")
    limits: dict[str, Literal["hard", "soft"]] = {}
    said: Said = {}


class GpuInfo(Answer):
    """A graphics card; ``memory`` in bytes."""

    index: int
    name: str
    memory: int
    uuid: str = Field("", description="As the driver and CUDA_VISIBLE_DEVICES name it.")


class NodeView(Answer):
    """Who this node is and what it can do."""

    id: str
    name: str
    region: str
    datacenter: str
    address: str
    hostname: str
    os: str
    kernel: str
    arch: str
    cpu: CpuInfo
    memory: int
    gpus: list[GpuInfo] = []
    executors: dict[str, ExecutorView]
    workspace: str
    data_dir: str
    version: str
    started_at: Timestamp


class DiskInfo(Answer):
    """A mounted file system."""

    mount: str
    device: str
    filesystem: str
    total: int


class InterfaceInfo(Answer):
    """A network interface."""

    name: str
    addresses: list[str]
    up: bool
    speed_mbps: int | None = None


class AllocatedView(Answer):
    """What running tasks reserve."""

    cpu: float
    memory: int
    gpu: int


class ResourcesView(Answer):
    """The hardware, and what of it is reserved."""

    cpu: CpuInfo
    memory: int
    disks: list[DiskInfo]
    network: list[InterfaceInfo]
    gpus: list[GpuInfo] = []
    allocated: AllocatedView


class CpuUsage(Answer):
    """Processor load."""

    percent: float
    per_core: list[float]
    load: list[float] = Field(description="Averages over 1, 5 and 15 minutes.")


class SwapUsage(Answer):
    """Swap, in bytes."""

    total: int
    used: int


class MemoryUsage(Answer):
    """Memory, in bytes."""

    total: int
    used: int
    available: int
    percent: float
    swap: SwapUsage


class DiskUsage(Answer):
    """A file system's space and traffic."""

    mount: str
    total: int
    used: int
    percent: float
    read_bytes_s: float
    write_bytes_s: float


class NetworkUsage(Answer):
    """An interface's traffic."""

    interface: str
    sent_bytes_s: float
    recv_bytes_s: float
    inner: bool = Field(
        False, description="Loopback or an interface of containers: no part of the node's sum."
    )


class GpuUsage(Answer):
    """What a graphics card does; None for what it does not tell."""

    index: int
    percent: float | None = None
    memory_used: int | None = Field(None, description="Bytes.")
    temperature: float | None = Field(None, description="Degrees Celsius.")


class NodeUsage(Answer):
    """One sample of the node; a part is None where the configuration turned it off."""

    timestamp: Timestamp
    cpu: CpuUsage | None = None
    memory: MemoryUsage | None = None
    disks: list[DiskUsage] | None = None
    network: list[NetworkUsage] | None = None
    gpus: list[GpuUsage] = []


class UsageEvent(Answer):
    """The newest sample of the node and of the tasks that run; the data of ``usage`` events."""

    node: NodeUsage | None
    tasks: dict[str, UsageView] = {}


class MarkerView(Answer):
    """That an attempt of a task started or ended."""

    at: float = Field(description="Unix seconds, as the timestamps.")
    task_id: str
    name: str
    kind: Literal["started", "ended"]
    attempt: int = 1
    attempts: int = Field(1, description="How many the task has had so far.")
    status: Status | None = Field(None, description="How it ended.")
    reason: str | None = Field(None, description="Why it ended: exit, signal, oom, timeout …")


class HistoryView(Answer):
    """Samples as columns of equal length; where they were thinned, the extremes are kept.

    Series: cpu, memory (percent), disk_read, disk_write, net_sent, net_recv (bytes a second).
    """

    interval: float = Field(description="Seconds between samples before thinning.")
    timestamps: list[float] = Field(description="Unix seconds.")
    series: dict[str, list[float | None]]
    markers: list[MarkerView] = Field(default=[], description="Starts and ends of tasks, in order.")
    markers_left_out: int = Field(0, description="Earlier ones of the window that were too many.")


class PeerView(Answer):
    """A node that discovery knows."""

    id: str
    name: str
    address: str
    port: int
    region: str
    datacenter: str
    version: str
    status: Literal["healthy", "suspect", "unreachable"]
    last_seen: Timestamp
    capacity: dict[str, float]
    usage: dict[str, float]
    fingerprint: str | None = None
    source: Literal["self", "mdns", "registry", "manual"]


class SnapshotView(Telling):
    """What a console needs to start, taken in one step."""

    epoch: str
    seq: int
    node: NodeView
    usage: NodeUsage | None
    tasks: list[TaskView]
    models: list[ModelView] = []
    nodes: list[PeerView]
    notices: list[Text] = Field(default=[], description="What the agent has to say for itself.")
    said: Said = {}


class Setting(Answer):
    """One setting in force."""

    key: str = Field(description='Dotted, such as "tasks.max_concurrent".')
    value: Any
    source: Literal["default", "file", "environment", "flag", "api"]
    live: bool = Field(description="Whether a change takes effect at once.")
    pending: bool = Field(
        False, description="Whether it was changed and takes effect when the agent starts again."
    )
    unchanged: Any = Field(None, description="What it is without changes through the API.")
    description: str = ""


class ConfigView(Answer):
    """The settings in force and where each came from."""

    file: str | None
    settings: list[Setting]


class ProofView(Answer):
    """An agent's answer to a nonce, which only the agent of a run file can give."""

    instance: str
    proof: str = Field(description="HMAC-SHA-256 under the run file's key, hexadecimal.")


class TokenView(Answer):
    """A named token; its secret is answered once, when it is made."""

    id: str
    name: str
    role: Literal["read", "operate", "admin"]
    created_at: Timestamp
    token: str | None = None


class OrphanView(Telling):
    """Something that an agent that died left behind."""

    id: str
    kind: Literal["process", "container", "control_group", "task_folder"]
    what: Text
    why: Text = Field(description="Why it is taken for an orphan, a sentence.")
    since: Timestamp = Field(description="When it was begun or last touched.")
    first_seen: Timestamp
    goes_at: Timestamp | None = Field(
        None, description="When it is removed without being asked: only what is certainly dead."
    )
    task_id: str | None = None
    data_dir: str | None = None
    pid: int | None = None
    said: Said = {}


class StorageView(Answer):
    """What the data directory takes on disk, in bytes."""

    path: str
    parts: dict[str, int] = Field(description="tasks, environments, logs, databases, other.")
    total: int = Field(description="Of the file system that it lies on.")
    free: int = Field(description="Of it, for the agent's user.")


class EnvironmentInfo(Answer):
    """A cached Python environment."""

    id: str
    python: str
    packages: list[str]
    size: int = Field(description="Bytes.")
    created_at: Timestamp
    last_used: Timestamp
    seconds: float = Field(description="How long it took to build.")
