"""Presets that ship with the agent, and a person's own."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cnet_agent.model.errors import Conflict, InvalidRequest, NotFound
from cnet_agent.model.preset import Preset, PresetField
from cnet_agent.runtime.presets import Presets

BUILTIN = "id: shipped\nname: Shipped\ntask: {command: 'true'}\n"


@pytest.fixture
def presets(tmp_path: Path) -> Presets:
    (tmp_path / "builtin").mkdir()
    (tmp_path / "builtin" / "shipped.yaml").write_text(BUILTIN)
    return Presets(tmp_path / "builtin", tmp_path / "own")


def make_preset(preset_id: str = "mine", **fields: object) -> Preset:
    return Preset.model_validate(
        {"id": preset_id, "name": "Mine", "task": {"command": "echo"}, **fields}
    )


async def ids(presets: Presets) -> list[str]:
    return [preset.id for preset in await presets.list()]


async def test_own_presets_are_kept_beside_the_built_in_ones(presets: Presets) -> None:
    await presets.put(make_preset())
    assert await ids(presets) == ["shipped", "mine"]
    assert (await presets.get("shipped")).builtin
    assert not (await presets.get("mine")).builtin
    assert (await presets.render("mine", {})).command == "echo"


async def test_a_preset_is_replaced_and_removed(presets: Presets) -> None:
    await presets.put(make_preset())
    await presets.put(make_preset(name="Changed", builtin=True))
    changed = await presets.get("mine")
    assert (changed.name, changed.builtin) == ("Changed", False)
    await presets.delete("mine")
    assert await ids(presets) == ["shipped"]
    with pytest.raises(NotFound):
        await presets.delete("mine")
    with pytest.raises(NotFound):
        await presets.render("mine", {})


async def test_a_built_in_preset_is_neither_replaced_nor_removed(presets: Presets) -> None:
    with pytest.raises(Conflict):
        await presets.put(make_preset("shipped"))
    with pytest.raises(Conflict):
        await presets.delete("shipped")


async def test_a_default_that_does_not_fit_is_refused(presets: Presets) -> None:
    field = PresetField(id="n", label="N", type="integer", default="many")
    with pytest.raises(InvalidRequest):
        await presets.put(make_preset(fields=(field,)))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("id: [", "broken.yaml:1:"),
        ("id: broken\nname: B\ntask: {}\ncolour: red\n", "colour: Extra inputs"),
        ("id: other\nname: B\ntask: {}\n", "broken.yaml:1:5: the id is 'other'"),
        ("id: broken\nname: ''\ntask: {}\n", "broken.yaml:2:7: name"),
    ],
)
async def test_a_broken_preset_is_reported_with_its_place_and_left_out(
    presets: Presets, tmp_path: Path, content: str, sentence: str
) -> None:
    await presets.put(make_preset())
    (tmp_path / "own" / "broken.yaml").write_text(content)
    assert await ids(presets) == ["shipped", "mine"]
    problems = await presets.problems()
    assert len(problems) == 1
    assert sentence in problems[0]


async def test_a_preset_that_is_edited_by_hand_is_read_again(
    presets: Presets, tmp_path: Path
) -> None:
    await presets.put(make_preset())
    assert (await presets.get("mine")).name == "Mine"
    file = tmp_path / "own" / "mine.yaml"
    file.write_text(file.read_text().replace("Mine", "Edited by hand"))
    assert (await presets.get("mine")).name == "Edited by hand"


_TEXT = st.text(max_size=20).filter(lambda text: "\0" not in text) | st.sampled_from(
    ["no", "1e5", "0o17", "0x1f", "12:30", "~", "null", ".5", "{a}", "\x7f", "\x85", "👍", " x "]
)


@given(_TEXT, st.lists(_TEXT, max_size=3))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
async def test_any_text_survives_the_file(presets: Presets, text: str, items: list[str]) -> None:
    try:
        preset = make_preset(description=text, task={"command": text, "args": items})
    except ValueError:
        return  # a lone surrogate: no text
    again = await _stored(presets, preset)
    assert (again.description, again.task["command"]) == (text, text)
    assert list(again.task["args"]) == items


async def _stored(presets: Presets, preset: Preset) -> Preset:
    await presets.put(preset)
    return await presets.get(preset.id)
