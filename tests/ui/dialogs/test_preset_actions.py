from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from cnet_agent.config.preset_text import parse_preset
from cnet_agent.model.errors import Conflict, InvalidRequest
from cnet_agent.model.preset import Preset
from cnet_ui.dialogs.preset_actions import PresetActions
from cnet_ui.dialogs.preset_editor import PresetEditor
from cnet_ui.pages.places import LOGS
from cnet_ui.widgets.buttons import Button
from helpers.console import Console, builtin_presets, console
from helpers.fake_agent import FakeAgent
from helpers.waiting import until

pytestmark = pytest.mark.gui
MINE = Preset.model_validate({"id": "mine", "name": "Mine", "task": {"command": "echo"}})


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    agent = FakeAgent(presets=(*await builtin_presets(tmp_path), MINE))
    async with console(agent, tmp_path, LOGS) as found:
        await until(lambda: found.session.presets)
        yield found


@pytest.fixture
def actions(shown: Console) -> PresetActions:
    return PresetActions(shown.window, shown.session, shown.window)


def editor(shown: Console) -> PresetEditor:
    found = shown.window.findChild(PresetEditor)
    assert isinstance(found, PresetEditor)
    return found


async def test_a_built_in_preset_is_not_edited_or_deleted_and_says_why(
    shown: Console, actions: PresetActions
) -> None:
    built_in = actions.menu(shown.session.presets[0]).actions()
    assert [action.isEnabled() for action in built_in] == [False, True, True, False]
    assert "built in" in built_in[0].toolTip()
    assert all(action.isEnabled() for action in actions.menu(MINE).actions())


async def test_a_duplicate_has_a_name_and_an_id_of_its_own(
    shown: Console, actions: PresetActions
) -> None:
    actions.duplicate(MINE)
    draft = editor(shown).history.draft
    assert (draft["id"], draft["name"]) == ("mine-2", "Mine (copy)")
    assert editor(shown).about.editors["id"].isEnabled()


async def test_deleting_asks_names_the_preset_and_takes_no_for_an_answer(
    shown: Console, actions: PresetActions
) -> None:
    actions.delete(MINE)
    keep = await until(lambda: shown.window.findChild(Button, "answer-cancel"))
    keep.click()
    await until(lambda: shown.window.findChild(Button, "answer-cancel") is None)
    assert shown.agent.questions("delete_preset") == []
    actions.delete(MINE)
    delete = await until(lambda: shown.window.findChild(Button, "answer-delete"))
    delete.click()
    await until(lambda: shown.agent.questions("delete_preset") == ["mine"])
    await until(lambda: "mine" not in [each.id for each in shown.session.presets])


async def test_a_preset_goes_out_and_comes_back_as_the_yaml_that_the_agent_bundles(
    shown: Console, actions: PresetActions, tmp_path: Path
) -> None:
    path = tmp_path / "out.yaml"
    built_in = shown.session.presets[0]
    await actions.write(built_in, path)
    expected = built_in.model_copy(update={"builtin": False})
    assert parse_preset(path.read_text(encoding="utf-8"), "out.yaml") == expected
    await actions.read(path)
    assert editor(shown).history.draft["name"] == built_in.name
    assert editor(shown).history.draft["id"] == f"{built_in.id}-2"


async def test_a_file_that_is_no_preset_is_told_with_line_and_column(
    actions: PresetActions, tmp_path: Path
) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("id: a\nname: [\n", encoding="utf-8")
    with pytest.raises(InvalidRequest, match=r"Not a preset: broken\.yaml:\d+:\d+: "):
        await actions.read(path)
    with pytest.raises(InvalidRequest, match="cannot be read"):
        await actions.read(tmp_path / "missing.yaml")


async def test_a_file_that_cannot_be_written_is_told(
    actions: PresetActions, tmp_path: Path
) -> None:
    with pytest.raises(Conflict, match="cannot be written"):
        await actions.write(MINE, tmp_path / "nowhere" / "out.yaml")
