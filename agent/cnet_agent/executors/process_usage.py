"""What running attempts use: from control groups where there are, else from the process table."""

import time
from dataclasses import dataclass

from cnet_agent.executors.base import AttemptKey, Usage
from cnet_agent.supervisor import linux
from cnet_agent.supervisor.limits import cgroups
from cnet_agent.supervisor.limits.plan import Plan
from cnet_agent.supervisor.limits.sizes import running_size

_TABLE_FOR = 0.2  # seconds that a process table serves all attempts
_DISK_FOR = 5.0  # seconds that a measured size stands


@dataclass(frozen=True, slots=True)
class Subject:
    """An attempt to measure."""

    key: AttemptKey
    supervisor: int  # pid
    spent_before: int  # ticks of CPU that its children had used before this attempt
    started_at: float  # Unix seconds
    plan: Plan
    work: str  # the task's own directory


class Meter:
    """Measures attempts; remembers what CPU time is measured against."""

    def __init__(self) -> None:
        self._spent: dict[AttemptKey, tuple[float, int]] = {}  # monotonic, ticks
        self._disk: dict[AttemptKey, tuple[float, int]] = {}  # monotonic, bytes
        self._table: dict[int, linux.Process] = {}
        self._table_at = float("-inf")

    def measure(self, subject: Subject) -> Usage | None:
        """Return what an attempt uses, None if nothing of it runs.

        CPU time is of the whole tree, of members that ended too: what a parent has waited for is
        counted with it, and orphans are waited for by the supervisor.
        """
        processes = self._processes(subject)
        if not processes:
            return None
        now = time.monotonic()
        ticks = sum(process.cpu + process.children_cpu for process in processes)
        supervisor = linux.read_process(subject.supervisor)
        if supervisor is not None:
            ticks += supervisor.children_cpu - subject.spent_before
        memory = cgroups.used_memory(subject.plan)
        if memory is None:
            memory = sum(process.memory for process in processes)
        return Usage(
            cpu_percent=self._percent(subject, now, ticks),
            memory=memory,
            pids=sum(process.threads for process in processes),
            disk=self._size(subject, now) if subject.plan.watch_disk is not None else None,
        )

    def forget(self, key: AttemptKey) -> None:
        """Forget an attempt that ended."""
        self._spent.pop(key, None)
        self._disk.pop(key, None)

    def _processes(self, subject: Subject) -> list[linux.Process]:
        if subject.plan.groups:
            members = cgroups.members(subject.plan.groups[0].path)
            rows = (linux.read_process(pid) for pid in members)
            return [row for row in rows if row is not None]
        now = time.monotonic()
        if now - self._table_at > _TABLE_FOR:
            self._table, self._table_at = linux.process_table(), now
        return linux.descendants(subject.supervisor, self._table)

    def _percent(self, subject: Subject, now: float, ticks: int) -> float:
        before = self._spent.get(subject.key)
        if before is None:
            before = (now - max(0.0, time.time() - subject.started_at), 0)
        self._spent[subject.key] = (now, ticks)
        elapsed = now - before[0]
        if elapsed <= 0:
            return 0.0
        return round(max(0, ticks - before[1]) / linux.TICKS / elapsed * 100, 1)

    def _size(self, subject: Subject, now: float) -> int:
        known = self._disk.get(subject.key)
        if known is not None and now - known[0] < _DISK_FOR:
            return known[1]
        size = max(running_size(subject.work), default=0)
        self._disk[subject.key] = (time.monotonic(), size)
        return size
