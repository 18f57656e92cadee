"""Collects the figures of one scrape: what is in memory here, what has to be read in a thread."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from cnet_agent.config.layout import Layout
from cnet_agent.config.schema import ResourceSettings
from cnet_agent.runtime.figures import agent, node, work
from cnet_agent.runtime.ledger import Ledger
from cnet_agent.runtime.monitor import Monitor
from cnet_agent.runtime.tally import Tally
from cnet_agent.store.base import Store
from cnet_agent.wire.exposition import Family, gauge

Source = Callable[[], Iterable[Family]]
"""Returns the figures that another part of the agent has in memory."""


@dataclass(slots=True)
class Figures:
    """Asks everybody. ``more`` are further parts that have something to say."""

    settings: ResourceSettings
    monitor: Monitor
    store: Store
    ledger: Ledger
    tally: Tally
    layout: Layout
    now: Callable[[], float]
    more: list[Source] = field(default_factory=list)

    async def families(self) -> list[Family]:
        """Return all figures as they are now."""
        counts = await self.store.counts()
        finished = await self.store.finished_bytes()
        read = await asyncio.to_thread(self._read)
        lag = gauge(
            "cnet_loop_lag_seconds",
            "Longest wait for the event loop, of one look per sample in the last minute.",
            self.monitor.longest_lag(),
        )
        return [
            *node.state(self.monitor.latest),
            *work.families(counts, finished, self.ledger, self.tally, self.now()),
            *read,
            lag,
            *(family for source in self.more for family in source()),
        ]

    def _read(self) -> list[Family]:
        databases = {"tasks": self.layout.database, "history": self.layout.history}
        return [
            *node.count(self.settings),
            *agent.process(),
            agent.build(),
            agent.sizes(databases),
        ]
