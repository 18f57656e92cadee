"""When tasks started and ended, as marks on a chart over time. Pure."""

from collections.abc import Iterable, Iterator

from cnet_agent.model.phase import TASK_STATUS, Status
from cnet_agent.model.task import Task
from cnet_agent.store.base import TaskSpan
from cnet_agent.wire.node import MarkerView


def markers(span: TaskSpan, start: float, end: float, most: int) -> tuple[list[MarkerView], int]:
    """Return the last ``most`` marks from ``start`` to ``end``, and how many were left out.

    A task that was tried several times has a start and an end for each, as long as its last start
    or its end lies in the span too.
    """
    found = [mark for mark in _all(span.tasks) if start <= mark.at <= end]
    found.sort(key=lambda mark: mark.at)
    earlier_attempts = sum(mark.attempt < mark.attempts for mark in found)
    kept = found[-most:] if most else []
    return kept, max(0, span.starts_and_ends + earlier_attempts - len(kept))


def _all(tasks: Iterable[Task]) -> Iterator[MarkerView]:
    for task in tasks:
        for attempt in task.attempts:
            if attempt.number < task.attempt:
                if attempt.started_at is not None:
                    yield _mark(task, attempt.started_at, attempt.number)
                outcome = attempt.outcome
                yield _mark(
                    task, outcome.ended_at, attempt.number, Status.FAILED, str(outcome.reason)
                )
        if task.started_at is not None:
            yield _mark(task, task.started_at, task.attempt)
        if task.phase.is_final:
            reason = str(task.reason) if task.reason is not None else None
            at = task.completed_at or task.created_at
            yield _mark(task, at, task.attempt, TASK_STATUS[task.phase], reason)


def _mark(
    task: Task, at: float, attempt: int, ended: Status | None = None, reason: str | None = None
) -> MarkerView:
    return MarkerView(
        at=at,
        task_id=task.id,
        name=task.spec.title,
        kind="started" if ended is None else "ended",
        attempt=attempt,
        attempts=task.attempt,
        status=ended,
        reason=reason,
    )
