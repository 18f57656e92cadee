"""What a person does with connections: the menu on the rail, and the dialog to connect."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from cnet_ui.background import spawn
from cnet_ui.connections import Connections
from cnet_ui.dialogs.connect import ConnectDialog
from cnet_ui.dispose import dispose
from cnet_ui.node_menu import NodeMenu
from cnet_ui.preferences import Recent
from cnet_ui.session import AgentSession


class Switching(QObject):
    """Opens the menu below ``button`` and dialogs over ``window``; ``tell`` says what failed.

    ``asks`` tells whether an agent is being asked for.
    """

    asks = Signal(bool)

    def __init__(
        self,
        window: QWidget,
        button: QWidget,
        connections: Connections,
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._tell = tell
        self._window = window
        self._button = button
        self._connections = connections

    def open_menu(self) -> NodeMenu:
        """Show the menu, its first entry ready for the keyboard."""
        menu = NodeMenu(self._window, self._connections)
        menu.wanted.connect(self._switch)
        menu.recent_wanted.connect(self.connect_again)
        menu.connect_wanted.connect(self.open_dialog)
        menu.change_wanted.connect(self.change_current)
        menu.disconnect_wanted.connect(self.disconnect_current)
        menu.aboutToHide.connect(lambda: dispose(menu))
        menu.setMinimumWidth(max(self._button.width(), 300))
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height() + 4)))
        menu.setActiveAction(menu.actions()[0])
        return menu

    def open_dialog(self, url: str = "") -> ConnectDialog:
        """Ask for an agent, beginning with ``url``."""
        dialog = ConnectDialog(self._window, self._connections.recents, url)
        dialog.connected.connect(self._connect)
        dialog.forgotten.connect(lambda each: spawn(self._forget(each), self._window))
        dialog.finished.connect(lambda _: dispose(dialog))
        dialog.finished.connect(lambda _: self.asks.emit(False))
        dialog.open()
        self.asks.emit(True)
        return dialog

    def connect_again(self, recent: Recent) -> None:
        """Connect to an agent of before, with its token if that was remembered."""
        spawn(self._connect_again(recent), self._window)

    def change_current(self) -> None:
        """Ask for another address or token in place of the current agent's."""
        session, url = self._connections.current, self._connections.current.url
        dialog = self.open_dialog(url)
        dialog.connected.connect(
            lambda chosen: self._connections.disconnect_from(session) if chosen != url else None
        )

    def disconnect_current(self) -> None:
        """Disconnect from the agent that is shown, unless it is this node's."""
        self._connections.disconnect_from(self._connections.current)

    def _switch(self, session: AgentSession) -> None:
        if session in self._connections.sessions:  # it may have gone while the menu was open
            self._connections.switch_to(session)

    def _connect(self, url: str, token: str | None, remember: bool) -> None:
        self._connections.connect_to(url, token)
        spawn(self._remember(url, token if remember else None), self._window)

    async def _remember(self, url: str, token: str | None) -> None:
        tokens = self._connections.tokens
        try:
            if token is None:
                await tokens.forget(url)
            else:
                await tokens.keep(url, token)
        except OSError as error:
            text = self.tr("The token could not be remembered: {reason}.")
            self._tell(text.format(reason=error.strerror))

    async def _forget(self, url: str) -> None:
        try:
            await self._connections.forget(url)
        except OSError as error:
            text = self.tr("The remembered token could not be removed: {reason}.")
            self._tell(text.format(reason=error.strerror))

    async def _connect_again(self, recent: Recent) -> None:
        token = await self._connections.tokens.get(recent.url)
        if recent.needs_token and token is None:
            self.open_dialog(recent.url)
        else:
            self._connections.connect_to(recent.url, token)
