"""A lock per name."""

import asyncio

from cnet_agent.runtime.locks import Locks


async def test_those_who_ask_for_a_name_exclude_each_other() -> None:
    locks, inside, most = Locks(), 0, 0

    async def work(name: str) -> None:
        nonlocal inside, most
        async with locks.of(name):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    await asyncio.gather(*(work("a") for _ in range(10)))
    assert most == 1
    await asyncio.gather(*(work(name) for name in "abc"))
    assert most == 3


async def test_a_lock_that_nobody_needs_is_forgotten() -> None:
    locks = Locks()
    async with locks.of("a"):
        assert locks.of("a").locked()
    assert not locks._locks
