"""Asks the agent for something when somebody looks at it, and again when the connection is back."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from cnet_agent.model.errors import AgentError
from cnet_ui.background import spawn
from cnet_ui.session import AgentSession


class Loader(QObject):
    """Calls ``ask`` while ``widget`` is seen and the agent answers.

    Args:
        widget: whose showing starts it; it owns the loader.
        session: the agent.
        ask: asks and shows what was answered; the errors of the agent are left to ``failed``.
        failed: shows why nothing was answered.
    """

    def __init__(
        self,
        widget: QWidget,
        session: AgentSession,
        ask: Callable[[], Awaitable[None]],
        failed: Callable[[AgentError], None],
    ) -> None:
        super().__init__(widget)
        self._widget = widget
        self._session = session
        self._ask = ask
        self._failed = failed
        self._is_asking = False
        self._asks_again = False
        widget.installEventFilter(self)
        session.connection_changed.connect(self.load)

    def load(self) -> None:
        """Ask now, or once what is under way is answered; not while nobody looks."""
        if not self._session.is_live or not self._widget.isVisible():
            return
        if self._is_asking:
            self._asks_again = True
            return
        self._is_asking = True
        spawn(self._load(), self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Ask when the widget is shown."""
        if event.type() == QEvent.Type.Show:
            self.load()
        return super().eventFilter(watched, event)

    async def _load(self) -> None:
        try:
            await self._ask()
        except AgentError as error:
            self._failed(error)
        finally:
            self._is_asking = False
        if self._asks_again:
            self._asks_again = False
            self.load()
