import asyncio

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from cnet_ui.ask import ask
from cnet_ui.background import spawn
from cnet_ui.dialogs.question import CANCEL, Answer, choose
from cnet_ui.widgets.buttons import Button
from helpers.waiting import until

pytestmark = pytest.mark.gui

ANSWERS = [Answer(CANCEL, "Cancel"), Answer("stop", "Stop", "danger")]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 680)
    made.show()
    return made


async def test_other_work_goes_on_while_a_dialog_is_open(window: QWidget) -> None:
    dialog = QDialog(window)
    asking = asyncio.ensure_future(ask(dialog))
    turns = 0
    for _ in range(5):
        await asyncio.sleep(0)
        turns += 1
    assert turns == 5
    assert not asking.done()
    dialog.accept()
    assert await asking == QDialog.DialogCode.Accepted


async def test_a_cancelled_question_closes_its_dialog(window: QWidget) -> None:
    dialog = QDialog(window)
    gone: list[None] = []
    dialog.destroyed.connect(lambda: gone.append(None))
    asking = asyncio.ensure_future(ask(dialog))
    await until(dialog.isVisible)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    await until(lambda: gone)


async def test_a_question_that_ends_with_its_window_is_cancelled_and_nothing_more(
    qapp: object,
) -> None:
    window = QWidget()
    owner = QObject()
    asking = spawn(ask(QDialog(window)), owner)
    await asyncio.sleep(0)
    delete(window)
    delete(owner)
    with pytest.raises(asyncio.CancelledError):
        await asking


async def ask_and_click(window: QWidget, name: str) -> str:
    asking = asyncio.ensure_future(choose(window, "Stop it?", "It runs.", ANSWERS))
    button = await until(lambda: window.findChild(Button, name))
    button.click()
    return await asking


async def test_a_question_answers_with_what_was_chosen(window: QWidget) -> None:
    assert await ask_and_click(window, "answer-stop") == "stop"


async def test_the_harmless_answer_has_the_focus(window: QWidget) -> None:
    asking = asyncio.ensure_future(choose(window, "Stop it?", "It runs.", ANSWERS))
    button = await until(lambda: window.findChild(Button, "answer-cancel"))
    await until(lambda: window.focusWidget() is button)
    button.click()
    assert await asking == CANCEL
