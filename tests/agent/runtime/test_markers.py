"""Marks on a chart: when tasks started and ended."""

from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.task import Attempt, Task
from cnet_agent.runtime.markers import markers
from cnet_agent.store.base import TaskSpan
from cnet_agent.wire.node import MarkerView
from helpers.factories import EPOCH, make_outcome, make_task


def marks(*tasks: Task, most: int = 100) -> tuple[list[tuple[float, str]], int]:
    counted = sum((task.started_at is not None) + task.phase.is_final for task in tasks)
    found, left_out = markers(TaskSpan(tasks, counted), EPOCH, EPOCH + 1000, most)
    return [(mark.at - EPOCH, mark.kind) for mark in found], left_out


def test_a_task_has_a_mark_where_it_started_and_one_where_it_ended() -> None:
    assert marks(make_task(1, phase=Phase.SUCCEEDED)) == ([(2, "started"), (11, "ended")], 0)
    assert marks(make_task(1, phase=Phase.RUNNING)) == ([(2, "started")], 0)
    assert marks(make_task(1, phase=Phase.QUEUED)) == ([], 0)


def test_marks_come_in_the_order_of_time() -> None:
    found, _ = marks(*(make_task(number, phase=Phase.SUCCEEDED) for number in (5, 1, 3)))
    assert found == sorted(found)


def test_the_end_says_how_it_was() -> None:
    task = make_task(1, phase=Phase.FAILED, reason=Reason.OOM, name="train")
    found, _ = markers(TaskSpan((task,), 2), EPOCH, EPOCH + 1000, 10)
    assert found[1] == MarkerView(
        at=EPOCH + 11, task_id=task.id, name="train", kind="ended", status="failed", reason="oom"
    )


def test_only_the_latest_are_kept_and_the_others_counted() -> None:
    tasks = [make_task(number, phase=Phase.SUCCEEDED) for number in range(1, 6)]
    assert marks(*tasks, most=3) == ([(13, "ended"), (14, "ended"), (15, "ended")], 7)
    assert marks(*tasks, most=0) == ([], 10)


def test_every_attempt_of_a_retried_task_is_marked() -> None:
    first = Attempt(1, EPOCH + 1, make_outcome(ended_at=EPOCH + 3, exit_code=1))
    task = make_task(1, phase=Phase.RUNNING, attempt=2, attempts=(first,), started_at=EPOCH + 8)
    assert marks(task) == ([(1, "started"), (3, "ended"), (8, "started")], 0)
    assert marks(task, most=1) == ([(8, "started")], 2)


def test_what_lies_outside_the_stretch_is_left_out() -> None:
    early = make_task(1, phase=Phase.SUCCEEDED, started_at=EPOCH - 50)
    found, left_out = markers(TaskSpan((early,), 1), EPOCH, EPOCH + 1000, 10)
    assert [mark.kind for mark in found] == ["ended"]
    assert left_out == 0
