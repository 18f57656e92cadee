"""The parts of the training service, put together: open as long as the agent is."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from cnet_agent.config.layout import Layout
from cnet_agent.config.schema import Settings
from cnet_agent.executors.base import Availability
from cnet_agent.executors.container_build import ImageEngine
from cnet_agent.executors.container_threads import Threads
from cnet_agent.runtime.runtime import Runtime
from cnet_agent.runtime.training.builds import Builds
from cnet_agent.runtime.training.collector import Collector
from cnet_agent.runtime.training.inputs import find_log_dir
from cnet_agent.runtime.training.journal import Journal
from cnet_agent.runtime.training.keeper import Keeper
from cnet_agent.runtime.training.plan import Docker
from cnet_agent.runtime.training.service import TrainingService
from cnet_agent.runtime.training.service_log import ServiceLog
from cnet_agent.store.base import Store
from cnet_agent.wire.node import GpuInfo


@dataclass(frozen=True, slots=True)
class Docking:
    """What is asked of Docker, and in which threads: how it is, what runs in it, its images."""

    availability: Callable[[], Availability]
    probe: Callable[[str], Awaitable[Docker]]
    images: ImageEngine
    threads: Threads


@dataclass(frozen=True, slots=True)
class Training:
    """The parts that others use."""

    service: TrainingService
    keeper: Keeper
    builds: Builds


@asynccontextmanager
async def open_training(
    runtime: Runtime,
    store: Store,
    layout: Layout,
    *,
    settings: Callable[[], Settings],
    docking: Docking,
    gpus: Callable[[], Sequence[GpuInfo]],
    bundled: Path,
    now: Callable[[], float],
    believed: Callable[[], float],
) -> AsyncIterator[Training]:
    """Give the parts; the runtime's tasks are theirs to know about from then on.

    Args:
        runtime: runs the jobs.
        store: keeps those that ended.
        layout: of the data directory.
        settings: in force.
        docking: the way to Docker.
        gpus: of the node.
        bundled: the folder with the standard Dockerfile.
        now: Unix seconds.
        believed: the same, never forward by mistake.
    """
    workspace = runtime.workspace
    folder = find_log_dir("", settings().training.log_dir, workspace)
    log = ServiceLog(folder, lambda: settings().logging)
    collector = Collector(layout, _has_ended(runtime), lambda: settings().logging)
    collector.on_news = runtime.republish
    keeper = Keeper(
        runtime.ledger,
        collector,
        Journal(log.agent, log.worker),
        settings=lambda: settings().training,
        kept_since=lambda: believed() - settings().logging.retention,
        workspace=workspace,
        now=now,
    )
    runtime.jobs = keeper
    service = TrainingService(
        runtime,
        store,
        keeper,
        settings=lambda: settings().training,
        docker=docking.probe,
        gpus=gpus,
        bundled=bundled,
    )
    builds = Builds(
        docking.images,
        docking.threads,
        docking.availability,
        settings=lambda: settings().training,
        workspace=workspace,
        bundled=bundled,
        worker=log.worker,
        now=now,
    )
    try:
        yield Training(service, keeper, builds)
    finally:
        await builds.close()
        await collector.close()
        log.close()


def _has_ended(runtime: Runtime) -> Callable[[str], bool]:
    def has_ended(task_id: str) -> bool:
        task = runtime.ledger.get(task_id)
        return task is None or task.phase.is_final

    return has_ended
