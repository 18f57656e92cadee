"""What the server serves: the parts of an agent behind its routes."""

from collections.abc import AsyncGenerator, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from pydantic import JsonValue

from cnet_agent.config.layout import Layout
from cnet_agent.config.run_file import RunFile
from cnet_agent.model.preset import Preset
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Task
from cnet_agent.runtime.audit import AuditQuery
from cnet_agent.runtime.logs.page import Gap, LogPage, LogQuery
from cnet_agent.runtime.logs.search import LogSearch
from cnet_agent.runtime.models.service import ModelService
from cnet_agent.runtime.orphans import Orphans
from cnet_agent.runtime.runtime import Runtime
from cnet_agent.runtime.storage_use import StorageUse
from cnet_agent.runtime.training.builds import Builds
from cnet_agent.runtime.training.service import TrainingService
from cnet_agent.server.tokens import TokenBook
from cnet_agent.server.traffic import Traffic
from cnet_agent.wire.audit import AuditEntry, AuditView
from cnet_agent.wire.exposition import Family
from cnet_agent.wire.log_search import LogSearchView
from cnet_agent.wire.node import (
    ConfigView,
    EnvironmentInfo,
    HealthView,
    HistoryView,
    NodeUsage,
    NodeView,
    PeerView,
    ResourcesView,
)
from cnet_agent.wire.task import LogRecord, UsageHistoryView


class Node(Protocol):
    """This node: what it is and how it is."""

    def view(self) -> NodeView:
        """Return who this node is and what it can do."""

    async def look_again(self) -> None:
        """Probe anew what this node can run and is made of."""

    def resources(self) -> ResourcesView:
        """Return the hardware, and what of it is reserved."""

    def health(self) -> HealthView:
        """Return how the agent and its parts are."""

    def usage(self) -> NodeUsage | None:
        """Return the latest sample, None before the first."""

    async def first_sample(self) -> None:
        """Wait for the first sample, but not much longer than it takes."""

    def task_usage(self, task_id: str) -> UsageHistoryView:
        """Return a task's CPU and memory over time, as far as they are kept."""

    def peers(self) -> list[PeerView]:
        """Return the nodes known, this one first."""

    def notices(self) -> list[str]:
        """Return what the agent has to say for itself, such as a database that was rebuilt."""


class History(Protocol):
    """The node's samples over time."""

    async def query(self, window: float, points: int, now: float) -> HistoryView:
        """Return the last ``window`` seconds, thinned to about ``points`` samples."""


class Logs(Protocol):
    """The logs of tasks."""

    async def read(self, task_id: str, query: LogQuery) -> LogPage:
        """Return the lines that a query asks for."""

    def follow(
        self, task_id: str, cursor: str | None, stream: str | None, attempt: int | None
    ) -> AsyncGenerator[list[LogRecord] | Gap, None]:
        """Yield what is written after ``cursor``, until the task has ended and all is read."""

    async def search(
        self, tasks: Iterable[Task], query: LogSearch, *, agent: bool, services: Iterable[str]
    ) -> LogSearchView:
        """Return the newest lines of several logs, those of services and the agent's if asked."""


class Presets(Protocol):
    """Forms that become tasks."""

    async def list(self) -> list[Preset]:
        """Return all presets, in the order in which they are shown."""

    async def put(self, preset: Preset) -> Preset:
        """Keep a person's own preset."""

    async def delete(self, preset_id: str) -> None:
        """Remove a person's own preset."""

    async def render(self, preset_id: str, params: Mapping[str, JsonValue]) -> TaskSpec:
        """Return the task that a filled-in form describes."""


class Environments(Protocol):
    """Cached Python environments."""

    async def list(self) -> list[EnvironmentInfo]:
        """Return them, the latest used first."""

    async def delete(self, environment_id: str) -> None:
        """Remove one that no task uses."""


class Figures(Protocol):
    """Figures over time."""

    async def families(self) -> list[Family]:
        """Return all figures as they are now."""


class Audit(Protocol):
    """The audit log."""

    def write(self, entry: AuditEntry, *, counted: bool = False) -> None:
        """Add an entry; never waits. ``counted``: many that are alike become one."""

    async def read(self, query: AuditQuery) -> AuditView:
        """Return the newest entries that a query asks for."""


class LiveSettings(Protocol):
    """The settings in force."""

    def view(self) -> ConfigView:
        """Return every setting and where it came from."""

    async def change(self, changes: Mapping[str, JsonValue]) -> ConfigView:
        """Change settings by their dotted key."""


@dataclass(frozen=True, slots=True)
class Services:
    """Everything behind the routes."""

    runtime: Runtime
    node: Node
    history: History
    logs: Logs
    presets: Presets
    environments: Environments
    settings: LiveSettings
    tokens: TokenBook
    layout: Layout
    figures: Figures
    audit: Audit
    orphans: Orphans
    training: TrainingService
    builds: Builds
    models: ModelService
    storage: StorageUse = field(default_factory=StorageUse)
    traffic: Traffic = field(default_factory=Traffic)
    run_file: Callable[[], RunFile | None] = lambda: None  # once it is written
