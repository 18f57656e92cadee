"""How the loop is kept from falling asleep."""

import asyncio

from cnet_agent.model_server.awake import Awake
from cnet_worker.vigil import SOON


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


async def turns(count: int = 5) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


async def test_a_first_request_keeps_nobody_awake() -> None:
    awake = Awake(Clock())
    awake.came(alone=True)
    assert not awake.is_awake


async def test_what_comes_soon_is_waited_for_awake_and_not_for_longer_than_that() -> None:
    clock = Clock()
    awake = Awake(clock)
    awake.came(alone=True)
    clock.now += SOON / 2
    awake.came(alone=True)
    await turns()
    assert awake.is_awake
    clock.now += SOON
    await turns()
    assert not awake.is_awake


async def test_each_that_comes_soon_keeps_it_awake_for_longer() -> None:
    clock = Clock()
    awake = Awake(clock)
    for _ in range(10):
        awake.came(alone=True)
        clock.now += SOON * 0.9
        await turns()
    assert awake.is_awake


async def test_who_comes_late_is_not_waited_for() -> None:
    clock = Clock()
    awake = Awake(clock)
    for _ in range(10):
        awake.came(alone=True)
        clock.now += SOON
        await turns()
    assert not awake.is_awake


async def test_where_several_are_under_way_the_processor_is_left_to_others() -> None:
    clock = Clock()
    awake = Awake(clock)
    awake.came(alone=True)
    awake.came(alone=True)
    awake.came(alone=False)
    await turns()
    assert not awake.is_awake
