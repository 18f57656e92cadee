"""Containers of this node that no open task owns: an agent died before it could remove them."""

import time
from collections.abc import Container as Ids

from cnet_agent.executors.container_engine import Container, Engine, Refused, Unreachable
from cnet_agent.executors.container_threads import Threads
from cnet_agent.model.errors import Conflict
from cnet_agent.model.sentence import Sentence, told
from cnet_agent.runtime.orphans.orphan import SETTLED, Orphan


class Containers:
    """Finds them by the label that says whose they are; others are never even looked at.

    Args:
        engine: this node's Docker.
        node_id: of this node.
        known: the ids of open tasks.
        threads: where asking blocks.
    """

    def __init__(self, engine: Engine, node_id: str, known: Ids[str], threads: Threads) -> None:
        self._engine = engine
        self._threads = threads
        self._label = f"cnet.node={node_id}"
        self._known = known

    async def find(self) -> list[Orphan]:
        """Return the containers that nobody owns, none while Docker does not answer."""
        try:
            found = await self._threads.run(self._engine.find_labelled, self._label)
        except (Unreachable, Refused):
            return []
        now = time.time()
        return [
            _orphan(each)
            for each in found
            if each.labels.get("cnet.task") not in self._known and now - each.created_at >= SETTLED
        ]

    async def remove(self, orphan: Orphan) -> None:
        """Remove a container, whatever it does."""
        if orphan.task_id in self._known:
            raise Conflict(Sentence("Its task is known again."))
        try:
            await self._threads.run(self._engine.remove, orphan.key)
        except (Unreachable, Refused) as error:
            raise Conflict(Sentence("It cannot be removed: {why}.", why=told(error))) from None


def _orphan(container: Container) -> Orphan:
    if container.has_ended or container.status == "created":
        why = Sentence("It has ended, and no task that is open owns it.")
    else:
        why = Sentence("It runs, and no task that is open owns it.")
    return Orphan(
        kind="container",
        key=container.id,
        what=Sentence("Container {name}", name=container.name),
        why=why,
        since=container.finished_at or container.started_at or container.created_at,
        certain=True,
        task_id=container.labels.get("cnet.task"),
    )
