"""Looks for orphans now and then, shows them, and removes them: on demand, or when it is safe.

Without being asked, only what is certainly this agent's own and dead goes, after a day in which
anybody could have looked at it.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cnet_agent.model.errors import AgentError, Conflict, NotFound
from cnet_agent.model.sentence import Sentence, listed
from cnet_agent.model.system_words import system_words
from cnet_agent.runtime.orphans.orphan import Finder, Kind, Orphan
from cnet_agent.wire.exposition import Family, gauge
from cnet_agent.wire.node import OrphanView

logger = logging.getLogger(__name__)

EVERY = 300.0  # seconds between looks
AGAIN = 2.0  # seconds between those that people ask for
SHOWN_FOR = 86_400.0  # seconds before one is removed without being asked


@dataclass(frozen=True, slots=True)
class Seen:
    """An orphan and when it was seen first."""

    orphan: Orphan
    first_seen: float  # Unix seconds

    @property
    def goes_at(self) -> float | None:
        """When it is removed without being asked, None if never."""
        return self.first_seen + SHOWN_FOR if self.orphan.certain else None


class Orphans:
    """Those found at the last look, by their ids."""

    def __init__(self, finders: Mapping[Kind, Finder], now: Callable[[], float]) -> None:
        # Told of what was removed without being asked.
        self.on_removed: Callable[[Orphan], None] = lambda _orphan: None
        self._finders = finders
        self._now = now
        self._seen: dict[str, Seen] = {}
        self._looked_at: float | None = None
        self._looking = asyncio.Lock()

    def view(self) -> list[OrphanView]:
        """Return what was found at the last look, the oldest first."""
        found = sorted(self._seen.values(), key=lambda seen: seen.orphan.since)
        return [_view(seen) for seen in found]

    def notices(self) -> list[str]:
        """Return a sentence for a person if there is something to decide.

        Empty control groups cost nothing and go by themselves: they are listed, no more.
        """
        counts = Counter(seen.orphan.kind for seen in self._seen.values())
        del counts["control_group"]
        if not counts:
            return []
        parts = [_counted(kind, count) for kind, count in sorted(counts.items())]
        what = listed(parts)
        return [Sentence("Left behind by agents that ended: {what}. See /api/orphans.", what=what)]

    def families(self) -> list[Family]:
        """Return how many there are."""
        family = gauge("cnet_orphans", "What agents that died left behind.")
        counts = Counter(seen.orphan.kind for seen in self._seen.values())
        for kind in self._finders:
            family.add(counts[kind], kind=kind)
        return [family]

    async def look_again(self) -> None:
        """Look once, unless somebody just has: a look goes through all processes."""
        if self._looked_at is None or abs(self._now() - self._looked_at) >= AGAIN:
            await self.look()

    async def look(self) -> None:
        """Look once; what cannot be looked at is left out, and the log says so."""
        async with self._looking:
            found: dict[str, Seen] = {}
            now = self._now()
            for kind, finder in self._finders.items():
                try:
                    for orphan in await finder.find():
                        before = self._seen.get(orphan.id)
                        first = before.first_seen if before is not None else now
                        found[orphan.id] = Seen(orphan, first)
                except OSError as error:
                    logger.warning("Orphans (%s) cannot be looked for: %s", kind, error)
            new = [seen.orphan for name, seen in found.items() if name not in self._seen]
            self._seen, self._looked_at = found, now
            for orphan in new:
                logger.debug("Found an orphan. %s. %s", orphan.what, orphan.why)
            if new:
                logger.info("Found %d orphans that are new; see /api/orphans", len(new))

    async def remove(self, orphan_id: str) -> Orphan:
        """Remove an orphan and return what it was.

        Raises:
            NotFound: none of that id was found at the last look.
            Conflict: it has changed since, or cannot be removed.
        """
        seen = self._seen.get(orphan_id)
        if seen is None:
            raise NotFound(
                Sentence(
                    "There is no orphan {orphan}; look again at /api/orphans.",
                    orphan=repr(orphan_id),
                )
            )
        try:
            await self._finders[seen.orphan.kind].remove(seen.orphan)
        except OSError as error:
            raise Conflict(
                Sentence("It cannot be removed: {why}.", why=system_words(error))
            ) from error
        self._seen.pop(orphan_id, None)
        return seen.orphan

    async def remove_due(self) -> None:
        """Remove those that were shown long enough and are certainly dead."""
        for name, seen in list(self._seen.items()):
            if seen.goes_at is None or seen.goes_at > self._now():
                continue
            try:
                await self.remove(name)
                self.on_removed(seen.orphan)
                logger.info("Removed an orphan. %s. %s", seen.orphan.what, seen.orphan.why)
            except AgentError as error:
                logger.warning("An orphan stays. %s. %s", seen.orphan.what, error)

    async def run(self) -> None:
        """Look every few minutes, for ever."""
        while True:
            await self.look()
            await self.remove_due()
            await asyncio.sleep(EVERY)


def _counted(kind: Kind, count: int) -> str:
    match kind:
        case "process" if count == 1:
            return Sentence("1 process")
        case "process":
            return Sentence("{count} processes", count=count)
        case "container" if count == 1:
            return Sentence("1 container")
        case "container":
            return Sentence("{count} containers", count=count)
        case _ if count == 1:
            return Sentence("1 task folder")
        case _:
            return Sentence("{count} task folders", count=count)


def _view(seen: Seen) -> OrphanView:
    orphan = seen.orphan
    return OrphanView(
        id=orphan.id,
        kind=orphan.kind,
        what=orphan.what,
        why=orphan.why,
        since=orphan.since,
        first_seen=seen.first_seen,
        goes_at=seen.goes_at,
        task_id=orphan.task_id,
        data_dir=orphan.data_dir,
        pid=orphan.pid,
    )
