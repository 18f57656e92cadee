"""How attempts went, in words."""

import pytest

from cnet_agent.model.phase import Phase, Reason
from cnet_agent.wire.task import AttemptView, WaitingView
from cnet_ui.models.attempt_rows import attempt_rows
from helpers.factories import EPOCH
from helpers.fake_training import make_training
from helpers.job_scene import make_job

pytestmark = pytest.mark.gui


def attempt(number: int, reason: Reason = Reason.EXIT, code: int | None = 1) -> AttemptView:
    return AttemptView(
        number=number,
        started_at=EPOCH,
        ended_at=EPOCH + 5,
        reason=reason,
        exit_code=code,
        message="" if code == 0 else "It failed.",
    )


def test_ended_attempts_say_how_and_how_long() -> None:
    attempts = [attempt(1), attempt(2, Reason.STOPPED, None), attempt(3, code=0)]
    rows = attempt_rows(make_job(1, Phase.SUCCEEDED, attempts=attempts), EPOCH)
    assert [row.words for row in rows] == [
        "Attempt 1 failed",
        "Attempt 2 was cancelled",
        "Attempt 3 succeeded",
    ]
    assert rows[0].sentence == "It failed."
    assert rows[0].when.endswith("00:00:05")
    assert [row.number for row in rows] == [1, 2, 3]


def test_the_one_that_runs_says_where_it_went_on() -> None:
    task = make_job(1, attempts=[attempt(1)], attempt=2, training=make_training(resumed_from=3))
    row = attempt_rows(task, (task.started_at or 0) + 12)[-1]
    assert (row.words, row.sentence) == ("Attempt 2 running", "It went on from epoch 3")
    assert row.when.endswith("00:00:12")


def test_the_next_one_is_counted_down() -> None:
    waiting = WaitingView(on="retry", message="Waits.", due_at=EPOCH + 15)
    task = make_job(1, Phase.BACKING_OFF, attempts=[attempt(1)], waiting=waiting)
    assert attempt_rows(task, EPOCH)[-1].words == "Retry in 15 s"
    assert attempt_rows(task, EPOCH + 20)[-1].words == "Retry in 0 s"


def test_the_first_one_says_what_it_waits_for() -> None:
    waiting = WaitingView(on="slots", message="Waits for a slot.")
    (row,) = attempt_rows(make_job(1, Phase.QUEUED, waiting=waiting), EPOCH)
    assert (row.number, row.words, row.sentence) == (0, "Attempt 1 waits", "Waits for a slot.")
