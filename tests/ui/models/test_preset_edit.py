import json
from pathlib import Path
from typing import Any

import pytest

from cnet_agent.model.preset import Preset
from cnet_ui.models.preset_edit import Draft, draft_of, moved, new_field, preset_of
from helpers.console import builtin_presets


def draft(**changes: Any) -> Draft:
    preset = Preset.model_validate(
        {
            "id": "mine",
            "name": "Mine",
            "fields": [{"id": "epochs", "label": "Epochs", "type": "integer", "default": 5}],
            "task": {"command": "python3", "args": ["{epochs}"]},
        }
    )
    return {**draft_of(preset), **changes}


async def test_what_is_not_touched_stays_as_it_is(tmp_path: Path) -> None:
    for preset in await builtin_presets(tmp_path):
        made, issues = preset_of(draft_of(preset))
        assert issues == []
        assert made is not None
        expected = preset.model_copy(update={"builtin": False})
        assert made.model_dump(mode="json") == expected.model_dump(mode="json")


def test_json_that_cannot_be_read_is_told_with_line_and_column() -> None:
    _, (issue,) = preset_of(draft(task='{\n  "command": "x",\n  "args": [1,]\n}'))
    assert (issue.loc, issue.line) == (("task",), 3)
    assert issue.column > 1


def test_a_task_that_no_agent_takes_is_told_where_it_is_wrong() -> None:
    task = json.dumps({"command": "x", "timeout": "5 weeks"}, indent=2)
    _, (issue,) = preset_of(draft(task=task))
    assert (issue.loc, issue.line, issue.column) == (("task",), 3, 14)
    assert "is not a duration" in issue.text


@pytest.mark.parametrize(
    ("change", "key"),
    [({"default": "many"}, "default"), ({"minimum": "low"}, "minimum"), ({"id": "Épochs"}, "id")],
)
def test_what_is_wrong_with_a_field_is_told_at_its_text(change: dict[str, str], key: str) -> None:
    start = draft()
    start["fields"][0] |= change
    _, issues = preset_of(start)
    assert issues[0].loc == ("fields", 0, key)


def test_what_a_field_takes_comes_from_its_texts() -> None:
    start = draft()
    start["fields"][0] |= {"type": "choice", "choices": "5\n10\n", "when": ""}
    start["fields"].append(
        {
            **new_field(start),
            "id": "extra",
            "type": "boolean",
            "default": "true",
            "when": "epochs = 5, 10",
            "advanced": True,
        }
    )
    preset, issues = preset_of(start)
    assert issues == []
    assert preset is not None
    assert preset.fields[0].choices == ("5", "10")
    assert preset.fields[1].default is True
    assert preset.fields[1].when == {"epochs": ("5", "10")}


def test_a_new_field_has_a_name_that_no_other_has() -> None:
    start = draft()
    first = new_field(start)
    start["fields"].append(first)
    assert new_field(start)["id"] != first["id"]


def test_a_field_moves_within_the_list_and_not_out_of_it() -> None:
    fields = [{"id": "a"}, {"id": "b"}, {"id": "c"}]
    assert [each["id"] for each in moved(fields, 0, 1)] == ["b", "a", "c"]
    assert moved(fields, 0, -1) == fields == moved(fields, 2, 1)
