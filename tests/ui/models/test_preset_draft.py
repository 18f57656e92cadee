from typing import Any

import pytest

from cnet_agent.model.preset import Preset
from cnet_agent.model.preset_render import check_defaults, render
from cnet_agent.model.spec import TaskSpec
from cnet_agent.wire.task import MASK
from cnet_ui.models.preset_draft import (
    Chosen,
    candidates,
    preset_id,
    preset_of_task,
    with_defaults,
)

BODY: dict[str, Any] = {
    "name": "train",
    "command": "python3",
    "args": ["train.py", "--epochs", "5", "{epochs}"],
    "env": {"API_KEY": MASK, "LEVEL": "1"},
    "resources": {"memory_limit": 1_500_000_000},
    "requirements": ["numpy", "scipy"],
    "timeout": 1800.0,
    "labels": {"team": "vision"},
}


def made_of(*names: str) -> Preset:
    chosen = [
        Chosen(each, each.id, each.type)
        for each in candidates(BODY)
        if each.id in names or each.is_secret
    ]
    return Preset.model_validate({"id": "p", "name": "P", **preset_of_task(BODY, chosen)})


def test_the_values_of_a_task_are_offered_under_names_that_say_what_they_are() -> None:
    found = {each.id: (each.type, each.value) for each in candidates(BODY)}
    assert found == {
        "name": ("text", "train"),
        "command": ("text", "python3"),
        "argument_1": ("text", "train.py"),
        "argument_2": ("text", "--epochs"),
        "epochs_": ("integer", "5"),  # "{epochs}" stands in the task already
        "argument_4": ("text", "{epochs}"),
        "api_key": ("text", None),
        "level": ("integer", "1"),
        "memory_limit": ("size", "1.5 GB"),
        "requirements": ("lines", "numpy\nscipy"),
        "timeout": ("duration", "30 m"),
    }


def test_an_option_of_one_letter_names_no_value() -> None:
    found = candidates({"command": "sh", "args": ["-c", "make"]})
    assert [each.id for each in found] == ["command", "argument_1", "argument_2"]


def test_a_preset_with_its_defaults_makes_the_task_that_it_was_made_of() -> None:
    preset = made_of("name", "command", "epochs_", "level", "memory_limit", "requirements")
    check_defaults(preset)
    spec = render(preset, {"api_key": "abc"})
    expected = {**BODY, "env": {"API_KEY": "abc", "LEVEL": "1"}}
    assert spec == TaskSpec.model_validate(expected)


def test_other_values_make_another_task() -> None:
    preset = made_of("epochs_", "requirements", "timeout")
    spec = render(preset, {"api_key": "k", "epochs_": 9, "requirements": "jax", "timeout": "5m"})
    assert spec.args == ("train.py", "--epochs", "9", "{epochs}")
    assert spec.requirements == ("jax",)
    assert spec.timeout == 300


def test_a_preset_keeps_no_secret() -> None:
    preset = made_of()
    assert MASK not in preset.model_dump_json()
    field = preset.fields[0]
    assert (field.id, field.default, field.required) == ("api_key", None, True)


def test_a_preset_can_be_kept_with_other_defaults() -> None:
    preset = made_of("timeout", "level")
    changed = Preset.model_validate(with_defaults(preset, {"timeout": "5m"}))
    defaults = {field.id: field.default for field in changed.fields}
    assert defaults == {"api_key": None, "level": "1", "timeout": "5m"}
    assert changed.task == preset.task


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Nightly ETL", "nightly-etl"), ("Mine", "mine-3"), ("夜", "preset"), ("--a--", "a")],
)
def test_an_id_is_made_of_the_name(name: str, expected: str) -> None:
    assert preset_id(name, ["mine", "mine-2"]) == expected
