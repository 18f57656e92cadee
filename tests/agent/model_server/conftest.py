"""A model that is served by a worker without one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helpers import fake_worker
from helpers.serving_scene import Serving


@pytest.fixture
async def serving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Serving]:
    fake_worker.put_in_place(monkeypatch, tmp_path)
    serving = Serving(tmp_path)
    yield serving
    await serving.end()
