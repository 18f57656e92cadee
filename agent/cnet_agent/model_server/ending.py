"""Waiting for what must have ended before anything else does."""

import asyncio
from collections.abc import Iterable
from typing import Any


async def wait_out(tasks: Iterable["asyncio.Future[Any]"]) -> None:
    """Wait until tasks have ended, also where whoever waits is cancelled meanwhile.

    Raises:
        asyncio.CancelledError: that was so; now they have ended.
    """
    waiting, interrupted = list(tasks), False
    while waiting:
        try:
            await asyncio.wait(waiting)
        except asyncio.CancelledError:
            interrupted = True
        waiting = [task for task in waiting if not task.done()]
    if interrupted:
        raise asyncio.CancelledError


async def cancel_all(tasks: Iterable["asyncio.Future[Any]"]) -> None:
    """Cancel tasks, and wait until they have ended as ``wait_out`` does."""
    ending = list(tasks)
    for task in ending:
        task.cancel()
    await wait_out(ending)
