"""A Docker that a test plays: containers are started and ended by hand, and it may go away."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from cnet_agent.executors.container_engine import Container, Engine, Info, Refused, Unreachable
from helpers.factories import EPOCH

AWAY = Unreachable("Docker is not running.", "Start it.", "start docker")


class FakeLog:
    """A log that ends with its container, or when it is closed."""

    def __init__(self, over: threading.Event) -> None:
        self._over = over

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        self._over.wait(10)
        return iter(())

    def close(self) -> None:
        self._over.set()


class FakeEngine(Engine):
    """Answers from memory; ``trouble`` is raised by every question while it is set."""

    def __init__(self) -> None:
        super().__init__(lambda: None)
        self.trouble: Exception | None = None
        self.refusals: dict[str, Refused] = {}  # by what is asked
        self.gpus = False
        self.by_id: dict[str, Container] = {}
        self.made: list[str] = []  # names, in order
        self.started: list[str] = []  # ids
        self.signals: list[tuple[str, str]] = []
        self._over: dict[str, threading.Event] = {}

    def end(self, container: str, code: int = 0) -> None:
        """Let a container end by itself."""
        found = self.by_id[container]
        ended = replace(found, status="exited", exit_code=code, finished_at=EPOCH + 50, pid=0)
        self.by_id[container] = ended
        self._over[container].set()

    def close(self) -> None:
        for over in self._over.values():
            over.set()

    def info(self) -> Info:
        self._ask("info")
        return Info("28.2", self.gpus, frozenset({"cpu", "memory", "pids"}))

    def find(self, name: str) -> Container | None:
        self._ask("find")
        return next((one for one in self.by_id.values() if name in (one.id, one.name)), None)

    def create(self, name: str, config: dict[str, Any], host: dict[str, Any]) -> str:
        self._ask("create")
        if (found := self.find(name)) is not None:
            return found.id
        made = f"id-{len(self.made)}"
        self.made.append(name)
        self.by_id[made] = Container(
            id=made,
            name=name,
            image=str(config["image"]),
            labels=config["labels"],
            status="created",
            pid=0,
            created_at=EPOCH,
            started_at=None,
            finished_at=None,
            exit_code=0,
            oom_killed=False,
            error="",
        )
        self._over[made] = threading.Event()
        return made

    def start(self, container: str) -> None:
        self._ask("start")
        self.started.append(container)
        self.by_id[container] = replace(
            self.by_id[container], status="running", pid=77, started_at=EPOCH + 1
        )

    def kill(self, container: str, signal: str = "SIGKILL") -> bool:
        self._ask("kill")
        self.signals.append((container, signal))
        return container in self.by_id and self.by_id[container].status == "running"

    def remove(self, container: str) -> None:
        self._ask("remove")
        found = self.find(container)
        if found is not None:
            del self.by_id[found.id]

    def stats(self, container: str) -> dict[str, Any] | None:
        self._ask("stats")
        return {
            "cpu_stats": {"cpu_usage": {"total_usage": 0}},
            "memory_stats": {"usage": 5},
            "pids_stats": {"current": 1},
        }

    def log(self, container: str, since: int) -> Any:
        self._ask("log")
        return FakeLog(self._over[container])

    def _ask(self, what: str) -> None:
        if self.trouble is not None:
            raise self.trouble
        if what in self.refusals:
            raise self.refusals[what]
