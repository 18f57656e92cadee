import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from cnet_agent.model.errors import FieldError, InvalidRequest, NotFound, QueueFull
from cnet_agent.wire.task import MASK, WaitingView
from cnet_ui.dialogs.new_job import NewJobDialog
from cnet_ui.dialogs.new_task import NewTaskDialog
from cnet_ui.dialogs.preset_gallery import BY_HAND, CONTAINER
from cnet_ui.dialogs.save_preset import SavePresetDialog
from cnet_ui.dispose import dispose
from cnet_ui.pages.places import LOGS
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.fields import FieldEditor
from cnet_ui.widgets.preset_form import PresetForm
from cnet_ui.widgets.spec_form import SpecForm
from helpers.console import Console, builtin_presets, console
from helpers.fake_agent import FakeAgent, make_outlook, make_view
from helpers.job_scene import make_job
from helpers.waiting import until

pytestmark = pytest.mark.gui


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    agent = FakeAgent(
        make_view(1, name="mnist", env={"API_KEY": MASK, "LEVEL": "1"}),
        presets=await builtin_presets(tmp_path),
    )
    async with console(agent, tmp_path, LOGS) as found:
        await until(lambda: found.session.presets and found.session.tasks)
        yield found


async def opened(shown: Console, preset_id: str = "") -> NewTaskDialog:
    shown.window.new_task(preset_id)
    found = await until(lambda: shown.window.findChild(NewTaskDialog))
    assert isinstance(found, NewTaskDialog)
    return found


def by_hand(dialog: NewTaskDialog) -> SpecForm:
    assert isinstance(dialog.form, SpecForm)
    return dialog.form


def field(dialog: NewTaskDialog, *loc: str) -> FieldEditor:
    editor = by_hand(dialog).editors[loc]
    assert isinstance(editor, FieldEditor)
    return editor


def line(dialog: NewTaskDialog) -> str:
    return dialog._line.outlook.reason


async def test_a_task_by_hand_is_run_with_what_was_typed(shown: Console) -> None:
    dialog = await opened(shown, BY_HAND)
    assert not dialog.run_button.isEnabled()
    assert dialog.run_button.toolTip() == "Still to be filled in: Command"
    field(dialog, "command").set_value("python3")
    field(dialog, "args").set_value("train.py")
    field(dialog, "resources", "memory_limit").set_value("1.5 GB")
    body = {
        "command": "python3",
        "args": ["train.py"],
        "resources": {"memory_limit": "1.5 GB"},
    }
    await until(lambda: shown.agent.questions("dry_run")[-1:] == [body])
    await until(lambda: "Starts at once" in line(dialog))
    dialog.run_button.click()
    await until(lambda: shown.agent.questions("submit") == [body])
    await until(lambda: shown.window.findChild(NewTaskDialog) is None)


@pytest.mark.parametrize("preset_id", [BY_HAND, "shell-command"])
async def test_the_empty_name_says_what_the_task_will_be_called(
    shown: Console, preset_id: str
) -> None:
    dialog = await opened(shown, preset_id)
    name = dialog.form.findChild(QLineEdit, "field-name")
    assert name is not None
    before = name.placeholderText()
    if isinstance(dialog.form, SpecForm):
        field(dialog, "command").set_value("sh")
        field(dialog, "args").set_value("-c\nmake all; echo done")
    else:
        dialog.form.set_values({"script": "make all; echo done"})
        dialog.form.changed.emit()
    await until(lambda: name.placeholderText() == "make all; echo done")
    name.setText("build")
    await until(lambda: name.placeholderText() == before)


async def test_a_container_by_hand_is_run_and_duplicated_as_one(shown: Console) -> None:
    dialog = await opened(shown, CONTAINER)
    assert dialog.run_button.toolTip() == "Still to be filled in: Image"
    field(dialog, "image").set_value("redis:7")
    body = {"type": "container", "image": "redis:7"}
    await until(dialog.run_button.isEnabled)
    dialog.run_button.click()
    await until(lambda: shown.agent.questions("submit") == [body])
    await until(lambda: shown.window.findChild(NewTaskDialog) is None)
    again = make_view(7, type="container", image="redis:7", command="")
    copy = NewTaskDialog(shown.window, shown.session, task=again)
    copy.show()
    assert isinstance(copy.form, SpecForm)
    assert copy.form.body().items() >= body.items()


async def test_what_it_would_wait_for_is_said_with_who_holds_it(shown: Console) -> None:
    waiting = WaitingView(on="memory", message="", holders=[make_view(1).id])
    shown.agent.outlook = make_outlook(fits=False, starts="Waits for 2 GB.", waiting=waiting)
    dialog = await opened(shown)
    await until(lambda: line(dialog) == "Waits for 2 GB. Held by mnist")
    assert dialog.run_button.isEnabled()


