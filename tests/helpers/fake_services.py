"""Everything behind the server's routes, in memory, and a real server in front of it."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnet_agent.config.layout import Layout
from cnet_agent.config.run_file import RunFile
from cnet_agent.config.schema import AgentSettings, Settings, TaskSettings
from cnet_agent.model.admission import Capacity
from cnet_agent.model.errors import Conflict, NotFound
from cnet_agent.model.preset import Preset
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Environment, Task
from cnet_agent.runtime.audit import AuditQuery
from cnet_agent.runtime.bus import Bus
from cnet_agent.runtime.logs.page import Gap, LogPage, LogQuery
from cnet_agent.runtime.logs.search import LogSearch
from cnet_agent.runtime.models.service import ModelService
from cnet_agent.runtime.orphans import Orphans
from cnet_agent.runtime.orphans.orphan import Orphan
from cnet_agent.runtime.runtime import Runtime
from cnet_agent.runtime.training.assembly import open_training
from cnet_agent.server.app import create_app
from cnet_agent.server.service import Service
from cnet_agent.server.services import Services
from cnet_agent.server.tokens import TokenBook, load_admin_token
from cnet_agent.wire.audit import AuditEntry, AuditView
from cnet_agent.wire.exposition import Family, gauge
from cnet_agent.wire.log_search import LogSearchView
from cnet_agent.wire.node import (
    AllocatedView,
    ComponentView,
    ConfigView,
    CpuInfo,
    EnvironmentInfo,
    ExecutorView,
    HealthView,
    HistoryView,
    NodeUsage,
    NodeView,
    PeerView,
    ResourcesView,
    Setting,
)
from cnet_agent.wire.task import LogRecord, UsageHistoryView
from helpers.factories import EPOCH
from helpers.fake_docking import FakeDocking
from helpers.memory_store import MemoryStore
from helpers.scripted_executor import ScriptedExecutor

EXAMPLES = Path(__file__).parents[2] / "examples"
CPU = CpuInfo(model="Test", cores=2, threads=4)


class FakeNode:
    """A node that says of itself what is fixed, and counts how often it looked again."""

    looks = 0

    def view(self) -> NodeView:
        return NodeView(
            id="node-1",
            name="test",
            region="default",
            datacenter="dc1",
            address="127.0.0.1",
            hostname="test",
            os="Linux",
            kernel="6",
            arch="x86_64",
            cpu=CPU,
            memory=8_000_000_000,
            executors={"process": ExecutorView(available=True, detail="fake")},
            workspace="/workspace",
            data_dir="/data",
            version="0.1.0",
            started_at=EPOCH,
        )

    async def look_again(self) -> None:
        self.looks += 1

    def resources(self) -> ResourcesView:
        allocated = AllocatedView(cpu=0, memory=0, gpu=0)
        return ResourcesView(cpu=CPU, memory=8, disks=[], network=[], allocated=allocated)

    def health(self) -> HealthView:
        components = {"process": ComponentView(state="ok", message="secret detail")}
        return HealthView(status="ok", version="0.1.0", uptime=1.0, components=components)

    def usage(self) -> NodeUsage | None:
        return NodeUsage(timestamp=EPOCH)

    async def first_sample(self) -> None: ...

    def task_usage(self, task_id: str) -> UsageHistoryView:
        return UsageHistoryView(timestamps=[EPOCH], cpu_percent=[1.0], memory=[1.0])

    def peers(self) -> list[PeerView]:
        return []

    def notices(self) -> list[str]:
        return ["The database was rebuilt."]


class FakeHistory:
    """One sample."""

    async def query(self, window: float, points: int, now: float) -> HistoryView:
        return HistoryView(interval=1.0, timestamps=[now - window], series={"cpu": [float(points)]})


class FakeLogs:
    """Lines that a test adds; followers see what is added while they watch."""

    def __init__(self) -> None:
        self.records: list[LogRecord] = []
        self.gaps: list[Gap] = []
        self.ended = False
        self.searches: list[tuple[list[str], LogSearch, bool]] = []
        self.services: list[list[str]] = []  # that were searched with them
        self.cursors: list[str | None] = []  # that followers came with
        self._changed = asyncio.Condition()

    async def add(self, *lines: str, stream: Any = "stdout") -> None:
        async with self._changed:
            for line in lines:
                cursor = f"1:0:{len(self.records) + 1}"
                time = "2026-01-28T19:00:02.000000Z"
                self.records.append(LogRecord(cursor=cursor, time=time, stream=stream, line=line))
            self._changed.notify_all()

    async def end(self) -> None:
        async with self._changed:
            self.ended = True
            self._changed.notify_all()

    async def read(self, task_id: str, query: LogQuery) -> LogPage:
        found = [r for r in self.records if query.stream in (None, r.stream)]
        found = [r for r in found if (query.grep or "") in r.line]
        kept = found[-query.tail :] if query.tail else []
        return LogPage(kept, len(kept) < len(found), kept[-1].cursor if kept else "")

    async def search(
        self, tasks: Iterable[Task], query: LogSearch, *, agent: bool, services: Iterable[str]
    ) -> LogSearchView:
        self.searches.append(([task.id for task in tasks], query, agent))
        self.services.append(list(services))
        return LogSearchView(lines=[], more=False)

    async def follow(
        self,
        task_id: str,
        cursor: str | None = None,
        stream: str | None = None,
        attempt: int | None = None,
    ) -> AsyncGenerator[list[LogRecord] | Gap, None]:
        self.cursors.append(cursor)
        at = int(cursor.rsplit(":", 1)[1]) if cursor else 0
        for gap in self.gaps:
            yield gap
        while True:
            async with self._changed:
                while len(self.records) == at and not self.ended:
                    await self._changed.wait()
            if len(self.records) == at:
                return
            batch = self.records[at:]
            at = len(self.records)
            yield batch


class FakePresets:
    """One built-in preset, and what is put."""

    def __init__(self) -> None:
        preset = Preset(id="shell", name="Shell", builtin=True, task={"command": "/bin/true"})
        self.presets = {"shell": preset}

    async def list(self) -> list[Preset]:
        return list(self.presets.values())

    async def put(self, preset: Preset) -> Preset:
        self.presets[preset.id] = preset
        return preset

    async def delete(self, preset_id: str) -> None:
        if preset_id not in self.presets:
            raise NotFound(f"There is no preset {preset_id!r}.")
        del self.presets[preset_id]

    async def render(self, preset_id: str, params: Mapping[str, Any]) -> TaskSpec:
        if preset_id not in self.presets:
            raise NotFound(f"There is no preset {preset_id!r}.")
        return TaskSpec.model_validate({**self.presets[preset_id].task, **params})


class FakeEnvironments:
    """One environment; it also plays the part that the runtime asks for."""

    def __init__(self) -> None:
        self.kept = ["env-1"]

    async def list(self) -> list[EnvironmentInfo]:
        return [
            EnvironmentInfo(
                id=each,
                python="/python",
                packages=["joblib"],
                size=1,
                created_at=EPOCH,
                last_used=EPOCH,
                seconds=1.0,
            )
            for each in self.kept
        ]

    async def delete(self, environment_id: str) -> None:
        if environment_id not in self.kept:
            raise NotFound(f"There is no environment {environment_id!r}.")
        self.kept.remove(environment_id)

    def needs_preparation(self, spec: TaskSpec) -> bool:
        return False

    async def outlook(self, spec: TaskSpec, working_dir: Path) -> str:
        return ""

    async def prepare(self, spec: TaskSpec, working_dir: Path, log: object) -> Environment | None:
        return None


class FakeAudit:
    """Remembers what was written."""

    def __init__(self) -> None:
        self.entries: list[AuditEntry] = []
        self.counted: list[AuditEntry] = []

    def write(self, entry: AuditEntry, *, counted: bool = False) -> None:
        (self.counted if counted else self.entries).append(entry)

    async def read(self, query: AuditQuery) -> AuditView:
        return AuditView(entries=self.entries[::-1][: query.limit], more=False)


class FakeFinder:
    """Finds what a test says, and removes it."""

    def __init__(self) -> None:
        self.orphans: list[Orphan] = []

    async def find(self) -> list[Orphan]:
        return list(self.orphans)

    async def remove(self, orphan: Orphan) -> None:
        if orphan not in self.orphans:
            raise Conflict("It has ended, or is not what it was.")
        self.orphans.remove(orphan)


class FakeFigures:
    """One figure."""

    async def families(self) -> list[Family]:
        return [gauge("cnet_fake", "Always 1.", 1)]


class FakeSettings:
    """One setting."""

    def __init__(self) -> None:
        self.value: Any = 10

    def view(self) -> ConfigView:
        key = "tasks.max_concurrent"
        setting = Setting(key=key, value=self.value, source="default", live=True)
        return ConfigView(file=None, settings=[setting])

    async def change(self, changes: Mapping[str, Any]) -> ConfigView:
        if set(changes) != {"tasks.max_concurrent"}:
            raise Conflict("Only one setting here.")
        self.value = changes["tasks.max_concurrent"]
        return self.view()


@dataclass(slots=True)
class Served:
    """A running server and the fakes behind it."""

    service: Service
    services: Services
    store: MemoryStore
    executor: ScriptedExecutor
    logs: FakeLogs
    audit: FakeAudit
    finder: FakeFinder
    docking: FakeDocking
    token: str

    @property
    def url(self) -> str:
        return self.service.url

    @property
    def port(self) -> int:
        return self.service.port

    @property
    def bus(self) -> Bus:
        return self.services.runtime.bus


@asynccontextmanager
async def serving(
    folder: Path,
    *,
    settings: AgentSettings | None = None,
    alias_port: int = 0,
    epoch: str = "e1",
    slots: int = 10,
    assets: Path | None = None,
    run_file: Callable[[], RunFile | None] = lambda: None,
) -> AsyncIterator[Served]:
    """Serve fakes over a real runtime and real sockets, on a free port unless settings say so."""
    settings = settings or AgentSettings(port=0, local_trust="token")
    layout = Layout(folder / "data")
    layout.root.mkdir(parents=True, exist_ok=True)
    store, executor, environments = MemoryStore(), ScriptedExecutor(), FakeEnvironments()
    runtime = Runtime(
        store=store,
        executors={"process": executor, "ml": executor},
        environments=environments,
        bus=Bus(epoch),
        settings=lambda: TaskSettings(max_concurrent=slots),
        capacity=lambda: Capacity(slots=slots, cpu=4, memory=8_000_000_000),
        layout=layout,
        workspace=folder,
        now=lambda: EPOCH,
        believed=lambda: EPOCH,
    )
    docking = FakeDocking()
    training = open_training(
        runtime,
        store,
        layout,
        settings=Settings,
        docking=docking.docking(),
        gpus=lambda: (),
        bundled=EXAMPLES / "training",
        now=lambda: EPOCH,
        believed=lambda: EPOCH,
    )
    parts = await training.__aenter__()
    await runtime.open(rebuild_store=False)
    models = ModelService(
        runtime, environments, layout, settings=Settings, gpu_memory=dict, now=lambda: EPOCH
    )
    await models.open()
    tokens = TokenBook(store, load_admin_token(layout.token), layout.model_tokens)
    await tokens.open()
    logs, audit, finder = FakeLogs(), FakeAudit(), FakeFinder()
    services = Services(
        runtime=runtime,
        node=FakeNode(),
        history=FakeHistory(),
        logs=logs,
        presets=FakePresets(),
        environments=environments,
        settings=FakeSettings(),
        tokens=tokens,
        layout=layout,
        figures=FakeFigures(),
        audit=audit,
        orphans=Orphans({"process": finder}, lambda: EPOCH),
        training=parts.service,
        builds=parts.builds,
        models=models,
        run_file=run_file,
    )
    api = create_app(services, address=settings.address, assets=assets)
    service = Service(api, settings, layout, alias_port=alias_port)
    try:
        await service.bind()
        await service.start()
        token = tokens.admin_token
        yield Served(service, services, store, executor, logs, audit, finder, docking, token)
    finally:
        await service.close()
        await models.close()
        await runtime.close()
        await training.__aexit__(None, None, None)
