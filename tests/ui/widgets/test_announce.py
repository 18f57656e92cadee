from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnet_ui.widgets import announce as module
from cnet_ui.widgets.announce import announce
from cnet_ui.widgets.toast import Toasts
from helpers.console import theme

pytestmark = pytest.mark.gui


class Listening:
    """Stands for a screen reader: what Qt would pass on to one."""

    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

    def __init__(self, *, active: bool) -> None:
        self.active = active
        self.said: list[tuple[str, bool]] = []

    def isActive(self) -> bool:  # noqa: N802 - Qt's name
        return self.active

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802
        urgent = event.politeness() is QAccessible.AnnouncementPoliteness.Assertive
        self.said.append((event.message(), urgent))


@pytest.fixture
def listening(monkeypatch: pytest.MonkeyPatch, request: Any) -> Listening:
    listener = Listening(active=getattr(request, "param", True))
    monkeypatch.setattr(module, "QAccessible", listener)
    return listener


def test_a_sentence_is_said_to_who_listens(qtbot: QtBot, listening: Listening) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    announce(widget, "3 found")
    announce(widget, "It failed.", urgently=True)
    assert listening.said == [("3 found", False), ("It failed.", True)]


@pytest.mark.parametrize("listening", [False], indirect=True)
def test_nothing_is_said_where_nobody_listens(qtbot: QtBot, listening: Listening) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    announce(widget, "3 found")
    assert listening.said == []


def test_a_toast_is_said(qtbot: QtBot, listening: Listening) -> None:
    theme()
    window = QWidget()
    qtbot.addWidget(window)
    Toasts(window).tell("The queue is closed.")
    assert listening.said == [("The queue is closed.", True)]
