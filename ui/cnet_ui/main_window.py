"""The console's window: rail, title, pages, status; its frame first, its pages a moment later."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from cnet_agent.client.stream import Refused, Stale
from cnet_agent.model.errors import AgentError
from cnet_ui.background import spawn
from cnet_ui.connections import Connections
from cnet_ui.dispose import dispose
from cnet_ui.frame import Frame
from cnet_ui.front_desk import FrontDesk
from cnet_ui.icons import application_icon
from cnet_ui.log_options import log_options
from cnet_ui.models.spec_fields import body_of
from cnet_ui.page_history import PageHistory
from cnet_ui.pages.node_stack import NodeStack
from cnet_ui.pages.places import DASHBOARD, SETTINGS, places
from cnet_ui.preferences import Preferences
from cnet_ui.session import AgentSession
from cnet_ui.shortcuts import install, keys_of, page_action
from cnet_ui.switching import Switching
from cnet_ui.theme import Theme
from cnet_ui.widgets.banner import Banner
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.rail import Rail
from cnet_ui.widgets.sheet import Sheet
from cnet_ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from cnet_ui.pages.dashboard import DashboardPage
    from cnet_ui.pages.logs import LogsPage
    from cnet_ui.pages.node_pages import NodePages
    from cnet_ui.pages.settings.page import SettingsPage
    from cnet_ui.pages.tasks import TasksPage

TITLE = "CNET Console"
SMALLEST = QSize(1024, 680)
FIRST_SIZE = QSize(1280, 820)
FOLD_BELOW = 1100  # pixels
LAST_PAGE = "page"  # remembered under this name


class MainWindow(QMainWindow):
    """Shows one of several nodes.

    ``closing`` is emitted when a person closes it, ``quitting`` when the console is to end, and
    ``language_chosen`` with a ``Language``: whoever opened the window makes it anew.

    Args:
        session: this node's agent; others are connected to beside it.
        theme: how everything looks.
        preferences: where the window's place and recent nodes are kept.
        connections: that outlive the window; without them it has its own.
    """

    closing = Signal()
    quitting = Signal()
    language_chosen = Signal(str)

    def __init__(
        self,
        session: AgentSession,
        theme: Theme,
        preferences: Preferences,
        connections: Connections | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowIcon(application_icon())
        self.setMinimumSize(SMALLEST)
        self.resize(FIRST_SIZE)
        self.connections = connections or Connections(session, preferences, self)
        self._preferences = preferences
        self._history: PageHistory[tuple[AgentSession, str]] = PageHistory()
        self._may_close = False
        self._is_opening = False
        self._is_connecting = False
        self._is_filled = False
        self._wanted = DASHBOARD
        self._stack = NodeStack(self.connections, theme, preferences)
        self._build()
        if (last := preferences.recall(LAST_PAGE)) in self._words:
            self._wanted = last
        self.switching = Switching(self, self.rail.node, self.connections, self.tell)
        self.switching.asks.connect(self._name_dialog)
        self.desk = FrontDesk(self, theme, preferences)
        self.show_page(self._wanted)
        self._connect()
        self._install_keys()
        self._refresh()
        preferences.restore(self)
        log_options().keep_in(preferences)

    def fill(self) -> None:
        """Make the pages, which takes some time; done when the frame has been painted."""
        if not self._is_filled:
            self._is_filled = True
            self._stack.see(self.session, self._wanted)
            self._stack.setFocus()  # nobody has pressed a key yet

    # -- what others do with it ---------------------------------------------------------------

    @property
    def session(self) -> AgentSession:
        """The session of the node that is shown."""
        return self.connections.current

    @property
    def node(self) -> "NodePages":
        """The pages of the node that is shown."""
        return self._stack.of(self.session)

    @property
    def dashboard(self) -> "DashboardPage":
        """The dashboard of the node that is shown."""
        return self.node.dashboard

    @property
    def tasks(self) -> "TasksPage":
        """The tasks of the node that is shown."""
        return self.node.tasks

    @property
    def logs(self) -> "LogsPage":
        """The logs of the node that is shown."""
        return self.node.logs

    @property
    def settings(self) -> "SettingsPage":
        """The settings, with those of the node that is shown."""
        return self.node.settings

    def show_page(self, key: str) -> None:
        """Go to a page of the node that is shown."""
        self._wanted = key
        if self._is_filled:
            self._stack.see(self.session, key)
        self._history.visit((self.session, key))
        self._title.setText(self._words[key])
        self.rail.choose(key)

    def tell(self, sentence: str) -> None:
        """Say that something did not work."""
        self.desk.tell(sentence)

    def new_task(self, preset_id: str = "") -> None:
        """Open the form for a new task, unless it is open or there is nobody to run one."""
        if isinstance(self.session.connection, Stale | Refused):
            self.tell(self._why_no_task())
        elif not self._is_opening:
            self._is_opening = True
            spawn(self._open_form(preset_id), self)

    def duplicate_task(self, task_id: str) -> None:
        """Open the form for a task like another one."""
        if not self._is_opening:
            self._is_opening = True
            spawn(self._open_form("", task_id), self)

    def save_as_preset(self, task_id: str) -> None:
        """Ask how to keep a task as a preset."""
        spawn(self._keep_task(task_id), self)

    def run_preset(self, preset_id: str) -> None:
        """Run a preset as it is, and show its task."""
        self.node.run_preset(preset_id)

    def refresh(self) -> None:
        """Ask the agent for what no event brings."""
        spawn(self.session.refresh(), self)

    def come_up(self) -> None:
        """Show the window, wherever it was, in front of others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def take_over(self, before: "MainWindow") -> None:
        """Show what another window over the same nodes showed, in its place."""
        self.show()
        self.fill()
        self.desk.notifications.take_over(before.desk.notifications)
        self._stack.take_over(before._stack)  # noqa: SLF001 - a window as this one
        self.show_page(before.node.key)

    def keep(self) -> None:
        """Remember the window's place, its page and the sizes of its parts."""
        self._preferences.remember(LAST_PAGE, self._wanted)
        self._preferences.keep(self)
        if self._is_filled:  # what one sees counts, of what several nodes have
            self._preferences.keep_parts(self.node)

    def leave(self) -> None:
        """Close for good."""
        self.keep()
        self._may_close = True
        self.close()

    # -- building -----------------------------------------------------------------------------

    def _build(self) -> None:
        found = places()
        self._words = {place.key: place.word for place in found}
        self.rail = Rail(found)
        self._title = label("", "title")
        self._new = Button(self.tr("New task"), icon_name="plus", kind="primary")
        self._new.setObjectName("new-task")
        self._new.setAutoDefault(False)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(22, 14, 22, 14)
        self.head.setSpacing(10)
        self.head.addWidget(self._title)
        self.head.addStretch(1)
        self.head.addWidget(self._new)
        self.banner = Banner()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.banner)
        right.addLayout(self.head)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(right, 1)
        body = QWidget()
        self.setCentralWidget(body)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        self.status = StatusBar()
        layout.addWidget(self.status)

    def _connect(self) -> None:
        self._frame = Frame(self, self.connections, self.rail, self.status, self.banner)
        self._frame.refreshed.connect(self._refresh)
        self.connections.switched.connect(self._switch)
        self.connections.disconnected.connect(self._forget)
        self._stack.led.connect(self.show_page)
        self._stack.open_preset.connect(self.new_task)
        self._stack.duplicate.connect(self.duplicate_task)
        self._stack.save_as_preset.connect(self.save_as_preset)
        self._stack.language_chosen.connect(self.language_chosen)
        self._stack.connect_again.connect(self.switching.change_current)
        self._stack.disconnect_it.connect(self.switching.disconnect_current)
        self.rail.chosen.connect(self._go)
        self.rail.node.clicked.connect(lambda _: self._unless_covered(self.switching.open_menu))
        self.status.job_wanted.connect(self._show_task)
        self._new.clicked.connect(lambda _: self.new_task())

    def _install_keys(self) -> None:
        actions: dict[str, Callable[[], object]] = {
            page_action(key): lambda key=key: self.show_page(key)  # type: ignore[misc]
            for key in self._words
        }
        actions |= {
            "settings": lambda: self.show_page(SETTINGS),
            "back": lambda: self._return_to(self._history.back()),
            "forward": lambda: self._return_to(self._history.forward()),
            "connections": self.switching.open_menu,
            "new-task": self.new_task,
            "refresh": self.refresh,
            "quit": self.quitting.emit,
        }
        # No page changes below a dialog that lies over it.
        guarded = {name: lambda act=act: self._unless_covered(act) for name, act in actions.items()}
        install(self, guarded | self.desk.actions)

    # -- doing --------------------------------------------------------------------------------

    async def _keep_task(self, task_id: str) -> None:
        from cnet_ui.dialogs.preset_actions import PresetActions

        session = self.session
        task = await session.task(task_id)
        PresetActions(self, session, self).save_task(body_of(task))

    async def _open_form(self, preset_id: str, task_id: str = "") -> None:
        from cnet_ui.dialogs.new_task import NewTaskDialog

        session, node = self.session, self.node
        try:
            await session.load_presets()
            task = await session.task(task_id) if task_id else None
        except AgentError:
            if task_id or not session.presets:
                self._is_opening = False
                raise
            task = None
        form = NewTaskDialog(self, session, preset_id, task)
        form.started.connect(node.show_task)
        form.finished.connect(self._form_closed)
        form.finished.connect(lambda _: dispose(form))
        self.setWindowTitle(self.tr("New task - {title}").format(title=TITLE))
        form.open()

    def _form_closed(self) -> None:
        self._is_opening = False
        self._refresh()

    def _name_dialog(self, is_connecting: bool) -> None:
        self._is_connecting = is_connecting
        if is_connecting:
            self.setWindowTitle(self.tr("Connect - {title}").format(title=TITLE))
        else:
            self._refresh()

    def _go(self, key: str) -> None:
        """Go where a person wants, unless a dialog lies over the pages."""
        self._unless_covered(lambda: self.show_page(key))
        self.rail.choose(self._wanted)

    def _show_task(self, task_id: str) -> None:
        self.node.show_task(task_id)

    def _switch(self) -> None:
        if self._is_filled:
            self.show_page(self.node.key)

    def _forget(self, session: AgentSession) -> None:
        self._history.forget(lambda place: place[0] is session)

    def _return_to(self, place: tuple[AgentSession, str] | None) -> None:
        if place is not None:
            session, key = place
            self._stack.see(session, key)
            self.connections.switch_to(session)
            self.show_page(key)

    def _unless_covered(self, act: Callable[[], object]) -> None:
        if not any(sheet.isVisible() for sheet in self.findChildren(Sheet)):
            act()

    def _why_no_task(self) -> str:
        return self.tr("A task can be started as soon as the agent is connected.")

    def _refresh(self) -> None:
        is_live = self.session.is_live
        self._new.setEnabled(is_live)
        self._new.setToolTip(keys_of("new-task") if is_live else self._why_no_task())
        if self._is_opening or self._is_connecting:
            return
        if self.session is self.connections.home:
            self.setWindowTitle(TITLE)
        else:
            self.setWindowTitle(f"{self.connections.name_of(self.session)} - {TITLE}")

    # -- Qt's events --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Make the pages once there is a window to see."""
        super().paintEvent(event)
        if not self._is_filled:
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
