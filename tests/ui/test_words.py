import time

import pytest

from cnet_agent.model.phase import Phase, Reason
from cnet_ui.icons import exists
from cnet_ui.words import cause, look, moment, run_time, size_in, size_text, task_run_time
from helpers.factories import EPOCH
from helpers.fake_agent import make_view


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (412_000_000, "412 MB"),
        (999_600_000, "1.0 GB"),
        (14_600_000_000, "14.6 GB"),
        (2.5e15, "2500 TB"),
    ],
)
def test_sizes_have_three_digits_and_a_unit(size: float, text: str) -> None:
    assert size_text(size) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.4, "00:00:00"), (761, "00:12:41"), (86_399, "23:59:59"), (274_260, "3d 04:11")],
)
def test_run_times_line_up(seconds: float, text: str) -> None:
    assert run_time(seconds) == text


def test_a_time_of_today_is_a_clock_and_an_earlier_one_a_date() -> None:
    now = time.mktime((2026, 11, 21, 12, 0, 0, 0, 0, -1))
    assert moment(now - 60, now) == "11:59:00"
    assert moment(now - 3 * 86400, now).startswith("18 ")
    assert moment(now - 400 * 86400, now) == "2025-10-17"


@pytest.mark.parametrize("phase", list(Phase))
def test_every_phase_has_an_icon_and_a_word(phase: Phase) -> None:
    shown = look(make_view(1, phase))
    assert shown.label
    assert exists(shown.icon)


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_heading_and_an_icon(reason: Reason) -> None:
    heading, icon_name = cause(reason)
    assert heading
    assert exists(icon_name)


def test_a_warning_is_seen_on_a_task_that_completed() -> None:
    assert look(make_view(1, Phase.SUCCEEDED, message="One of its processes was killed.")).tone == (
        "waiting"
    )


def test_an_ended_task_does_not_become_stopping_again() -> None:
    assert look(make_view(1, Phase.FAILED), stopping=True).label == "Failed"


def test_a_task_that_never_ran_has_no_run_time() -> None:
    assert task_run_time(make_view(1, Phase.QUEUED), EPOCH) is None
    assert task_run_time(make_view(1, Phase.RUNNING), EPOCH + 31) == 30


def test_a_size_can_be_told_in_the_unit_of_another_one() -> None:
    assert [size_in(size, "MB") for size in (0, 1.26e6, 250e6)] == ["0.0", "1.3", "250"]
