"""An API served over fake services, and a connection to it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helpers.fake_services import Served, serving
from helpers.raw_http import Talk


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(tmp_path) as served:
        yield served


@pytest.fixture
async def talk(served: Served) -> AsyncIterator[Talk]:
    talk = Talk(served.port)
    yield talk
    await talk.close()
