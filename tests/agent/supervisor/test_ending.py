"""Which reason an end is given."""

import pytest

from cnet_agent.supervisor.ending import (
    Ending,
    Status,
    describe_end,
    signal_name,
    status_of,
    with_disk,
)

KILLED = Status(signal="SIGKILL")


@pytest.mark.parametrize(
    ("status", "ending", "oom_kills", "reason"),
    [
        (Status(exit_code=0), None, 0, "exit"),
        (Status(exit_code=7), None, 0, "exit"),
        (KILLED, None, 0, "signal"),
        (KILLED, None, 1, "oom"),
        (Status(exit_code=1), None, 2, "oom"),
        (Status(exit_code=0), None, 3, "exit"),
        (KILLED, Ending("stopped"), 0, "stopped"),
        (KILLED, Ending("stopped"), 1, "stopped"),
        (Status(exit_code=0), Ending("timeout"), 0, "timeout"),
        (KILLED, Ending("disk_limit", "3 bytes over"), 0, "disk_limit"),
        (Status(exit_code=0), Ending("signal"), 0, "signal"),
    ],
)
def test_what_was_begun_wins_then_memory_then_the_end_itself(
    status: Status, ending: Ending | None, oom_kills: int, reason: str
) -> None:
    end = describe_end(status, ending, oom_kills)
    assert end["reason"] == reason
    assert end["oom_kills"] == oom_kills
    assert end["exit_code"] == status.exit_code


def test_a_file_grown_to_the_limit_is_a_disk_limit_only_where_there_is_one() -> None:
    status = Status(signal="SIGXFSZ")
    assert describe_end(status, None, 0)["reason"] == "signal"
    assert describe_end(status, None, 0, file_limit=True)["reason"] == "disk_limit"


@pytest.mark.parametrize(
    ("exit_code", "used", "reason"),
    [(1, 99, "exit"), (1, 100, "disk_limit"), (0, 300, "exit"), (None, 300, "signal")],
)
def test_a_full_directory_explains_a_failure_and_nothing_else(
    exit_code: int | None, used: int, reason: str
) -> None:
    status = Status(exit_code=exit_code, signal=None if exit_code is not None else "SIGSEGV")
    end = with_disk(describe_end(status, None, 0), used, 100)
    assert (end["reason"], end["exit_code"], end["disk_used"]) == (reason, exit_code, used)
    assert ("in the end" in end["detail"]) == (reason == "disk_limit")


def test_where_the_directory_is_not_limited_nothing_is_said_of_it() -> None:
    end = describe_end(Status(exit_code=1), None, 0)
    assert with_disk(end, None, None) == {**end, "disk_used": None}


def test_an_outside_wish_for_the_end_always_names_a_signal() -> None:
    assert describe_end(Status(exit_code=0), Ending("signal"), 0)["signal"] == "SIGTERM"


def test_statuses_and_names() -> None:
    assert status_of(1, 3) == Status(exit_code=3)
    assert status_of(2, 9) == KILLED
    assert signal_name(99) == "SIG99"