async def test_what_would_fail_cannot_be_run_and_the_field_says_why(shown: Console) -> None:
    said = "The command pyhton was not found."
    shown.agent.outlook = make_outlook(problems=[said], problem_fields=["command"])
    dialog = await opened(shown, BY_HAND)
    field(dialog, "command").set_value("pyhton")
    await until(lambda: field(dialog, "command")._problem.text() == said)
    assert not dialog.run_button.isEnabled()
    assert dialog.run_button.toolTip().startswith(said)
    shown.agent.outlook = make_outlook()
    field(dialog, "command").set_value("python3")
    await until(dialog.run_button.isEnabled)
    await until(lambda: "Starts at once" in line(dialog))


async def test_a_limit_beyond_the_node_is_said_at_its_field_before_one_runs_it(
    shown: Console,
) -> None:
    dialog = await opened(shown, BY_HAND)
    said = "asks for 64 GB of memory; this node has 8 GB of memory"
    errors = (FieldError(("resources", "memory_limit"), said),)
    field(dialog, "command").set_value("x")
    shown.agent.error = InvalidRequest("The task asks for more than this node has.", errors=errors)
    field(dialog, "resources", "memory_limit").set_value("64 GB")
    await until(lambda: line(dialog) == f"Memory: {said}")
    assert not dialog.run_button.isEnabled()
    shown.agent.error = None


async def test_a_refused_submit_leaves_the_form_as_it_is_and_can_be_tried_again(
    shown: Console,
) -> None:
    dialog = await opened(shown, BY_HAND)
    field(dialog, "command").set_value("x")
    await until(lambda: "Starts at once" in line(dialog))
    shown.agent.error = QueueFull("Task queue is full.")
    dialog.run_button.click()
    await until(lambda: "Task queue is full." in line(dialog))
    assert field(dialog, "command").value == "x"
    assert dialog.run_button.isEnabled()
    shown.agent.error = None
    dialog.run_button.click()
    await until(lambda: shown.window.findChild(NewTaskDialog) is None)


async def test_keys_that_run_an_unfinished_form_lead_to_what_is_missing(shown: Console) -> None:
    dialog = await opened(shown, BY_HAND)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert field(dialog, "command")._problem.text() == "Is required."
    assert shown.agent.questions("submit") == []


async def test_what_was_typed_goes_along_to_fields_of_the_same_meaning(shown: Console) -> None:
    dialog = await opened(shown, "shell-command")
    assert isinstance(dialog.form, PresetForm)
    dialog.form.editors["script"].set_value("make")
    dialog.form.editors["memory_limit"].set_value("2 GB")
    dialog.gallery.choose("python-script")
    assert isinstance(dialog.form, PresetForm)
    assert dialog.form.values()["memory_limit"] == "2 GB"
    dialog.gallery.choose(BY_HAND)
    assert by_hand(dialog).body() == {"resources": {"memory_limit": "2 GB"}}
    dialog.gallery.choose("shell-command")
    assert isinstance(dialog.form, PresetForm)
    assert dialog.form.values()["script"] == "make"


async def test_one_can_go_on_by_hand_with_the_task_that_a_preset_makes(shown: Console) -> None:
    dialog = await opened(shown, "shell-command")
    assert isinstance(dialog.form, PresetForm)
    dialog.form.editors["script"].set_value("make")
    dialog.form.editors["memory_limit"].set_value("2 GB")
    await dialog.go_on_by_hand()
    assert by_hand(dialog).body() == {
        "command": "sh",
        "args": ["-c", "make"],
        "resources": {"memory_limit": "2 GB"},
    }
    field(dialog, "name").set_value("mine")
    dialog.gallery.choose("shell-command")
    going = asyncio.ensure_future(dialog.go_on_by_hand())
    keep = await until(lambda: shown.window.findChild(Button, "answer-cancel"))
    keep.click()
    await going
    dialog.gallery.choose(BY_HAND)
    assert by_hand(dialog).body()["name"] == "mine"


async def test_closing_asks_where_something_was_typed_and_keeps_it_unless_told(
    shown: Console,
) -> None:
    dialog = await opened(shown, BY_HAND)
    field(dialog, "command").set_value("x")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    keep = await until(lambda: shown.window.findChild(Button, "answer-cancel"))
    keep.click()
    await until(lambda: shown.window.findChild(Button, "answer-cancel") is None)
    assert dialog.isVisible()
    assert field(dialog, "command").value == "x"
    dialog.reject()
    discard = await until(lambda: shown.window.findChild(Button, "answer-discard"))
    discard.click()
    await until(lambda: shown.window.findChild(NewTaskDialog) is None)


async def test_a_task_can_be_duplicated_and_its_secrets_are_asked_for_again(
    shown: Console,
) -> None:
    shown.window.duplicate_task(make_view(1).id)
    dialog = await until(lambda: shown.window.findChild(NewTaskDialog))
    assert by_hand(dialog).values()[("args",)] == "60"
    assert "Give API_KEY again" in line(dialog)
    assert not dialog.run_button.isEnabled()
    by_hand(dialog).editors["env",].set_value({"API_KEY": "abc", "LEVEL": "1"})
    by_hand(dialog).changed.emit()
    await until(dialog.run_button.isEnabled)
    dialog.preview.tabs._buttons["json"].click()
    assert "abc" not in dialog.preview.text.toPlainText()
    dialog.run_button.click()
    asked = await until(lambda: shown.agent.questions("submit"))
    assert asked[0]["env"] == {"API_KEY": "abc", "LEVEL": "1"}
    assert asked[0]["name"] == "mnist"


