"""What agents left behind, in the console."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from cnet_ui.pages.places import SETTINGS
from cnet_ui.pages.settings.orphans import OrphanGroup
from cnet_ui.pages.settings.placement import Place
from cnet_ui.widgets.buttons import Button
from helpers.console import Console, console
from helpers.fake_administration import make_orphan
from helpers.fake_agent import FakeAgent
from helpers.waiting import until

pytestmark = pytest.mark.gui


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    agent = FakeAgent()
    agent.orphaned = [make_orphan(1), make_orphan(2)]
    async with console(agent, tmp_path, SETTINGS) as found:
        found.window.settings.show_section(Place.STORAGE)
        await until(lambda: group(found).table.rowCount() == 2)
        yield found


def group(shown: Console) -> OrphanGroup:
    found = shown.window.settings.findChild(OrphanGroup)
    assert isinstance(found, OrphanGroup)
    return found


async def test_the_last_look_is_shown_and_a_new_one_is_asked_for(shown: Console) -> None:
    assert shown.agent.questions("orphans") == [False]
    group(shown).refresh_button.click()
    await until(lambda: shown.agent.questions("orphans") == [False, True])


async def test_one_is_removed_after_a_question_that_says_what_it_is_and_why(
    shown: Console,
) -> None:
    group(shown).records.view.selectRow(0)
    assert group(shown).summary.text() == "Its task has ended."
    remove = shown.window.findChild(Button, "remove-orphan")
    assert isinstance(remove, Button)
    remove.click()
    answer = await until(lambda: shown.window.findChild(Button, "answer-remove"))
    sheet = shown.window.findChild(QWidget, "sheet")
    assert isinstance(sheet, QWidget)
    assert "Process 1: sleep 60" in sheet.accessibleName()
    answer.click()
    await until(lambda: group(shown).table.rowCount() == 1)
    assert shown.agent.questions("remove_orphan") == ["process-1"]
