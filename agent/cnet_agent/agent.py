"""The agent: everything wired together, from the data directory's lock to the open ports."""

import asyncio
import errno
import logging
import os
import resource
import sys
import time
import uuid
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import JsonValue

from cnet_agent import __version__
from cnet_agent.config import run_file
from cnet_agent.config.datadir import DataDirLock
from cnet_agent.config.errors import DataDirectoryFull
from cnet_agent.config.layout import Layout
from cnet_agent.config.load import LoadedSettings
from cnet_agent.config.private_files import write_private
from cnet_agent.executors.base import Launch
from cnet_agent.executors.container import ContainerExecutor
from cnet_agent.executors.container_build import ImageEngine
from cnet_agent.executors.container_engine import Engine
from cnet_agent.executors.container_threads import Threads
from cnet_agent.executors.model import ModelExecutor
from cnet_agent.executors.process import ProcessExecutor
from cnet_agent.model.sentence import Sentence, joined
from cnet_agent.runtime.audit import AuditLog
from cnet_agent.runtime.background import Background
from cnet_agent.runtime.believed_clock import Believed, BelievedClock, since_boot
from cnet_agent.runtime.boot_mark import BootMark
from cnet_agent.runtime.bus import Bus
from cnet_agent.runtime.capacity import NodeCapacity
from cnet_agent.runtime.descriptors import budget
from cnet_agent.runtime.environments import Environments
from cnet_agent.runtime.figures import Figures
from cnet_agent.runtime.gpus import Gpus
from cnet_agent.runtime.hardware import Hardware, read_hardware
from cnet_agent.runtime.images import Images
from cnet_agent.runtime.live_settings import LiveSettings
from cnet_agent.runtime.local_node import LocalNode
from cnet_agent.runtime.logs.task_logs import TaskLogs
from cnet_agent.runtime.models.service import ModelService
from cnet_agent.runtime.monitor import Monitor
from cnet_agent.runtime.orphans import Orphans
from cnet_agent.runtime.orphans.containers import Containers
from cnet_agent.runtime.orphans.folders import Folders
from cnet_agent.runtime.orphans.groups import Groups
from cnet_agent.runtime.orphans.processes import Processes
from cnet_agent.runtime.preparation import Preparation
from cnet_agent.runtime.presets import Presets
from cnet_agent.runtime.retention import Retention
from cnet_agent.runtime.runtime import Runtime
from cnet_agent.runtime.sampling import Sampler
from cnet_agent.runtime.task_sizes import TaskSizes
from cnet_agent.runtime.tidying import Tidying
from cnet_agent.runtime.training.assembly import Docking, open_training
from cnet_agent.runtime.training.docker import DockerProbe
from cnet_agent.runtime.training.inputs import find_log_dir
from cnet_agent.runtime.usage_history import UsageHistory
from cnet_agent.runtime.usage_watch import UsageWatch
from cnet_agent.runtime.workspace import install_examples
from cnet_agent.server.app import create_app
from cnet_agent.server.service import Service
from cnet_agent.server.services import Services
from cnet_agent.server.tokens import TokenBook, load_admin_token
from cnet_agent.serving.order import ServingOrder
from cnet_agent.store.base import StoreFull
from cnet_agent.store.history import open_history
from cnet_agent.store.sqlite import SqliteStore, open_store
from cnet_agent.wire.audit import AuditEntry
from cnet_agent.wire.node import NodeUsage

logger = logging.getLogger(__name__)

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EIO}


@dataclass(frozen=True, slots=True)
class Bundled:
    """Folders that ship with the application."""

    presets: Path
    examples: Path
    swagger_ui: Path


