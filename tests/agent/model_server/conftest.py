"""A model that is served by a worker without one."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from cnet_agent.model_server.event_loop import NEW_LOOP
from cnet_agent.model_server.served import Served
from cnet_agent.server import guard
from helpers import fake_worker
from helpers.port_scene import Client, listening
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


@pytest.fixture
async def served(serving: Serving) -> Served:
    return await serving.running()


@pytest.fixture
async def client(served: Served, tmp_path: Path) -> AsyncIterator[Client]:
    async with listening(served, tmp_path) as port, Client(port) as client:
        yield client


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the requests that went the long way."""
    paths: list[str] = []
    check = guard.check

    def noted(request: web.BaseRequest, *more: Any) -> None:
        paths.append(request.path)
        check(request, *more)

    monkeypatch.setattr(guard, "check", noted)
    return paths
