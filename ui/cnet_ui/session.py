"""One agent as the console knows it: connection, mirror, and signals at a pace one can draw."""

import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import aclosing
from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QTimer, Signal

from cnet_agent.client.backoff import delays
from cnet_agent.client.client import AgentClient
from cnet_agent.client.mirror import Changes, Mirror
from cnet_agent.client.stream import (
    Connecting,
    ConnectionState,
    Live,
    Refused,
    Stale,
    TaskRemoved,
    watch,
)
from cnet_agent.model.errors import Unreachable
from cnet_agent.model.preset import Preset
from cnet_agent.wire.models import ModelView
from cnet_agent.wire.node import NodeUsage, NodeView
from cnet_agent.wire.task import TaskView
from cnet_ui.background import spawn
from cnet_ui.preset_translation import in_our_language

PACE = 100  # milliseconds between two rounds of signals

_STATES = (Connecting, Live, Stale, Refused)


class AgentSession(QObject):
    """The state of one agent, and what can be asked of it.

    Changes are collected and told at most ten times a second. What is known stays known while the
    connection is gone.

    Args:
        parent: whose it is.
        needs_token: whether a person gave a token to get in, which other programs need as well.
    """

    tasks_changed = Signal(object)  # frozenset of ids: new and changed
    tasks_removed = Signal(object)  # frozenset of ids: the mirror has them no more
    tasks_purged = Signal(object)  # frozenset of ids: the agent has them no more
    models_changed = Signal()
    node_changed = Signal()
    usage_changed = Signal()
    notices_changed = Signal()
    presets_changed = Signal()
    asked_anew = Signal()  # a person wants everything to be read again
    connection_changed = Signal()

    def __init__(self, parent: QObject | None = None, *, needs_token: bool = False) -> None:
        super().__init__(parent)
        self.needs_token = needs_token
        self.connection: ConnectionState = Connecting()
        self.presets: list[Preset] = []
        # Starts the agent again, with its settings as they are then; None where nobody here can.
        self.restart: Callable[[], None] | None = None
        self._client: AgentClient | None = None
        self._mirror = Mirror()
        self._stopping: set[str] = set()
        self._changed: set[str] = set()
        self._removed: set[str] = set()
        self._purged: set[str] = set()
        self._flags: set[str] = set()
        self._told = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._tell)

    # -- what is known ------------------------------------------------------------------------

    @property
    def tasks(self) -> Mapping[str, TaskView]:
        """All tasks that are known, by id."""
        return self._mirror.tasks

    @property
    def models(self) -> Mapping[str, ModelView]:
        """All models by id, as they were when their state changed last: without their figures."""
        return self._mirror.models

    @property
    def node(self) -> NodeView | None:
        """Who the node is, None before anything was heard."""
        return self._mirror.node

    @property
    def usage(self) -> NodeUsage | None:
        """The latest sample."""
        return self._mirror.usage

    @property
    def notices(self) -> list[str]:
        """What the agent has to say for itself."""
        return self._mirror.notices

    @property
    def client(self) -> AgentClient:
        """The way to the agent.

        Raises:
            Unreachable: there is no agent yet.
        """
        if self._client is None:
            raise Unreachable(self.tr("The agent is not ready yet."))
        return self._client

    @property
    def is_live(self) -> bool:
        """Whether what is shown is what is."""
        return isinstance(self.connection, Live)

    @property
    def is_local(self) -> bool:
        """Whether the agent runs on this machine, so that its paths are ours.

        Not what a tunnel or a container's port leads to, though its address is of this machine.
        """
        host = urlsplit(self._client.url).hostname if self._client else None
        is_named_so = self.node is None or self.node.hostname == socket.gethostname()
        return host in ("127.0.0.1", "localhost", "::1") and is_named_so

    @property
    def address(self) -> str:
        """Where the agent answers, for people: ``127.0.0.1:8080``."""
        return urlsplit(self._client.url).netloc if self._client else ""

    @property
    def url(self) -> str:
        """Where the agent answers, for programs; empty before there is one."""
        return self._client.url if self._client else ""

    def is_stopping(self, task_id: str) -> bool:
        """Whether a stop was asked for that the agent has not yet confirmed."""
        return task_id in self._stopping

    @property
    def stopping(self) -> frozenset[str]:
        """The tasks of which that is so."""
        return frozenset(self._stopping)

    # -- what can be asked --------------------------------------------------------------------

    async def stop(self, task_id: str) -> None:
        """Stop a task; its row says so at once.

        Raises:
            AgentError: it could not be asked.
        """
        self._stopping.add(task_id)
        self._touch(task_id)
        try:
            self._take(self._mirror.apply(await self.client.stop(task_id)))
        finally:
            self._stopping.discard(task_id)
            self._touch(task_id)

    async def rerun(self, task_id: str) -> TaskView:
        """Run a task again and return the new one."""
        return self._adopt(await self.client.restart(task_id))

    async def run_preset(self, preset_id: str, params: Mapping[str, Any]) -> TaskView:
        """Run a preset and return its task."""
        return self._adopt(await self.client.run_preset(preset_id, params))

    async def task(self, task_id: str) -> TaskView:
        """Return a task, also one that ended so long ago that no list of ours has it.

        Raises:
            AgentError: it is not known, and the agent does not answer or does not know it either.
        """
        known = self.tasks.get(task_id)
        return await self.client.task(task_id) if known is None else known

    async def submit(self, body: Mapping[str, Any]) -> TaskView:
        """Run a task and return it."""
        return self._adopt(await self.client.submit(body))

    async def load_presets(self) -> None:
        """Ask for the presets."""
        presets = [in_our_language(each) for each in await self.client.presets()]
        if presets != self.presets:
            self.presets = presets
            self.presets_changed.emit()

    async def refresh(self) -> None:
        """Ask for what no event tells of: what the node can do now, and its presets."""
        self.asked_anew.emit()
        self._take(self._mirror.apply(await self.client.node()))
        await self.load_presets()

    def take_client(self, client: AgentClient) -> None:
        """Take the way to the agent, so that its address is known before it is followed."""
        self._client = client

    def begin_again(self) -> None:
        """Say that the agent is started again; ``follow`` goes on from there."""
        self._connect(Connecting())

    async def follow(
        self, client: AgentClient, *, back_off: Callable[[], Iterator[float]] = delays
    ) -> None:
        """Follow an agent, for ever."""
        self.take_client(client)
        async with aclosing(watch(client, back_off=back_off)) as items:  # type: ignore[type-var]
            async for item in items:
                if isinstance(item, _STATES):
                    self._connect(item)
                    continue
                if isinstance(item, TaskRemoved):
                    self._purged.add(item.id)
                self._take(self._mirror.apply(item))

    # -- telling ------------------------------------------------------------------------------

    def _connect(self, state: ConnectionState) -> None:
        self.connection = state
        if isinstance(state, Live):
            spawn(self.load_presets(), self)
        self.connection_changed.emit()

    def _adopt(self, task: TaskView) -> TaskView:
        """Take over an answer, which may be older than what the events have told already."""
        if task.id not in self._mirror.tasks:
            self._take(self._mirror.apply(task))
        return task

    def _touch(self, task_id: str) -> None:
        if task_id in self._mirror.tasks:
            self._take(Changes(tasks=frozenset({task_id})))

    def _take(self, changes: Changes) -> None:
        self._changed = (self._changed - changes.removed) | changes.tasks
        self._removed = (self._removed | changes.removed) - changes.tasks
        told = {
            "models": changes.models,
            "node": changes.node,
            "usage": changes.usage,
            "notices": changes.notices,
        }
        self._flags |= {name for name, is_new in told.items() if is_new}
        waiting = self._changed or self._removed or self._purged or self._flags
        if self._timer.isActive() or not waiting:
            return
        waited = (time.monotonic() - self._told) * 1000
        self._timer.start(max(0, round(PACE - waited)))

    def _tell(self) -> None:
        self._told = time.monotonic()
        changed, self._changed = frozenset(self._changed), set()
        removed, self._removed = frozenset(self._removed), set()
        purged, self._purged = frozenset(self._purged), set()
        flags, self._flags = self._flags, set()
        if "node" in flags:
            self.node_changed.emit()
        if "models" in flags:
            self.models_changed.emit()
        if purged:
            self.tasks_purged.emit(purged)
        if removed:
            self.tasks_removed.emit(removed)
        if changed:
            self.tasks_changed.emit(changed)
        if "usage" in flags:
            self.usage_changed.emit()
        if "notices" in flags:
            self.notices_changed.emit()
