"""The node at a glance: what it uses, what it runs, what it can run."""

from heapq import nlargest

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cnet_agent.wire.node import DiskUsage, NodeUsage
from cnet_ui.next_steps import NextStep, after
from cnet_ui.pages.dashboard_history import HistoryCard
from cnet_ui.plots.sparkline import Sparkline
from cnet_ui.session import AgentSession
from cnet_ui.usage_feed import UsageFeed
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.labels import Elided, IconLabel
from cnet_ui.widgets.metric_card import MetricCard
from cnet_ui.widgets.preset_cards import PresetCards
from cnet_ui.widgets.runtime_list import RuntimeList
from cnet_ui.widgets.task_list import TaskList
from cnet_ui.words import NONE, size_parts, size_text

RECENT = 8  # tasks
SIDE = 380
LEAST_RATE = 100_000.0  # bytes a second: below it a chart would show noise


class DashboardPage(QWidget):
    """Cards, charts, recent tasks and runtimes.

    ``run_preset`` and ``open_preset`` carry a preset's id, ``open_task`` a task's,
    ``take_step`` a ``NextStep``.
    """

    run_preset = Signal(str)
    open_preset = Signal(str)
    open_task = Signal(str)
    open_tasks = Signal()
    take_step = Signal(object)

    def __init__(self, session: AgentSession) -> None:
        super().__init__()
        self.setObjectName("page")
        self._session = session
        self._step: NextStep | None = None
        self.feed = UsageFeed(session, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 0, 22, 16)
        layout.setSpacing(14)
        layout.addLayout(self._make_cards())
        lower = QHBoxLayout()
        lower.setSpacing(14)
        self.history = HistoryCard(self.feed.chosen)
        self.history.window_chosen.connect(self.feed.choose)
        lower.addWidget(self.history, 1)
        side = QVBoxLayout()
        side.setSpacing(14)
        side.addWidget(self._make_recent(), 1)
        side.addWidget(self._make_runtimes())
        lower.addLayout(side)
        layout.addLayout(lower, 1)
        session.tasks_changed.connect(self._refresh_tasks)
        session.tasks_removed.connect(self._refresh_tasks)
        session.presets_changed.connect(self._refresh_tasks)
        session.node_changed.connect(self._refresh_node)
        session.connection_changed.connect(self._refresh_tasks)
        self.feed.updated.connect(self._refresh_usage)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._refresh_tasks)
        self._clock.start()
        self._refresh_node()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self._refresh_usage()
        self._refresh_tasks()

    # -- parts --------------------------------------------------------------------------------

    def _make_cards(self) -> QHBoxLayout:
        ring = self.feed.recent
        self.cpu = MetricCard(
            self.tr("CPU"), "cpu", "cpu", Sparkline(ring, [("cpu", "cpu")], top=100.0)
        )
        self.memory = MetricCard(
            self.tr("Memory"),
            "memory-stick",
            "memory",
            Sparkline(ring, [("memory", "memory")], top=100.0),
        )
        self.disk = MetricCard(
            self.tr("Disk"),
            "hard-drive",
            "disk",
            Sparkline(ring, [("disk", "disk")], least=LEAST_RATE),
        )
        self.network = MetricCard(
            self.tr("Network"),
            "network",
            "received",
            Sparkline(ring, [("net_recv", "received"), ("net_sent", "sent")], least=LEAST_RATE),
        )
        row = QHBoxLayout()
        row.setSpacing(14)
        self._cards = (self.cpu, self.memory, self.disk, self.network)
        for card in self._cards:
            row.addWidget(card, 1)
        return row

    def _make_recent(self) -> Card:
        card = Card(self.tr("Recent tasks"))
        card.setFixedWidth(SIDE)
        self._all = Button(self.tr("View all"), kind="link")
        self._all.clicked.connect(self.open_tasks)
        card.head.addWidget(self._all)
        card.body.addWidget(self._make_step())
        self._tasks = TaskList()
        self._tasks.opened.connect(self.open_task)
        self._empty = PresetCards(
            self.tr("Nothing has run here yet"),
            self.tr("One click trains a model; the log follows while it learns."),
        )
        self._empty.run.connect(self.run_preset)
        self._empty.open.connect(self.open_preset)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._tasks)
        self._pages.addWidget(self._empty)
        card.body.addWidget(self._pages, 1)
        card.body.setContentsMargins(8, 14, 8, 14)  # rows have a margin of their own
        card.head.setContentsMargins(8, 0, 4, 0)
        self._empty.setContentsMargins(8, 0, 8, 0)
        return card

    def _make_step(self) -> QFrame:
        self._step_card = QFrame()
        self._step_card.setProperty("card", "accent")
        row = QHBoxLayout(self._step_card)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(IconLabel("sparkles", "accent"))
        self._step_text = Elided("", "strong")
        row.addWidget(self._step_text, 1)
        self._step_button = Button(self.tr("Next step"), kind="primary")
        self._step_button.setObjectName("dashboard-next-step")
        self._step_button.clicked.connect(lambda: self.take_step.emit(self._step))
        row.addWidget(self._step_button)
        self._step_card.hide()
        return self._step_card

    def _make_runtimes(self) -> Card:
        card = Card(self.tr("Runtimes"))
        card.setFixedWidth(SIDE)
        self._runtimes = RuntimeList()
        card.body.addWidget(self._runtimes)
        return card

    # -- keeping up ---------------------------------------------------------------------------

    def _refresh_tasks(self, _: object = None) -> None:
        if not self.isVisible():
            return
        tasks = self._session.tasks
        newest = [tasks[each] for each in nlargest(RECENT, tasks)]  # ids grow with time
        self._tasks.show_tasks([(t, self._session.is_stopping(t.id)) for t in newest])
        self._empty.show_presets(self._session.presets)
        self._pages.setCurrentIndex(0 if newest else 1)
        self._all.setVisible(bool(newest))
        self._step = after(newest[0], self._session.presets) if newest else None
        self._step_card.setVisible(self._step is not None)
        if self._step is not None:
            self._step_text.set_text(self.tr("{name} is trained").format(name=newest[0].name))
            self._step_button.set_text(self._step.text)

    def _refresh_node(self) -> None:
        node = self._session.node
        if node is not None:
            self._runtimes.show_executors(node.executors)

    def _refresh_usage(self) -> None:
        usage = self._session.usage
        if usage is None or not self.isVisible():
            return
        for card in self._cards:
            card.history.refresh()
        self._show_figures(usage)
        if usage.cpu is not None:
            self.history.cores.show_values(usage.cpu.per_core)
        self.history.refresh()

    def _show_figures(self, usage: NodeUsage) -> None:
        node = self._session.node
        if usage.cpu is not None:
            remark = self.tr("{count} threads").format(count=node.cpu.threads) if node else ""
            self.cpu.show_figure(f"{usage.cpu.percent:.0f}", "%", remark)
        if usage.memory is not None:
            total = self.tr("of {total}").format(total=size_text(usage.memory.total))
            self.memory.show_figure(*size_parts(usage.memory.used), total)
        if usage.disks:
            disk = _main_disk(usage.disks)
            remark = self.tr("of {total} on {mount}").format(
                total=size_text(disk.total), mount=disk.mount
            )
            self.disk.show_figure(*size_parts(disk.used), remark)
        if usage.network is not None:
            outer = [each for each in usage.network if not each.inner]
            received = sum(each.recv_bytes_s for each in outer)
            sent = sum(each.sent_bytes_s for each in outer)
            number, unit = size_parts(received + sent)
            self.network.show_figure(number, f"{unit}/s", self.tr("received · sent"))
        else:
            self.network.show_figure(NONE, "")


def _main_disk(disks: list[DiskUsage]) -> DiskUsage:
    """Return the root's file system, else the largest."""
    root = next((disk for disk in disks if disk.mount == "/"), None)
    return root or max(disks, key=lambda disk: disk.total)
