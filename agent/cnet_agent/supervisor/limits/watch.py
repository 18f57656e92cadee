"""Watches limits that the kernel does not enforce: by looking at processes and files in turn."""

from collections.abc import Iterable
from dataclasses import dataclass

from cnet_agent.supervisor.limits import cgroups
from cnet_agent.supervisor.limits.disk_watch import DiskWatch
from cnet_agent.supervisor.limits.plan import Plan
from cnet_agent.supervisor.limits.process_watch import ProcessWatch
from cnet_agent.supervisor.linux import descendants, process_table


@dataclass(frozen=True, slots=True)
class Excess:
    """A limit was passed."""

    reason: str  # oom, pids_limit or disk_limit
    detail: str


class Watch:
    """The soft limits of one attempt.

    Args:
        plan: what to watch.
        directory: the task's own.
        root: the supervisor's pid: the task is its descendants.
        now: on the monotonic clock.
    """

    def __init__(self, plan: Plan, directory: str, root: int, now: float) -> None:
        self._plan = plan
        self._root = root
        self._processes: ProcessWatch | None = None
        self._disk: DiskWatch | None = None
        if plan.watch_memory is not None or plan.watch_pids is not None:
            self._processes = ProcessWatch(plan, root, now)
        if plan.watch_disk is not None:
            self._disk = DiskWatch(plan.watch_disk, directory, self._members, now)

    @property
    def due(self) -> float:
        """When to look next, on the monotonic clock."""
        return min(watch.due if watch else float("inf") for watch in (self._processes, self._disk))

    @property
    def peak_memory(self) -> int | None:
        """The most bytes seen in use at a time, None if nobody looked."""
        return self._processes.peak_memory if self._processes else None

    def disk_used(self) -> int | None:
        """Return the bytes in the task's directory, None where that is not limited."""
        return self._disk.measure() if self._disk else None

    def look(self, now: float) -> Excess | None:
        """Look at what is due; return the limit that was passed, if one was."""
        if self._processes and now >= self._processes.due:
            found = self._processes.look(now)
            if found is not None:
                return Excess(*found)
        if self._disk and now >= self._disk.due:
            detail = self._disk.look(now)
            if detail:
                return Excess("disk_limit", detail)
        return None

    def _members(self) -> Iterable[int]:
        if self._plan.groups:
            return cgroups.members(self._plan.groups[0].path)
        return [process.pid for process in descendants(self._root, process_table())]
