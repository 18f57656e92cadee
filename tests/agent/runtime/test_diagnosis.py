"""What a failed attempt's log tells of it."""

from pathlib import Path

import pytest

from cnet_agent.model.cause import Cause
from cnet_agent.model.phase import Reason
from cnet_agent.model.task import Outcome
from cnet_agent.runtime.diagnosis import diagnosed
from helpers.cri_log import CriLog

FAILED = Outcome(Reason.EXIT, 1.0, exit_code=1)


@pytest.fixture
def log(tmp_path: Path) -> CriLog:
    return CriLog(tmp_path / "task")


async def test_the_end_of_its_own_log_tells_why_an_attempt_failed(log: CriLog) -> None:
    log.line("Traceback (most recent call last):", "stderr")
    log.line("ModuleNotFoundError: No module named 'torch'", "stderr")
    second = CriLog(log.folder, attempt=2)
    second.line("fine")
    found = await diagnosed(log.folder, 1, FAILED)
    assert found.cause is Cause.IMPORT_ERROR
    assert found.detail == "ModuleNotFoundError: No module named 'torch'"
    assert await diagnosed(log.folder, 2, FAILED) is FAILED


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(Reason.EXIT, 1.0, exit_code=0),
        Outcome(Reason.OOM, 1.0),
        Outcome(Reason.STOPPED, 1.0),
    ],
)
async def test_other_ends_are_known_without_it(log: CriLog, outcome: Outcome) -> None:
    log.line("MemoryError")
    assert await diagnosed(log.folder, 1, outcome) is outcome


async def test_a_signal_may_have_its_reason_in_the_log(log: CriLog) -> None:
    log.line("NCCL communicator was aborted")
    aborted = Outcome(Reason.SIGNAL, 1.0, signal="SIGABRT")
    assert (await diagnosed(log.folder, 1, aborted)).cause is Cause.NCCL


async def test_without_a_log_nothing_is_told(tmp_path: Path) -> None:
    assert await diagnosed(tmp_path / "none", 1, FAILED) is FAILED
