"""The tasks in memory: every open one, the queue, who holds room, the latest finished."""

from collections import OrderedDict
from collections.abc import Collection, Iterable

from cnet_agent.model.phase import Phase
from cnet_agent.model.queue import Queue
from cnet_agent.model.task import Task

RECENT = 200  # finished tasks that a snapshot shows


class Ledger:
    """What is so now, kept in step with the store by ``take``."""

    def __init__(self) -> None:
        self.open: dict[str, Task] = {}
        self.queue = Queue()
        self._holding: dict[str, Task] = {}
        self._recent: OrderedDict[str, Task] = OrderedDict()

    @property
    def holding(self) -> Collection[Task]:
        """The tasks that occupy room on the node."""
        return self._holding.values()

    @property
    def recent(self) -> Collection[Task]:
        """The latest finished tasks, oldest first."""
        return self._recent.values()

    @property
    def newest(self) -> str | None:
        """The id of the task here that was submitted last."""
        return max((*self.open, *self._recent), default=None)

    def take(self, task: Task) -> None:
        """Put a new version of a task in its places."""
        if task.phase is Phase.QUEUED:
            self.queue.put(task)
        else:
            self.queue.remove(task.id)
        if task.phase.holds_slot:
            self._holding[task.id] = task
        else:
            self._holding.pop(task.id, None)
        if task.phase.is_final:
            self.open.pop(task.id, None)
            self._recent[task.id] = task
            while len(self._recent) > RECENT:
                self._recent.popitem(last=False)
        else:
            self.open[task.id] = task

    def get(self, task_id: str) -> Task | None:
        """Return a task that is open or finished lately."""
        return self.open.get(task_id) or self._recent.get(task_id)

    def forget(self, task_ids: Iterable[str]) -> None:
        """Drop finished tasks that were removed."""
        for task_id in task_ids:
            self._recent.pop(task_id, None)
