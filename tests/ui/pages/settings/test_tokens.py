"""Tokens: made with a name and a role, shown once, revoked after a question."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from cnet_agent.model.errors import Conflict
from cnet_agent.wire.requests import Role
from cnet_ui.dialogs.new_token import NewTokenDialog, role_sentence, role_word
from cnet_ui.pages.places import SETTINGS
from cnet_ui.pages.settings.placement import Place
from cnet_ui.pages.settings.tokens import TokenGroup
from cnet_ui.widgets.buttons import Button
from helpers.console import Console, console
from helpers.fake_agent import FakeAgent
from helpers.waiting import until

pytestmark = pytest.mark.gui


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    agent = FakeAgent()
    await agent.create_token("ci", "operate")
    async with console(agent, tmp_path, SETTINGS) as found:
        found.window.settings.show_section(Place.NETWORK)
        await until(lambda: group(found).table.rowCount() == 1)
        yield found


def group(shown: Console) -> TokenGroup:
    found = shown.window.settings.findChild(TokenGroup)
    assert isinstance(found, TokenGroup)
    return found


def button(shown: Console, name: str) -> Button:
    found = shown.window.findChild(Button, name)
    assert isinstance(found, Button), name
    return found


async def form(shown: Console) -> NewTokenDialog:
    button(shown, "new-token").click()
    found = await until(lambda: shown.window.findChild(NewTokenDialog))
    assert isinstance(found, NewTokenDialog)
    return found


async def test_a_token_is_made_and_its_secret_is_shown_and_copied_once(shown: Console) -> None:
    dialog = await form(shown)
    assert not dialog.make_button.isEnabled()
    dialog.name_edit.setText("  laptop ")
    dialog.roles.choose("admin")
    dialog.make_button.click()
    await until(dialog.secret.isVisible)
    assert shown.agent.questions("create_token")[-1] == ("laptop", "admin")
    assert dialog.secret.text() == "cnet_secret"
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "cnet_secret"
    dialog.reject()
    await until(lambda: group(shown).table.rowCount() == 2)
    assert all("cnet_secret" not in str(each) for each in group(shown).table.records)


async def test_a_name_that_is_taken_is_said_below_it_and_stays(shown: Console) -> None:
    dialog = await form(shown)
    dialog.name_edit.setText("ci")
    shown.agent.error = Conflict("There is a token named 'ci'.")
    dialog.make_button.click()
    await until(lambda: dialog._problem.text() == "There is a token named 'ci'.")
    shown.agent.error = None
    assert dialog.name_edit.text() == "ci"
    assert dialog.make_button.isEnabled()
    dialog.reject()


async def test_a_token_is_revoked_after_a_question_that_names_it(shown: Console) -> None:
    group(shown).records.view.selectRow(0)
    button(shown, "revoke-token").click()
    answer = await until(lambda: shown.window.findChild(Button, "answer-revoke"))
    sheet = shown.window.findChild(QWidget, "sheet")
    assert isinstance(sheet, QWidget)
    assert "“ci”" in sheet.accessibleName()
    answer.click()
    await until(lambda: group(shown).table.rowCount() == 0)
    assert shown.agent.questions("revoke_token") == ["token-1"]


def test_each_role_says_what_it_allows() -> None:
    roles: tuple[Role, ...] = ("read", "operate", "admin")
    assert len({role_word(role) for role in roles}) == 3
    assert "any program" in role_sentence("operate")
