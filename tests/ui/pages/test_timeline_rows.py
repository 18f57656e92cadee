from cnet_agent.model.phase import Phase, Reason
from cnet_agent.wire.task import AttemptView, TimelineView, WaitingView
from cnet_ui.pages.timeline_rows import attempt_parts, timeline_rows
from helpers.factories import EPOCH
from helpers.fake_agent import make_view

FIRST = AttemptView(
    number=1, started_at=EPOCH + 1, ended_at=EPOCH + 4, reason=Reason.EXIT, exit_code=3
)
SECOND = AttemptView(
    number=2, started_at=EPOCH + 8, ended_at=EPOCH + 20, reason=Reason.EXIT, exit_code=0
)


def event(second: float, attempt: int, kind: str, message: str = "x") -> TimelineView:
    return TimelineView(at=EPOCH + second, attempt=attempt, kind=kind, message=message)


def test_each_event_says_how_long_after_the_one_before_it_was() -> None:
    events = [event(0, 1, "created", "Created"), event(1, 1, "started"), event(4, 1, "failed")]
    rows = timeline_rows(make_view(1), events)
    assert [row.after for row in rows] == ["", "after 1.0 s", "after 3.0 s"]
    assert [row.icon for row in rows] == ["plus", "play", "x"]
    assert [row.heading for row in rows] == ["", "", ""]


def test_attempts_have_headings_where_there_may_be_several() -> None:
    task = make_view(1, Phase.SUCCEEDED, max_retries=2, attempt=2, attempts=[FIRST, SECOND])
    events = [event(1, 1, "started"), event(4, 1, "failed"), event(8, 2, "started")]
    assert [row.heading for row in timeline_rows(task, events)] == [
        "Attempt 1 of 3 · exit code 3 after 3.0 s",
        "",
        "Attempt 2 of 3 · completed after 12 s",
    ]


def test_attempts_and_the_waits_between_them_stand_side_by_side() -> None:
    task = make_view(1, Phase.SUCCEEDED, max_retries=2, attempt=2, attempts=[FIRST, SECOND])
    parts = attempt_parts(task, EPOCH + 100)
    assert [(part.text, part.tone) for part in parts] == [
        ("1: 3.0 s", "bad"),
        ("waited 4.0 s", "waiting"),
        ("2: 12 s", "good"),
    ]


def test_what_is_going_on_is_the_last_part() -> None:
    waiting = WaitingView(on="retry", message="x", due_at=EPOCH + 14)
    waits = make_view(1, Phase.BACKING_OFF, max_retries=2, attempts=[FIRST], waiting=waiting)
    assert attempt_parts(waits, EPOCH + 5)[-1].text == "waited 10 s"
    runs = make_view(1, max_retries=2, attempt=2, attempts=[FIRST])
    assert attempt_parts(runs, EPOCH + 9)[-1].text == "2: running"


def test_an_attempt_that_never_started_has_its_reason() -> None:
    never = AttemptView(number=1, ended_at=EPOCH + 1, reason=Reason.SPAWN_ERROR)
    task = make_view(1, Phase.FAILED, max_retries=1, attempts=[never])
    rows = timeline_rows(task, [event(1, 1, "failed")])
    assert rows[0].heading == "Attempt 1 of 2 · Could not be started"
