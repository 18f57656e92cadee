"""When tasks started and ended: what is known of it, and joined where it is crowded. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cnet_agent.model.phase import Status
from cnet_agent.wire.node import MarkerView
from cnet_agent.wire.task import TaskView

KEPT = 1000  # at least, of the newest

_Key = tuple[str, int, str]


class MarkBook:
    """The starts and ends of tasks, from an agent's history and from what is heard since."""

    def __init__(self) -> None:
        self._marks: dict[_Key, MarkerView] = {}

    def fill(self, marks: Iterable[MarkerView]) -> None:
        """Replace everything."""
        self._marks = {_key(mark): mark for mark in marks}

    def take(self, task: TaskView) -> bool:
        """Add what a task tells of itself; return whether any of it is new."""
        new = [mark for mark in _marks_of(task) if _key(mark) not in self._marks]
        self._marks.update({_key(mark): mark for mark in new})
        if len(self._marks) > 2 * KEPT:  # seldom, since it looks at all of them
            self.fill(self.all()[-KEPT:])
        return bool(new)

    def forget(self, task_ids: Iterable[str]) -> bool:
        """Drop tasks that are gone; return whether there were any."""
        gone = set(task_ids)
        kept = {key: mark for key, mark in self._marks.items() if key[0] not in gone}
        changed = len(kept) < len(self._marks)
        self._marks = kept
        return changed

    def all(self) -> list[MarkerView]:
        """Return the marks, oldest first."""
        return sorted(self._marks.values(), key=_at)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Marks that would lie on each other; often a single one."""

    at: float  # Unix seconds, their middle
    marks: tuple[MarkerView, ...]

    @property
    def has_failure(self) -> bool:
        """Whether one of them failed."""
        return any(failed(mark) for mark in self.marks)


def failed(mark: MarkerView) -> bool:
    """Tell whether a mark is the end of something that failed."""
    return mark.kind == "ended" and mark.status is Status.FAILED


def join(marks: Sequence[MarkerView], apart: float) -> list[Cluster]:
    """Join marks, oldest first, where a cluster would begin within ``apart`` seconds of the last.

    From the oldest on, whatever part of it is shown: what is joined stays so as time goes on.
    """
    clusters: list[Cluster] = []
    members: list[MarkerView] = []
    for mark in marks:
        if members and mark.at - members[0].at >= apart:
            clusters.append(_cluster(members))
            members = []
        members.append(mark)
    return [*clusters, _cluster(members)] if members else clusters


def _cluster(members: list[MarkerView]) -> Cluster:
    return Cluster((members[0].at + members[-1].at) / 2, tuple(members))


def _marks_of(task: TaskView) -> list[MarkerView]:
    found = []
    if task.started_at is not None:
        found.append(_mark(task, "started", task.started_at))
    if task.phase.is_final and task.completed_at is not None:
        found.append(_mark(task, "ended", task.completed_at))
    return found


def _mark(task: TaskView, kind: str, at: float) -> MarkerView:
    ended = kind == "ended"
    return MarkerView(
        at=at,
        task_id=task.id,
        name=task.name,
        kind="ended" if ended else "started",
        attempt=task.attempt,
        attempts=task.attempt,
        status=task.status if ended else None,
        reason=str(task.reason) if ended and task.reason is not None else None,
    )


def _key(mark: MarkerView) -> _Key:
    return mark.task_id, mark.attempt, mark.kind


def _at(mark: MarkerView) -> float:
    return mark.at
