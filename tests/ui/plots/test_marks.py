from typing import Any

from cnet_agent.model.phase import Phase, Reason, Status
from cnet_agent.wire.node import MarkerView
from cnet_ui.plots.marks import KEPT, MarkBook, join
from cnet_ui.plots.marks_text import MOST, cluster_text, mark_text
from helpers.factories import EPOCH, make_id
from helpers.fake_agent import make_view


def make_mark(at: float, number: int = 1, **fields: Any) -> MarkerView:
    given = {"task_id": make_id(number), "name": f"task-{number}", "kind": "started", **fields}
    return MarkerView(at=at, **given)


def test_a_task_that_starts_and_ends_leaves_two_marks() -> None:
    book = MarkBook()
    assert not book.take(make_view(1, Phase.QUEUED))
    assert book.take(make_view(1))
    assert not book.take(make_view(1))
    assert book.take(make_view(1, Phase.FAILED, reason=Reason.OOM))
    started, ended = book.all()
    assert (started.kind, ended.kind, ended.status, ended.reason) == (
        "started",
        "ended",
        Status.FAILED,
        "oom",
    )


def test_an_attempt_that_is_known_from_the_history_is_not_marked_twice() -> None:
    book = MarkBook()
    book.fill([make_mark(EPOCH + 1)])
    assert not book.take(make_view(1))
    assert book.take(make_view(1, attempt=2, started_at=EPOCH + 9))
    assert [mark.attempt for mark in book.all()] == [1, 2]


def test_marks_of_tasks_that_are_gone_are_forgotten() -> None:
    book = MarkBook()
    book.fill([make_mark(1.0, 1), make_mark(2.0, 2)])
    assert book.forget([make_id(1), make_id(7)])
    assert not book.forget([make_id(1)])
    assert [mark.name for mark in book.all()] == ["task-2"]


def test_of_very_many_marks_the_newest_are_kept() -> None:
    book = MarkBook()
    for number in range(1, 2 * KEPT + 2):
        book.take(make_view(number))
    kept = book.all()
    assert len(kept) == KEPT
    assert kept[-1].name == f"task-{2 * KEPT + 1}"


def test_marks_that_would_lie_on_each_other_are_joined() -> None:
    clusters = join([make_mark(at) for at in (0.0, 4.0, 9.0, 10.0, 30.0)], 10.0)
    assert [len(cluster.marks) for cluster in clusters] == [3, 1, 1]
    assert clusters[0].at == 4.5


def test_what_is_joined_stays_so_when_later_marks_come() -> None:
    marks = [make_mark(at) for at in (0.0, 4.0, 12.0)]
    later = [*marks, make_mark(13.0), make_mark(50.0)]
    assert join(later, 10.0)[0] == join(marks, 10.0)[0]


def test_a_cluster_says_that_something_in_it_failed() -> None:
    fine = make_mark(0.0, kind="ended", status=Status.COMPLETED)
    bad = make_mark(1.0, kind="ended", status=Status.FAILED)
    assert not join([fine], 10.0)[0].has_failure
    assert join([fine, bad], 10.0)[0].has_failure


def test_a_mark_says_which_task_and_what_became_of_it() -> None:
    def said(**fields: Any) -> str:
        return mark_text(make_mark(EPOCH, **fields)).rsplit(" · ", 1)[0]

    ended = {"kind": "ended", "status": Status.FAILED}
    assert said() == "task-1 started"
    assert said(attempt=2, attempts=3) == "task-1, attempt 2 started"
    assert said(**ended, reason="oom") == "task-1 failed: Out of memory"
    assert said(**ended, reason="exit") == "task-1 failed"
    assert said(**ended, reason="new in a later agent") == "task-1 failed: Failed"
    assert said(kind="ended", status=Status.STOPPED) == "task-1 was stopped"
    assert said(kind="ended", status=Status.COMPLETED) == "task-1 completed"


def test_a_crowd_is_told_by_its_latest_and_how_many_more() -> None:
    (cluster,) = join([make_mark(at / 100) for at in range(MOST + 5)], 10.0)
    lines = cluster_text(cluster).splitlines()
    assert lines[0] == "5 earlier ones"
    assert len(lines) == MOST + 1
