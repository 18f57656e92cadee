"""Watches limits that the kernel does not enforce: by looking at processes and files now and then.

A look takes time, so the next one comes no sooner than twenty times as long after it: each task's
watch costs a twentieth of a processor at most.
"""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass

from cnet_agent.supervisor.limits.plan import Plan
from cnet_agent.supervisor.linux import descendants, process_table

PROCESSES_EVERY = 0.2  # seconds, for a limit that is near or on memory
CALM_EVERY = 2.0  # seconds, while there are few processes and only these are limited
FILES_EVERY = 1.0
_SLICE = 0.005  # seconds of looking at files before the log has its turn
_BREATH = 0.005  # seconds until the look goes on
_SHARE = 20
_FEW = 4  # times as many processes as there are would be the limit


@dataclass(frozen=True, slots=True)
class Excess:
    """A limit was passed."""

    reason: str  # oom, pids_limit or disk_limit
    detail: str


class Watch:
    """The soft limits of one attempt. ``due`` is when to look next, on the monotonic clock."""

    def __init__(self, plan: Plan, directory: str, root: int, now: float) -> None:
        self.peak_memory: int | None = None
        self._plan = plan
        self._directory = directory
        self._root = root  # the supervisor's pid: the task is its descendants
        self._files: Iterator[int] | None = None
        self._cost = 0.0
        self._every = PROCESSES_EVERY
        watches_processes = plan.watch_memory is not None or plan.watch_pids is not None
        self._processes_due = now + PROCESSES_EVERY if watches_processes else float("inf")
        self._files_due = now + FILES_EVERY if plan.watch_disk is not None else float("inf")

    @property
    def due(self) -> float:
        """When to look next."""
        return min(self._processes_due, self._files_due)

    def look(self, now: float) -> Excess | None:
        """Look at what is due; return the limit that was passed, if one was."""
        excess = None
        if now >= self._processes_due:
            excess = self._look_at_processes()
            cost = time.monotonic() - now
            self._processes_due = now + max(self._every, cost * _SHARE)
        if excess is None and now >= self._files_due:
            excess = self._look_at_files(time.monotonic())
        return excess

    def _look_at_processes(self) -> Excess | None:
        processes = descendants(self._root, process_table())
        memory = sum(process.memory for process in processes)
        count = sum(process.threads for process in processes if process.state != "Z")
        self.peak_memory = max(memory, self.peak_memory or 0)
        plan = self._plan
        calm = plan.watch_memory is None and count * _FEW < (plan.watch_pids or 0)
        self._every = CALM_EVERY if calm else PROCESSES_EVERY
        if plan.watch_memory is not None and memory > plan.watch_memory:
            over = memory - plan.watch_memory
            return Excess("oom", f"{memory} bytes in use, {over} over the limit")
        if plan.watch_pids is not None and count > plan.watch_pids:
            return Excess("pids_limit", f"{count} processes and threads")
        return None

    def _look_at_files(self, now: float) -> Excess | None:
        limit = self._plan.watch_disk
        if limit is None:
            return None
        if self._files is None:
            self._files = running_size(self._directory)
            self._cost = 0.0
        size = 0
        for size in self._files:
            spent = time.monotonic() - now
            if size > limit:
                self._files = None
                self._files_due = now + FILES_EVERY
                return Excess("disk_limit", f"{size} bytes written, {size - limit} over the limit")
            if spent > _SLICE:
                self._cost += spent
                self._files_due = now + _BREATH
                return None
        self._files = None
        self._cost += time.monotonic() - now
        self._files_due = now + max(FILES_EVERY, self._cost * _SHARE)
        return None


def running_size(directory: str) -> Iterator[int]:
    """Yield the bytes that files below ``directory`` take on disk, growing, folder by folder."""
    total = 0
    counted: set[tuple[int, int]] = set()  # files with several names
    waiting = [directory]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:  # it is gone, or the task closed it to us
            continue
        for entry in entries:
            try:
                status = entry.stat(follow_symlinks=False)
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
            except OSError:
                continue
            if status.st_nlink > 1 and not entry.is_dir(follow_symlinks=False):
                if (status.st_dev, status.st_ino) in counted:
                    continue
                counted.add((status.st_dev, status.st_ino))
            total += status.st_blocks * 512
        yield total
