"""The connections to the servers of models, one a task, made where they are asked for."""

from collections.abc import Callable
from typing import Any

from cnet_agent.config.layout import Layout
from cnet_agent.model.phase import Phase
from cnet_agent.model.task import Task
from cnet_agent.runtime.locks import Locks
from cnet_agent.runtime.models.link import Link
from cnet_agent.runtime.models.plan import SOCKET


class Links:
    """Keeps them while their servers are there.

    Attributes:
        on_told: called when a server has said how it is, or has gone.
    """

    def __init__(self, layout: Layout) -> None:
        self.on_told: Callable[[], None] = lambda: None
        self._layout = layout
        self._links: dict[str, Link] = {}  # by task
        self._locks = Locks()

    async def of(self, task: Task) -> Link | None:
        """Return the connection to a task's server, None if there is none to be had.

        A server that is being stopped gets nothing new, but its connection is left open: it still
        answers what it was asked, and closes it itself.
        """
        if task.phase is Phase.STOPPING:
            return None
        async with self._locks.of(task.id):
            link = self._links.get(task.id)
            if task.phase is Phase.RUNNING and link is not None and link.is_open:
                return link
            if link is not None:
                link.close()
                del self._links[task.id]
            if task.phase is not Phase.RUNNING:
                return None
            link = Link(self.on_told)
            try:
                await link.open(self._layout.task(task.id).root / SOCKET)
            except OSError:  # it is being started, or has just ended
                return None
            self._links[task.id] = link
            return link

    def told(self, task_id: str) -> dict[str, Any]:
        """Return what a task's server said last, empty where there is no connection to it."""
        link = self._links.get(task_id)
        return link.told if link is not None and link.is_open else {}

    def close(self) -> None:
        """Let go of the servers, which go on."""
        for link in self._links.values():
            link.close()
