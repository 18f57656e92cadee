"""Cached environments: who uses them, and removing those that nobody does."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import EnvironmentView
from cnet_ui.pages.places import SETTINGS
from cnet_ui.pages.settings.environments import EnvironmentGroup
from cnet_ui.pages.settings.placement import Place
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.labels import label
from helpers.console import Console, console
from helpers.fake_administration import make_environment
from helpers.fake_agent import FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    used = EnvironmentView(python="/p", packages=[], source="cached", seconds=0.1, id="env-1")
    agent = FakeAgent(make_view(1, Phase.RUNNING, name="trainer", environment=used))
    agent.cached = [
        make_environment(1, "numpy==2.0"),
        make_environment(2, "torch==2.9", size=10**9),
        make_environment(3, "rich==15"),
    ]
    async with console(agent, tmp_path, SETTINGS) as found:
        found.window.settings.show_section(Place.PYTHON)
        await until(lambda: group(found).table.rowCount() == 3)
        yield found


def group(shown: Console) -> EnvironmentGroup:
    found = shown.window.settings.findChild(EnvironmentGroup)
    assert isinstance(found, EnvironmentGroup)
    return found


def button(shown: Console, name: str) -> Button:
    found = shown.window.findChild(Button, name)
    assert isinstance(found, Button), name
    return found


def texts(shown: Console, column: int) -> list[str]:
    table = group(shown).table
    return [table.index(row, column).data() for row in range(table.rowCount())]


async def test_each_says_what_it_takes_and_who_uses_it(shown: Console) -> None:
    assert texts(shown, 0) == ["numpy==2.0", "torch==2.9", "rich==15"]
    assert texts(shown, 1) == ["trainer", "—", "—"]
    assert texts(shown, 3) == ["100 MB", "1.0 GB", "100 MB"]
    assert group(shown).summary.text() == "In all: 3, 1.2 GB"


async def test_one_in_use_cannot_be_removed_and_says_by_whom(shown: Console) -> None:
    group(shown).records.view.selectRow(0)
    remove = button(shown, "remove-environment")
    assert not remove.isEnabled()
    assert remove.toolTip() == "In use by trainer."
    shown.agent.change(make_view(1, Phase.SUCCEEDED, name="trainer"))
    await until(remove.isEnabled)


async def test_one_is_removed_after_a_question_that_names_it(shown: Console) -> None:
    group(shown).records.view.selectRow(2)
    button(shown, "remove-environment").click()
    answer = await until(lambda: shown.window.findChild(Button, "answer-remove"))
    said = [each.text() for each in answer.window().findChildren(type(label()))]
    assert any("rich==15 (100 MB)" in text for text in said)
    answer.click()
    await until(lambda: shown.agent.questions("delete_environment") == ["env-3"])
    await until(lambda: group(shown).table.rowCount() == 2)


async def test_all_that_nobody_uses_are_removed_together(shown: Console) -> None:
    button(shown, "remove-unused").click()
    (await until(lambda: shown.window.findChild(Button, "answer-remove"))).click()
    await until(lambda: group(shown).table.rowCount() == 1)
    assert shown.agent.questions("delete_environment") == ["env-2", "env-3"]
    assert not button(shown, "remove-unused").isEnabled()


async def test_nothing_is_removed_by_cancel(shown: Console) -> None:
    button(shown, "remove-unused").click()
    (await until(lambda: shown.window.findChild(Button, "answer-cancel"))).click()
    await until(lambda: shown.window.findChild(Button, "answer-cancel") is None)
    assert shown.agent.questions("delete_environment") == []


async def test_without_an_agent_the_table_stays_and_nothing_can_be_done(shown: Console) -> None:
    shown.agent.go_away()
    await until(lambda: not button(shown, "remove-unused").isEnabled())
    assert group(shown).table.rowCount() == 3
    assert button(shown, "remove-unused").toolTip() == "No connection."
    shown.agent.come_back()
    await until(button(shown, "remove-unused").isEnabled)
