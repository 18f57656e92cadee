"""An agent that a test plays: what ``AgentClient`` offers the console, in memory."""

import asyncio
import json
import re
import socket
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from typing import Any, cast

from cnet_agent.client.answers import LogLines
from cnet_agent.client.client import AgentClient
from cnet_agent.model.errors import Unreachable
from cnet_agent.model.log_level import level_of
from cnet_agent.model.phase import TASK_STATUS, Phase
from cnet_agent.model.preset import Preset
from cnet_agent.model.spec import TaskSpec
from cnet_agent.wire.log_search import FoundLine, LogSearchView
from cnet_agent.wire.node import (
    AllocatedView,
    CpuInfo,
    CpuUsage,
    DiskInfo,
    DiskUsage,
    ExecutorView,
    HistoryView,
    InterfaceInfo,
    MarkerView,
    MemoryUsage,
    NetworkUsage,
    NodeUsage,
    NodeView,
    ResourcesView,
    SnapshotView,
    SwapUsage,
    UsageEvent,
)
from cnet_agent.wire.sse import Frame
from cnet_agent.wire.task import DryRunView, LogRecord, TaskView, TimelineView
from helpers.factories import EPOCH, make_id
from helpers.fake_administration import FakeAdministration
from helpers.fake_models import FakeModels
from helpers.fake_tasks import FakeTasks, Shelf


def make_view(number: int = 1, phase: Phase = Phase.RUNNING, **fields: Any) -> TaskView:
    """Return a task as the agent answers it; greater numbers are newer."""
    at = EPOCH + number
    times: dict[str, Any] = {}
    if phase is not Phase.QUEUED:
        times["started_at"] = at
    if phase.is_final:
        times["completed_at"] = at + 5
    return TaskView(
        **{
            "id": make_id(number),
            "name": f"task-{number}",
            "type": "process",
            "status": TASK_STATUS[phase],
            "phase": phase,
            "command": "sleep",
            "args": ["60"],
            "created_at": at,
            **times,
            **fields,
        }
    )


def make_usage(second: float = 0.0, cpu: float = 25.0) -> NodeUsage:
    """Return a sample of the node."""
    swap = SwapUsage(total=0, used=0)
    return NodeUsage(
        timestamp=EPOCH + second,
        cpu=CpuUsage(percent=cpu, per_core=[cpu, 90.0], load=[0.1, 0.1, 0.1]),
        memory=MemoryUsage(
            total=8 * 10**9, used=10**9, available=7 * 10**9, percent=12.5, swap=swap
        ),
        disks=[
            DiskUsage(
                mount="/", total=10**11, used=10**10, percent=10, read_bytes_s=1e6, write_bytes_s=0
            )
        ],
        network=[NetworkUsage(interface="eth0", sent_bytes_s=1e3, recv_bytes_s=2e3)],
    )


def make_records(*lines: str, first: int = 1, at: float = 0, **fields: Any) -> list[LogRecord]:
    """Return lines of a log, the first one with the number ``first``, all of one moment."""
    time = f"2026-01-28T19:00:{2 + at:09.6f}Z"
    given = {"stream": "stdout", **fields}
    return [
        LogRecord(cursor=f"1:0:{number}", time=time, line=line, **given)
        for number, line in enumerate(lines, start=first)
    ]


def make_outlook(**fields: Any) -> DryRunView:
    """Return what would happen to a task: it starts at once unless ``fields`` say otherwise."""
    return DryRunView(
        **{
            "command": ["python3", "train.py"],
            "working_dir": "/workspace",
            "environment": "",
            "limits": {},
            "fits": True,
            "starts": "Starts at once: 2 of 10 slots are used.",
            "problems": [],
            **fields,
        }
    )


