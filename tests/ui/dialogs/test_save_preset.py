from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest

from cnet_agent.model.errors import Conflict
from cnet_agent.model.preset_render import render
from cnet_agent.wire.task import MASK
from cnet_ui.dialogs.new_task import NewTaskDialog
from cnet_ui.dialogs.preset_gallery import BY_HAND
from cnet_ui.dialogs.save_preset import SavePresetDialog
from cnet_ui.pages.places import LOGS
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.preset_form import PresetForm
from cnet_ui.widgets.spec_form import SpecForm
from helpers.console import Console, builtin_presets, console
from helpers.fake_agent import FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui
TASK: dict[str, Any] = {"env": {"API_KEY": MASK}, "name": "train"}


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    agent = FakeAgent(make_view(1, **TASK), presets=await builtin_presets(tmp_path))
    async with console(agent, tmp_path, LOGS) as found:
        await until(lambda: found.session.presets and found.session.tasks)
        yield found


async def from_task(shown: Console) -> SavePresetDialog:
    shown.window.save_as_preset(make_view(1).id)
    found = await until(lambda: shown.window.findChild(SavePresetDialog))
    assert isinstance(found, SavePresetDialog)
    return found


def write(dialog: SavePresetDialog, key: str, text: str) -> None:
    edit = dialog._lines[key].edit
    edit.clear()
    QTest.keyClicks(edit, text)


async def test_a_task_is_kept_with_the_values_that_were_chosen_as_fields(shown: Console) -> None:
    dialog = await from_task(shown)
    write(dialog, "name", "Nightly Train")
    assert dialog._lines["id"].edit.text() == "nightly-train"
    row = next(each for each in dialog._rows if each._candidate.id == "argument_1")
    row.box.setChecked(True)
    row._label.setText("Seconds")
    row._help.setText("how long")
    dialog.save_button.click()
    (preset,) = await until(lambda: shown.agent.questions("put_preset"))
    assert [(field.label, field.help) for field in preset.fields] == [
        ("Seconds", "how long"),
        ("API_KEY", ""),
    ]
    spec = render(preset, {"argument_1": "5", "api_key": "abc"})
    assert (spec.args, spec.env) == (("5",), {"API_KEY": "abc"})
    await until(lambda: shown.window.findChild(SavePresetDialog) is None)
    assert "nightly-train" in [each.id for each in shown.session.presets]


async def test_a_preset_keeps_no_secret_of_a_task(shown: Console) -> None:
    dialog = await from_task(shown)
    row = next(each for each in dialog._rows if each._candidate.is_secret)
    assert row.box.isChecked()
    assert not row.box.isEnabled()
    write(dialog, "name", "x")
    assert MASK not in dialog.preset().model_dump_json()


async def test_a_name_is_needed_and_an_id_must_be_one(shown: Console) -> None:
    dialog = await from_task(shown)
    dialog.save_button.click()
    assert dialog._lines["name"]._problem.isVisibleTo(dialog)
    write(dialog, "name", "Mine")
    write(dialog, "id", "Not An Id")
    dialog.save_button.click()
    assert dialog._lines["id"]._problem.isVisibleTo(dialog)
    assert shown.agent.questions("put_preset") == []


async def test_what_the_agent_refuses_leaves_the_dialog_as_it_is(shown: Console) -> None:
    dialog = await from_task(shown)
    write(dialog, "name", "Mine")
    shown.agent.error = Conflict("The preset 'mine' is built in.")
    dialog.save_button.click()
    await until(lambda: dialog._said.text() == "The preset 'mine' is built in.")
    assert dialog._lines["name"].edit.text() == "Mine"
    assert dialog.save_button.isEnabled()


async def test_closing_asks_where_something_was_typed(shown: Console) -> None:
    dialog = await from_task(shown)
    assert not dialog.is_edited
    write(dialog, "name", "Mine")
    dialog.reject()
    discard = await until(lambda: shown.window.findChild(Button, "answer-discard"))
    assert dialog.isVisible()
    discard.click()
    await until(lambda: shown.window.findChild(SavePresetDialog) is None)


async def test_it_says_which_preset_it_would_take_the_place_of(shown: Console) -> None:
    dialog = await from_task(shown)
    write(dialog, "id", "shell-command")
    assert dialog._lines["id"]._problem.text() == "A built-in preset has this id."


@pytest.mark.parametrize("key", ["shell-command", BY_HAND])
async def test_a_form_is_kept_as_a_preset_and_chosen(shown: Console, key: str) -> None:
    shown.window.new_task(key)
    form = await until(lambda: shown.window.findChild(NewTaskDialog))
    if isinstance(form.form, PresetForm):
        form.form.editors["script"].set_value("make")
    else:
        assert isinstance(form.form, SpecForm)
        form.form.set_body({"command": "make"})
    button = form.findChild(Button, "save-as-preset")
    button.click()
    dialog = await until(lambda: shown.window.findChild(SavePresetDialog))
    write(dialog, "name", "Build")
    dialog.save_button.click()
    (preset,) = await until(lambda: shown.agent.questions("put_preset"))
    assert render(preset, {}).command in ("make", "sh")
    assert "make" in preset.model_dump_json()
    await until(lambda: form.gallery.current == "build")


async def test_an_unfinished_form_is_not_kept(shown: Console) -> None:
    shown.window.new_task(BY_HAND)
    form = await until(lambda: shown.window.findChild(NewTaskDialog))
    form.findChild(Button, "save-as-preset").click()
    assert shown.window.findChild(SavePresetDialog) is None
