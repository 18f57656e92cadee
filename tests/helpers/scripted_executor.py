"""An executor that plays what a test tells it, without processes."""

import asyncio
from typing import Any

from cnet_agent.executors.base import (
    AttemptKey,
    Availability,
    Ended,
    Found,
    KnownAttempt,
    Launch,
    NeverRan,
    OnEnd,
    StartError,
    Usage,
    Vanished,
)
from cnet_agent.model.errors import FieldError
from cnet_agent.model.phase import Reason
from cnet_agent.model.spec import Kind, TaskSpec
from cnet_agent.model.task import Handle, Outcome

LATER = 4e9  # Unix seconds; after everything that a test does


class ScriptedExecutor:
    """Starts what it is asked to, ends what the test ends, and remembers every call."""

    kind: Kind = "process"

    def __init__(self) -> None:
        self.records: dict[AttemptKey, dict[str, Any]] = {}
        self.started: list[AttemptKey] = []
        self.running: dict[AttemptKey, Handle] = {}
        self.stops: list[tuple[AttemptKey, float]] = []
        self.signals: list[tuple[AttemptKey, str]] = []
        self.found: dict[AttemptKey, Found] = {}
        self.discarded: list[str] = []
        self.fail_start: Outcome | None = None
        self.fail_reserve: OSError | None = None
        self.hold_starts: asyncio.Event | None = None
        self.hold_stops: asyncio.Event | None = None
        self.starts_at = 1.0  # by the clock
        self.available = Availability(True, "scripted", {"cpu": "hard", "memory": "hard"})
        self.next_look: Availability | None = None  # what is found then
        self._on_end: OnEnd = lambda _key, _end: None

    async def open(self, on_end: OnEnd) -> None:
        self._on_end = on_end

    async def close(self) -> None:
        self._on_end = lambda _key, _end: None

    def availability(self) -> Availability:
        return self.available

    def problems(self, _spec: TaskSpec) -> list[FieldError]:
        return []

    async def look_again(self) -> None:
        self.available = self.next_look or self.available

    async def reserve(self, key: AttemptKey, description: dict[str, Any]) -> None:
        if self.fail_reserve is not None:
            raise self.fail_reserve
        self.records.setdefault(key, description)

    async def known_attempts(self) -> list[KnownAttempt]:
        latest: dict[str, AttemptKey] = {}
        for key in sorted(self.records, key=lambda key: key.number):
            latest[key.task_id] = key
        return [
            KnownAttempt(key, self.records[key], key in self.started) for key in latest.values()
        ]

    async def start(self, launch: Launch) -> Handle:
        if self.hold_starts is not None:
            await self.hold_starts.wait()
        if self.fail_start is not None:
            raise StartError(self.fail_start)
        assert launch.key not in self.started, "started twice"
        self.started.append(launch.key)
        handle = Handle(pid=1000 + len(self.started), started_at=self.starts_at, limits={})
        self.running[launch.key] = handle
        return handle

    async def recover(self, key: AttemptKey) -> Found:
        return self.found.get(key, NeverRan())

    async def stop(self, key: AttemptKey, grace: float) -> None:
        if self.hold_stops is not None:
            await self.hold_stops.wait()
        self.stops.append((key, grace))

    async def signal(self, key: AttemptKey, name: str) -> None:
        if key not in self.running:
            raise ProcessLookupError
        self.signals.append((key, name))

    async def usage(self, key: AttemptKey) -> Usage | None:
        return Usage(50.0, 1000, 1) if key in self.running else None

    async def discard(self, task_id: str) -> None:
        self.discarded.append(task_id)

    def end(self, key: AttemptKey, *, code: int = 0, at: float = LATER, **figures: Any) -> None:
        """Let an attempt exit; ``figures`` are further fields of its outcome."""
        handle = self.running.pop(key)
        outcome = Outcome(Reason.EXIT, ended_at=at, exit_code=code, **figures)
        self._on_end(key, Ended(outcome, handle))

    def lose(self, key: AttemptKey) -> None:
        """Let an attempt vanish."""
        del self.running[key]
        self._on_end(key, Vanished(Outcome(Reason.LOST, LATER, detail="The supervisor is gone.")))
