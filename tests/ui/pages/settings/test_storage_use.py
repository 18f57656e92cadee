"""What the data directory takes, in the console."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from cnet_ui.pages.places import SETTINGS
from cnet_ui.pages.settings.placement import Place
from cnet_ui.pages.settings.storage_use import StorageUse
from cnet_ui.widgets.buttons import IconButton
from helpers.console import Console, console
from helpers.fake_agent import FakeAgent
from helpers.waiting import until

pytestmark = pytest.mark.gui


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    async with console(FakeAgent(), tmp_path, SETTINGS) as found:
        found.window.settings.show_section(Place.STORAGE)
        await until(group(found)._sum.text)
        yield found


def group(shown: Console) -> StorageUse:
    found = shown.window.settings.findChild(StorageUse)
    assert isinstance(found, StorageUse)
    return found


async def test_each_part_and_what_is_free_are_said(shown: Console) -> None:
    sizes = {part: size.text() for part, size in group(shown)._sizes.items()}
    assert sizes["tasks"] == "4.0 GB"
    assert sizes["logs"] == "10.0 MB"
    assert group(shown)._sum.text() == "5.1 GB in all; 60.0 GB of the disk's 100 GB are free."


async def test_it_is_measured_while_somebody_looks_and_on_demand(shown: Console) -> None:
    assert len(shown.agent.questions("storage")) == 1
    group(shown)._again.click()
    await until(lambda: len(shown.agent.questions("storage")) == 2)
    shown.agent.go_away()
    await until(lambda: not group(shown)._again.isEnabled())
    assert group(shown)._sizes["tasks"].text() == "4.0 GB"
    shown.agent.come_back()
    await until(group(shown)._again.isEnabled)


async def test_the_folder_is_opened_where_it_is_of_this_machine(
    shown: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    button = shown.window.findChild(IconButton, "open-data-directory")
    assert isinstance(button, IconButton)
    button.click()
    assert opened == ["/data"]