class FakeAgent(FakeTasks, FakeAdministration):
    """Answers what a test put in, and remembers what it was asked."""

    def __init__(self, *tasks: TaskView, presets: tuple[Preset, ...] = ()) -> None:
        FakeTasks.__init__(self)
        FakeAdministration.__init__(self)
        self.url = "http://127.0.0.1:8080"
        self.tasks = Shelf(tasks, self._answer)
        self.kept_presets = list(presets)
        self.models = FakeModels(self._send)
        self.view = NODE
        self.is_closed = False
        self.usage_now: NodeUsage | None = make_usage()
        self.hardware = HARDWARE
        self.times = [EPOCH - 2.0, EPOCH - 1.0]  # of the history
        self.series: dict[str, list[float | None]] = {"cpu": [10.0, 20.0]}
        self.markers: list[MarkerView] = []
        self.logs: dict[str, list[LogRecord]] = {}
        self.notices: list[str] = []
        self.asked: list[tuple[str, Any]] = []
        self.error: Exception | None = None  # what every question is answered with
        self.holding: asyncio.Event | None = None  # stops wait for it
        self.started = 0
        self.outlook = make_outlook()  # what every dry run answers
        self._frames: set[asyncio.Queue[Frame | None]] = set()
        self._log_frames: dict[str, set[asyncio.Queue[Frame | None]]] = {}

    @property
    def client(self) -> AgentClient:
        """The same, as the console takes it."""
        return cast("AgentClient", self)

    # -- what a test does ---------------------------------------------------------------------

    def change(self, task: TaskView) -> None:
        """Let a task become ``task``."""
        self.tasks[task.id] = task
        self._send(Frame("task", task.model_dump_json()))

    def remove(self, task_id: str) -> None:
        """Let a task be gone."""
        if self.tasks.pop(task_id, None) is None:
            del self.tasks.older[task_id]
        self._send(Frame("task_removed", json.dumps({"id": task_id})))

    def sample(self, usage: NodeUsage) -> None:
        """Take a sample of the node."""
        self.usage_now = usage
        self._send(Frame("usage", UsageEvent(node=usage).model_dump_json()))

    def become(self, node: NodeView) -> None:
        """Let the node be another one."""
        self.view = node
        self._send(Frame("node", node.model_dump_json()))

    def write(self, task_id: str, *lines: str, at: float = 0, **fields: Any) -> None:
        """Let a task write lines, at a second."""
        kept = self.logs.setdefault(task_id, [])
        records = make_records(*lines, first=len(kept) + 1, at=at, **fields)
        kept.extend(records)
        data = json.dumps([record.model_dump(mode="json") for record in records])
        self.frame(task_id, Frame("log", data, f"1:0:{len(kept)}"))

    def frame(self, task_id: str, frame: Frame) -> None:
        """Send an event to those who follow a task's log."""
        for queue in self._log_frames.get(task_id, ()):
            queue.put_nowait(frame)

    def go_away(self) -> None:
        """Stop answering, and end every stream."""
        self.error = Unreachable("The agent does not answer.")
        for queue in self._frames.union(*self._log_frames.values()):
            queue.put_nowait(None)

    def come_back(self) -> None:
        """Answer again."""
        self.error = None

    # -- what the console asks ----------------------------------------------------------------

    async def close(self) -> None:
        self.is_closed = True

    async def snapshot(self) -> SnapshotView:
        self._answer("snapshot")
        return SnapshotView(
            epoch="epoch",
            seq=1,
            node=self.view,
            usage=self.usage_now,
            tasks=list(self.tasks.values()),
            models=list(self.models.models.values()),
            nodes=[],
            notices=self.notices,
        )

    @asynccontextmanager
    async def events(self, after: str) -> AsyncIterator[AsyncIterator[Frame]]:
        self._answer("events", after)
        with _queue(self._frames) as queue:
            yield _until_none(queue)

    async def presets(self) -> list[Preset]:
        self._answer("presets")
        return self.kept_presets

    async def node(self, *, look: bool = False) -> NodeView:
        self._answer("node", look)
        return self.view

    async def resources(self) -> ResourcesView:
        self._answer("resources")
        return self.hardware

    async def history(
        self, window: float, points: int, *, markers: int | None = None
    ) -> HistoryView:
        self._answer("history", (window, points))
        kept = [] if markers == 0 else self.markers
        return HistoryView(interval=1.0, timestamps=self.times, series=self.series, markers=kept)

    async def timeline(self, task_id: str) -> list[TimelineView]:
        self._answer("timeline", task_id)
        return [TimelineView(at=EPOCH, attempt=1, kind="created", message="Created")]

    async def log(self, task_id: str, **query: Any) -> LogLines:
        self._answer("log", task_id)
        attempt, before, cursor = (query.get(name) for name in ("attempt", "before", "cursor"))
        tail = query["tail"]
        records = self.logs.get(task_id, [])
        end = f"1:0:{len(records)}"
        if attempt is not None:
            records = [record for record in records if record.cursor.startswith(f"{attempt}:")]
        if before is not None:
            records = [record for record in records if place(record) < place(before)]
        if cursor is not None:
            records = [record for record in records if place(record) > place(cursor)]
            return LogLines(records[:tail], False, end)
        given = records[-tail:] if tail else []
        return LogLines(given, len(given) < len(records), end)

    async def log_text(self, task_id: str, attempt: int) -> AsyncIterator[bytes]:
        self._answer("log_text", (task_id, attempt))
        for record in self.logs.get(task_id, []):
            yield f"{record.line}\n".encode()

    async def search_logs(self, **query: Any) -> LogSearchView:
        """Answer the lines that match, newest first, a page at a time."""
        self._answer("search_logs", query)
        sources = query["sources"] or list(self.logs)
        found = [
            FoundLine(
                **record.model_dump(), source=source, name=source, level=level_of(record.line)
            )
            for source in sources
            for record in self.logs.get(source, [])
            if re.search(query.get("grep") or "", record.line)
        ]
        found.sort(key=lambda line: (line.time, line.source, place(line.cursor)), reverse=True)
        start, limit = int(query.get("before") or 0), query["limit"]
        more = len(found) > start + limit
        page = found[start : start + limit]
        return LogSearchView(lines=page, more=more, next=str(start + limit) if more else None)

    @asynccontextmanager
    async def log_frames(
        self, task_id: str, cursor: str | None, stream: str | None = None
    ) -> AsyncIterator[AsyncIterator[Frame]]:
        self._answer("log_frames", (task_id, cursor))
        with _queue(self._log_frames.setdefault(task_id, set())) as queue:
            yield _until_none(queue)

    async def stop(self, task_id: str, grace: float | None = None) -> TaskView:
        self._answer("stop", task_id if grace is None else (task_id, grace))
        self._refuse(task_id)
        if self.holding is not None:
            await self.holding.wait()
        task = self.tasks[task_id].model_copy(update={"phase": Phase.STOPPING})
        self.tasks[task_id] = task
        return task

    async def restart(self, task_id: str) -> TaskView:
        self._answer("restart", task_id)
        return self._begin(name=self.tasks[task_id].name, rerun_of=task_id)

    async def run_preset(self, preset_id: str, params: Mapping[str, Any]) -> TaskView:
        self._answer("run_preset", (preset_id, dict(params)))
        return self._begin(name=preset_id, preset=preset_id)

    async def dry_run_preset(self, preset_id: str, params: Mapping[str, Any]) -> DryRunView:
        self._answer("dry_run_preset", (preset_id, dict(params)))
        return self.outlook

    async def dry_run(self, spec: Mapping[str, Any]) -> DryRunView:
        self._answer("dry_run", dict(spec))
        return self.outlook

    async def submit(self, spec: Mapping[str, Any]) -> TaskView:
        self._answer("submit", dict(spec))
        return self._begin(name=TaskSpec.model_validate(spec).title)

    async def put_preset(self, preset: Preset) -> Preset:
        self._answer("put_preset", preset)
        others = [each for each in self.kept_presets if each.id != preset.id]
        self.kept_presets = [*others, preset]
        return preset

    async def delete_preset(self, preset_id: str) -> None:
        self._answer("delete_preset", preset_id)
        self.kept_presets = [each for each in self.kept_presets if each.id != preset_id]

    def questions(self, name: str) -> list[Any]:
        """Return with what a method was asked, call by call."""
        return [what for each, what in self.asked if each == name]

    def _begin(self, **fields: Any) -> TaskView:
        self.started += 1
        task = make_view(1000 + self.started, Phase.QUEUED, **fields)
        self.change(task)
        return task

    def _answer(self, name: str, what: Any = None) -> None:
        self.asked.append((name, what))
        if self.error is not None:
            raise self.error

    def _send(self, frame: Frame) -> None:
        for queue in self._frames:
            queue.put_nowait(frame)


