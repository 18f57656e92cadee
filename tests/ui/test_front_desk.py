from collections.abc import AsyncIterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QWidget

from cnet_agent.model.errors import Conflict
from cnet_agent.model.phase import Phase
from cnet_ui.commands import Command, Kind
from cnet_ui.dialogs.new_task import NewTaskDialog
from cnet_ui.dialogs.notices import NoticePanel
from cnet_ui.dialogs.palette import Palette
from cnet_ui.dialogs.shortcut_sheet import ShortcutSheet
from cnet_ui.theme import ThemeChoice
from cnet_ui.widgets.first_steps import FirstSteps
from cnet_ui.widgets.sheet import Sheet
from helpers.console import Console, builtin_presets, connect_beside, console, theme
from helpers.fake_agent import FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui

S = TypeVar("S", bound=Sheet)

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    agent = FakeAgent(make_view(1, name="mnist-cnn"), presets=await builtin_presets(tmp_path))
    async with console(agent, tmp_path) as found:
        await until(lambda: found.session.presets and found.session.tasks)
        yield found
        theme().use(ThemeChoice.DARK)


async def opened(shown: Console, kind: type[S]) -> S:
    found = await until(lambda: shown.window.findChild(kind))
    assert isinstance(found, kind)
    return found


async def palette(shown: Console) -> Palette:
    QTest.keyClick(shown.window, Qt.Key.Key_K, CONTROL)
    return await opened(shown, Palette)


