import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from cnet_agent.model.errors import Conflict
from cnet_agent.model.phase import Phase
from cnet_ui.dialogs.new_task import NewTaskDialog
from cnet_ui.dialogs.preset_editor import PresetEditor
from cnet_ui.dialogs.preset_gallery import BY_HAND
from cnet_ui.dialogs.save_preset import SavePresetDialog
from cnet_ui.main_window import FOLD_BELOW, TITLE
from cnet_ui.pages.places import DASHBOARD, SETTINGS, TASKS
from cnet_ui.preferences import Preferences
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.labels import Elided
from cnet_ui.widgets.preset_form import PresetForm
from helpers.console import Console, builtin_presets, console
from helpers.fake_agent import FakeAgent, make_usage, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui

INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView)


@pytest.fixture
async def empty(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    agent = FakeAgent(presets=await builtin_presets(tmp_path))
    async with console(agent, tmp_path) as found:
        await until(lambda: found.session.presets)
        yield found


@pytest.fixture
async def busy(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    tasks = [make_view(number, Phase.SUCCEEDED) for number in range(1, 80)]
    tasks += [make_view(80, name="mnist-cnn"), make_view(81, Phase.FAILED, message="It failed.")]
    agent = FakeAgent(*tasks, presets=await builtin_presets(tmp_path))
    async with console(agent, tmp_path) as found:
        await until(lambda: found.window.tasks.table.rowCount() == 81)
        found.window.show_page(TASKS)
        yield found


def find(parent: QWidget, name: str) -> Button:
    button = parent.findChild(Button, name)
    assert button is not None, name
    return button


async def form(shown: Console) -> NewTaskDialog:
    shown.window.new_task()
    found = await until(lambda: shown.window.findChild(NewTaskDialog))
    assert isinstance(found, NewTaskDialog)
    return found


async def test_every_control_has_a_name_for_those_who_cannot_see_it(busy: Console) -> None:
    busy.window.tasks.choose(make_view(81, Phase.FAILED).id, "overview")
    dialog = await form(busy)
    dialog.gallery.choose(BY_HAND)
    dialog.presets.save_task({"command": "x", "args": ["1"]})
    dialog.presets.make_new()
    unnamed = [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        for widget in busy.window.findChildren(QWidget)
        if isinstance(widget, INTERACTIVE)
        and not widget.objectName().startswith("qt_")
        and not widget.accessibleName()
        and not _is_part_of_qt(widget)
    ]
    assert unnamed == []


def _is_part_of_qt(widget: QWidget) -> bool:
    """Whether Qt made it inside a control of its own: a table's corner, a list's headers."""
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractItemView | QLineEdit) and not isinstance(widget, QLineEdit)


async def test_one_click_in_the_empty_console_trains_the_model_and_shows_its_log(
    empty: Console,
) -> None:
    find(empty.window.dashboard, "run-ml-linear-regression").click()
    await until(lambda: empty.agent.questions("run_preset") == [("ml-linear-regression", {})])
    await until(empty.window.tasks.details.isVisible)
    task_id = empty.window.tasks.chosen
    empty.agent.write(task_id, "[1/4] Reading data")
    shown = empty.window.tasks.details.log
    await until(lambda: "Reading data" in shown.text.toPlainText())


async def test_a_model_that_is_trained_offers_to_predict(empty: Console) -> None:
    fields = {"preset": "ml-linear-regression", "labels": {"operation": "train"}}
    empty.agent.change(make_view(1, Phase.SUCCEEDED, **fields))
    button = find(empty.window.dashboard, "dashboard-next-step")
    await until(button.isVisible)
    assert button.text() == "Predict 5.5"
    button.click()
    params = {"operation": "predict", "name": "model-prediction"}
    expected = ("ml-linear-regression", params)
    await until(lambda: empty.agent.questions("run_preset") == [expected])


async def test_the_form_runs_with_the_keyboard_alone(empty: Console) -> None:
    QTest.keyClick(empty.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = await until(lambda: empty.window.findChild(NewTaskDialog))
    assert empty.window.windowTitle() != TITLE
    await until(lambda: dialog.isAncestorOf(QApplication.focusWidget() or empty.window))
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    asked = await until(lambda: empty.agent.questions("run_preset"))
    assert asked[0][0] == "ml-linear-regression"
    assert asked[0][1]["operation"] == "train"
    await until(lambda: empty.window.findChild(NewTaskDialog) is None)
    assert empty.window.windowTitle() == TITLE


async def test_the_form_says_what_would_happen_before_one_runs_it(empty: Console) -> None:
    dialog = await form(empty)
    await until(lambda: "train.py" in dialog.preview.text.toPlainText())
    starts = dialog.findChild(Elided, "starts")
    assert starts is not None
    assert starts.accessibleName() == "Starts at once: 2 of 10 slots are used."


async def test_a_refused_task_leaves_the_form_as_it_was(empty: Console) -> None:
    dialog = await form(empty)
    assert isinstance(dialog.form, PresetForm)
    dialog.form.editors["name"].set_value("mine")
    empty.agent.error = Conflict("The queue is closed.")
    dialog.run_button.click()
    starts = dialog.findChild(Elided, "starts")
    assert starts is not None
    await until(lambda: starts.accessibleName() == "The queue is closed.")
    assert dialog.isVisible()
    assert dialog.form.values()["name"] == "mine"


async def test_what_was_written_into_a_form_is_there_when_one_comes_back_to_it(
    empty: Console,
) -> None:
    dialog = await form(empty)
    assert isinstance(dialog.form, PresetForm)
    dialog.form.editors["name"].set_value("mine")
    dialog.gallery.choose("shell-command")
    dialog.gallery.choose("ml-linear-regression")
    assert dialog.form.values()["name"] == "mine"


async def test_no_part_of_the_console_shows_as_a_window_of_its_own(empty: Console) -> None:
    class Watch(QObject):
        shown: list[str] = []

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
                self.shown += [type(watched).__name__] if watched.isWindow() else []
            return False

    watch = Watch()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    dialog = await form(empty)
    for preset in empty.session.presets:
        dialog.gallery.choose(preset.id)
    dialog.gallery.choose(BY_HAND)
    dialog.presets.save_task({"command": "x", "args": ["1"]})
    dialog.presets.make_new()
    for sheet in (SavePresetDialog, PresetEditor):
        found = empty.window.findChild(sheet)
        assert found is not None
        found.reject()
    dialog.reject()
    empty.agent.change(make_view(1))
    await until(lambda: empty.window.tasks.table.rowCount() == 1)
    empty.window.show_page(TASKS)
    empty.window.tasks.choose(make_view(1).id, "overview")
    await until(empty.window.tasks.details.isVisible)
    application.removeEventFilter(watch)
    assert watch.shown == []


async def test_escape_closes_the_form_and_gives_the_window_back(empty: Console) -> None:
    dialog = await form(empty)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    await until(lambda: empty.window.findChild(NewTaskDialog) is None)
    assert (await form(empty)).isVisible()


async def test_a_dead_connection_is_said_above_the_page_and_changes_nothing_on_it(
    busy: Console,
) -> None:
    window = busy.window
    window.tasks.choose(make_view(40).id)
    window.tasks._search.setText("task")
    bar = window.tasks.view.verticalScrollBar()
    await until(lambda: busy.agent.questions("timeline"))  # its row was brought into view
    bar.setValue(300)
    before = (window.tasks.chosen, window.tasks.view.verticalScrollBar().value())
    busy.agent.go_away()
    await until(window.banner.isVisible)
    assert "Stale since" in window.banner.accessibleName()
    busy.agent.come_back()
    await until(lambda: not window.banner.isVisible())
    assert (window.tasks.chosen, window.tasks.view.verticalScrollBar().value()) == before
    assert window.tasks._search.text() == "task"


async def test_no_form_opens_for_an_agent_that_does_not_answer_and_the_reason_is_said(
    empty: Console,
) -> None:
    empty.agent.go_away()
    await until(empty.window.banner.isVisible)
    QTest.keyClick(empty.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert "as soon as the agent is connected" in empty.window.desk.toasts.sentences[-1]
    assert empty.window.findChild(NewTaskDialog) is None
    empty.agent.come_back()
    await until(lambda: empty.session.is_live)


async def test_what_the_agent_has_to_say_can_be_sent_away(qapp: object, tmp_path: Path) -> None:
    agent = FakeAgent()
    agent.notices = ["The database was rebuilt."]
    async with console(agent, tmp_path) as shown:
        await until(shown.window.banner.isVisible)
        assert shown.window.banner.accessibleName() == "The database was rebuilt."
        shown.window.banner.dismissed.emit()
        assert not shown.window.banner.isVisible()


async def test_a_task_that_runs_is_stopped_after_a_question_that_names_it(busy: Console) -> None:
    busy.window.tasks.choose(make_view(80).id)
    find(busy.window, "stop-task").click()
    answer = await until(lambda: busy.window.findChild(Button, "answer-stop"))
    sheet = answer.window().findChild(QWidget, "sheet")
    assert sheet is not None
    assert "mnist-cnn" in sheet.accessibleName()
    assert busy.agent.questions("stop") == []
    answer.click()
    await until(lambda: busy.agent.questions("stop") == [make_view(80).id])


async def test_a_failed_task_shows_its_cause_and_runs_again(busy: Console) -> None:
    busy.window.tasks.choose(make_view(81, Phase.FAILED).id, "overview")
    find(busy.window, "run-again").click()
    await until(lambda: busy.agent.questions("restart"))
    await until(lambda: busy.window.tasks.chosen == make_view(1001).id)


async def test_the_figures_of_the_node_are_shown_as_they_come(empty: Console) -> None:
    empty.agent.sample(make_usage(1.0, cpu=63.0))
    cpu = empty.window.dashboard.cards.cpu
    await until(lambda: cpu.accessibleName() == "CPU: 63 %")
    assert empty.window.dashboard.cards.memory.accessibleName() == "Memory: 1.0 GB"


async def test_pages_have_keys(empty: Console) -> None:
    window = empty.window
    for key, page in (
        ("2", window.tasks),
        ("3", window.node.training),
        ("4", window.node.models),
        ("5", window.logs),
        ("6", window.settings),
    ):
        QTest.keyClick(
            empty.window, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier
        )
        await until(page.isVisible)


async def test_no_page_changes_below_an_open_form(empty: Console) -> None:
    await form(empty)
    QTest.keyClick(empty.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    await asyncio.sleep(0)
    assert empty.window.dashboard.isVisible()


async def test_the_rail_folds_where_there_is_little_room(empty: Console) -> None:
    wide = empty.window.rail.width()
    empty.window.resize(FOLD_BELOW - 1, 700)
    await until(lambda: empty.window.rail.width() < wide)
    empty.window.resize(FOLD_BELOW, 700)
    await until(lambda: empty.window.rail.width() == wide)


async def test_nothing_is_cut_off_in_the_smallest_window(busy: Console) -> None:
    busy.window.resize(busy.window.minimumSize())
    for page in ("dashboard", TASKS, SETTINGS):
        busy.window.show_page(page)
        await asyncio.sleep(0)
        for button in busy.window.findChildren(Button):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width(), button.text()


async def test_closing_asks_somebody_else(empty: Console) -> None:
    asked: list[None] = []
    empty.window.closing.connect(lambda: asked.append(None))
    empty.window.close()
    assert asked == [None]
    assert empty.window.isVisible()


async def test_the_next_window_opens_where_one_left_off(qapp: object, tmp_path: Path) -> None:
    async with console(FakeAgent(), tmp_path) as first:
        first.window.show_page(SETTINGS)
        first.window.settings.contents.choose("python")
    async with console(FakeAgent(), tmp_path) as second:
        assert second.window.node.key == SETTINGS
        assert second.window.settings.contents.current == "python"
        second.window.show_page(TASKS)
    async with console(FakeAgent(), tmp_path) as third:
        assert third.window.node.key == TASKS
        third.window.show_page(SETTINGS)
        assert third.window.settings.contents.current == "python"


async def test_a_page_that_there_is_no_more_is_not_gone_to(qapp: object, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "console.ini"), QSettings.Format.IniFormat)
    Preferences(settings).remember("page", "machines")
    settings.sync()
    async with console(FakeAgent(), tmp_path) as shown:
        assert shown.window.node.key == DASHBOARD
