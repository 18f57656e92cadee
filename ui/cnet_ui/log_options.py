"""How logs are shown, the same in every log view; remembered."""

import functools

from PySide6.QtCore import QObject, Signal

from cnet_ui.preferences import Preferences

ON, OFF = "on", "off"  # as they are kept
NAMES = ("times", "wrap", "case", "pattern")


class LogOptions(QObject):
    """Choices that hold for all logs. ``changed`` tells that one of them is another now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._preferences: Preferences | None = None
        self._chosen = {"times": True, "wrap": False, "case": False, "pattern": False}

    def keep_in(self, preferences: Preferences) -> None:
        """Take over what is remembered, and remember what is chosen from now on."""
        self._preferences = preferences
        for name in NAMES:
            if kept := preferences.recall(f"log/{name}"):
                self._chosen[name] = kept == ON
        self.changed.emit()

    def choose(self, name: str, *, on: bool) -> None:
        """Turn an option on or off: times, wrap, case or pattern."""
        if self._chosen[name] == on:
            return
        self._chosen[name] = on
        if self._preferences is not None:
            self._preferences.remember(f"log/{name}", ON if on else OFF)
        self.changed.emit()

    def is_on(self, name: str) -> bool:
        """Return whether an option is on."""
        return self._chosen[name]


@functools.cache
def log_options() -> LogOptions:
    """Return the options in force."""
    return LogOptions()
