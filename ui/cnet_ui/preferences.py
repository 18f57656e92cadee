"""What the console remembers of itself: geometry and theme, never anything of the agent's."""

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

from cnet_ui.theme import ThemeChoice

VERSION = 1  # of what is stored; another one is forgotten


class Preferences:
    """Settings of the console in a file of their own.

    Args:
        settings: where they are kept.
    """

    def __init__(self, settings: QSettings) -> None:
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
        for part in _parts(window):
            self._settings.setValue(f"state/{part.objectName()}", part.saveState())
        self._settings.sync()


def _parts(window: QWidget) -> list[QSplitter | QHeaderView]:
    found: list[QSplitter | QHeaderView] = [
        *window.findChildren(QSplitter),
        *window.findChildren(QHeaderView),
    ]
    return [part for part in found if part.objectName()]
