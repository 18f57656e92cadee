"""What an attempt's record means."""

import pytest

from cnet_agent.executors.process_outcome import handle_of, lost, not_started, outcome_of
from cnet_agent.model.phase import Reason
from cnet_agent.model.task import Handle
from cnet_agent.supervisor.record import Record

INTENT = {
    "supervisor": {"pid": 1, "start": 1},
    "child": {"pid": 42, "start": 2},
    "boot_id": "b",
    "started_at": 5.5,
    "limits": {"cpu": "hard", "disk": "soft", "later": "magic"},
}


def test_a_handle_leaves_out_what_it_does_not_know() -> None:
    assert handle_of(INTENT) == Handle(42, 5.5, {"cpu": "hard", "disk": "soft"})


def test_a_reason_of_a_later_version_is_never_a_success() -> None:
    assert outcome_of({"reason": "new", "exit_code": 0}, 9.0).reason is Reason.LOST


def test_what_an_exit_lacks_is_filled_in() -> None:
    outcome = outcome_of({"reason": "exit", "exit_code": 3}, 9.0)
    assert (outcome.ended_at, outcome.oom_kills, outcome.retryable) == (9.0, 0, True)


@pytest.mark.parametrize(
    ("record", "boot", "swept", "says"),
    [
        (Record(intent=INTENT), "b", True, "supervised"),
        (Record(intent=INTENT), "b", False, "may still run"),
        (Record(intent=INTENT), "another", True, "restarted"),
        (Record(damaged=True), "b", True, "cannot be read"),
    ],
)
def test_why_an_attempt_is_lost_is_said(record: Record, boot: str, swept: bool, says: str) -> None:
    outcome = lost(record, boot, 1.0, swept=swept)
    assert outcome.reason is Reason.LOST
    assert says in outcome.detail


def test_a_failed_start_tells_whether_another_try_may_help() -> None:
    assert not_started({"error": "no room", "retryable": True}, 1.0).retryable
    assert not not_started({"error": "bad", "retryable": False}, 1.0).retryable
