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
    """A shortcut: the name of its action, its keys as Qt writes them, what it does, and where."""

    action: str
    keys: str
    words: str
    group: str


def shortcuts() -> list[Key]:
    """Return all shortcuts by group; those of a dialog or a list act within it."""
    going, doing = translate("shortcuts", "Pages"), translate("shortcuts", "Everywhere")
    inside = translate("shortcuts", "Where they are")
    pages = [
        Key(page_action(place.key), f"Ctrl+{number}", place.word, going)
        for number, place in enumerate(places(), start=1)
    ]
    return [
        *pages,
        Key("settings", "Ctrl+,", translate("shortcuts", "Settings"), going),
        Key("back", "Alt+Left", translate("shortcuts", "Back to where you were"), going),
        Key("forward", "Alt+Right", translate("shortcuts", "Forward again"), going),
        Key("palette", "Ctrl+K", translate("shortcuts", "Search or run a command"), doing),
        Key("new-task", "Ctrl+N", translate("shortcuts", "New task"), doing),
        Key("connections", "Ctrl+L", translate("shortcuts", "Nodes and connections"), doing),
        Key("refresh", "F5", translate("shortcuts", "Ask the agent anew"), doing),
        Key("notices", "Ctrl+Shift+N", translate("shortcuts", "Notifications"), doing),
        Key("dismiss", "Shift+Esc", translate("shortcuts", "Send a message away"), doing),
        Key("shortcuts", "F1", translate("shortcuts", "Keyboard shortcuts"), doing),
        Key("quit", "Ctrl+Q", translate("shortcuts", "Quit the console"), doing),
        Key("find", "Ctrl+F", translate("shortcuts", "Search this page"), inside),
        Key("find-next", "F3", translate("shortcuts", "Next match, backwards with Shift"), inside),
        Key("find-all", "Ctrl+Shift+F", translate("shortcuts", "Search all logs"), inside),
        Key("run", "Ctrl+Return", translate("shortcuts", "Run the new task"), inside),
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
