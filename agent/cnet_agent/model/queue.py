"""The line of waiting tasks, always in order, with each one's position at hand."""

from bisect import bisect_left, insort
from collections.abc import Iterator

from cnet_agent.model.admission import queue_key
from cnet_agent.model.task import Task

Key = tuple[float, float, str]


class Queue:
    """Waiting tasks by priority and age. Adding, removing and looking up cost O(log n)."""

    def __init__(self) -> None:
        self._keys: list[Key] = []
        self._tasks: dict[str, Task] = {}

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[Task]:
        return (self._tasks[key[2]] for key in self._keys)

    def __contains__(self, task_id: object) -> bool:
        return task_id in self._tasks

    def put(self, task: Task) -> None:
        """Take ``task`` into the line, in place of an older version of it."""
        self.remove(task.id)
        self._tasks[task.id] = task
        insort(self._keys, queue_key(task))

    def remove(self, task_id: str) -> None:
        """Take a task out of the line, if it is there."""
        task = self._tasks.pop(task_id, None)
        if task is not None:
            del self._keys[bisect_left(self._keys, queue_key(task))]

    def position(self, task_id: str) -> int:
        """Return a task's place, from 1.

        Raises:
            KeyError: it does not wait.
        """
        return bisect_left(self._keys, queue_key(self._tasks[task_id])) + 1
