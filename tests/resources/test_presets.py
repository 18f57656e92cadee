"""The presets that ship with the application."""

import itertools
from pathlib import Path

import pytest

import cnet_resources
from cnet_agent.model.preset import Preset
from cnet_agent.model.preset_render import check_defaults, render
from cnet_agent.runtime.presets import Presets

ROOT = Path(__file__).parents[2]
NAMES = sorted(file.stem for file in cnet_resources.presets().glob("*.yaml"))


@pytest.fixture
def presets(tmp_path: Path) -> Presets:
    return Presets(cnet_resources.presets(), tmp_path)


async def test_the_presets_that_the_seeds_name_are_there(presets: Presets) -> None:
    names = [preset.name for preset in await presets.list()]
    assert names[:3] == ["ML: Linear Regression", "ML: Neural Network", "ML: Custom Model"]
    assert {"Shell command", "Python script"} <= set(names)


@pytest.mark.parametrize("preset_id", NAMES)
async def test_every_form_makes_a_valid_task_whatever_is_chosen(
    presets: Presets, preset_id: str
) -> None:
    preset = await presets.get(preset_id)
    check_defaults(preset)
    for choice in _choices(preset):
        render(preset, choice)


@pytest.mark.parametrize("preset_id", NAMES)
async def test_every_form_can_be_filled_in_by_pressing_run_or_one_field(
    presets: Presets, preset_id: str
) -> None:
    preset = await presets.get(preset_id)
    empty = [field for field in preset.fields if field.required and field.default is None]
    assert len(empty) <= 1


@pytest.mark.parametrize("preset_id", NAMES)
async def test_every_field_is_used_and_every_icon_is_there(
    presets: Presets, preset_id: str
) -> None:
    preset = await presets.get(preset_id)
    assert (cnet_resources.icons() / f"{preset.icon}.svg").is_file()
    text = str(preset.task)
    assert [field.id for field in preset.fields if f"{{{field.id}}}" not in text] == []


@pytest.mark.parametrize(
    "preset_id", ["ml-linear-regression", "ml-neural-network", "ml-custom-model"]
)
async def test_the_scripts_of_presets_are_among_the_examples(
    presets: Presets, preset_id: str
) -> None:
    spec = await presets.render(preset_id, {})
    assert (ROOT / spec.args[0]).is_file()


async def test_linear_regression_predicts_for_the_value_of_the_seed(presets: Presets) -> None:
    spec = await presets.render("ml-linear-regression", {"operation": "predict"})
    assert spec.args[1:] == ("predict", "models/linear_regression.joblib", "5.5")
    assert spec.resources.memory_limit == 512_000_000


@pytest.mark.parametrize(
    ("operation", "arguments"),
    [
        ("train", ("1000", "50")),
        ("predict", ("3.5,2.1",)),
        ("evaluate", ("1000",)),
    ],
)
async def test_the_neural_network_is_given_what_the_seed_gives_it(
    presets: Presets, operation: str, arguments: tuple[str, ...]
) -> None:
    spec = await presets.render("ml-neural-network", {"operation": operation})
    script = "examples/ml_models/neural_network.py"
    assert spec.command == "python3"
    assert spec.args == (script, operation, "models/neural_network.h5", *arguments)
    assert spec.resources.memory_limit == 2_000_000_000


def _choices(preset: Preset) -> list[dict[str, str]]:
    """Return every combination of choices, with what is needed filled in."""
    fields = [field for field in preset.fields if field.choices]
    needed = {field.id: "x" for field in preset.fields if field.required and field.default is None}
    return [
        {**needed, **dict(zip((field.id for field in fields), values, strict=True))}
        for values in itertools.product(*(field.choices for field in fields))
    ]
