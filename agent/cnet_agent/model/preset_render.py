"""Turns a filled-in preset into a task's specification. Pure."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from cnet_agent.model.errors import FieldError, InvalidRequest
from cnet_agent.model.field_errors import field_errors
from cnet_agent.model.preset import Preset, PresetField
from cnet_agent.model.preset_values import Unsuitable, Value, as_text, value_of
from cnet_agent.model.sentence import Sentence, told
from cnet_agent.model.spec import TaskSpec

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]{0,40})\}")
_TEXTS = ("env", "labels")  # mappings whose values are text
_EMPTY = object()


def render(preset: Preset, params: Mapping[str, Any]) -> TaskSpec:
    """Return the task that ``preset`` makes of ``params``: values by field id.

    What is left out takes its default. A list item, or a mapping's value, that names a field which
    is empty or not shown is left out.

    Raises:
        InvalidRequest: values are missing or wrong, each with its place in ``params``; or the
            preset makes no valid task of them.
    """
    values = _values(preset, params)
    origins: dict[tuple[str | int, ...], str] = {}
    task = _render(preset.task, values, (), origins)
    try:
        return TaskSpec.model_validate(task)
    except ValidationError as error:
        problems = tuple(
            FieldError(_origin(problem.loc, origins), problem.msg)
            for problem in field_errors(error)
        )
        raise _invalid(problems) from error


def check_defaults(preset: Preset) -> None:
    """Make sure that every default fits its field.

    Raises:
        InvalidRequest: one does not, with its place.
    """
    problems = []
    for number, field in enumerate(preset.fields):
        try:
            value_of(field, field.default)
        except Unsuitable as error:
            problems.append(FieldError(("fields", number, "default"), told(error)))
    if problems:
        raise _invalid(tuple(problems))


def shown(preset: Preset, values: Mapping[str, Any]) -> list[PresetField]:
    """Return the fields to show while the others have ``values`` (defaults are filled in)."""
    found: list[PresetField] = []
    seen: dict[str, Any] = {}
    for field in preset.fields:
        if all(seen.get(name) in wanted for name, wanted in field.when.items()):
            found.append(field)
            given = values.get(field.id)
            seen[field.id] = field.default if given is None else given
    return found


def _values(preset: Preset, params: Mapping[str, Any]) -> dict[str, Value]:
    known = {field.id for field in preset.fields}
    problems = [
        FieldError(("params", name), Sentence("is not a field of this preset"))
        for name in params
        if name not in known
    ]
    values: dict[str, Value] = dict.fromkeys(known)
    for field in shown(preset, params):
        given = params.get(field.id)
        try:
            values[field.id] = value = value_of(field, field.default if given is None else given)
        except Unsuitable as error:
            problems.append(FieldError(("params", field.id), told(error)))
            continue
        if field.required and value in (None, ()):
            problems.append(FieldError(("params", field.id), Sentence("is needed")))
    if problems:
        raise _invalid(tuple(problems))
    return values


def _render(
    node: Any,
    values: Mapping[str, Value],
    path: tuple[str | int, ...],
    origins: dict[tuple[str | int, ...], str],
) -> Any:
    if isinstance(node, Mapping):
        made = {key: _render(value, values, (*path, key), origins) for key, value in node.items()}
        return {key: value for key, value in made.items() if value is not _EMPTY}
    if isinstance(node, list | tuple):
        return _items(node, values, path, origins)
    if not isinstance(node, str):
        return node
    names = [name for name in _PLACEHOLDER.findall(node) if name in values]
    if not names:
        return node
    origins[path] = names[0]
    if any(values[name] in (None, ()) for name in names):
        return _EMPTY
    if node == f"{{{names[0]}}}" and not (path and path[0] in _TEXTS):
        return values[names[0]]
    return _filled(node, values)


def _items(
    nodes: Sequence[Any],
    values: Mapping[str, Value],
    path: tuple[str | int, ...],
    origins: dict[tuple[str | int, ...], str],
) -> list[Any]:
    items: list[Any] = []
    for node in nodes:
        item = node
        if isinstance(node, Mapping) and set(node) == {"when", "value"}:
            if not all(values.get(name) in wanted for name, wanted in node["when"].items()):
                continue
            item = node["value"]
        several = item if isinstance(item, list | tuple) else (item,)
        for one in several:
            made = _render(one, values, (*path, len(items)), origins)
            if isinstance(made, tuple):
                items += made
            elif made is not _EMPTY:
                items.append(made if isinstance(made, dict) else as_text(made))
    return items


def _filled(text: str, values: Mapping[str, Value]) -> str:
    return _PLACEHOLDER.sub(
        lambda match: as_text(values[match[1]]) if match[1] in values else match[0], text
    )


def _origin(
    loc: tuple[str | int, ...], origins: Mapping[tuple[str | int, ...], str]
) -> tuple[str | int, ...]:
    """Return the field that a part of the task came from."""
    for length in range(len(loc), 0, -1):
        if loc[:length] in origins:
            return ("params", origins[loc[:length]])
    return ("task", *loc)


def _invalid(problems: tuple[FieldError, ...]) -> InvalidRequest:
    first = problems[0]
    place = ".".join(map(str, first.loc))
    sentence = Sentence("{place}: {problem}", place=place, problem=first.msg)
    return InvalidRequest(sentence, errors=problems)
