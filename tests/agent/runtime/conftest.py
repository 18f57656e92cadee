"""What tests of the runtime share."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helpers.world import World


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    world = World(tmp_path)
    await world.runtime.open(rebuild_store=False)
    yield world
    await world.runtime.close()
