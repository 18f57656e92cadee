"""A preset while it is edited: as it was typed, right or not. Pure; the agent's model judges it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from cnet_agent.config.errors import BadConfiguration
from cnet_agent.config.preset_text import place_of
from cnet_agent.config.yaml_source import read_text
from cnet_agent.model.errors import FieldError, InvalidRequest
from cnet_agent.model.field_errors import field_errors
from cnet_agent.model.preset import Preset, PresetField
from cnet_agent.model.preset_render import check_defaults, render
from cnet_agent.model.preset_values import as_text
from cnet_ui.models.numbers import read_number

Draft = dict[str, Any]
"""The texts of a preset: its own, one mapping for each field, and its task as JSON."""

ABOUT = ("name", "id", "summary", "description", "category", "icon")
FLAGS = ("required", "advanced")
_NO_GROUP = Preset.model_fields["category"].default
TEXTS = (
    "id",
    "label",
    "type",
    "default",
    "minimum",
    "maximum",
    "unit",
    "choices",
    "when",
    "help",
    "placeholder",
)


@dataclass(frozen=True, slots=True)
class Issue:
    """What is wrong with a draft and where, such as ``("fields", 2, "default")`` or ``("task",)``.

    ``line`` and ``column`` are from 1, and 0 where it is not in the task's text.
    """

    loc: tuple[str | int, ...]
    text: str
    line: int = 0
    column: int = 0


def draft_of(preset: Preset) -> Draft:
    """Return a preset as texts to edit."""
    draft: Draft = {key: getattr(preset, key) for key in ABOUT}
    draft["order"] = preset.order
    if preset.category == _NO_GROUP:
        draft["category"] = ""
    draft["fields"] = [_field_texts(field) for field in preset.fields]
    draft["task"] = json.dumps(preset.task, indent=2, ensure_ascii=False)
    return draft


def preset_of(draft: Draft) -> tuple[Preset | None, list[Issue]]:
    """Return the preset that a draft is, or None and what is wrong with it."""
    try:
        task = json.loads(draft["task"])
    except json.JSONDecodeError as error:
        return None, [Issue(("task",), error.msg, error.lineno, error.colno)]
    content = {key: draft[key] for key in (*ABOUT, "order")}
    content["category"] = draft["category"].strip() or _NO_GROUP
    content |= {"task": task, "fields": [_field(each) for each in draft["fields"]]}
    try:
        preset = Preset.model_validate(content)
        check_defaults(preset)
        render(preset, _samples(preset))
    except ValidationError as error:
        return None, [_issue(each, draft) for each in field_errors(error)]
    except InvalidRequest as error:
        return None, [_issue(each, draft) for each in error.errors]
    return preset, []


def _samples(preset: Preset) -> dict[str, Any]:
    """Return something for each field that must be filled in, to see what task comes of it."""
    return {
        field.id: field.choices[0] if field.choices else "1"
        for field in preset.fields
        if field.required and field.default in (None, "")
    }


def new_field(draft: Draft) -> dict[str, Any]:
    """Return a field that a draft has not yet."""
    taken = {field["id"] for field in draft["fields"]}
    number = next(n for n in range(1, len(taken) + 2) if f"field_{n}" not in taken)
    return _field_texts(PresetField(id=f"field_{number}", label=f"Field {number}"))


def moved(fields: list[dict[str, Any]], at: int, by: int) -> list[dict[str, Any]]:
    """Return ``fields`` with one of them moved; as they are where there is no such place."""
    to = at + by
    if not 0 <= to < len(fields):
        return fields
    others = [field for number, field in enumerate(fields) if number != at]
    return [*others[:to], fields[at], *others[to:]]


def _field_texts(field: PresetField) -> dict[str, Any]:
    texts: dict[str, Any] = {name: getattr(field, name) for name in (*TEXTS, *FLAGS)}
    for name in ("default", "minimum", "maximum"):
        texts[name] = "" if texts[name] is None else as_text(texts[name])
    texts["choices"] = "\n".join(field.choices)
    texts["when"] = "; ".join(
        f"{name} = {', '.join(as_text(value) for value in values)}"
        for name, values in field.when.items()
    )
    return texts


def _field(texts: Mapping[str, Any]) -> dict[str, Any]:
    made = {key: value for key, value in texts.items() if value not in ("", None)}
    made["label"] = texts["label"] or texts["id"]
    kind = texts["type"]
    for name in ("minimum", "maximum"):
        if name in made:
            made[name] = read_number(made[name])
    if "default" in made:
        made["default"] = _default(kind, made["default"])
    if "choices" in made:
        made["choices"] = [line.strip() for line in made["choices"].splitlines() if line.strip()]
    if "when" in made:
        made["when"] = _conditions(made["when"])
    return made


def _default(kind: str, text: str) -> Any:
    match kind:
        case "boolean":
            return {"true": True, "false": False}.get(text.strip().lower(), text)
        case "integer" | "number":
            return read_number(text)
    return text


def _conditions(text: str) -> dict[str, list[str | bool]]:
    found: dict[str, list[str | bool]] = {}
    words: dict[str, bool] = {"true": True, "false": False}
    for part in text.split(";"):
        name, _, values = part.partition("=")
        given = [value.strip() for value in values.split(",") if value.strip()]
        if name.strip():
            found[name.strip()] = [words.get(value, value) for value in given]
    return found


def _issue(error: FieldError, draft: Draft) -> Issue:
    """Return a problem with its place; in the task's text where it lies there."""
    loc = error.loc
    if loc[:1] == ("params",):  # of the fields, by their ids
        ids = [field["id"] for field in draft["fields"]]
        at = ids.index(loc[1]) if loc[1] in ids else 0
        return Issue(("fields", at, "default"), error.msg)
    if loc[:1] != ("task",):
        return Issue(loc, error.msg)
    try:
        place = place_of(read_text(draft["task"], "task"), loc[1:], "task")
    except BadConfiguration:
        return Issue(("task",), error.msg, 1, 1)
    _, line, column = place.rsplit(":", 2)
    return Issue(("task",), error.msg, int(line), int(column))
