"""A model that is served by a worker without one."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path

import pytest

from cnet_agent.model_server.event_loop import NEW_LOOP
from helpers import fake_worker
from helpers.serving_scene import Serving


def pytest_asyncio_loop_factories() -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Run these tests on the loop that model servers have."""
    return {"servers": NEW_LOOP}


@pytest.fixture
async def serving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Serving]:
    fake_worker.put_in_place(monkeypatch, tmp_path)
    serving = Serving(tmp_path)
    yield serving
    await serving.end()
