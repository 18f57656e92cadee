from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import cnet_resources
from cnet_agent.model.errors import FieldError
from cnet_agent.model.preset import Preset, PresetField
from cnet_agent.model.preset_render import render
from cnet_ui.widgets.preset_form import PresetForm
from helpers.console import builtin_presets

pytestmark = pytest.mark.gui

BUILT_IN = sorted(file.stem for file in cnet_resources.presets().glob("*.yaml"))


async def make_form(qtbot: QtBot, folder: Path, preset_id: str) -> PresetForm:
    presets = {preset.id: preset for preset in await builtin_presets(folder)}
    form = PresetForm(presets[preset_id], can_browse=True)
    qtbot.addWidget(form)
    form.show()
    return form


@pytest.mark.parametrize("preset_id", BUILT_IN)
async def test_a_form_that_is_right_makes_a_task(
    qtbot: QtBot, tmp_path: Path, preset_id: str
) -> None:
    form = await make_form(qtbot, tmp_path, preset_id)
    for field in form.preset.fields:
        if field.required and field.default is None:
            form.editors[field.id].set_value("echo")
    assert form.check()
    assert render(form.preset, form.values()).command


@pytest.mark.parametrize("preset_id", BUILT_IN)
async def test_every_number_out_of_its_range_is_refused_below_its_field(
    qtbot: QtBot, tmp_path: Path, preset_id: str
) -> None:
    form = await make_form(qtbot, tmp_path, preset_id)
    for field in form.preset.fields:
        if field.minimum is None or field.when:
            continue
        editor = form.editors[field.id]
        editor.set_value(str(field.minimum - 1))
        assert editor.problem(), field.id
        assert not form.check()
        assert editor._problem.text() == editor.problem()
        assert editor._problem.isVisibleTo(form)
        editor.set_value(field.default)


@pytest.mark.parametrize("preset_id", BUILT_IN)
async def test_every_field_that_is_needed_says_so_when_it_is_empty(
    qtbot: QtBot, tmp_path: Path, preset_id: str
) -> None:
    form = await make_form(qtbot, tmp_path, preset_id)
    for field in form.preset.fields:
        editor = form.editors[field.id]
        if field.required and field.type in ("text", "path", "multiline") and not field.when:
            editor.set_value("")
            assert editor.problem() == "Needed."
            editor.set_value(field.default or "x")


async def test_fields_come_and_go_with_what_they_depend_on(qtbot: QtBot, tmp_path: Path) -> None:
    form = await make_form(qtbot, tmp_path, "ml-linear-regression")
    assert form.editors["samples"].isVisible()
    assert "value" not in form.values()
    form.editors["operation"].set_value("predict")
    form._edit("operation")
    assert not form.editors["samples"].isVisible()
    assert form.editors["value"].isVisible()
    assert form.values()["value"] == "5.5"
    assert "samples" not in form.values()


async def test_limits_and_what_happens_if_it_goes_wrong_stand_side_by_side(
    qtbot: QtBot, tmp_path: Path
) -> None:
    form = await make_form(qtbot, tmp_path, "ml-linear-regression")
    rows = [names for _, names in form._groups]
    assert rows == [
        ["cpu_limit", "memory_limit", "disk_limit"],
        ["timeout", "max_retries", "first_wait"],
    ]
    assert form.editors["memory_limit"].isVisible()
    assert not form._more.isVisible()


async def test_what_one_seldom_changes_is_folded_and_says_what_is_set(
    qtbot: QtBot, tmp_path: Path
) -> None:
    form = await make_form(qtbot, tmp_path, "python-script")
    assert not form.editors["allow_build"].isVisible()
    assert form._more._summary.accessibleName() == "not set"
    form.editors["allow_build"].set_value(True)
    assert form._more._summary.accessibleName() == "Build from source"
    form._more._button.click()
    assert form.editors["allow_build"].isVisible()


async def test_what_the_agent_refuses_in_a_folded_field_unfolds_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    form = await make_form(qtbot, tmp_path, "python-script")
    form.show_errors([FieldError(("task", "allow_build"), "is not allowed")])
    assert form.editors["allow_build"]._problem.isVisible()


async def test_what_was_typed_elsewhere_fills_the_same_place_and_replaces_nothing(
    qtbot: QtBot, tmp_path: Path
) -> None:
    form = await make_form(qtbot, tmp_path, "ml-linear-regression")
    form.editors["name"].set_value("mine")
    form.take_over({("name",): "theirs", ("retry", "delay"): "1m", ("args",): "x"})
    assert (form.values()["name"], form.values()["first_wait"]) == ("mine", "1m")
    assert form.edited() == {("name",): "mine"}
    assert form.is_edited


async def test_what_the_agent_finds_wrong_is_said_below_the_field_until_it_is_edited(
    qtbot: QtBot, tmp_path: Path
) -> None:
    form = await make_form(qtbot, tmp_path, "shell-command")
    errors = [FieldError(("params", "script"), "is not good"), FieldError(("task",), "too big")]
    assert form.show_errors(errors) == ["task: too big"]
    problem = form.editors["script"]._problem
    assert problem.text() == "Is not good."
    form.editors["script"].set_value("echo hello")
    assert not problem.isVisible()


async def test_nothing_is_called_wrong_before_it_was_touched(qtbot: QtBot, tmp_path: Path) -> None:
    form = await make_form(qtbot, tmp_path, "shell-command")
    assert not form.editors["script"]._problem.isVisible()


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [("integer", "12", "12"), ("size", "1.5 GB", "1.5 GB"), ("duration", "30s", "30s")],
)
def test_units_are_written_as_people_write_them(
    qtbot: QtBot, kind: str, text: str, value: str
) -> None:
    field = PresetField.model_validate({"id": "a", "label": "A", "type": kind})
    form = PresetForm(Preset(id="p", name="P", fields=(field,), task={}), can_browse=False)
    qtbot.addWidget(form)
    form.editors["a"].set_value(text)
    assert form.check()
    assert form.values() == {"a": value}


async def test_what_the_agent_refuses_is_brought_into_view(qtbot: QtBot, tmp_path: Path) -> None:
    form = await make_form(qtbot, tmp_path, "ml-linear-regression")
    editor = form.editors["memory_limit"]
    pointed: list[object] = []
    form.pointed.connect(pointed.append)
    assert form.show_errors([FieldError(("params", "memory_limit"), "too much")]) == []
    assert pointed == [editor]
    assert editor._problem.text() == "Too much."
    assert form.told() == [("Memory", "too much")]


async def test_an_answer_to_what_is_typed_moves_no_focus(qtbot: QtBot, tmp_path: Path) -> None:
    form = await make_form(qtbot, tmp_path, "ml-linear-regression")
    pointed: list[object] = []
    form.pointed.connect(pointed.append)
    form.show_errors([FieldError(("params", "memory_limit"), "too much")], point=False)
    assert pointed == []
    assert form.editors["memory_limit"]._problem.isVisible()
