"""Waiting for a condition with a deadline, in place of sleeps."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

_PAUSES = (0.001, 0.002, 0.005)  # seconds; most of what is waited for has happened by then
_PAUSE = 0.01


async def until(
    predicate: Callable[[], Any | Awaitable[Any]], seconds: float = 5.0, what: str = ""
) -> Any:
    """Return the first true value of ``predicate``, which may be a coroutine function."""
    deadline = time.monotonic() + seconds
    pauses = iter(_PAUSES)
    while True:
        value = predicate()
        if isinstance(value, Awaitable):
            value = await value
        if value:
            return value
        assert time.monotonic() < deadline, f"not within {seconds} s: {what or predicate}"
        await asyncio.sleep(next(pauses, _PAUSE))


def until_sync(predicate: Callable[[], Any], seconds: float = 5.0, what: str = "") -> Any:
    """Return the first true value of ``predicate``."""
    deadline = time.monotonic() + seconds
    pauses = iter(_PAUSES)
    while not (value := predicate()):
        assert time.monotonic() < deadline, f"not within {seconds} s: {what or predicate}"
        time.sleep(next(pauses, _PAUSE))
    return value


async def a_moment(seconds: float) -> None:
    """Let a moment pass whose length is the point: for tests that strike at any time."""
    await asyncio.sleep(seconds)