async def run(shown: Console, text: str, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Run the first command that is found for a text."""
    found = await palette(shown)
    QTest.keyClicks(found.query, text)
    await until(lambda: not found._slices.isActive())
    QTest.keyClick(found.query, Qt.Key.Key_Return, modifier or Qt.KeyboardModifier.NoModifier)
    await until(lambda: shown.window.findChild(Palette) is None)


async def test_a_page_is_reached_by_its_name(shown: Console) -> None:
    await run(shown, "settings")
    assert shown.window.settings.isVisible()


async def test_the_search_box_opens_the_palette(shown: Console) -> None:
    QTest.mouseClick(shown.window.desk.search, Qt.MouseButton.LeftButton)
    assert (await opened(shown, Palette)).isVisible()


async def test_a_preset_runs_from_the_palette(shown: Console) -> None:
    await run(shown, "linear", CONTROL)
    await until(lambda: shown.agent.questions("run_preset") == [("ml-linear-regression", {})])


async def test_a_task_is_shown_and_stopped_from_the_palette(shown: Console) -> None:
    await run(shown, "#mnist")
    await until(lambda: shown.window.tasks.chosen == make_view(1).id)
    await run(shown, "stop mnist")
    answer = await until(lambda: shown.window.findChild(QWidget, "answer-stop"))
    answer.click()
    await until(lambda: shown.agent.questions("stop") == [make_view(1).id])


async def test_a_theme_is_chosen_and_the_command_is_remembered(shown: Console) -> None:
    await run(shown, "theme light")
    assert theme().choice is ThemeChoice.LIGHT
    found = await palette(shown)
    model = found.list.model()
    assert [model.index(row, 0).data() for row in (0, 1)] == ["Recent", "Theme: light"]


async def test_a_page_may_add_commands_of_its_own(shown: Console) -> None:
    done: list[str] = []
    command = Command("compare", "Compare runs", Kind.ACTION, lambda: done.append("compared"))
    shown.window.desk.commands.add(lambda: [command])
    await run(shown, "compare")
    assert done == ["compared"]


@pytest.mark.parametrize("text", ["atlas", "10.0.0.31"])
async def test_another_node_is_reached_by_its_name_or_address(shown: Console, text: str) -> None:
    other = connect_beside(shown, FakeAgent())
    await until(lambda: other.is_live)
    shown.window.connections.switch_to(shown.session)
    await run(shown, text)
    assert shown.window.connections.current is other


async def test_no_palette_opens_over_another_dialog(shown: Console) -> None:
    QTest.keyClick(shown.window, Qt.Key.Key_F1)
    sheet = await opened(shown, ShortcutSheet)
    QTest.keyClick(sheet, Qt.Key.Key_K, CONTROL)
    assert shown.window.findChild(Palette) is None


async def test_the_sheet_of_shortcuts_has_every_key(shown: Console) -> None:
    QTest.keyClick(shown.window, Qt.Key.Key_F1)
    sheet = await opened(shown, ShortcutSheet)
    names = [row.accessibleName() for row in sheet.findChildren(QFrame)]
    for name in ("Dashboard: Ctrl+1", "Search or run a command: Ctrl+K", "New task: Ctrl+N"):
        assert name in names


async def test_what_did_not_work_is_a_toast_and_stays_in_the_history(shown: Console) -> None:
    shown.agent.error = Conflict("The queue is closed.")
    shown.window.run_preset("ml-linear-regression")
    await until(lambda: shown.window.desk.toasts.sentences == ["The queue is closed."])
    assert shown.window.desk.notifications.notices[0].text == "The queue is closed."
    QTest.keyClick(shown.window, Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)
    assert shown.window.desk.toasts.sentences == []


async def test_a_failure_rings_the_bell_and_leads_to_the_task(shown: Console) -> None:
    shown.agent.change(make_view(1, Phase.FAILED, name="mnist-cnn", message="It failed."))
    bell = shown.window.status.bell
    await until(lambda: bell.accessibleName() == "Notifications, 1 new")
    await until(lambda: shown.window.desk.toasts.sentences == ["mnist-cnn failed"])
    QTest.mouseClick(bell, Qt.MouseButton.LeftButton)
    panel = await opened(shown, NoticePanel)
    assert bell.accessibleName() == "Notifications"
    panel.opened.emit(shown.window.desk.notifications.notices[0])
    await until(lambda: shown.window.tasks.chosen == make_view(1).id)


async def test_who_looks_at_a_task_need_not_be_told_of_its_end(shown: Console) -> None:
    shown.window.node.show_task(make_view(1).id)
    await until(lambda: shown.window.tasks.chosen == make_view(1).id)
    shown.agent.change(make_view(1, Phase.FAILED, name="mnist-cnn"))
    await until(lambda: shown.window.desk.notifications.unread == 1)
    assert shown.window.desk.toasts.sentences == []


async def test_a_failure_of_another_node_leads_there(shown: Console) -> None:
    agent = FakeAgent(make_view(2, name="etl"))
    other = connect_beside(shown, agent)
    await until(lambda: other.is_live)
    shown.window.connections.switch_to(shown.session)
    agent.change(make_view(2, Phase.FAILED, name="etl"))
    notices = shown.window.desk.notifications
    notice = await until(lambda: next((n for n in notices.notices if n.task_id), None))
    assert notice.address == other.address
    shown.window.desk.show_task_of(notice)
    assert shown.window.connections.current is other
    shown.window.connections.disconnect_from(other)
    shown.window.desk.show_task_of(notice)
    assert "not connected any more" in shown.window.desk.toasts.sentences[-1]


async def test_who_looks_elsewhere_is_told_on_the_desktop(shown: Console) -> None:
    told: list[str] = []
    desk = shown.window.desk
    desk.notifications.desktop = lambda title, _: told.append(title)
    shown.window.hide()
    shown.agent.change(make_view(1, Phase.FAILED, name="mnist-cnn"))
    await until(lambda: told == ["mnist-cnn failed"])
    assert desk.toasts.sentences == []


async def test_do_not_disturb_is_remembered(shown: Console, tmp_path: Path) -> None:
    await run(shown, "do not disturb")
    assert shown.window.desk.notifications.is_quiet
    assert "do not disturb" in shown.window.status.bell.toolTip()
    shown.agent.change(make_view(1, Phase.FAILED))
    await until(lambda: shown.window.desk.notifications.unread)
    assert shown.window.desk.toasts.sentences == []
    async with console(FakeAgent(), tmp_path) as again:
        assert again.window.desk.notifications.is_quiet


async def test_the_running_task_shows_its_progress_in_the_status_bar(shown: Console) -> None:
    shown.agent.write(make_view(1).id, "Epoch 31/50 loss 0.2")
    shown.window.desk.progress.ask()
    job = shown.window.status.findChild(QWidget, "running-job")
    assert job is not None
    await until(lambda: job.accessibleName() == "Show the task mnist-cnn · epoch 31/50")


async def test_the_first_steps_stand_on_the_dashboard_of_this_node_and_lead_on(
    shown: Console,
) -> None:
    steps = shown.window.dashboard.findChild(FirstSteps)
    assert isinstance(steps, FirstSteps)
    assert steps.isVisible()
    steps.task_wanted.emit()
    form = await opened(shown, NewTaskDialog)
    form.reject()
    steps.settings_wanted.emit()
    assert shown.window.settings.isVisible()
    other = connect_beside(shown, FakeAgent())
    await until(lambda: other.is_live)
    assert shown.window.dashboard.findChild(FirstSteps) is None
