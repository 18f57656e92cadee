"""About: what to copy, and the licences."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from cnet_ui.dialogs.licences import LicencesDialog
from cnet_ui.pages.places import SETTINGS
from cnet_ui.pages.settings.placement import Place
from cnet_ui.widgets.buttons import Button
from helpers.console import Console, console
from helpers.fake_agent import FakeAgent
from helpers.waiting import until

pytestmark = pytest.mark.gui


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    async with console(FakeAgent(), tmp_path, SETTINGS) as found:
        found.window.settings.show_section(Place.ABOUT)
        yield found


def button(shown: Console, name: str) -> Button:
    found = shown.window.findChild(Button, name)
    assert isinstance(found, Button), name
    return found


async def test_diagnostics_are_copied_and_the_button_says_so(shown: Console) -> None:
    copy = button(shown, "copy-diagnostics")
    copy.click()
    assert "Connection live" in QGuiApplication.clipboard().text()
    assert copy.text() == "Copied"


async def test_licences_are_read_and_found(shown: Console) -> None:
    button(shown, "licences").click()
    sheet = await until(lambda: shown.window.findChild(LicencesDialog))
    assert isinstance(sheet, LicencesDialog)
    await until(lambda: sheet.list.count() > 10)
    assert sheet.text.toPlainText()
    sheet.search.setText("lucide")
    rows = [row for row in range(sheet.list.count()) if not sheet.list.item(row).isHidden()]
    sheet.list.setCurrentRow(rows[0])
    assert "ISC" in sheet.text.toPlainText()
    sheet.reject()
    await until(lambda: shown.window.findChild(LicencesDialog) is None)
