"""Waiting for a condition with a deadline, in place of sleeps."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any


async def until(
    predicate: Callable[[], Any | Awaitable[Any]], seconds: float = 5.0, what: str = ""
) -> Any:
    """Return the first true value of ``predicate``, which may be a coroutine function."""
    deadline = time.monotonic() + seconds
    while True:
        value = predicate()
        if isinstance(value, Awaitable):
            value = await value
        if value:
            return value
        assert time.monotonic() < deadline, f"not within {seconds} s: {what or predicate}"
        await asyncio.sleep(0.01)


def until_sync(predicate: Callable[[], Any], seconds: float = 5.0, what: str = "") -> Any:
    """Return the first true value of ``predicate``."""
    deadline = time.monotonic() + seconds
    while not (value := predicate()):
        assert time.monotonic() < deadline, f"not within {seconds} s: {what or predicate}"
        time.sleep(0.01)
    return value


async def a_moment(seconds: float) -> None:
    """Let a moment pass whose length is the point: for tests that strike at any time."""
    await asyncio.sleep(seconds)
