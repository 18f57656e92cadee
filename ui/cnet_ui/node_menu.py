"""The menu of the connection switcher: nodes that are connected, recent ones, and the ways in."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QMenu, QWidget

from cnet_ui.addresses import short
from cnet_ui.connection_words import state_word, token_of
from cnet_ui.connections import Connections
from cnet_ui.icons import dot, icon
from cnet_ui.preferences import Recent
from cnet_ui.session import AgentSession


class NodeMenu(QMenu):
    """``wanted`` carries a session to show, ``recent_wanted`` a ``Recent`` to connect to again."""

    wanted = Signal(object)
    recent_wanted = Signal(object)
    connect_wanted = Signal()
    change_wanted = Signal()
    disconnect_wanted = Signal()

    def __init__(self, parent: QWidget, connections: Connections) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Nodes"))
        self.setToolTipsVisible(True)
        self._connections = connections
        for session in connections.sessions:
            self._add_session(session)
        if connections.recents:
            self.addSeparator()
            self.addAction(self.tr("Recent")).setEnabled(False)
            for recent in connections.recents:
                self._add_recent(recent)
        self.addSeparator()
        add = self.addAction(icon("plug"), self.tr("Connect to a node…"))
        add.triggered.connect(lambda _: self.connect_wanted.emit())
        self._add_way_out()

    def _add_session(self, session: AgentSession) -> None:
        name = self._connections.name_of(session)
        here = session is self._connections.home
        where = self.tr("This node") if here else session.address
        action = self._add(name, self.tr("{where} · {state}"), where, state_word(session))
        action.setIcon(dot(token_of(session)))
        action.triggered.connect(lambda _: self.wanted.emit(session))
        if session is self._connections.current:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            action.setFont(font)
            action.setStatusTip(self.tr("shown now"))
            action.setIcon(icon("check", token_of(session)))

    def _add_recent(self, recent: Recent) -> None:
        action = self._add(recent.name, "{where}", short(recent.url), "")
        action.setIcon(icon("history"))
        action.triggered.connect(lambda _: self.recent_wanted.emit(recent))

    def _add_way_out(self) -> None:
        current = self._connections.current
        if current is not self._connections.home:
            change = self.addAction(icon("key-round"), self.tr("Change address or token…"))
            change.triggered.connect(lambda _: self.change_wanted.emit())
        name = self._connections.name_of(current).replace("&", "&&")
        away = self.addAction(icon("unplug"), self.tr("Disconnect {name}").format(name=name))
        away.triggered.connect(lambda _: self.disconnect_wanted.emit())
        if current is self._connections.home:
            away.setEnabled(False)
            away.setText(self.tr("Disconnect"))
            away.setToolTip(self.tr("This node's own agent stays with the console."))

    def _add(self, name: str, side: str, where: str, state: str) -> QAction:
        """Add a node with a few words at the right, where menus have their keys."""
        text = name.replace("&", "&&").replace("\t", " ")
        return self.addAction(f"{text}\t{side.format(where=where, state=state)}")