async def test_a_task_on_its_page_is_duplicated_and_kept_from_there(shown: Console) -> None:
    page = shown.window.tasks
    page.duplicate.emit(make_view(1).id)
    dialog = await until(lambda: shown.window.findChild(NewTaskDialog))
    assert by_hand(dialog).body()["name"] == "mnist"
    dialog.reject()
    await until(lambda: shown.window.findChild(NewTaskDialog) is None)
    page.save_as_preset.emit(make_view(1).id)
    assert await until(lambda: shown.window.findChild(SavePresetDialog))


async def test_a_training_job_on_the_page_of_tasks_is_duplicated_in_its_own_form(
    shown: Console,
) -> None:
    job = make_job(8, name="digits", memory_cap=8_000_000_000)
    shown.agent.tasks[job.id] = job
    shown.window.tasks.duplicate.emit(job.id)
    dialog = await until(lambda: shown.window.findChild(NewJobDialog))
    assert dialog.form.values()["name"] == "digits"
    assert shown.window.findChild(NewTaskDialog) is None


async def test_a_task_of_long_ago_is_asked_for_to_be_duplicated(shown: Console) -> None:
    shown.agent.tasks[make_view(7).id] = make_view(7, name="long-ago")
    assert make_view(7).id not in shown.session.tasks
    shown.window.duplicate_task(make_view(7).id)
    dialog = await until(lambda: shown.window.findChild(NewTaskDialog))
    assert by_hand(dialog).body()["name"] == "long-ago"


async def test_a_task_that_is_gone_is_told_and_the_form_can_be_opened_again(
    shown: Console,
) -> None:
    shown.agent.error = NotFound("There is no task 7.")
    shown.window.duplicate_task(make_view(7).id)
    await until(lambda: not shown.window._is_opening)
    shown.agent.error = None
    assert (await opened(shown)).isVisible()


async def test_a_copied_line_names_the_token_only_where_one_is_needed(shown: Console) -> None:
    dialog = await opened(shown)
    dialog.preview.tabs._buttons["curl"].click()
    assert "CNET_TOKEN" not in dialog.preview.text.toPlainText()
    shown.session.needs_token = True
    dialog._typed()
    assert '-H "Authorization: Bearer $CNET_TOKEN"' in dialog.preview.text.toPlainText()


async def test_without_an_agent_the_form_waits_and_keeps_what_was_typed(shown: Console) -> None:
    dialog = await opened(shown, BY_HAND)
    field(dialog, "command").set_value("x")
    await until(lambda: "Starts at once" in line(dialog))
    shown.agent.go_away()
    await until(lambda: not dialog.run_button.isEnabled())
    assert "What you typed stays" in line(dialog)
    shown.agent.come_back()
    await until(dialog.run_button.isEnabled)
    assert field(dialog, "command").value == "x"


async def test_the_form_closes_with_the_connection_that_it_is_for(shown: Console) -> None:
    session = AgentSession()
    session.presets = list(shown.session.presets)
    session.take_client(shown.agent.client)
    dialog = NewTaskDialog(shown.window, session)
    dialog.open()
    dispose(session)
    await until(lambda: not dialog.isVisible())
    dispose(dialog)


async def test_a_preset_that_was_edited_meanwhile_keeps_what_was_typed_into_it(
    shown: Console,
) -> None:
    dialog = await opened(shown, "shell-command")
    assert isinstance(dialog.form, PresetForm)
    dialog.form.editors["script"].set_value("make")
    before = dialog.form.preset
    changed = before.model_copy(update={"name": "Shell, changed"})
    shown.agent.kept_presets = [
        changed if each.id == changed.id else each for each in shown.agent.kept_presets
    ]
    await shown.session.load_presets()
    await asyncio.sleep(0)
    assert isinstance(dialog.form, PresetForm)
    assert dialog.form.preset.name == "Shell, changed"
    assert dialog.form.values()["script"] == "make"
    assert dialog.is_edited


async def test_the_keyboard_goes_through_the_form_as_it_stands(shown: Console) -> None:
    dialog = await opened(shown, BY_HAND)
    names = []
    widget = dialog.gallery.list.nextInFocusChain()
    while widget is not dialog.run_button:
        assert widget is not None
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(dialog):
            names.append(widget.accessibleName())
        widget = widget.nextInFocusChain()
    assert names[:8] == [
        "Name",
        "Command",
        "Arguments",
        "Folder",
        "Browse for Folder",
        "Environment: not set",
        "Limits: not set",
        "If it goes wrong: not set",
    ]
