import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnet_agent.wire.node import ExecutorView
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.runtime_list import RuntimeList

pytestmark = pytest.mark.gui

WHY = "Docker is not reachable: /var/run/docker.sock, permission denied."
MEND = "Let your user use Docker, then sign in again."
COMMAND = "sudo usermod -aG docker $USER"
MISSING = ExecutorView(available=False, detail=WHY, mend=MEND, command=COMMAND)


def shown(qtbot: QtBot, **executors: ExecutorView) -> RuntimeList:
    made = RuntimeList()
    qtbot.addWidget(made)
    made.resize(340, 200)
    made.show()
    made.show_executors(executors)
    return made


def why(made: RuntimeList) -> IconButton:
    return made._buttons["container"]


def texts(made: RuntimeList) -> list[str]:
    return [label.text() for label in made.findChildren(QLabel) if label.isVisible()]


def test_a_runtime_that_is_missing_says_why_and_what_to_do(qtbot: QtBot) -> None:
    made = shown(qtbot, container=MISSING)
    assert MEND not in texts(made)
    why(made).click()
    qtbot.waitUntil(lambda: {WHY, MEND} <= set(texts(made)))
    why(made).click()
    assert MEND not in texts(made)


def test_the_command_that_mends_it_goes_to_the_clipboard(qtbot: QtBot) -> None:
    made = shown(qtbot, container=MISSING)
    why(made).click()
    button = made.findChild(Button, "copy-command")
    assert button is not None
    button.click()
    assert QGuiApplication.clipboard().text() == COMMAND
    assert button.text() == "Copied"


def test_the_reason_is_gone_as_soon_as_it_is_no_longer_true(qtbot: QtBot) -> None:
    made = shown(qtbot, container=MISSING)
    why(made).click()
    qtbot.waitUntil(lambda: WHY in texts(made))
    made.show_executors({"container": ExecutorView(available=True, detail="Docker 28.2")})
    assert made._buttons == {}
    assert WHY not in texts(made)


def test_what_its_row_says_whole_needs_no_more(qtbot: QtBot) -> None:
    absent = ExecutorView(available=False, detail="Not part of this version")
    made = shown(qtbot, container=absent, process=ExecutorView(available=True, detail=WHY))
    assert made._buttons == {}
