"""The console's window: rail, title, pages, status; its frame first, its pages a moment later."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cnet_agent.client.stream import Connecting, Live, Refused, Stale
from cnet_agent.model.errors import AgentError
from cnet_agent.model.phase import Status
from cnet_ui.background import spawn
from cnet_ui.dispose import dispose
from cnet_ui.icons import application_icon
from cnet_ui.next_steps import NextStep
from cnet_ui.preferences import Preferences
from cnet_ui.session import AgentSession
from cnet_ui.theme import Theme, ThemeChoice
from cnet_ui.widgets.banner import Banner
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.rail import Place, Rail
from cnet_ui.widgets.sheet import Sheet
from cnet_ui.widgets.status_bar import StatusBar
from cnet_ui.widgets.toast import Toast
from cnet_ui.words import minute

TITLE = "CNET Console"
SMALLEST = QSize(1024, 680)
FIRST_SIZE = QSize(1280, 820)
FOLD_BELOW = 1100  # pixels
DASHBOARD, TASKS, SETTINGS = "dashboard", "tasks", "settings"


class MainWindow(QWidget):
    """Shows one session. ``closing`` is emitted when a person wants to leave; somebody else ends.

    Args:
        session: the agent to show.
        theme: how everything looks.
        preferences: where the window's place is kept.
    """

    closing = Signal()

    def __init__(self, session: AgentSession, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(TITLE)
        self.setWindowIcon(application_icon())
        self.setMinimumSize(SMALLEST)
        self.resize(FIRST_SIZE)
        self._session = session
        self._theme = theme
        self._preferences = preferences
        self._seen_notices: list[str] = []
        self._may_close = False
        self._is_opening = False
        self._wanted = DASHBOARD
        self._by_key: dict[str, QWidget] = {}
        self._build()
        self.show_page(DASHBOARD)
        self._connect()
        preferences.restore(self)
        self._refresh_connection()
        self._refresh_tasks()

    def fill(self) -> None:
        """Make the pages, which takes some time; done when the frame has been painted."""
        if self._by_key:
            return
        from cnet_ui.pages.dashboard import DashboardPage
        from cnet_ui.pages.settings import SettingsPage
        from cnet_ui.pages.tasks import TasksPage

        self.dashboard = DashboardPage(self._session)
        self.tasks = TasksPage(self._session)
        self.settings = SettingsPage(self._session, self._theme.choice)
        self._by_key = {DASHBOARD: self.dashboard, TASKS: self.tasks, SETTINGS: self.settings}
        for page in self._by_key.values():
            self._pages.addWidget(page)
        for page in (self.dashboard, self.tasks):
            page.run_preset.connect(self.run_preset)
            page.open_preset.connect(self.new_task)
        self.dashboard.open_task.connect(self._show_task)
        self.dashboard.open_tasks.connect(lambda: self.show_page(TASKS))
        self.dashboard.take_step.connect(lambda step: spawn(self._run(step), self))
        self.settings.theme_chosen.connect(self._choose_theme)
        self._theme.changed.connect(self._theme_changed)
        self._preferences.restore_parts(self)
        self._pages.setFocus()  # nobody has pressed a key yet
        self.show_page(self._wanted)

    # -- what others do with it ---------------------------------------------------------------

    def show_page(self, key: str) -> None:
        """Go to a page."""
        self._wanted = key
        if key in self._by_key:
            self._pages.setCurrentWidget(self._by_key[key])
        self._title.setText(self._words[key])
        self.rail.choose(key)

    def tell(self, sentence: str) -> None:
        """Say that something did not work."""
        self._toast.tell(sentence)

    def new_task(self, preset_id: str = "") -> None:
        """Open the form for a new task, unless it is open."""
        if not self._is_opening:
            self._is_opening = True
            spawn(self._open_form(preset_id), self)

    def run_preset(self, preset_id: str) -> None:
        """Run a preset as it is, and show its task."""
        spawn(self._run(NextStep("", preset_id, {})), self)

    def leave(self) -> None:
        """Close for good."""
        self._preferences.keep(self)
        self._may_close = True
        self.close()

    # -- building -----------------------------------------------------------------------------

    def _build(self) -> None:
        places = [
            Place(DASHBOARD, self.tr("Dashboard"), "layout-dashboard"),
            Place(TASKS, self.tr("Tasks"), "list-checks"),
            Place(SETTINGS, self.tr("Settings"), "settings", at_bottom=True),
        ]
        self._words = {place.key: place.word for place in places}
        self.rail = Rail(places)
        self._pages = QStackedWidget()
        self._title = label("", "title")
        self._new = Button(self.tr("New task"), icon_name="plus", kind="primary")
        self._new.setObjectName("new-task")
        self._new.setAutoDefault(False)
        self._new.setToolTip(self.tr("Ctrl+N"))
        head = QHBoxLayout()
        head.setContentsMargins(22, 14, 22, 14)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._new)
        self.banner = Banner()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.banner)
        right.addLayout(head)
        right.addWidget(self._pages, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        self.status = StatusBar()
        layout.addWidget(self.status)
        self._toast = Toast(self)

    def _connect(self) -> None:
        session = self._session
        session.connection_changed.connect(self._refresh_connection)
        session.node_changed.connect(self._refresh_connection)
        session.notices_changed.connect(self._refresh_connection)
        session.tasks_changed.connect(self._refresh_tasks)
        session.tasks_removed.connect(self._refresh_tasks)
        self.rail.chosen.connect(self._go)
        self.banner.dismissed.connect(self._dismiss)
        self._new.clicked.connect(lambda _: self.new_task())
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.new_task)
        QShortcut(QKeySequence("Ctrl+,"), self).activated.connect(lambda: self._go(SETTINGS))

    # -- doing --------------------------------------------------------------------------------

    async def _open_form(self, preset_id: str) -> None:
        from cnet_ui.dialogs.new_task import NewTaskDialog

        try:
            await self._session.load_presets()
        except AgentError:
            if not self._session.presets:
                self._is_opening = False
                raise
        if not self._session.presets:
            self._is_opening = False
            self.tell(self.tr("This agent has no presets to make a task from."))
            return
        form = NewTaskDialog(self, self._session, preset_id)
        form.started.connect(self._show_task)
        form.finished.connect(self._form_closed)
        form.finished.connect(lambda _: dispose(form))
        self.setWindowTitle(self.tr("New task - {title}").format(title=TITLE))
        form.open()

    def _form_closed(self) -> None:
        self._is_opening = False
        self.setWindowTitle(TITLE)

    async def _run(self, step: NextStep) -> None:
        task = await self._session.run_preset(step.preset_id, step.params)
        self._show_task(task.id)

    def _show_task(self, task_id: str) -> None:
        self.show_page(TASKS)
        self.tasks.choose(task_id)

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self._theme.use(choice)
        self._preferences.theme = choice

    def _go(self, key: str) -> None:
        """Go where a person wants, unless a dialog lies over the pages."""
        covered = any(sheet.isVisible() for sheet in self.findChildren(Sheet))
        self.show_page(self._wanted if covered else key)

    def _theme_changed(self) -> None:
        self.settings.show_theme(self._theme.choice)

    # -- keeping up ---------------------------------------------------------------------------

    def _refresh_connection(self) -> None:
        session = self._session
        local = self.tr("Local node") if session.is_local else session.address
        name = session.node.name if session.node else self.tr("This node")
        match session.connection:
            case Live():
                text, token = self.tr("Agent running · {address}"), "good"
            case Connecting():
                text, token = self.tr("Connecting to the agent…"), "text_muted"
            case Refused():
                text, token = self.tr("Refused by {address}"), "bad"
            case _:
                text, token = self.tr("No answer from {address}"), "waiting"
        self.status.show_agent(text.format(address=session.address), token)
        self.rail.show_node(name, local or self.tr("Starting…"), token)
        self._new.setEnabled(session.is_live)
        self._refresh_banner()

    def _refresh_banner(self) -> None:
        match self._session.connection:
            case Stale(since, reason):
                text = self.tr("Stale since {time}: {reason} Trying again.").format(
                    time=minute(since), reason=reason
                )
                self.banner.show_sentence(text, "unplug", can_dismiss=False)
            case Refused(reason):
                self.banner.show_sentence(reason, "lock", can_dismiss=False)
            case _:
                notices = [n for n in self._session.notices if n not in self._seen_notices]
                self.banner.show_sentence(" ".join(notices), "info", can_dismiss=True)

    def _dismiss(self) -> None:
        self._seen_notices = list(self._session.notices)
        self._refresh_banner()

    def _refresh_tasks(self, _: object = None) -> None:
        statuses = [task.status for task in self._session.tasks.values()]
        running = statuses.count(Status.RUNNING)
        waiting = statuses.count(Status.PENDING)
        self.rail.show_count(TASKS, running)
        text = self.tr("{count} running").format(count=running)
        if waiting:
            text += " · " + self.tr("{count} waiting").format(count=waiting)
        self.status.show_counts(text)

    # -- Qt's events --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Make the pages once there is a window to see."""
        super().paintEvent(event)
        if not self._by_key:
            QTimer.singleShot(0, self, self.fill)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold the rail where there is little room."""
        super().resizeEvent(event)
        self.rail.fold(is_folded=self.width() < FOLD_BELOW)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask; whoever opened the window decides."""
        if self._may_close:
            event.accept()
        else:
            event.ignore()
            self.closing.emit()
