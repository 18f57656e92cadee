"""Lines in a model's log on how it does: once a minute in which it was asked anything."""

import asyncio
import logging
import time

from cnet_agent.model_server.served import Served

logger = logging.getLogger(__name__)

_EVERY = 60.0  # seconds


class Journal:
    """Writes them."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self._told = 0

    async def run(self) -> None:
        """Write a line after every minute that had requests."""
        while True:
            await asyncio.sleep(_EVERY)
            self.tell(time.monotonic())

    def tell(self, now: float) -> None:
        """Write a line on the last minute if it had requests."""
        figures = self._served.figures(now)
        count, self._told = figures["requests"] - self._told, figures["requests"]
        if count <= 0:  # or versions were let go, with their figures
            return
        latency = figures["latency"]
        logger.info(
            "%d requests in the last minute, %d errors; p50 %s, p95 %s, p99 %s; %s rows a batch",
            count,
            figures["recent_errors"],
            *(_milliseconds(latency[name]) for name in ("p50", "p95", "p99")),
            "-" if figures["batch"] is None else f"{figures['batch']:.1f}",
        )


def _milliseconds(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f} ms"
