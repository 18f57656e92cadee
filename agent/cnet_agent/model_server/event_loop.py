"""The event loop of a model's server: libuv's where there is one, which answers faster.

The agent itself keeps asyncio's own, which starts processes faster.
"""

import asyncio
import gc
from collections.abc import Callable, Coroutine
from typing import Any

try:
    import uvloop
except ImportError:  # there is none for Windows
    NEW_LOOP: Callable[[], asyncio.AbstractEventLoop] = asyncio.new_event_loop
else:
    NEW_LOOP = uvloop.new_event_loop

_GARBAGE = 10_000  # objects more than before, until the youngest are looked through


def run(work: Coroutine[Any, Any, None]) -> None:
    """Run ``work`` to its end, in a process that does nothing else for as long as it lives.

    What was loaded until now stays for ever and is never looked through; the few objects of a
    request are gone with it, so there is little to find among them.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_GARBAGE)
    with asyncio.Runner(loop_factory=NEW_LOOP) as runner:
        runner.run(work)
