"""What the console remembers of itself: geometry, looks, habits; never a task, never a token."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal
from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

from cnet_ui.language import Language
from cnet_ui.theme import ThemeChoice

VERSION = 1  # of what is stored; another one is forgotten
RECENT = 8  # agents


class Closing(StrEnum):
    """What closing the window does."""

    ASK = "ask"
    TRAY = "tray"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Recent:
    """An agent that was connected once: its URL, and its node's name when last heard."""

    url: str
    name: str
    needs_token: bool = False


class Preferences(QObject):
    """Settings of the console in a file of their own.

    ``changed`` carries the name of a property that was chosen anew and that others follow.

    Args:
        settings: where they are kept.
    """

    changed = Signal(str)

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        if settings.value("version", VERSION, int) != VERSION:
            settings.clear()
        settings.setValue("version", VERSION)

    @property
    def theme(self) -> ThemeChoice:
        """The theme that was chosen."""
        text = str(self._settings.value("theme", ThemeChoice.SYSTEM))
        return ThemeChoice(text) if text in list(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._settings.setValue("theme", str(choice))

    @property
    def language(self) -> Language:
        """The language that was chosen."""
        text = str(self._settings.value("language", Language.SYSTEM))
        return Language(text) if text in list(Language) else Language.SYSTEM

    @language.setter
    def language(self, choice: Language) -> None:
        self._settings.setValue("language", str(choice))

    @property
    def closing(self) -> Closing:
        """What closing the window does."""
        text = str(self._settings.value("closing", Closing.ASK))
        return Closing(text) if text in list(Closing) else Closing.ASK

    @closing.setter
    def closing(self, choice: Closing) -> None:
        self._settings.setValue("closing", str(choice))

    @property
    def recents(self) -> list[Recent]:
        """The agents that were connected last, newest first."""
        try:
            found = json.loads(str(self._settings.value("recents", "[]")))
            return [Recent(**each) for each in found][:RECENT]
        except (ValueError, TypeError):
            return []

    @recents.setter
    def recents(self, recents: list[Recent]) -> None:
        found = [asdict(each) for each in recents[:RECENT]]
        self._settings.setValue("recents", json.dumps(found))

    @property
    def connected(self) -> list[str]:
        """The URLs of the agents that the console is connected to, or was when it ended."""
        try:
            found = json.loads(str(self._settings.value("connected", "[]")))
            return [each for each in found if isinstance(each, str)][:RECENT]
        except (ValueError, TypeError):
            return []

    @connected.setter
    def connected(self, urls: list[str]) -> None:
        self._settings.setValue("connected", json.dumps(urls))

    @property
    def folder(self) -> Path:
        """Where the console's own files lie."""
        return Path(self._settings.fileName()).parent

    def recall(self, key: str) -> str:
        """Return what was remembered under a name, empty if nothing was."""
        return str(self._settings.value(key, "") or "")

    def remember(self, key: str, value: str) -> None:
        """Remember something small under a name of its own."""
        self._settings.setValue(key, value)

    @property
    def notifies(self) -> bool:
        """Whether the desktop is told when a task that ran longer than a minute has ended."""
        return bool(self._settings.value("notifies", True, bool))

    @notifies.setter
    def notifies(self, is_on: bool) -> None:
        self._settings.setValue("notifies", is_on)

    @property
    def do_not_disturb(self) -> bool:
        """Whether nothing pops up for now."""
        return bool(self.recall("do-not-disturb"))

    @do_not_disturb.setter
    def do_not_disturb(self, is_on: bool) -> None:
        if is_on != self.do_not_disturb:
            self.remember("do-not-disturb", "true" if is_on else "")
            self.changed.emit("do_not_disturb")

    @property
    def has_place(self) -> bool:
        """Whether a window had a place before."""
        return isinstance(self._settings.value("geometry"), QByteArray)

    def restore(self, window: QWidget) -> None:
        """Give a window the place that it had."""
        geometry = self._settings.value("geometry")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)

    def restore_parts(self, window: QWidget) -> None:
        """Give the parts of a window the sizes that they had."""
        for part in _parts(window):
            state = self._settings.value(f"state/{part.objectName()}")
            if isinstance(state, QByteArray):
                part.restoreState(state)

    def keep(self, window: QWidget) -> None:
        """Remember a window's place and the sizes of its parts."""
        self._settings.setValue("geometry", window.saveGeometry())
        self.keep_parts(window)
        self._settings.sync()

    def keep_parts(self, window: QWidget) -> None:
        """Remember the sizes of the parts of a window or of a page."""
        for part in _parts(window):
            self._settings.setValue(f"state/{part.objectName()}", part.saveState())


def _parts(window: QWidget) -> list[QSplitter | QHeaderView]:
    found: list[QSplitter | QHeaderView] = [
        *window.findChildren(QSplitter),
        *window.findChildren(QHeaderView),
    ]
    return [part for part in found if part.objectName()]