def place(record: LogRecord | str) -> tuple[int, ...]:
    """Return what sorts records of a log, or their cursors."""
    cursor = record if isinstance(record, str) else record.cursor
    return tuple(map(int, cursor.split(":")))


@contextmanager
def _queue(queues: set[asyncio.Queue[Frame | None]]) -> Iterator[asyncio.Queue[Frame | None]]:
    queue: asyncio.Queue[Frame | None] = asyncio.Queue()
    queues.add(queue)
    try:
        yield queue
    finally:
        queues.discard(queue)


async def _until_none(queue: asyncio.Queue[Frame | None]) -> AsyncIterator[Frame]:
    while (frame := await queue.get()) is not None:
        yield frame


def at_once() -> Iterator[float]:
    """Yield the waits of a client in a hurry."""
    while True:
        yield 0.01


NODE = NodeView(
    id="node-1",
    name="atlas",
    region="default",
    datacenter="dc1",
    address="127.0.0.1",
    hostname=socket.gethostname(),
    os="Linux",
    kernel="6",
    arch="x86_64",
    cpu=CpuInfo(model="Test", cores=2, threads=2),
    memory=8 * 10**9,
    executors={
        "process": ExecutorView(available=True, detail="cgroup v2 limits"),
        "container": ExecutorView(available=False, detail="Docker is not reachable"),
    },
    workspace="/workspace",
    data_dir="/data",
    version="0.1.0",
    started_at=EPOCH,
)

HARDWARE = ResourcesView(
    cpu=NODE.cpu,
    memory=NODE.memory,
    disks=[DiskInfo(mount="/", device="/dev/sda1", filesystem="ext4", total=10**11)],
    network=[InterfaceInfo(name="eth0", addresses=["10.0.0.7"], up=True, speed_mbps=1000)],
    allocated=AllocatedView(cpu=1.5, memory=10**9, gpu=0),
)
