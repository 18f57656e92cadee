"""The icon beside the clock: what runs, and the way back to the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from cnet_agent.model.phase import Status
from cnet_ui.icons import application_icon, tray_icon
from cnet_ui.main_window import TITLE, MainWindow
from cnet_ui.system_theme import prefers_dark


class Tray(QObject):
    """An icon with a menu, while the window can be hidden.

    Args:
        window: to show and hide.
        quit_wanted: called when a person wants to end the console from here.
    """

    def __init__(self, window: MainWindow, quit_wanted: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self.icon = QSystemTrayIcon(self)
        self.menu = QMenu(window)
        self.toggle = self._add(self.tr("Show the window"), self._toggle)
        self.new_task = self._add(self.tr("New task"), self._new_task)
        self.running = self._add("", lambda: None)
        self.running.setEnabled(False)
        self.menu.addSeparator()
        self.quit = self._add(self.tr("Quit"), quit_wanted)
        self.menu.aboutToShow.connect(self._refresh)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activate)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        application.styleHints().colorSchemeChanged.connect(self._dress)
        window.connections.changed.connect(self._watch)
        self._watched: set[QObject] = set()
        self._watch()
        self._dress()
        self.icon.messageClicked.connect(window.come_up)
        window.desk.notifications.desktop = self.tell
        self.icon.show()

    @staticmethod
    def is_available() -> bool:
        """Return whether this desktop has a place for the icon."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def tell(self, title: str, text: str) -> None:
        """Show a notification of the desktop."""
        self.icon.showMessage(title, text, application_icon())

    def _add(self, text: str, act: Callable[[], object]) -> QAction:
        action = self.menu.addAction(text)
        action.triggered.connect(lambda _: act())
        return action

    def _activate(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self._toggle()

    def _toggle(self) -> None:
        if self._window.isVisible() and not self._window.isMinimized():
            self._window.hide()
        else:
            self._window.come_up()

    def _new_task(self) -> None:
        self._window.come_up()
        self._window.new_task()

    def _watch(self) -> None:
        """Count the tasks of every node that is connected."""
        for session in self._window.connections.sessions:
            if session not in self._watched:
                self._watched.add(session)
                session.tasks_changed.connect(self._refresh)
                session.tasks_removed.connect(self._refresh)
        self._watched &= set(self._window.connections.sessions)
        self._refresh()

    def _refresh(self, _: object = None) -> None:
        sessions = self._window.connections.sessions
        running = sum(
            task.status is Status.RUNNING for each in sessions for task in each.tasks.values()
        )
        text = self.tr("{count} running").format(count=running)
        if self.running.text() != text:
            self.running.setText(text)
            self.icon.setToolTip(f"{TITLE} · {text}")
        is_seen = self._window.isVisible() and not self._window.isMinimized()
        self.toggle.setText(self.tr("Hide the window") if is_seen else self.tr("Show the window"))
        self.new_task.setEnabled(self._window.session.is_live)

    def _dress(self, _: Qt.ColorScheme | None = None) -> None:
        self.icon.setIcon(tray_icon(is_bar_dark=prefers_dark(self._application)))
