"""The pages of every node that is connected, of which one node's are seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from cnet_ui.connections import Connections
from cnet_ui.dispose import dispose
from cnet_ui.preferences import Preferences
from cnet_ui.session import AgentSession
from cnet_ui.theme import Theme

if TYPE_CHECKING:
    from cnet_ui.pages.node_pages import NodePages


class NodeStack(QStackedWidget):
    """Makes the pages of a node when it is first shown, and ends them with its connection.

    ``led`` carries the key of a page that one was led to on the node that is seen, ``open_preset``
    a preset to fill in there, ``duplicate`` and ``save_as_preset`` a task to make a form of; the
    others ask for the connection itself.
    """

    led = Signal(str)
    open_preset = Signal(str)
    duplicate = Signal(str)
    save_as_preset = Signal(str)
    language_chosen = Signal(str)
    connect_again = Signal()
    disconnect_it = Signal()

    def __init__(self, connections: Connections, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self._connections = connections
        self._theme = theme
        self._preferences = preferences
        self._nodes: dict[AgentSession, NodePages] = {}
        connections.disconnected.connect(self._drop)

    def of(self, session: AgentSession) -> "NodePages":
        """Return the pages of a session, and make them if it was never shown."""
        if session not in self._nodes:
            self._nodes[session] = self._make(session)
        return self._nodes[session]

    def see(self, session: AgentSession, key: str = "") -> str:
        """Show a page of a session, the one of last time without a key; return its key."""
        pages = self.of(session)
        pages.show_page(key or pages.key)
        self.setCurrentWidget(pages)
        return pages.key

    def take_over(self, before: "NodeStack") -> None:
        """Show what the pages of another window showed."""
        for session, pages in before._nodes.items():  # noqa: SLF001 - a stack as this one
            self.of(session).take_over(pages)

    def _make(self, session: AgentSession) -> "NodePages":
        from cnet_ui.pages.node_pages import NodePages

        waits = session is not self._connections.home
        made = NodePages(session, self._theme, self._preferences, waits=waits)
        made.went.connect(lambda key: self._lead(session, key))
        made.open_preset.connect(self.open_preset)
        made.duplicate.connect(self.duplicate)
        made.save_as_preset.connect(self.save_as_preset)
        made.language_chosen.connect(self.language_chosen)
        made.connect_again.connect(self.connect_again)
        made.disconnect_it.connect(self.disconnect_it)
        self.addWidget(made)
        return made

    def _lead(self, session: AgentSession, key: str) -> None:
        """Go on to another page; on a node that is not seen it waits there."""
        if session is self._connections.current:
            self.led.emit(key)
        elif session in self._nodes:
            self._nodes[session].show_page(key)

    def _drop(self, session: AgentSession) -> None:
        pages = self._nodes.pop(session, None)
        if pages is not None:
            self._preferences.keep_parts(pages)
            self.removeWidget(pages)
            pages.hide()
            dispose(pages)
