"""Every section of the settings has room in every language, in the smallest window there is."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cnet_agent.wire.audit import AuditEntry
from cnet_ui.dialogs.licences import LicencesDialog
from cnet_ui.dialogs.new_token import NewTokenDialog
from cnet_ui.dispose import dispose
from cnet_ui.language import NAMES, Language
from cnet_ui.main_window import SMALLEST
from cnet_ui.pages.settings.placement import Place
from cnet_ui.widgets.sheet import Sheet
from helpers.console import Console, console
from helpers.factories import EPOCH
from helpers.fake_administration import make_environment, make_orphan
from helpers.fake_agent import FakeAgent
from helpers.fit import settled
from helpers.languages import speaking
from helpers.waiting import until

pytestmark = [pytest.mark.gui, pytest.mark.service("cjk")]


@pytest.fixture(params=list(NAMES), autouse=True)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Language]:
    with speaking(qapp) as speech:
        speech.use(request.param)
        yield request.param


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    agent = FakeAgent()
    agent.cached = [make_environment(1), make_environment(2)]
    agent.orphaned = [make_orphan(1)]
    agent.audited = [AuditEntry(at=EPOCH, action="agent.started", who="agent")]
    await agent.create_token("ci", "operate")
    agent.set_setting("agent.region", source="api", pending=True)
    agent.set_setting("agent.port", source="flag")
    agent.set_setting("tasks.keep", source="environment")
    agent.set_setting("logging.level", source="file")
    async with console(agent, tmp_path) as found:
        found.session.restart = lambda: None
        found.window.resize(SMALLEST)
        found.window.show_page("settings")
        await until(lambda: "agent.port" in found.window.settings.configuration)
        yield found


async def test_every_section_has_room(shown: Console) -> None:
    settings = shown.window.settings
    for place in Place:
        settings.show_section(place)
        await until(settings.sections[place].isVisible)
        assert await settled(settings) == [], place


async def test_every_dialog_has_room(shown: Console) -> None:
    dialogs: list[Sheet] = [
        NewTokenDialog(shown.window, shown.session),
        LicencesDialog(shown.window),
    ]
    for dialog in dialogs:
        dialog.open()
        assert await settled(dialog) == [], type(dialog).__name__
        dialog.reject()
        dispose(dialog)
