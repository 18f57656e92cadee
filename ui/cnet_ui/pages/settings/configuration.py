"""The settings of the agent as they were last heard, and the way to change them."""

from pydantic import JsonValue
from PySide6.QtCore import QObject, Signal

from cnet_agent.config.fields import FIELDS
from cnet_agent.model.errors import AgentError, Forbidden, Unauthenticated
from cnet_agent.wire.node import ConfigView, Setting
from cnet_ui.agent_words import error_text, worded
from cnet_ui.pages.settings.values import problem, sentence
from cnet_ui.session import AgentSession


class Configuration(QObject):
    """What is known of the settings of the session's agent.

    ``changed`` is emitted when something is known anew, and when they can or cannot be changed.
    """

    changed = Signal()

    def __init__(self, session: AgentSession, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.file: str | None = None
        self.refusal = ""  # why the agent does not tell them
        self._settings: dict[str, Setting] = {}
        self._address = session.address
        session.connection_changed.connect(self._look)

    def __contains__(self, key: str) -> bool:
        return key in self._settings

    def __getitem__(self, key: str) -> Setting:
        return self._settings[key]

    @property
    def can_change(self) -> bool:
        """Whether a change would reach the agent."""
        return self.session.is_live and bool(self._settings)

    @property
    def pending(self) -> list[Setting]:
        """What was changed and waits for the agent's next start."""
        return [setting for setting in self._settings.values() if setting.pending]

    def problem(self, key: str, value: JsonValue) -> str:
        """Return why a setting cannot have a value, by the agent's rules; empty if it can."""
        known = {name: each.value for name, each in self._settings.items() if name in FIELDS}
        return problem(known, key, value)

    async def load(self) -> None:
        """Ask for the settings; what is known stays where nobody answers."""
        address = self.session.address
        try:
            view = await self.session.client.config()
            if address == self.session.address:
                self._take(view)
                self.refusal = ""
        except (Forbidden, Unauthenticated) as error:
            self.refusal = error_text(error)
            self._settings = {}
        except AgentError:  # the connection says so already
            return
        self.changed.emit()

    async def change(self, key: str, value: JsonValue) -> str:
        """Change a setting, None takes an earlier change back; return why it was refused."""
        try:
            self._take(await self.session.client.change_config({key: value}))
        except AgentError as error:
            found = (worded(each.msg) for each in error.errors if each.loc[-1:] == (key,))
            said = next(found, error_text(error))
            return sentence(key, said)
        self.changed.emit()
        return ""

    def _take(self, view: ConfigView) -> None:
        self.file = view.file
        self._settings = {setting.key: setting for setting in view.settings}

    def _look(self) -> None:
        if self.session.address != self._address:  # another agent's settings are not these
            self._address = self.session.address
            self._settings, self.file, self.refusal = {}, None, ""
        self.changed.emit()
