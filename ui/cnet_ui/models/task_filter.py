"""Which tasks to show. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cnet_agent.model.phase import Status
from cnet_agent.wire.task import TaskView


def haystack(task: TaskView) -> str:
    """Return what a search looks at: name, command, arguments, id and labels."""
    labels = " ".join(f"{name}={value}" for name, value in task.labels.items())
    return "\n".join((task.name, task.command, *task.args, task.id, labels)).casefold()


def is_same_hay(one: TaskView, other: TaskView) -> bool:
    """Return whether two versions of a task are the same to a search, where that is soon seen."""
    return one.args is other.args and one.labels is other.labels


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """A status, a kind, a label and words; what is left out lets everything through."""

    status: Status | None = None
    kind: str = ""
    label: tuple[str, str] | None = None  # a name and its value
    words: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it lets everything through."""
        return self == TaskFilter()

    def passes(self, task: TaskView, hay: str) -> bool:
        """Return whether a task passes in all but its status; ``hay`` is its ``haystack``."""
        if self.kind and task.type != self.kind:
            return False
        if self.label is not None and task.labels.get(self.label[0]) != self.label[1]:
            return False
        return all(word in hay for word in self.words)

    def all_passing(
        self, tasks: Mapping[str, TaskView], hays: Mapping[str, str]
    ) -> dict[str, TaskView]:
        """Return those of many tasks that pass, quicker than one by one."""
        found = dict(tasks)
        if self.kind:
            found = {one: task for one, task in found.items() if task.type == self.kind}
        if self.label is not None:
            name, value = self.label
            found = {one: task for one, task in found.items() if task.labels.get(name) == value}
        for word in self.words:
            found = {one: task for one, task in found.items() if word in hays[one]}
        return found

    def shows(self, status: Status) -> bool:
        """Return whether tasks of a status are shown."""
        return self.status is None or self.status is status


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a search; every one of them must be found."""
    return tuple(text.casefold().split())


def labels_of(tasks: Iterable[TaskView]) -> list[tuple[str, str]]:
    """Return the labels that tasks bear, in their order."""
    found: set[tuple[str, str]] = set()
    for task in tasks:
        if task.labels:
            found.update(task.labels.items())
    return sorted(found)
