"""Waiting for what must have ended."""

import asyncio

import pytest

from cnet_agent.model_server.ending import cancel_all, wait_out


async def test_who_waits_is_not_hurried_by_being_cancelled() -> None:
    gate, ended = asyncio.Event(), list[int]()

    async def work(number: int) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await gate.wait()
            ended.append(number)

    tasks = [asyncio.ensure_future(work(number)) for number in range(3)]
    await asyncio.sleep(0)
    waiting = asyncio.ensure_future(cancel_all(tasks))
    for _ in range(3):
        await asyncio.sleep(0)
        waiting.cancel()
    await asyncio.sleep(0)
    assert not waiting.done()
    gate.set()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert sorted(ended) == [0, 1, 2]


async def test_nothing_is_waited_for_where_there_is_nothing() -> None:
    await wait_out([])
    await cancel_all([])
