"""Every key of the console in one table: what acts on it and what it is called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from cnet_ui.pages.places import places

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Key:
    """A shortcut: the name of its action, its keys as Qt writes them, and what it does."""

    action: str
    keys: str
    words: str


def shortcuts() -> list[Key]:
    """Return all shortcuts, the pages' first; those of a dialog or a list act within it."""
    pages = [
        Key(page_action(place.key), f"Ctrl+{number}", place.word)
        for number, place in enumerate(places(), start=1)
    ]
    return [
        *pages,
        Key("back", "Alt+Left", translate("shortcuts", "Back to where you were")),
        Key("forward", "Alt+Right", translate("shortcuts", "Forward again")),
        Key("connections", "Ctrl+L", translate("shortcuts", "Nodes and connections")),
        Key("settings", "Ctrl+,", translate("shortcuts", "Settings")),
        Key("new-task", "Ctrl+N", translate("shortcuts", "New task")),
        Key("refresh", "F5", translate("shortcuts", "Ask the agent anew")),
        Key("quit", "Ctrl+Q", translate("shortcuts", "Quit the console")),
        Key("find", "Ctrl+F", translate("shortcuts", "Search this page")),
        Key("run", "Ctrl+Return", translate("shortcuts", "Run the new task")),
    ]


def page_action(key: str) -> str:
    """Return the name of the action that goes to a page."""
    return f"page-{key}"


def keys_of(action: str) -> str:
    """Return the keys of an action for people: ``Ctrl+N``."""
    found = next(key.keys for key in shortcuts() if key.action == action)
    return QKeySequence(found).toString(QKeySequence.SequenceFormat.NativeText)


def install(window: QWidget, actions: Mapping[str, Callable[[], object]]) -> None:
    """Let the window act on the keys of ``actions``."""
    for key in shortcuts():
        if key.action in actions:
            act = actions[key.action]
            QShortcut(QKeySequence(key.keys), window).activated.connect(lambda act=act: act())
