"""A shortened day: what an agent holds stays flat, and retention keeps to its bounds.

``benchmarks/endurance/day.py`` lives a whole one.
"""

import tracemalloc
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from cnet_agent.config.schema import TaskSettings
from cnet_agent.model.phase import Phase
from helpers.day import FOR_EVER, LOG, Day, day

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]

KEPT = 40


@pytest.fixture
async def agent(tmp_path: Path) -> AsyncIterator[Day]:
    async with day(tmp_path, ring=100) as agent:
        agent.settings = TaskSettings(max_concurrent=60, keep=KEPT)
        yield agent


@pytest.fixture
def traced() -> Iterator[None]:
    tracemalloc.start()
    yield
    tracemalloc.stop()


async def test_memory_descriptors_and_files_stay_flat(agent: Day, traced: None) -> None:
    for _ in range(12):
        await agent.minute(20)
    warm = await agent.held()
    for _ in range(12):
        await agent.minute(20)
    late = await agent.held()
    assert late.rows == late.folders == warm.rows == KEPT
    assert late.descriptors <= warm.descriptors
    # Three series of an hour's samples may have grown by 720 rows, and no more than that.
    assert late.memory - warm.memory < 1_000_000
    # The idempotency keys of a week stay, some 200 bytes each; the log has its own bound.
    assert late.database - warm.database < 240 * 600


async def test_what_runs_or_is_pinned_outlives_all_that_ends(agent: Day) -> None:
    running = await agent.submit(FOR_EVER)
    pinned = await agent.submit("/bin/true", labels={"pinned": "yes"})
    for _ in range(3):
        await agent.minute()
    assert (await agent.runtime.get(running.id)).phase is Phase.RUNNING
    assert (await agent.runtime.get(pinned.id)).phase is Phase.SUCCEEDED
    assert {running.id, pinned.id} <= {folder.name for folder in agent.layout.tasks.iterdir()}
    assert (await agent.held()).rows == KEPT + 2  # neither is among those that are newest


async def test_a_bound_of_space_holds_once_an_hour_has_passed(agent: Day) -> None:
    size = 2 * 4096 + 4096  # a log of two blocks, and its folder
    assert len(LOG) < 2 * 4096
    agent.settings = TaskSettings(max_concurrent=60, keep_bytes=30 * size)
    for _ in range(2):
        await agent.minute()
    assert (await agent.held()).folders == 120  # they ended just now
    agent.now += 3600
    await agent.retention.collect()
    assert await agent.store.finished_bytes() <= 30 * size
    assert 1 <= (await agent.held()).folders <= 45
