"""A second agent, reached by address and token: all of it is shown, and nothing of the other."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from cnet_agent.client.client import AgentClient
from cnet_agent.model.phase import Phase
from cnet_ui.background import spawn
from cnet_ui.dialogs.connect import ConnectDialog
from cnet_ui.dispose import dispose
from cnet_ui.main_window import MainWindow
from cnet_ui.node_menu import NodeMenu
from cnet_ui.preferences import Preferences
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button
from helpers.console import collect, theme
from helpers.live_agent import LiveAgent, live_agent
from helpers.waiting import until

pytestmark = [pytest.mark.gui, pytest.mark.integration]


@pytest.fixture
def here(tmp_path: Path) -> Iterator[LiveAgent]:
    with live_agent(tmp_path / "here", agent={"node_name": "atlas"}) as agent:
        yield agent


@pytest.fixture
def there(tmp_path: Path) -> Iterator[LiveAgent]:
    settings = {"node_name": "build-mini-03", "local_trust": "token"}
    with live_agent(tmp_path / "there", agent=settings) as agent:
        yield agent


@dataclass(frozen=True, slots=True)
class Shown:
    window: MainWindow
    home: AgentSession


@pytest.fixture
async def shown(here: LiveAgent, tmp_path: Path) -> AsyncIterator[Shown]:
    theme()
    settings = QSettings(str(tmp_path / "console.ini"), QSettings.Format.IniFormat)
    session = AgentSession()
    window = MainWindow(session, theme(), Preferences(settings))
    window.show()
    window.activateWindow()
    window.fill()
    async with AgentClient(here.url) as client:
        following = spawn(session.follow(client), session)
        await until(lambda: session.is_live, 20)
        yield Shown(window, session)
        following.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await following
        window.leave()
        await window.connections.close()
        dispose(window)
        dispose(session)
        await asyncio.sleep(0)
    collect()


async def test_a_model_is_trained_on_another_node_and_each_page_shows_one_node_only(
    shown: Shown, here: LiveAgent, there: LiveAgent
) -> None:
    window = shown.window
    ours = here.shell("echo only here")
    here.reaches(ours)
    await until(lambda: ours in shown.home.tasks)
    await until(lambda: len(window.dashboard.feed.recent.times) > 1, 20)

    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    menu = window.findChild(NodeMenu)
    assert menu is not None
    next(each for each in menu.actions() if each.text().startswith("Connect")).trigger()
    menu.close()
    dialog = await until(lambda: window.findChild(ConnectDialog))
    dialog.address.setText(there.url.removeprefix("http://"))
    dialog.token.setText((there.data_dir / "token").read_text().strip())
    dialog.connect_button.click()
    await until(lambda: window.session is not shown.home, 20)
    theirs = window.session
    await until(lambda: theirs.presets and theirs.node, 20)
    assert window.connections.name_of(theirs) == "build-mini-03"

    button = await until(lambda: window.dashboard.findChild(Button, "run-ml-linear-regression"))
    button.click()
    await until(window.tasks.isVisible, 20)
    task_id = await until(lambda: window.tasks.chosen, 20)
    await until(lambda: theirs.tasks[task_id].phase is Phase.SUCCEEDED, 50)
    log = window.tasks.details.log.text
    await until(lambda: "Saved " in log.toPlainText(), 20)
    window.show_page("dashboard")
    await until(lambda: len(window.dashboard.feed.recent.times) > 1, 20)
    assert set(theirs.tasks) == {task_id}
    assert window.tasks.table.rowCount() == 1
    times = window.dashboard.feed.recent.times.tolist()

    window.connections.switch_to(shown.home)
    assert window.windowTitle() == "CNET Console"
    assert set(shown.home.tasks) == {ours}
    window.show_page("tasks")
    assert window.tasks.table.rowCount() == 1
    assert window.tasks.table.row_of(task_id) is None
    assert "only here" not in log.toPlainText()
    assert window.dashboard.feed.recent.times.tolist() != times
    assert here.ask("GET", f"/api/tasks/{ours}")["status"] == "completed"
