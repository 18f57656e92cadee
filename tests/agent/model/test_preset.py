"""Which presets hold together."""

from typing import Any

import pytest
from pydantic import ValidationError

from cnet_agent.model.preset import Preset


def nested(levels: int) -> Any:
    value: Any = "x"
    for _ in range(levels):
        value = [value]
    return value


def make(task: dict[str, Any] | None = None, **more: Any) -> Preset:
    field = {"id": "a", "label": "A", **more.pop("field", {})}
    body = {"id": "p", "name": "P", "fields": [field], "task": task or {"command": "x"}, **more}
    return Preset.model_validate(body)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"task": {"command": "\ud800"}}, "lone surrogate"),
        ({"task": {"command": "x", "env": {"\ud800": "x"}}}, "lone surrogate"),
        ({"task": {"command": "a\0"}}, "NUL"),
        ({"task": {"command": "x", "priority": 10**400}}, "whole number beyond"),
        ({"task": {"command": "x", "args": nested(500)}}, "nested"),
        ({"icon": "\ud800"}, "lone surrogate"),
        ({"order": 10**400}, "less than or equal to"),
        ({"field": {"default": "\ud800"}}, "lone surrogate"),
        ({"field": {"default": 10**400, "type": "integer"}}, "whole number beyond"),
        ({"field": {"when": {"\ud800": ["x"]}}}, "lone surrogate"),
        ({"field": {"minimum": 5, "maximum": 1, "type": "integer"}}, "minimum is above its max"),
    ],
)
def test_what_could_be_kept_but_not_read_or_answered_again_is_refused(
    more: dict[str, Any], says: str
) -> None:
    with pytest.raises(ValidationError, match=says):
        make(**more)


@pytest.mark.parametrize("when", [5, [], {"a": 5}, {"a": "text"}])
def test_a_condition_in_a_task_names_fields_and_lists_of_values(when: Any) -> None:
    with pytest.raises(ValidationError, match=r"\{field: \[values\]\}"):
        make({"command": "x", "args": [{"when": when, "value": 1}]})


def test_a_condition_that_names_fields_and_values_is_taken() -> None:
    preset = make({"command": "x", "args": [{"when": {"a": ["b", 1]}, "value": ["c"]}]})
    assert preset.task["args"][0]["when"] == {"a": ["b", 1]}
