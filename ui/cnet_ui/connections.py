"""The agents that the console is connected to, which of them it shows, and those of before."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from cnet_agent.client.client import AgentClient
from cnet_ui.addresses import is_same, short
from cnet_ui.background import spawn
from cnet_ui.dispose import dispose
from cnet_ui.preferences import Preferences, Recent
from cnet_ui.saved_tokens import SavedTokens
from cnet_ui.session import AgentSession

TOKENS = "tokens.json"  # in the folder of the console's settings


@dataclass(frozen=True, slots=True)
class _Link:
    session: AgentSession
    client: AgentClient
    token: str | None
    following: asyncio.Task[None]


class Connections(QObject):
    """A session for this node, and one for every agent that was connected beside it.

    Each is followed until it is disconnected, whichever is shown; one that fails heals by itself.

    Args:
        home: the session of this node, which somebody else follows.
        preferences: where recent agents are remembered.
        make_client: of a URL and a token.
    """

    switched = Signal()  # another session is the current one
    changed = Signal()  # sessions, their names and states, or recents
    disconnected = Signal(object)  # a session that ends after this

    def __init__(
        self,
        home: AgentSession,
        preferences: Preferences,
        parent: QObject | None = None,
        *,
        make_client: Callable[..., AgentClient] = AgentClient,
    ) -> None:
        super().__init__(parent)
        self.home = home
        self.current = home
        self.tokens = SavedTokens(preferences.folder / TOKENS)
        self._preferences = preferences
        self._make_client = make_client
        self._links: list[_Link] = []
        home.connection_changed.connect(self.changed)
        home.node_changed.connect(self.changed)

    @property
    def sessions(self) -> list[AgentSession]:
        """This node's session, then the others as they were connected."""
        return [self.home, *(link.session for link in self._links)]

    @property
    def recents(self) -> list[Recent]:
        """Agents of before that are not connected now, newest first."""
        connected = {session.url for session in self.sessions}
        return [each for each in self._preferences.recents if each.url not in connected]

    def name_of(self, session: AgentSession) -> str:
        """Return what to call a session's node: its name, else the one of last time."""
        if session.node is not None:
            return session.node.name
        if session is self.home:
            return self.tr("This node")
        return next((each.name for each in self._recent(session.url)), short(session.url))

    def switch_to(self, session: AgentSession) -> None:
        """Show a session."""
        if session is not self.current:
            self.current = session
            self.switched.emit()

    def connect_to(self, url: str, token: str | None = None) -> AgentSession:
        """Connect to an agent, unless it is connected with that token already, and show it."""
        if is_same(self.home.url, url):
            self.switch_to(self.home)
            return self.home
        link = next((each for each in self._links if is_same(each.session.url, url)), None)
        if link is not None and link.token == token:
            self.switch_to(link.session)
            return link.session
        session = self._begin(url, token)
        self._keep_connected()
        self.changed.emit()
        self.switch_to(session)
        if link is not None:
            self.disconnect_from(link.session)
        return session

    def disconnect_from(self, session: AgentSession) -> None:
        """Disconnect from an agent; this node is shown then if that one was."""
        link = next((each for each in self._links if each.session is session), None)
        if link is None:
            return
        if session is self.current:
            self.switch_to(self.home)
        self._links.remove(link)
        self._keep_connected()
        self.disconnected.emit(session)
        self.changed.emit()
        spawn(_end(link), self)

    async def resume(self) -> None:
        """Connect again to the agents of last time, and show none of them.

        One whose token was not remembered stays among the recent ones.
        """
        for url in self._preferences.connected:
            token = await self.tokens.get(url)
            needs_token = any(each.needs_token for each in self._recent(url))
            known = any(is_same(session.url, url) for session in self.sessions)
            if not known and (token is not None or not needs_token):
                self._begin(url, token)
        self._keep_connected()
        self.changed.emit()

    async def forget(self, url: str) -> None:
        """Take an agent from the recent ones, and its token with it.

        Raises:
            OSError: the remembered token cannot be taken away.
        """
        self._preferences.recents = [each for each in self._preferences.recents if each.url != url]
        self.changed.emit()
        await self.tokens.forget(url)

    async def close(self) -> None:
        """Disconnect from all but this node; the console ends."""
        links, self._links = self._links, []
        await asyncio.gather(*(_end(link) for link in links))

    # -- keeping up ---------------------------------------------------------------------------

    def _begin(self, url: str, token: str | None) -> AgentSession:
        session = AgentSession(self, needs_token=bool(token))
        client = self._make_client(url, token=token)
        following = spawn(session.follow(client), session)
        session.take_client(client)
        self._links.append(_Link(session, client, token, following))
        session.connection_changed.connect(self.changed)
        session.node_changed.connect(lambda: self._learn_name(session))
        name = next((each.name for each in self._recent(url)), short(url))
        self._remember(Recent(url, name, needs_token=bool(token)))
        return session

    def _learn_name(self, session: AgentSession) -> None:
        for each in self._recent(session.url):
            if session.node is not None and session.node.name != each.name:
                recents = self._preferences.recents
                recents[recents.index(each)] = replace(each, name=session.node.name)
                self._preferences.recents = recents
        self.changed.emit()

    def _keep_connected(self) -> None:
        self._preferences.connected = [link.session.url for link in self._links]

    def _remember(self, recent: Recent) -> None:
        others = [each for each in self._preferences.recents if each.url != recent.url]
        self._preferences.recents = [recent, *others]

    def _recent(self, url: str) -> list[Recent]:
        return [each for each in self._preferences.recents if each.url == url]


async def _end(link: _Link) -> None:
    """Stop following; what the pages still ask ends with them, before the connections do."""
    link.following.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await link.following
    dispose(link.session)
    await asyncio.sleep(0)
    await link.client.close()
