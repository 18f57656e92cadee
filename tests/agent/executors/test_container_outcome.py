"""What the end of a container means."""

from dataclasses import replace

import pytest

from cnet_agent.executors.container_engine import Container
from cnet_agent.executors.container_outcome import outcome_of
from cnet_agent.model.phase import Reason
from helpers.factories import EPOCH

DONE = Container(
    id="c",
    name="n",
    image="i",
    labels={},
    status="exited",
    pid=0,
    created_at=EPOCH,
    started_at=EPOCH,
    finished_at=EPOCH + 5,
    exit_code=0,
    oom_killed=False,
    error="",
)


@pytest.mark.parametrize(
    ("code", "oom", "asked", "reason", "signal", "kills"),
    [
        (0, False, "", Reason.EXIT, None, 0),
        (7, False, "", Reason.EXIT, None, 0),
        (137, False, "", Reason.SIGNAL, "SIGKILL", 0),
        (143, False, "stopped", Reason.SIGNAL, "SIGTERM", 0),
        (255, False, "", Reason.EXIT, None, 0),
        (137, True, "", Reason.OOM, "SIGKILL", 1),
        (137, True, "timeout", Reason.OOM, "SIGKILL", 1),
        (0, True, "", Reason.EXIT, None, 1),
        (143, False, "timeout", Reason.TIMEOUT, "SIGTERM", 0),
    ],
)
def test_the_reason_is_what_docker_observed(
    code: int, oom: bool, asked: str, reason: Reason, signal: str | None, kills: int
) -> None:
    found = outcome_of(replace(DONE, exit_code=code, oom_killed=oom), asked, now=EPOCH + 9)
    assert (found.reason, found.signal, found.oom_kills) == (reason, signal, kills)
    assert found.exit_code == (None if signal else code)
    assert found.ended_at == EPOCH + 5


def test_an_end_that_docker_has_no_time_of_is_now() -> None:
    assert outcome_of(replace(DONE, finished_at=None), "", now=EPOCH + 9).ended_at == EPOCH + 9
