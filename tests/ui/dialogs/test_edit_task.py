from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnet_agent.model.errors import Conflict
from cnet_ui.dialogs.edit_task import EditTaskDialog, parse_labels, parse_priority
from helpers.console import connected
from helpers.fake_agent import FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui

TASK = make_view(1, labels={"team": "vision"}, priority=2)


@pytest.fixture
async def dialog(qtbot: QtBot) -> AsyncIterator[tuple[FakeAgent, EditTaskDialog]]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 680)
    window.show()
    agent = FakeAgent(TASK)
    async with connected(agent) as session:
        made = EditTaskDialog(window, session, TASK)
        made.open()
        yield agent, made
        made.reject()


async def test_labels_and_priority_are_saved(dialog: tuple[FakeAgent, EditTaskDialog]) -> None:
    agent, form = dialog
    assert form.labels.toPlainText() == "team=vision"
    form.priority.setText("7")
    form.labels.setPlainText("team=speech\n\n user = ada \nnightly")
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: not form.isVisible())
    labels = {"team": "speech", "user": "ada", "nightly": ""}
    assert agent.questions("edit") == [(TASK.id, 7, labels)]


async def test_what_is_wrong_is_said_and_nothing_is_sent(
    dialog: tuple[FakeAgent, EditTaskDialog],
) -> None:
    agent, form = dialog
    form.labels.setPlainText("=vision")
    form.save.click()
    assert form.problem.text() == "“=vision” has no name before its “=”."
    assert agent.questions("edit") == []
    assert form.isVisible()


async def test_a_refusal_is_said_in_the_form(dialog: tuple[FakeAgent, EditTaskDialog]) -> None:
    agent, form = dialog
    agent.refused[TASK.id] = Conflict("It has ended.")
    form.save.click()
    await until(lambda: form.problem.text() == "It has ended.")
    assert form.save.isEnabled()


def test_a_label_is_there_once() -> None:
    with pytest.raises(ValueError, match="“a” is there twice"):
        parse_labels("a=1\na=2")


@pytest.mark.parametrize("text", ["101", "-101", "high", "1.5"])
def test_a_priority_is_a_whole_number_in_its_range(text: str) -> None:
    with pytest.raises(ValueError, match="from -100 to 100"):
        parse_priority(text)


def test_no_priority_is_that_of_most_tasks() -> None:
    assert parse_priority(" ") == 0
