"""Samples of a session's node in rings: what the cards show, and what the charts show."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from cnet_agent.wire.node import HistoryView, NodeUsage
from cnet_ui.background import spawn
from cnet_ui.plots.marks import MarkBook
from cnet_ui.plots.ring import Ring
from cnet_ui.plots.stretch import Stretch
from cnet_ui.session import AgentSession

SERIES = ("cpu", "memory", "disk_read", "disk_write", "net_recv", "net_sent", "disk")
POINTS = 600  # samples of a window
RECENT = 300.0  # seconds
HOLE = 10.0  # seconds without a sample that are drawn as a hole
LATE = 60.0  # seconds that a history may be on its way
SET_BACK = 5.0  # seconds by which a sample may lie before the last one


class UsageFeed(QObject):
    """Fills the rings from the agent's history, and goes on with what is heard.

    ``recent`` holds the last minutes as they were sampled, ``chosen`` the window that was chosen,
    thinned with its peaks kept, ``marks`` when tasks started and ended.
    """

    updated = Signal()
    marked = Signal()

    def __init__(self, session: AgentSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.recent = Ring(SERIES, POINTS)
        self.chosen = Ring(SERIES, 2 * POINTS)
        self.marks = MarkBook()
        self.marks_left_out = 0  # earlier ones of the window
        self._window = RECENT
        self._stretch = Stretch(0.0)
        session.usage_changed.connect(self._take)
        session.connection_changed.connect(self._reload)
        session.tasks_changed.connect(self._take_tasks)
        session.tasks_removed.connect(self._forget_tasks)
        self._reload()

    @property
    def now(self) -> float | None:
        """The time of the newest sample, None before there is one."""
        usage = self._session.usage
        return usage.timestamp if usage else None

    def choose(self, window: float) -> None:
        """Show the last ``window`` seconds in ``chosen``."""
        self._window = window
        spawn(self._load_chosen(window), self)

    def _reload(self) -> None:
        if self._session.is_live:
            spawn(self._load(), self)

    async def _load(self) -> None:
        _fill(self.recent, await self._session.client.history(RECENT, POINTS, markers=0))
        await self._load_chosen(self._window)

    async def _load_chosen(self, window: float) -> None:
        history = await self._session.client.history(window, POINTS)
        if window != self._window:
            return
        _fill(self.chosen, history)
        self._stretch = Stretch(2 * window / POINTS if window > RECENT else 0.0)
        self.marks.fill(history.markers)
        self.marks_left_out = history.markers_left_out
        self._take_tasks(self._late())
        self.updated.emit()
        self.marked.emit()

    def _take(self) -> None:
        usage = self._session.usage
        if usage is None:
            return
        known = self.recent.times
        if len(known) and usage.timestamp < float(known[-1]) - SET_BACK:
            self._reload()  # the node's clock was set back: what is drawn lies in its future
            return
        values = readings(usage)
        _add(self.recent, usage.timestamp, values, RECENT / POINTS)
        for at, joined in self._stretch.add(usage.timestamp, values):
            _add(self.chosen, at, joined, self._stretch.width)
        self.updated.emit()

    def _take_tasks(self, ids: Iterable[str]) -> None:
        tasks = self._session.tasks
        new = [self.marks.take(tasks[each]) for each in ids if each in tasks]
        if any(new):
            self.marked.emit()

    def _late(self) -> list[str]:
        """Return the tasks that may have started or ended while the history was on its way."""
        since = (self.now or 0.0) - LATE
        return [
            task.id
            for task in self._session.tasks.values()
            if (task.completed_at or task.started_at or 0.0) > since
        ]

    def _forget_tasks(self, ids: frozenset[str]) -> None:
        if self.marks.forget(ids):
            self.marked.emit()


def readings(usage: NodeUsage) -> Mapping[str, float | None]:
    """Return a sample as values of the series: percentages, and bytes a second."""
    disks = usage.disks
    network = None if usage.network is None else [one for one in usage.network if not one.inner]
    reads = None if disks is None else sum(disk.read_bytes_s for disk in disks)
    writes = None if disks is None else sum(disk.write_bytes_s for disk in disks)
    return {
        "cpu": usage.cpu.percent if usage.cpu else None,
        "memory": usage.memory.percent if usage.memory else None,
        "disk_read": reads,
        "disk_write": writes,
        "disk": None if reads is None or writes is None else reads + writes,
        "net_recv": None if network is None else sum(each.recv_bytes_s for each in network),
        "net_sent": None if network is None else sum(each.sent_bytes_s for each in network),
    }


def _add(ring: Ring, at: float, values: Mapping[str, float | None], step: float) -> None:
    """Add a sample, after a hole where there was none for long."""
    if len(ring) and at - (last := float(ring.times[-1])) > max(HOLE, 4 * step):
        ring.add((last + at) / 2, {})
    ring.add(at, values)


def _fill(ring: Ring, history: HistoryView) -> None:
    series = dict(history.series)
    if "disk_read" in series and "disk_write" in series:
        pairs = zip(series["disk_read"], series["disk_write"], strict=True)
        series["disk"] = [None if a is None or b is None else a + b for a, b in pairs]
    ring.fill(history.timestamps, series)
