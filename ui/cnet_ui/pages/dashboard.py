"""The node at a glance: what it uses, what it runs, what it can run."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cnet_ui.background import spawn
from cnet_ui.dispose import dispose
from cnet_ui.pages.dashboard_cards import ResourceCards
from cnet_ui.pages.dashboard_details import ResourceDetails
from cnet_ui.pages.dashboard_history import HistoryCard
from cnet_ui.pages.dashboard_recent import RecentTasks
from cnet_ui.session import AgentSession
from cnet_ui.usage_feed import UsageFeed, readings
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.runtime_list import RuntimeList
from cnet_ui.widgets.seen import is_seen

SIDE = 380


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

    def __init__(self, session: AgentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._is_checking = False
        self._details: ResourceDetails | None = None
        self.feed = UsageFeed(session, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 0, 22, 16)
        layout.setSpacing(14)
        self.cards = ResourceCards(self.feed.recent)
        self.cards.opened.connect(self.show_details)
        layout.addWidget(self.cards)
        lower = QHBoxLayout()
        lower.setSpacing(14)
        self.history = HistoryCard(self.feed)
        self.history.window_chosen.connect(self.feed.choose)
        self.history.open_task.connect(self.open_task)
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
        session.connection_changed.connect(self._refresh_connection)
        self.feed.updated.connect(self._refresh_usage)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._refresh_tasks)
        self._clock.start()
        self._refresh_node()
        self._refresh_connection()

    def show_details(self, part: str) -> None:
        """Open all of the resources, at one part of them."""
        if self._details is not None:
            self._details.show_part(part)
            return
        self._details = ResourceDetails(self.window(), self._session, part)
        self._details.finished.connect(self._details_closed)
        self._details.open()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self._refresh_usage()
        self._refresh_tasks()

    # -- parts --------------------------------------------------------------------------------

    def _make_recent(self) -> RecentTasks:
        self._recent = RecentTasks(self._session)
        self._recent.setFixedWidth(SIDE)
        self._recent.run_preset.connect(self.run_preset)
        self._recent.open_preset.connect(self.open_preset)
        self._recent.open_task.connect(self.open_task)
        self._recent.open_tasks.connect(self.open_tasks)
        self._recent.take_step.connect(self.take_step)
        return self._recent

    def _make_runtimes(self) -> Card:
        card = Card(self.tr("Runtimes"))
        card.setFixedWidth(SIDE)
        self._check = Button(self.tr("Check again"), kind="link")
        self._check.setObjectName("check-runtimes")
        self._check.clicked.connect(lambda: spawn(self._look_again(), self))
        card.head.addWidget(self._check)
        self.runtimes = RuntimeList()
        card.body.addWidget(self.runtimes)
        return card

    # -- doing --------------------------------------------------------------------------------

    async def _look_again(self) -> None:
        """Let the agent look what it can run; the node's event tells what changed."""
        self._is_checking = True
        self._refresh_check()
        try:
            node = await self._session.client.node(look=True)
            self.runtimes.show_executors(node.executors)
        finally:
            self._is_checking = False
            self._refresh_check()

    def _details_closed(self) -> None:
        if self._details is not None:
            dispose(self._details)
            self._details = None

    # -- keeping up ---------------------------------------------------------------------------

    def _refresh_tasks(self, _: object = None) -> None:
        if is_seen(self):
            self._recent.refresh()

    def _refresh_node(self) -> None:
        node = self._session.node
        if node is not None:
            self.runtimes.show_executors(node.executors)
            self.cards.show_node(node)

    def _refresh_connection(self) -> None:
        self._refresh_tasks()
        self._refresh_check()
        self.history.set_live(self._session.is_live)

    def _refresh_check(self) -> None:
        live = self._session.is_live
        self._check.setEnabled(live and not self._is_checking)
        self._check.set_text(self.tr("Checking…") if self._is_checking else self.tr("Check again"))
        self._check.setToolTip(
            self.tr("Let the agent look again what it can run")
            if live
            else self.tr("The agent does not answer.")
        )

    def _refresh_usage(self) -> None:
        usage = self._session.usage
        if usage is None or not is_seen(self):
            return
        self.cards.show_usage(usage, self._session.node)
        if usage.cpu is not None:
            self.history.cores.show_values(usage.cpu.per_core)
        self.history.refresh(readings(usage))
