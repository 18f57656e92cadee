"""A process that holds a version, kept alive; how it is seen is tested with what is served."""

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest

from cnet_agent.model_server import replica
from cnet_agent.model_server.replica import Replica
from helpers.fake_worker import version


async def test_pauses_grow_to_their_longest_and_stay_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    async def dies(*_: object) -> str:
        return "it is no good"

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 1100:
            raise asyncio.CancelledError

    monkeypatch.setattr(replica, "asyncio", SimpleNamespace(**{**vars(asyncio), "sleep": sleep}))
    monkeypatch.setattr(Replica, "_live", dies)
    with pytest.raises(asyncio.CancelledError):
        await Replica(version(), tmp_path, lambda: None).run()
    assert pauses[:4] == [0.2, 0.4, 0.8, 1.6]
    assert set(pauses[8:]) == {30.0}
    pauses.clear()
    monkeypatch.setattr(replica, "_SOUND", -1.0)  # each lived long enough
    with pytest.raises(asyncio.CancelledError):
        await Replica(version(), tmp_path, lambda: None).run()
    assert set(pauses) == {0.2}
