from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from cnet_agent.model.phase import Phase
from cnet_ui.dialogs.new_task import NewTaskDialog
from cnet_ui.icons import tray_icon
from cnet_ui.pages.places import LOGS
from cnet_ui.tray import Tray
from helpers.console import Console, builtin_presets, connect_beside, console
from helpers.fake_agent import FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    agent = FakeAgent(make_view(1), presets=await builtin_presets(tmp_path))
    async with console(agent, tmp_path, LOGS) as found:
        await until(lambda: found.session.presets)
        yield found


@pytest.fixture
def tray(shown: Console) -> Tray:
    return Tray(shown.window, shown.window.quitting.emit)


async def test_the_window_comes_and_goes_with_the_icon(shown: Console, tray: Tray) -> None:
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert not shown.window.isVisible()
    tray.menu.aboutToShow.emit()
    assert tray.toggle.text() == "Show the window"
    tray.toggle.trigger()
    assert shown.window.isVisible()
    tray.menu.aboutToShow.emit()
    assert tray.toggle.text() == "Hide the window"


async def test_it_counts_what_runs_on_every_node(shown: Console, tray: Tray) -> None:
    assert tray.running.text() == "1 running"
    there = FakeAgent(make_view(201), make_view(202))
    session = connect_beside(shown, there)
    await until(lambda: tray.running.text() == "3 running")
    assert "3 running" in tray.icon.toolTip()
    shown.agent.change(make_view(1, Phase.SUCCEEDED))
    await until(lambda: tray.running.text() == "2 running")
    shown.window.connections.disconnect_from(session)
    assert tray.running.text() == "0 running"


async def test_a_new_task_brings_the_window_along(shown: Console, tray: Tray) -> None:
    shown.window.hide()
    tray.new_task.trigger()
    form = await until(lambda: shown.window.findChild(NewTaskDialog))
    assert form.isVisible()


async def test_one_can_quit_from_it(shown: Console, tray: Tray) -> None:
    quitting: list[None] = []
    shown.window.quitting.connect(lambda: quitting.append(None))
    tray.quit.trigger()
    assert quitting == [None]


def lightness(icon: QIcon) -> int:
    image = icon.pixmap(32, 32).toImage()
    pixels = [image.pixelColor(x, y) for x in range(32) for y in range(32)]
    return max((each.alpha(), each.lightness()) for each in pixels)[1]


def test_the_icon_is_seen_on_a_dark_bar_and_on_a_light_one(qapp: object) -> None:
    assert lightness(tray_icon(is_bar_dark=True)) > 200
    assert lightness(tray_icon(is_bar_dark=False)) < 60


async def test_who_looks_elsewhere_is_told_by_the_icon(
    shown: Console, tray: Tray, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(tray.icon, "showMessage", lambda title, *_: told.append(title))
    shown.window.hide()
    shown.agent.change(make_view(1, Phase.FAILED, name="mnist-cnn"))
    await until(lambda: told == ["mnist-cnn failed"])
    tray.icon.messageClicked.emit()
    assert shown.window.isVisible()
