"""Samples of the node, taken in a thread of their own and handed to the event loop."""

import asyncio
import contextlib
import logging
import threading
import time
from collections import deque
from collections.abc import Callable

from cnet_agent.config.schema import ResourceSettings
from cnet_agent.runtime.sampling import Sampler
from cnet_agent.wire.node import NodeUsage

logger = logging.getLogger(__name__)

LAGS_OF = 60.0  # seconds
FIRST_AFTER = 0.25  # seconds; long enough for rates, short enough that a window does not wait


class Monitor:
    """Takes a sample every ``settings.interval`` seconds.

    A look at a broken device may hang for ever. Then samples stop, and nothing else does: the
    thread is a daemon that nobody waits for.
    """

    def __init__(
        self,
        settings: ResourceSettings,
        on_sample: Callable[[NodeUsage], None],
        now: Callable[[], float],
        sampler: Callable[[ResourceSettings], Sampler] = Sampler,
    ) -> None:
        self.latest: NodeUsage | None = None
        # Seconds from a sample's arrival to the loop's turn, of the last minute or so.
        self._lags: deque[float] = deque(maxlen=max(1, round(LAGS_OF / settings.interval)))
        self._settings = settings
        self._on_sample = on_sample  # called on the loop
        self._now = now
        self._make_sampler = sampler
        self._stop = threading.Event()
        self._sampled = asyncio.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to sample. Called on the event loop that samples are handed to."""
        self._thread = threading.Thread(
            target=self._run, args=(asyncio.get_running_loop(),), name="monitor", daemon=True
        )
        self._thread.start()

    async def first(self) -> None:
        """Wait for the first sample, but not much longer than it takes."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._sampled.wait(), 2 * FIRST_AFTER)

    def longest_lag(self) -> float:
        """Return how long the event loop had somebody wait, in seconds, 0 if nothing is known."""
        return max(self._lags, default=0.0)

    async def close(self) -> None:
        """Stop sampling."""
        self._stop.set()
        if self._thread is not None:
            await asyncio.get_running_loop().run_in_executor(None, self._thread.join, 1.0)

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        sampler = self._make_sampler(self._settings)
        interval = self._settings.interval
        due = time.monotonic() + min(FIRST_AFTER, interval)
        while not self._stop.wait(max(0.0, due - time.monotonic())):
            sample = sampler.sample(self._now())
            try:
                loop.call_soon_threadsafe(self._hand_over, sample, time.monotonic())
            except RuntimeError:
                return  # the loop is closed: its owner ended without us
            # After a suspended machine wakes up, the samples it missed are not made up for.
            due = max(due + interval, time.monotonic())

    def _hand_over(self, sample: NodeUsage, sent: float) -> None:
        self._lags.append(time.monotonic() - sent)
        if not self._stop.is_set():
            self.latest = sample
            self._sampled.set()
            self._on_sample(sample)