class Agent:
    """A node agent, alive inside ``async with``; its tasks outlive it.

    Args:
        loaded: the settings and where each came from.
        layout: the data directory, prepared.
        workspace: where relative paths of tasks start; made if it is missing.
        bundled: what ships with the application.
    """

    def __init__(
        self, loaded: LoadedSettings, layout: Layout, workspace: Path, bundled: Bundled
    ) -> None:
        self.url = ""
        self._loaded = loaded
        self._layout = layout
        self._workspace = workspace
        self._bundled = bundled
        self._stack = AsyncExitStack()
        self._run: run_file.RunFile | None = None

    async def __aenter__(self) -> Self:
        """Take the data directory, find out what became of every task, and answer.

        Raises:
            DataDirectoryInUse: another agent has the data directory.
            PortInUse, CannotListen, CertificateError: it cannot listen where it should.
            TokenFileError: the administrator's token could have been read by others.
            UnusableWorkspace: the workspace is no folder and cannot be made one.
            NewerDatabase: a newer agent wrote the database.
            DataDirectoryFull: its disk is full or failing.
        """
        async with AsyncExitStack() as stack:
            try:
                await self._open(stack)
            except (StoreFull, OSError) as error:
                if isinstance(error, OSError) and error.errno not in _FULL:
                    raise
                raise DataDirectoryFull(
                    f"The data directory {self._layout.root} cannot be opened: {error}."
                ) from error
            self._stack = stack.pop_all()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop answering and watching; what runs goes on."""
        await self._stack.aclose()

    async def _open(self, stack: AsyncExitStack) -> None:
        layout, settings, now = self._layout, self._loaded.settings, time.time
        stack.enter_context(DataDirLock(layout))
        gpus = Gpus()
        read = partial(read_hardware, gpus.inventory)
        admin_token, node_id, hardware = await asyncio.to_thread(self._prepare, read)
        audit = AuditLog(layout.audit, settings.logging)
        audit.start()
        stack.push_async_callback(audit.close)
        live = LiveSettings(self._loaded, layout.settings)
        store, store_notice = await open_store(layout.database, now)
        stack.push_async_callback(store.close)
        history, history_notice = await open_history(
            layout.history, now, settings.resources.interval
        )
        stack.push_async_callback(history.close)
        believed = BelievedClock(now, since_boot, history.newest)

        environments = Environments(
            layout.environments, python=lambda: live.current.tasks.python, now=now
        )
        processes = ProcessExecutor(layout, limited_by=settings.tasks.limited_by)
        # After the executor took note of the limit that tasks get.
        room = budget(raise_open_files())
        engine, docker = Engine(), Threads()
        stack.push_async_callback(docker.close)
        images = Images(engine, docker)
        containers = ContainerExecutor(
            layout,
            node_id=node_id,
            workspace=self._workspace,
            settings=lambda: live.current.containers,
            engine=engine,
            threads=docker,
        )

        def order_for(launch: Launch, folder: Path) -> ServingOrder:
            return models.keeper.order_of_launch(launch, folder)

        servers = ModelExecutor(processes, layout, order_for)
        capacity = NodeCapacity(
            cpu=hardware.cpu.threads,
            memory=hardware.memory,
            most_tasks=room.tasks,
            data_dir=layout.root,
            settings=lambda: live.current.tasks,
            gpus=lambda: node.hardware.gpus,
            usage=lambda: monitor.latest,
        )
        runtime = Runtime(
            store=store,
            executors={"process": processes, "container": containers, "ml": servers},
            environments=Preparation(environments, images),
            bus=Bus(uuid.uuid4().hex[:12]),
            settings=lambda: live.current.tasks,
            capacity=capacity,
            layout=layout,
            workspace=self._workspace,
            now=now,
            believed=believed,
        )
        models = ModelService(
            runtime,
            environments,
            layout,
            settings=lambda: live.current,
            gpu_memory=capacity.gpu_memory,
            now=now,
        )
        stack.push_async_callback(models.close)
        environments.in_use = lambda: {
            *runtime.environments_in_use(),
            *models.keeper.environments(),
        }
        live.on_change(lambda _settings: runtime.settings_changed())
        usages = UsageHistory()
        kept = Believed[NodeUsage](believed, lambda usage: usage.timestamp, history.add)
        watch = UsageWatch(runtime, usages, kept)
        sampler = partial(Sampler, gpus=gpus.usage)
        monitor = Monitor(settings.resources, watch.take, now, sampler)
        node = LocalNode(
            node_id,
            settings.agent,
            hardware,
            runtime,
            monitor,
            usages,
            layout.root,
            now(),
            now,
            read=read,
        )
        training_logs = find_log_dir("", settings.training.log_dir, self._workspace)
        logs = TaskLogs(layout, is_final=_is_final(runtime), services=training_logs)
        stack.callback(logs.close)
        training = await stack.enter_async_context(
            open_training(
                runtime,
                store,
                layout,
                settings=lambda: live.current,
                docking=Docking(
                    containers.availability,
                    DockerProbe(containers, images),
                    ImageEngine(engine),
                    docker,
                ),
                gpus=lambda: node.hardware.gpus,
                bundled=self._bundled.examples / "training",
                now=now,
                believed=believed,
            )
        )
        tokens = TokenBook(store, admin_token, copy=layout.model_tokens)
        await tokens.open()
        known = runtime.ledger.open
        orphans = Orphans(
            {
                "process": Processes(layout, known),
                "container": Containers(engine, node_id, known, docker),
                "control_group": Groups(processes.group_parents, known),
                "task_folder": Folders(layout, known, store.known, processes.discard),
            },
            now,
        )
        orphans.on_removed = lambda orphan: audit.write(
            _own_entry("orphan.removed", kind=orphan.kind, what=orphan.what, task=orphan.task_id)
        )
        node.also_says = orphans.notices
        containers.changed = node.tell
        figures = Figures(
            settings.resources, monitor, store, runtime.ledger, runtime.tally, layout, now
        )
        figures.more += [store.families, history.families, audit.families, orphans.families]
        figures.more.append(models.looks.families)
        services = Services(
            runtime=runtime,
            node=node,
            history=history,
            logs=logs,
            presets=Presets(self._bundled.presets, layout.presets),
            environments=environments,
            settings=live,
            tokens=tokens,
            layout=layout,
            figures=figures,
            audit=audit,
            orphans=orphans,
            training=training.service,
            builds=training.builds,
            models=models,
            run_file=lambda: self._run,
        )
        api = create_app(services, address=settings.agent.address, assets=self._bundled.swagger_ui)
        service = Service(
            api,
            settings.agent,
            layout,
            alias_port=self._loaded.alias_port,
            max_connections=room.connections,
        )
        await service.bind()
        stack.push_async_callback(runtime.close)
        stack.push_async_callback(watch.close)
        stack.push_async_callback(service.close)
        monitor.start()
        stack.push_async_callback(monitor.close)
        boots = BootMark(layout.boot_mark)
        rebuilt = await runtime.open(rebuild_store=store.is_new, rebooted=boots.rebooted)
        boots.write()
        await training.keeper.open()
        await models.open()
        node.port, node.fingerprint = service.port, service.fingerprint
        node.said = [
            *_damage(store_notice, store, rebuilt),
            *([history_notice] if history_notice else []),
            *service.notices,
        ]
        for sentence in node.said:
            logger.warning("%s", sentence)
        background = Background()
        stack.push_async_callback(background.close)
        sizes = TaskSizes(layout)
        retention = Retention(store, lambda: live.current.tasks, runtime.discard, believed, sizes)
        retention.on_removed = lambda why, ids: audit.write(
            _own_entry("tasks.removed", why=why, tasks=[*ids])
        )
        background.spawn(retention.run(), "retention")
        background.spawn(orphans.run(), "orphans")
        tidying = Tidying(layout.root, environments, lambda: live.current.tasks, believed)
        background.spawn(tidying.run(), "tidying")
        background.spawn(training.keeper.run(), "training logs")
        background.spawn(models.keeper.run(), "models")

        await service.start()
        self.url = service.url
        self._run = run_file.announce(layout.run_file, service.port, runtime.bus.epoch, self.url)
        stack.callback(run_file.withdraw, layout.run_file, self._run)
        audit.write(_own_entry("agent.started", version=__version__, pid=os.getpid(), url=self.url))
        stack.callback(lambda: audit.write(_own_entry("agent.stopped", pid=os.getpid())))
        logger.info("Answering at %s, workspace %s", self.url, self._workspace)

    def _prepare(self, read: Callable[[], Hardware]) -> tuple[str, str, Hardware]:
        """Do what touches disk and hardware before anything else; runs in a thread."""
        for folder in (self._layout.tasks, self._layout.environments, self._layout.logs):
            folder.mkdir(mode=0o700, exist_ok=True)
        install_examples(self._bundled.examples, self._workspace)
        token = load_admin_token(self._layout.token)
        return token, _node_id(self._layout.node_id, self._loaded), read()


def _own_entry(action: str, **detail: JsonValue) -> AuditEntry:
    """Return an entry of the audit log for what the agent did by itself."""
    return AuditEntry(at=time.time(), action=action, who="agent", uid=os.geteuid(), detail=detail)


def raise_open_files() -> int:
    """Let this process open as many files as the system allows it, and return how many."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return sys.maxsize if hard == resource.RLIM_INFINITY else hard


def _node_id(file: Path, loaded: LoadedSettings) -> str:
    """Return the node's id: the configured one, or one made on first start."""
    if loaded.settings.agent.node_id:
        return loaded.settings.agent.node_id
    try:
        return str(uuid.UUID(file.read_text(encoding="ascii").strip()))
    except (OSError, ValueError):
        made = str(uuid.uuid4())
        write_private(file, f"{made}\n".encode())
        return made


def _is_final(runtime: Runtime) -> Callable[[str], Awaitable[bool]]:
    async def is_final(task_id: str) -> bool:
        return (await runtime.get(task_id)).phase.is_final

    return is_final


def _damage(notice: str | None, store: SqliteStore, rebuilt: int) -> list[str]:
    """Say what was lost and what was found again."""
    if notice is None and not (store.is_new and rebuilt):
        return []
    lost = notice or Sentence("The task database was missing; a new one was begun.")
    found = Sentence("{count} tasks were found again by their records.", count=rebuilt)
    return [joined(lost, found)]
