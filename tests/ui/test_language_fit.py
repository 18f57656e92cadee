"""Everything has room in every language, in the smallest window there is."""

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cnet_agent.model.phase import Phase, Reason
from cnet_agent.wire.task import TaskView
from cnet_ui.background import spawn
from cnet_ui.dialogs.connect import ConnectDialog
from cnet_ui.dialogs.crash import CrashDialog
from cnet_ui.dialogs.edit_task import EditTaskDialog
from cnet_ui.dialogs.licences import LicencesDialog
from cnet_ui.dialogs.new_task import NewTaskDialog
from cnet_ui.dialogs.new_token import NewTokenDialog
from cnet_ui.dialogs.preset_editor import PresetEditor
from cnet_ui.dialogs.preset_gallery import BY_HAND
from cnet_ui.dialogs.save_preset import SavePresetDialog
from cnet_ui.dispose import dispose
from cnet_ui.language import NAMES, Language
from cnet_ui.leaving import ask_to_leave
from cnet_ui.main_window import SMALLEST
from cnet_ui.pages.dashboard_details import ResourceDetails
from cnet_ui.pages.places import SETTINGS, TASKS, places
from cnet_ui.pages.stop_task import may_kill, may_remove, may_run_again, may_stop
from cnet_ui.preferences import Recent
from cnet_ui.widgets.sheet import Sheet
from helpers.console import Console, builtin_presets, console
from helpers.fake_agent import FakeAgent, make_usage, make_view
from helpers.fit import settled
from helpers.languages import speaking
from helpers.waiting import until

pytestmark = [pytest.mark.gui, pytest.mark.service("cjk")]

TASK = {"task": {"command": "python3", "args": ["train.py", "--epochs=5"]}}
RECENT = Recent("https://10.0.0.31:8080", "atlas-ws-07", needs_token=True)
DIALOGS: dict[str, Callable[[Console], Sheet]] = {
    "palette": lambda c: c.window.desk.open_palette(),
    "notifications": lambda c: c.window.desk.open_notices(),
    "shortcuts": lambda c: c.window.desk.open_shortcuts(),
    "connect": lambda c: opened(ConnectDialog(c.window, [RECENT])),
    "crash": lambda c: opened(CrashDialog(c.window, "report", Path("/home/me/report.txt"))),
    "edit task": lambda c: opened(EditTaskDialog(c.window, c.session, running(c))),
    "by hand": lambda c: opened(NewTaskDialog(c.window, c.session, BY_HAND)),
    "edit preset": lambda c: opened(
        PresetEditor(c.window, c.session, c.session.presets[0], is_new=False)
    ),
    "save preset": lambda c: opened(SavePresetDialog(c.window, c.session, TASK)),
    "new token": lambda c: opened(NewTokenDialog(c.window, c.session)),
    "licences": lambda c: opened(LicencesDialog(c.window)),
    "resources": lambda c: opened(ResourceDetails(c.window, c.session)),
}


@pytest.fixture(params=list(NAMES), autouse=True)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Language]:
    with speaking(qapp) as speech:
        speech.use(request.param)
        yield request.param


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


def opened(dialog: Sheet) -> Sheet:
    dialog.open()
    return dialog


async def test_every_page_has_room(shown: Console) -> None:
    for place in places():
        shown.window.show_page(place.key)
        assert await settled(shown.window) == [], place.key


async def test_every_section_of_the_settings_has_room(shown: Console) -> None:
    shown.window.show_page(SETTINGS)
    settings = shown.window.settings
    await until(lambda: settings.sections)
    for key in settings.sections:
        settings.show_section(key)
        assert await settled(shown.window) == [], key


async def test_the_details_of_a_failure_have_room(shown: Console) -> None:
    shown.window.show_page(TASKS)
    for tab in ("logs", "overview", "metrics", "timeline", "files"):
        shown.window.tasks.choose(make_view(30).id, tab)
        await until(shown.window.tasks.details.isVisible)
        assert await settled(shown.window) == [], tab


async def test_the_form_of_every_preset_has_room(shown: Console) -> None:
    shown.window.new_task()
    dialog = await until(lambda: shown.window.findChild(NewTaskDialog))
    for preset in shown.session.presets:
        dialog.gallery.choose(preset.id)
        assert await settled(dialog) == [], preset.id


async def test_every_dialog_has_room(shown: Console) -> None:
    for name, show in DIALOGS.items():
        dialog = show(shown)
        assert await settled(dialog) == [], name
        dialog.reject()
        dispose(dialog)


async def test_every_question_has_room(shown: Console) -> None:
    window, one, all_ = shown.window, [running(shown)], list(shown.session.tasks.values())
    for asking in (
        ask_to_leave(shown.session, window, window._preferences, has_tray=True),
        *(may(tasks, window) for may in (may_stop, may_kill, may_remove) for tasks in (one, all_)),
        may_run_again(all_, window),
    ):
        spawn(asking, window)
        dialog = await until(lambda: window.findChild(Sheet))
        assert await settled(dialog) == []
        dialog.reject()
        await until(lambda: window.findChild(Sheet) is None)


async def test_a_connection_that_is_gone_has_room_to_say_so(shown: Console) -> None:
    shown.agent.go_away()
    await until(shown.window.banner.isVisible)
    assert await settled(shown.window) == []
    shown.agent.come_back()


def running(shown: Console) -> TaskView:
    return next(each for each in shown.session.tasks.values() if each.phase is Phase.RUNNING)
