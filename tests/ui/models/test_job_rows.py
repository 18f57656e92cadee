"""Training jobs as rows."""

import pytest

from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import WaitingView
from cnet_ui.models.job_rows import (
    CANCELLED,
    FAILED,
    OPEN,
    SUCCEEDED,
    JobRow,
    figure_text,
    job_columns,
    job_look,
    row_of_job,
    row_of_task,
    share,
    shown,
    time_left,
)
from helpers.fake_agent import make_view
from helpers.fake_training import job_of, make_training
from helpers.job_scene import make_job

pytestmark = pytest.mark.gui


def row(number: int = 1, phase: Phase = Phase.RUNNING, **fields: object) -> JobRow:
    made = row_of_task(make_job(number, phase, **fields))
    assert made is not None
    return made


def test_a_task_that_is_no_job_is_no_row() -> None:
    assert row_of_task(make_view(1)) is None


def test_a_running_job_says_how_far_it_is() -> None:
    made = row(training=make_training(3), attempt=2)
    texts = {column.heading: column.text(made) for column in job_columns()}
    assert texts == {
        "Name": "job-1",
        "Status": "Running",
        "Epoch": "3/5",
        "Loss": "0.5000",
        "Accuracy": "75.0 %",
        "Attempts": "2/4",
        "Time left": "00:00:10",
        "Why": "",
    }
    assert share(made) == 0.6


def test_the_accuracy_on_what_was_held_out_counts_more() -> None:
    latest = {"accuracy": 0.99, "val_accuracy": 0.9}
    assert row(training=make_training(1, latest=latest)).accuracy == 0.9


def test_a_job_that_waits_says_why() -> None:
    waiting = WaitingView(on="slots", message="Waits for a slot.")
    made = row(phase=Phase.QUEUED, waiting=waiting)
    assert (made.words, time_left(made), figure_text(made.loss)) == ("Waits for a slot.", "—", "—")


@pytest.mark.parametrize(
    ("phase", "word", "group"),
    [
        (Phase.QUEUED, "Queued", OPEN),
        (Phase.PREPARING, "Preparing", OPEN),
        (Phase.STARTING, "Starting", OPEN),
        (Phase.RUNNING, "Running", OPEN),
        (Phase.STOPPING, "Cancelling…", OPEN),
        (Phase.BACKING_OFF, "Retrying", OPEN),
        (Phase.SUCCEEDED, "Succeeded", SUCCEEDED),
        (Phase.FAILED, "Failed", FAILED),
        (Phase.CANCELLED, "Cancelled", CANCELLED),
    ],
)
def test_each_state_has_a_word_and_a_chip(phase: Phase, word: str, group: str) -> None:
    made = row(phase=phase)
    assert (job_look(made).label, made.group) == (word, group)


def test_a_job_of_before_is_a_row_like_any_other() -> None:
    task = make_job(1, Phase.SUCCEEDED, training=make_training(5))
    made = row_of_job(job_of(task))
    assert (made.id, made.epoch, made.loss, made.phase) == (task.id, 5, 0.5, Phase.SUCCEEDED)


def test_rows_are_narrowed_and_open_ones_come_first() -> None:
    rows = [row(1), row(2, Phase.FAILED, name="net"), row(3, Phase.SUCCEEDED), row(4)]
    assert [each.name for each in shown(rows, "", ())] == ["job-4", "job-1", "job-3", "net"]
    assert [each.name for each in shown(rows, FAILED, ())] == ["net"]
    assert [each.name for each in shown(rows, "", ("job", "3"))] == ["job-3"]


def test_small_losses_are_told_with_their_digits() -> None:
    assert figure_text(0.00001234) == "1.234e-05"
    assert figure_text(0.1234567) == "0.1235"
