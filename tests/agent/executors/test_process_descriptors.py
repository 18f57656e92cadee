"""An agent that has no descriptor left: nothing fails for it, nothing seems to have vanished."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cnet_agent.executors import process
from cnet_agent.executors.base import Running
from helpers.processes import SOFT, Rig, rig

REFUSALS = 3
WAIT_FOR_GATE = "while ! test -e gate; do sleep 0.01; done; exit 7"


def refuse_at_first(made: Rig, method: str) -> list[OSError]:
    """Have a method of a rig's attempts find no descriptor; return the list of refusals."""
    attempts: Any = made.executor._attempts
    work: Callable[..., Any] = getattr(attempts, method)
    refused: list[OSError] = []

    def short_of_descriptors(*arguments: Any) -> Any:
        if len(refused) < REFUSALS:
            refused.append(OSError(errno.EMFILE, os.strerror(errno.EMFILE)))
            raise refused[-1]
        return work(*arguments)

    setattr(attempts, method, short_of_descriptors)
    return refused


@pytest.fixture(autouse=True)
def _without_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_PAUSE", 0.01)


@pytest.mark.parametrize("method", ["launch"])
async def test_an_attempt_that_finds_none_is_started_all_the_same(
    tmp_path: Path, method: str
) -> None:
    async with rig(tmp_path, SOFT) as made:
        refused = refuse_at_first(made, method)
        launch = made.launch("sh", "-c", WAIT_FOR_GATE)
        await made.executor.reserve(launch.key, launch.description)
        await made.executor.start(launch)
        (tmp_path / "gate").touch()
        assert (await made.end(launch.key)).outcome.exit_code == 7
        assert len(refused) == REFUSALS


@pytest.mark.parametrize("method", ["look", "conclude"])
async def test_an_attempt_that_is_taken_over_is_followed_to_its_end(
    tmp_path: Path, method: str
) -> None:
    async with rig(tmp_path, SOFT) as first:
        key, _ = await first.start("sh", "-c", WAIT_FOR_GATE)
        await first.executor.close()
        async with rig(tmp_path, SOFT) as second:
            refused = refuse_at_first(second, method)
            assert isinstance(await second.executor.recover(key), Running)
            (tmp_path / "gate").touch()
            assert (await second.end(key)).outcome.exit_code == 7
            assert len(refused) == REFUSALS
