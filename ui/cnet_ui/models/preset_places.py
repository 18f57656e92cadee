"""Where the fields of a preset end up in its task. Pure."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from cnet_agent.model.preset import Preset

Loc = tuple[str, ...]
Purpose = Literal["limits", "trouble", "more"]

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]{0,40})\}")
_TROUBLE = ("timeout", "max_retries", "retry")


def places(preset: Preset) -> dict[str, Loc]:
    """Return the place in the task that each field fills on its own; others are left out."""
    known = {field.id for field in preset.fields}
    found: dict[str, Loc] = {}
    for loc, text in _texts(preset.task, ()):
        match = _PLACEHOLDER.fullmatch(text)
        if match and match[1] in known:
            found.setdefault(match[1], loc)
    return found


def purpose(preset: Preset, field_id: str) -> Purpose:
    """Return what a field is for: a limit, what happens if it goes wrong, or anything else."""
    for key, value in preset.task.items():
        if field_id in _named(value):
            if key == "resources":
                return "limits"
            if key in _TROUBLE:
                return "trouble"
    return "more"


def _texts(node: Any, at: Loc) -> Iterator[tuple[Loc, str]]:
    match node:
        case str():
            yield at, node
        case Mapping():
            for key, value in node.items():
                yield from _texts(value, (*at, str(key)))
        case [only] if isinstance(only, str):  # a list that is one field, a line an item
            yield at, only


def _named(node: Any) -> set[str]:
    match node:
        case str():
            return set(_PLACEHOLDER.findall(node))
        case Mapping():
            return {name for value in node.values() for name in _named(value)}
        case list() | tuple():
            return {name for item in node for name in _named(item)}
    return set()
