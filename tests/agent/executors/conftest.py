"""Rigs for process tasks: one under each mechanism that works here, and one under the best."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helpers.processes import Rig, mechanisms, name_of, rig


@pytest.fixture(params=mechanisms(), ids=name_of)
async def anyhow(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Rig]:
    """A rig under each mechanism that works here."""
    async with rig(tmp_path, request.param) as made:
        yield made


@pytest.fixture
async def one(tmp_path: Path) -> AsyncIterator[Rig]:
    """A rig under the best mechanism."""
    async with rig(tmp_path) as made:
        yield made
