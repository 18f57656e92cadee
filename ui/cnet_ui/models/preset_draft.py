"""Makes presets of a task whose values become fields, or of a preset with other defaults. Pure."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from cnet_agent.model.preset import FieldType, Preset
from cnet_agent.model.preset_values import as_text
from cnet_agent.wire.task import is_secret
from cnet_ui.models.spec_fields import ARGS, ENV, field_at, typed

TYPES: tuple[FieldType, ...] = (
    "text",
    "multiline",
    "integer",
    "number",
    "path",
    "folder",
    "size",
    "duration",
    "lines",
)
_ALIKE: Mapping[str, FieldType] = {
    "integer": "integer",
    "number": "number",
    "size": "size",
    "duration": "duration",
    "lines": "lines",
}
_FIXED = ("labels", "retry_on", "retry_exit_codes", "allow_build", "stop_signal")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_OPTION = re.compile(r"--?([A-Za-z][\w-]+)")  # one letter says too little to be a name
_ONLY = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value of a task that may become a field of a preset."""

    loc: tuple[str | int, ...]
    id: str
    type: FieldType
    value: Any  # what the field has by default; None for a secret, which is asked for each time
    is_secret: bool = False

    @property
    def is_advanced(self) -> bool:
        """Whether it is one of those that one seldom changes."""
        return self.loc[0] not in ("name", "command", "args", "env", "working_dir")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A candidate that becomes a field, as a person wants it."""

    candidate: Candidate
    label: str
    type: FieldType
    help: str = ""


def candidates(body: Mapping[str, Any]) -> list[Candidate]:
    """Return what a task sets, in the order in which one would ask for it."""
    found: list[Candidate] = []
    # What stands in braces already must not become a placeholder by accident.
    taken = set(re.findall(r"\{([a-z][a-z0-9_]{0,40})\}", json.dumps(body)))
    for loc, value in _values(body, ()):
        field = field_at(loc)
        if field is None or field.id in _FIXED:
            continue
        name = _identifier(_words(body, loc))
        while name in taken:
            name += "_"
        taken.add(name)
        kind = _guess(value) if field.loc in (ARGS, ENV) else _ALIKE.get(field.kind, "text")
        if field.loc == ("working_dir",):
            kind = "folder"
        secret = loc[0] == "env" and is_secret(str(loc[-1]))
        shown = typed(field, value) if loc == field.loc else value
        found.append(Candidate(loc, name, kind, None if secret else shown, secret))
    order = ("name", "command", "args", "working_dir", "env")
    return sorted(found, key=lambda each: order.index(each.loc[0]) if each.loc[0] in order else 9)


def preset_of_task(body: Mapping[str, Any], chosen: Sequence[Chosen]) -> dict[str, Any]:
    """Return ``fields`` and ``task`` of a preset that asks for what was chosen."""
    task = deepcopy(dict(body))
    fields = []
    for each in chosen:
        candidate = each.candidate
        place: Any = task
        for part in candidate.loc[:-1]:
            place = place[part]
        mark = f"{{{candidate.id}}}"
        place[candidate.loc[-1]] = [mark] if candidate.type == "lines" else mark
        field = {
            "id": candidate.id,
            "label": each.label,
            "type": each.type,
            "default": candidate.value,
            "required": candidate.loc == ("command",) or candidate.is_secret,
            "help": each.help,
            "advanced": candidate.is_advanced,
        }
        fields.append(
            {key: value for key, value in field.items() if value not in (None, "", False)}
        )
    return {"fields": fields, "task": task}


def with_defaults(preset: Preset, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a preset's content with ``values`` as the defaults of its fields."""
    made = preset.model_dump(mode="json", exclude_defaults=True)
    made.pop("builtin", None)
    for field in made.get("fields", []):
        if field["id"] in values:
            field["default"] = values[field["id"]]
    return made


def preset_id(name: str, taken: Iterable[str] = ()) -> str:
    """Return an id for a preset of that name which nobody has yet."""
    plain = _ONLY.sub("-", name.casefold()).strip("-")[:50] or "preset"
    used, number = set(taken), 2
    made = plain
    while made in used:
        made, number = f"{plain}-{number}", number + 1
    return made


def _values(node: Any, at: tuple[str | int, ...]) -> list[tuple[tuple[str | int, ...], Any]]:
    """Return the values of a task with their places; a list of packages is one value."""
    if isinstance(node, Mapping):
        return [each for key, value in node.items() for each in _values(value, (*at, key))]
    if isinstance(node, list | tuple) and at == ARGS:
        return [each for key, value in enumerate(node) for each in _values(value, (*at, key))]
    return [(at, node)]


def _words(body: Mapping[str, Any], loc: tuple[str | int, ...]) -> str:
    """Return what to call a value: the option before an argument, a variable, or a setting."""
    if loc[0] != "args":
        return str(loc[-1])
    at = int(loc[1])
    match = _OPTION.fullmatch(str(body["args"][at - 1])) if at else None
    is_option = _OPTION.fullmatch(str(body["args"][at])) is not None
    return match[1] if match and not is_option else f"argument_{at + 1}"


def _identifier(words: str) -> str:
    plain = _ONLY.sub("_", words.casefold()).strip("_")[:36]
    return plain if plain[:1].isalpha() else f"field_{plain}".rstrip("_")


def _guess(value: Any) -> FieldType:
    text = as_text(value)
    if match := _NUMBER.fullmatch(text):
        return "number" if match[1] else "integer"
    if "\n" in text:
        return "multiline"
    return "path" if "/" in text and "://" not in text and " " not in text else "text"
