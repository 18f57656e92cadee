"""Samples of a session's node in rings: what the cards show, and what the charts show."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from cnet_agent.wire.node import HistoryView, NodeUsage
from cnet_ui.background import spawn
from cnet_ui.plots.ring import Ring
from cnet_ui.session import AgentSession

SERIES = ("cpu", "memory", "disk_read", "disk_write", "net_recv", "net_sent", "disk")
POINTS = 600  # samples of a window
RECENT = 300.0  # seconds
HOLE = 10.0  # seconds without a sample that are drawn as a hole
SET_BACK = 5.0  # seconds by which a sample may lie before the last one


class UsageFeed(QObject):
    """Fills the rings from the agent's history, and goes on with what is heard.

    ``recent`` holds the last minutes as they were sampled, ``chosen`` the window that was chosen,
    thinned.
    """

    updated = Signal()

    def __init__(self, session: AgentSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.recent = Ring(SERIES, POINTS)
        self.chosen = Ring(SERIES, 2 * POINTS)
        self._window = RECENT
        session.usage_changed.connect(self._take)
        session.connection_changed.connect(self._reload)
        self._reload()

    def choose(self, window: float) -> None:
        """Show the last ``window`` seconds in ``chosen``."""
        self._window = window
        spawn(self._load_chosen(window), self)

    def _reload(self) -> None:
        if self._session.is_live:
            spawn(self._load(), self)

    async def _load(self) -> None:
        _fill(self.recent, await self._session.client.history(RECENT, POINTS))
        await self._load_chosen(self._window)

    async def _load_chosen(self, window: float) -> None:
        history = await self._session.client.history(window, POINTS)
        if window == self._window:
            _fill(self.chosen, history)
            self.updated.emit()

    def _take(self) -> None:
        usage = self._session.usage
        if usage is None:
            return
        known = self.recent.times
        if len(known) and usage.timestamp < float(known[-1]) - SET_BACK:
            self._reload()  # the node's clock was set back: what is drawn lies in its future
            return
        values = readings(usage)
        step = self._window / POINTS
        _add(self.recent, usage.timestamp, values, RECENT / POINTS)
        if not len(self.chosen) or usage.timestamp - float(self.chosen.times[-1]) >= step * 0.9:
            _add(self.chosen, usage.timestamp, values, step)
        self.updated.emit()


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
