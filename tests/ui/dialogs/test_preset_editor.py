from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cnet_agent.model.preset import Preset
from cnet_ui.dialogs.preset_actions import PresetActions
from cnet_ui.dialogs.preset_editor import PresetEditor
from cnet_ui.dialogs.preset_history import FIELDS, TASK
from cnet_ui.pages.places import LOGS
from cnet_ui.widgets.buttons import Button
from helpers.console import Console, console
from helpers.fake_agent import FakeAgent
from helpers.waiting import until

pytestmark = pytest.mark.gui

PRESET = Preset.model_validate(
    {
        "id": "mine",
        "name": "Mine",
        "fields": [
            {"id": "epochs", "label": "Epochs", "type": "integer", "default": 5},
            {"id": "rate", "label": "Rate", "type": "number"},
        ],
        "task": {"command": "python3", "args": ["{epochs}", "{rate}"]},
    }
)


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    async with console(FakeAgent(presets=(PRESET,)), tmp_path, LOGS) as found:
        await until(lambda: found.session.presets)
        yield found


def edit(shown: Console) -> PresetEditor:
    PresetActions(shown.window, shown.session, shown.window).edit(PRESET)
    found = shown.window.findChild(PresetEditor)
    assert isinstance(found, PresetEditor)
    return found


def click(editor: PresetEditor, name: str) -> None:
    button = editor.findChild(Button, name)
    assert button is not None
    button.click()


def labels(editor: PresetEditor) -> list[str]:
    return [editor.fields.list.item(row).text() for row in range(editor.fields.list.count())]


async def test_fields_are_added_moved_and_removed_and_every_step_is_undone(
    shown: Console,
) -> None:
    editor = edit(shown)
    editor.show_page(FIELDS)
    editor.fields.list.setCurrentRow(0)
    click(editor, "add-field")
    assert labels(editor) == ["Epochs", "Field 1", "Rate"]
    editor.fields._down.click()
    assert labels(editor) == ["Epochs", "Rate", "Field 1"]
    assert editor.fields.list.currentRow() == 2
    editor.fields._remove.click()
    assert labels(editor) == ["Epochs", "Rate"]
    stack = editor.history.stack
    stack.undo()
    assert labels(editor) == ["Epochs", "Rate", "Field 1"]
    stack.undo()
    assert labels(editor) == ["Epochs", "Field 1", "Rate"]
    stack.undo()
    assert labels(editor) == ["Epochs", "Rate"]
    stack.redo()
    assert labels(editor) == ["Epochs", "Field 1", "Rate"]


async def test_what_is_typed_in_one_go_is_undone_in_one_go(shown: Console) -> None:
    editor = edit(shown)
    name = editor.about.editors["name"]
    name.setFocus()
    QTest.keyClicks(name, " too")
    assert editor.history.draft["name"] == "Mine too"
    assert editor.history.stack.count() == 1
    editor._undo.click()
    assert name.text() == "Mine"
    assert not editor._undo.isEnabled()
    editor._redo.click()
    assert name.text() == "Mine too"


async def test_keys_undo_what_was_done_on_any_page_and_show_it(shown: Console) -> None:
    editor = edit(shown)
    name = editor.about.editors["name"]
    name.setFocus()
    QTest.keyClicks(name, "!")
    editor.show_page(TASK)
    editor.task.setFocus()
    QTest.keyClick(editor.task, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.history.draft["name"] == "Mine"
    assert editor.tabs.current == "about"
    name.setFocus()
    redo = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(name, Qt.Key.Key_Z, redo)
    assert editor.history.draft["name"] == "Mine!"


async def test_a_fields_type_default_and_range_are_edited_and_kept(shown: Console) -> None:
    editor = edit(shown)
    editor.show_page(FIELDS)
    editor.fields.list.setCurrentRow(1)
    panel = editor.fields.panel
    for key, text in (("default", "0.1"), ("minimum", "0"), ("maximum", "1"), ("help", "rate")):
        line = panel.editors[key]
        line.setText(text)  # type: ignore[union-attr]
    editor.save_button.click()
    (preset,) = await until(lambda: shown.agent.questions("put_preset"))
    field = preset.fields[1]
    assert (field.default, field.minimum, field.maximum, field.help) == (0.1, 0.0, 1.0, "rate")
    await until(lambda: shown.window.findChild(PresetEditor) is None)


async def test_what_is_wrong_with_a_field_is_said_below_it_and_keeps_one_from_saving(
    shown: Console,
) -> None:
    editor = edit(shown)
    editor.show_page(FIELDS)
    editor.fields.list.setCurrentRow(0)
    editor.fields.panel.editors["default"].setText("many")  # type: ignore[union-attr]
    assert editor.fields.panel._problems["default"]._problem.isVisible()
    assert "Field Epochs" in editor._said.text()
    assert not editor.save_button.isEnabled()


async def test_json_that_is_wrong_is_told_with_line_and_column_and_shown(shown: Console) -> None:
    editor = edit(shown)
    editor.show_page(TASK)
    editor.task.setPlainText('{\n  "command": "x"\n  "args": []\n}')
    assert "line 3, column 3" in editor._said.text()
    assert not editor.save_button.isEnabled()
    editor._go.click()
    cursor = editor.task.textCursor()
    assert (cursor.blockNumber(), cursor.columnNumber()) == (2, 2)
    editor._undo.click()
    assert editor.save_button.isEnabled()


async def test_a_task_that_no_agent_takes_is_told_at_its_place(shown: Console) -> None:
    editor = edit(shown)
    editor.show_page(TASK)
    editor.task.setPlainText('{\n  "command": "x",\n  "timeout": "5 weeks"\n}')
    assert "line 3, column 14" in editor._said.text()


async def test_closing_with_changes_asks_and_names_the_preset(shown: Console) -> None:
    editor = edit(shown)
    editor.about.editors["summary"].setText("changed")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    keep = await until(lambda: shown.window.findChild(Button, "answer-cancel"))
    keep.click()
    await until(lambda: shown.window.findChild(Button, "answer-cancel") is None)
    assert editor.isVisible()
    editor.reject()
    discard = await until(lambda: shown.window.findChild(Button, "answer-discard"))
    discard.click()
    await until(lambda: shown.window.findChild(PresetEditor) is None)
    assert shown.agent.questions("put_preset") == []


async def test_the_id_of_a_preset_that_is_kept_stays(shown: Console) -> None:
    assert not edit(shown).about.editors["id"].isEnabled()
