"""Everything has room in every language, in the smallest window there is."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget

from cnet_agent.model.phase import Phase, Reason
from cnet_ui.background import spawn
from cnet_ui.dialogs.new_task import NewTaskDialog
from cnet_ui.language import NAMES, Language, Speech
from cnet_ui.leaving import ask_to_leave
from cnet_ui.main_window import SMALLEST
from cnet_ui.pages.places import DASHBOARD, SETTINGS, TASKS
from cnet_ui.pages.stop_task import stop_task
from cnet_ui.widgets.sheet import Sheet
from helpers.console import Console, builtin_presets, console
from helpers.fake_agent import FakeAgent, make_usage, make_view
from helpers.fit import misfits
from helpers.waiting import until

pytestmark = [pytest.mark.gui, pytest.mark.service("cjk")]


@pytest.fixture(params=list(NAMES), autouse=True)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Language]:
    before = QLocale()
    speech = Speech(qapp)
    speech.use(request.param)
    yield request.param
    speech.use(Language.ENGLISH)
    QLocale.setDefault(before)
    speech.deleteLater()


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    tasks = [make_view(number, phase) for number, phase in enumerate(Phase, start=1)]
    message = "It used more than the 96 MB that it may have, and was ended."
    tasks.append(make_view(30, Phase.FAILED, message=message, reason=Reason.OOM))
    agent = FakeAgent(*tasks, presets=await builtin_presets(tmp_path))
    async with console(agent, tmp_path) as found:
        found.window.resize(SMALLEST)
        await until(lambda: found.session.presets)
        await until(lambda: len(found.session.tasks) == len(tasks))
        agent.sample(make_usage(1.0))
        yield found


async def settled(window: QWidget) -> list[str]:
    """Return what does not fit when the layouts have had the time to do their work."""
    try:
        await until(lambda: not misfits(window), seconds=1.0)
    except AssertionError:
        return misfits(window)
    return []


@pytest.mark.parametrize("page", [DASHBOARD, TASKS, SETTINGS])
async def test_every_page_has_room(shown: Console, page: str) -> None:
    shown.window.show_page(page)
    assert await settled(shown.window) == []


@pytest.mark.parametrize("tab", ["logs", "overview"])
async def test_the_details_of_a_failure_have_room(shown: Console, tab: str) -> None:
    shown.window.show_page(TASKS)
    shown.window.tasks.choose(make_view(30).id, tab)
    await until(shown.window.tasks.details.isVisible)
    assert await settled(shown.window) == []


async def test_the_form_of_every_preset_has_room(shown: Console) -> None:
    shown.window.new_task()
    dialog = await until(lambda: shown.window.findChild(NewTaskDialog))
    for preset in shown.session.presets:
        dialog.gallery.choose(preset.id)
        dialog.form._more.setChecked(True)
        assert await settled(dialog) == [], preset.id


async def test_what_asks_has_room(shown: Console) -> None:
    for asking in (
        ask_to_leave(shown.session, shown.window, shown.window._preferences, has_tray=True),
        stop_task(shown.session, running(shown), shown.window),
    ):
        spawn(asking, shown.window)
        dialog = await until(lambda: shown.window.findChild(Sheet))
        assert await settled(dialog) == []
        dialog.reject()
        await until(lambda: shown.window.findChild(Sheet) is None)


async def test_a_connection_that_is_gone_has_room_to_say_so(shown: Console) -> None:
    shown.agent.go_away()
    await until(shown.window.banner.isVisible)
    assert await settled(shown.window) == []


def running(shown: Console) -> str:
    return next(each.id for each in shown.session.tasks.values() if each.phase is Phase.RUNNING)
