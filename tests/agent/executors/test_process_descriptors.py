"""An agent that has no descriptor left: nothing fails for it, nothing seems to have vanished."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cnet_agent.executors import process
from helpers.processes import SOFT, rig


@pytest.mark.parametrize("method", ["reserve", "launch", "look", "conclude"])
async def test_what_finds_none_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    monkeypatch.setattr(process, "_PAUSE", 0.01)
    async with rig(tmp_path, SOFT) as made:
        attempts: Any = made.executor._attempts
        work: Callable[..., Any] = getattr(attempts, method)
        refusals = 3

        def short_of_descriptors(*arguments: Any) -> Any:
            nonlocal refusals
            if refusals:
                refusals -= 1
                raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
            return work(*arguments)

        setattr(attempts, method, short_of_descriptors)
        launch = made.launch("sh", "-c", "while ! test -e gate; do sleep 0.01; done; exit 7")
        await made.executor.reserve(launch.key, launch.description)
        await made.executor.start(launch)
        (tmp_path / "gate").touch()
        assert (await made.end(launch.key)).outcome.exit_code == 7
        assert refusals == 0
