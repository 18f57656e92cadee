"""CPU and memory of each task over its life, in a few kilobytes a task."""

from array import array
from collections import OrderedDict
from collections.abc import Iterable

from cnet_agent.executors.base import Usage
from cnet_agent.wire.task import UsageHistoryView

POINTS = 720  # kept per task; at twice as many, neighbours are joined
FINISHED_KEPT = 200  # tasks whose history outlives them
FORGET_AFTER = 60.0  # seconds without a sample: it does not run any more


class UsageHistory:
    """The usage of running tasks, and of those that ended lately."""

    def __init__(self, points: int = POINTS, kept: int = FINISHED_KEPT) -> None:
        self._points = points
        self._kept = kept
        self._tracks: OrderedDict[str, _Track] = OrderedDict()  # least recently used first

    def add(self, task_id: str, at: float, usage: Usage) -> None:
        """Take what a task used at ``at`` (Unix seconds)."""
        track = self._tracks.get(task_id)
        if track is None:
            track = self._tracks[task_id] = _Track(self._points)
            self._make_room(at)
        self._tracks.move_to_end(task_id)
        track.add(at, usage.cpu_percent, usage.memory)

    def columns(self, task_id: str) -> UsageHistoryView:
        """Return a task's CPU (percent of a core) and memory (bytes); empty if not known.

        Of a long life, each point stands for several samples: their mean CPU, their peak memory.
        """
        track = self._tracks.get(task_id)
        if track is None:
            return UsageHistoryView(timestamps=[], cpu_percent=[], memory=[])
        return track.view()

    def forget(self, task_ids: Iterable[str]) -> None:
        """Drop tasks that were removed."""
        for task_id in task_ids:
            self._tracks.pop(task_id, None)

    def _make_room(self, at: float) -> None:
        while len(self._tracks) > self._kept:
            task_id, oldest = next(iter(self._tracks.items()))
            if oldest.ended_at > at - FORGET_AFTER:
                return  # all of them run
            del self._tracks[task_id]


class _Track:
    """A task's points, and the samples that will become the next one."""

    def __init__(self, points: int) -> None:
        self.ended_at = 0.0
        self._most = points * 2
        self._times = array("d")
        self._cpu = array("d")
        self._memory = array("d")
        self._per_point = 1
        self._pending = 0
        self._cpu_sum = 0.0
        self._memory_peak = 0.0

    def add(self, at: float, cpu: float, memory: float) -> None:
        self.ended_at = at
        self._pending += 1
        self._cpu_sum += cpu
        self._memory_peak = max(self._memory_peak, memory)
        if self._pending < self._per_point:
            return
        self._times.append(at)
        self._cpu.append(self._cpu_sum / self._pending)
        self._memory.append(self._memory_peak)
        self._pending, self._cpu_sum, self._memory_peak = 0, 0.0, 0.0
        if len(self._times) >= self._most:
            self._join_neighbours()

    def view(self) -> UsageHistoryView:
        times, cpu, memory = list(self._times), list(self._cpu), list(self._memory)
        if self._pending:
            times.append(self.ended_at)
            cpu.append(self._cpu_sum / self._pending)
            memory.append(self._memory_peak)
        return UsageHistoryView(
            timestamps=times, cpu_percent=[round(value, 1) for value in cpu], memory=memory
        )

    def _join_neighbours(self) -> None:
        self._per_point *= 2
        self._times = self._times[1::2]
        pairs = zip(self._cpu[::2], self._cpu[1::2], strict=True)
        self._cpu = array("d", [(first + second) / 2 for first, second in pairs])
        self._memory = array("d", map(max, self._memory[::2], self._memory[1::2]))
