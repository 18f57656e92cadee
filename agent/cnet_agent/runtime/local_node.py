"""This node as observers see it: identity, hardware, health, what is reserved."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from cnet_agent import __version__
from cnet_agent.config.schema import AgentSettings
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.spec import Kind
from cnet_agent.runtime.hardware import Hardware, read_hardware
from cnet_agent.runtime.monitor import Monitor
from cnet_agent.runtime.runtime import Runtime
from cnet_agent.runtime.usage_history import UsageHistory
from cnet_agent.wire.node import (
    AllocatedView,
    ComponentView,
    ExecutorView,
    HealthView,
    NodeUsage,
    NodeView,
    PeerView,
    ResourcesView,
)
from cnet_agent.wire.task import UsageHistoryView

ABSENT: tuple[Kind, ...] = ("vm",)  # comes with a later version
_COMPONENTS: dict[Kind, str] = {
    "process": "process",
    "container": "docker",
    "vm": "libvirt",
    "ml": "ml",
}


@dataclass(slots=True)
class LocalNode:
    """Answers from memory."""

    id: str
    settings: AgentSettings
    hardware: Hardware
    runtime: Runtime
    monitor: Monitor
    task_usages: UsageHistory
    data_dir: Path
    started_at: float  # Unix seconds
    began: float = field(default_factory=time.monotonic, kw_only=True)
    now: Callable[[], float]
    port: int = 0  # once it is known
    fingerprint: str | None = None
    said: list[str] = field(default_factory=list)
    read: Callable[[], Hardware] = read_hardware  # blocks
    also_says: Callable[[], list[str]] = list  # what may have changed since
    _looking: asyncio.Lock = field(default_factory=asyncio.Lock)

    def view(self) -> NodeView:
        """Return who this node is and what it can do."""
        hardware, settings = self.hardware, self.settings
        return NodeView(
            id=self.id,
            name=settings.node_name or hardware.hostname,
            region=settings.region,
            datacenter=settings.datacenter,
            address=f"{settings.address}:{self.port}",
            hostname=hardware.hostname,
            os=hardware.os,
            kernel=hardware.kernel,
            arch=hardware.arch,
            cpu=hardware.cpu,
            memory=hardware.memory,
            gpus=hardware.gpus,
            executors=self._executors(),
            workspace=str(self.runtime.workspace),
            data_dir=str(self.data_dir),
            version=__version__,
            started_at=self.started_at,
        )

    async def look_again(self) -> None:
        """Probe anew what this node can run and is made of; observers hear of what changed.

        What there was of processor and memory at the start stays what tasks are admitted by.
        """
        async with self._looking:
            before = self.view()
            await asyncio.gather(*(each.look_again() for each in self.runtime.executors.values()))
            self.hardware = await asyncio.to_thread(self.read)
            if self.view() != before:
                self.tell()

    def tell(self) -> None:
        """Tell observers what this node is now."""
        self.runtime.bus.publish("node", self.view())

    def resources(self) -> ResourcesView:
        """Return the hardware, and what of it is reserved."""
        reserved = self.runtime.allocated()
        return ResourcesView(
            cpu=self.hardware.cpu,
            memory=self.hardware.memory,
            disks=self.hardware.disks,
            network=self.hardware.network,
            gpus=self.hardware.gpus,
            allocated=AllocatedView(
                cpu=reserved["cpu"], memory=int(reserved["memory"]), gpu=int(reserved["gpu"])
            ),
        )

    def health(self) -> HealthView:
        """Return how the agent and its parts are."""
        components = {
            _COMPONENTS[kind]: ComponentView(
                state="ok" if view.available else "unavailable", message=view.detail
            )
            for kind, view in self._executors().items()
        }
        closed = self.runtime.capacity.closed
        components["disk"] = ComponentView(state="degraded" if closed else "ok", message=closed)
        return HealthView(
            status="degraded" if closed else "ok",
            version=__version__,
            uptime=time.monotonic() - self.began,
            components=components,
        )

    def usage(self) -> NodeUsage | None:
        """Return the latest sample, None before the first."""
        return self.monitor.latest

    async def first_sample(self) -> None:
        """Wait for the first sample, but not much longer than it takes."""
        await self.monitor.first()

    def task_usage(self, task_id: str) -> UsageHistoryView:
        """Return a task's CPU and memory over time, as far as they are kept."""
        return self.task_usages.columns(task_id)

    def peers(self) -> list[PeerView]:
        """Return the nodes known: this one."""
        view, usage = self.view(), self.usage()
        return [
            PeerView(
                id=view.id,
                name=view.name,
                address=self.settings.address,
                port=self.port,
                region=view.region,
                datacenter=view.datacenter,
                version=view.version,
                status="healthy",
                last_seen=self.now(),
                capacity={"cpu": view.cpu.threads, "memory": view.memory},
                usage={
                    "cpu": usage.cpu.percent if usage and usage.cpu else 0.0,
                    "memory": usage.memory.used if usage and usage.memory else 0,
                },
                fingerprint=self.fingerprint,
                source="self",
            )
        ]

    def notices(self) -> list[str]:
        """Return what the agent has to say for itself, such as a database that was rebuilt."""
        closed = self.runtime.capacity.closed
        return [*self.said, *self.also_says(), *([closed] if closed else [])]

    def _executors(self) -> dict[Kind, ExecutorView]:
        views: dict[Kind, ExecutorView] = {}
        for kind, executor in self.runtime.executors.items():
            found = executor.availability()
            views[kind] = ExecutorView(
                available=found.available,
                detail=found.detail,
                mend=found.mend,
                command=found.command,
                limits=found.limits,
            )
        for kind in ABSENT:
            absent = ExecutorView(available=False, detail=Sentence("Not part of this version"))
            views.setdefault(kind, absent)
        return views
