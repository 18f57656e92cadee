"""The fields of a task, read from its own schema, and how a form's values become a request. Pure.

The agent's model is the only one that says what is valid: values go to it as they were typed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import ValidationError

from cnet_agent.model.errors import FieldError
from cnet_agent.model.field_errors import field_errors
from cnet_agent.model.kinds import CONTAINER_FIELDS, misfits
from cnet_agent.model.quantities import (
    format_duration,
    format_size,
    parse_duration,
    parse_size,
)
from cnet_agent.model.spec import Kind, TaskSpec
from cnet_agent.wire.task import MASK, TaskView
from cnet_ui.models.arguments import UnclosedQuote, format_arguments, parse_arguments
from cnet_ui.models.numbers import read_number

Loc = tuple[str, ...]
SpecKind = Literal[
    "text",
    "integer",
    "number",
    "boolean",
    "choice",
    "size",
    "duration",
    "lines",
    "numbers",
    "several",
    "pairs",
]

ARGS: Loc = ("args",)
ENV: Loc = ("env",)
_NOT_ASKED = ("type", "training", "model")  # for these there are forms of their own
_NOT_OF: dict[Kind, tuple[str, ...]] = {
    "process": CONTAINER_FIELDS,
    "ml": CONTAINER_FIELDS,
    "container": ("requirements", "allow_build", "resources_disk_limit"),
}


@dataclass(frozen=True, slots=True)
class SpecField:
    """One value of a task: where it goes, what it is, and what it is if nobody says."""

    loc: Loc
    kind: SpecKind
    default: Any
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    required: bool = False

    @property
    def id(self) -> str:
        """A name for it: ``resources_cpu_limit``."""
        return "_".join(self.loc)


@cache
def spec_fields(kind: Kind | None = None) -> tuple[SpecField, ...]:
    """Return the fields of a kind of task that a person may fill in, in the schema's order.

    Without a kind, those of all.
    """
    schema = TaskSpec.model_json_schema()
    left_out = _NOT_OF.get(kind, ()) if kind is not None else ()
    return tuple(each for each in _fields(schema, schema["$defs"], ()) if each.id not in left_out)


def _fields(schema: Mapping[str, Any], defs: Mapping[str, Any], at: Loc) -> list[SpecField]:
    found = []
    required = schema.get("required", ())
    for name, each in schema["properties"].items():
        loc = (*at, name)
        if name in _NOT_ASKED:
            continue
        if "$ref" in each:
            found += _fields(defs[each["$ref"].rsplit("/", 1)[-1]], defs, loc)
        else:
            found.append(_field(loc, each, required=name in required))
    return found


def _field(loc: Loc, schema: Mapping[str, Any], *, required: bool) -> SpecField:
    ways = [way for way in schema.get("anyOf", [schema]) if way.get("type") != "null"]
    first, items = ways[0], ways[0].get("items", {})
    match first["type"], len(ways):
        case "integer", 2:  # a number, or text with a unit
            kind: SpecKind = "size"
        case "number", 2:
            kind = "duration"
        case "array", _ if "enum" in items:
            kind = "several"
        case "array", _ if items["type"] == "integer":
            kind = "numbers"
        case "array", _:
            kind = "lines"
        case "object", _:
            kind = "pairs"
        case "string", _ if "enum" in first:
            kind = "choice"
        case "string", _:
            kind = "text"
        case plain, _:
            kind = plain
    return SpecField(
        loc,
        kind,
        schema.get("default", {} if kind == "pairs" else ""),
        tuple(first.get("enum") or items.get("enum") or ()),
        first.get("minimum"),
        first.get("maximum"),
        required,
    )


def make_body(values: Mapping[Loc, Any], kind: Kind = "process") -> dict[str, Any]:
    """Return the request for what a form holds; what is empty or as it would be is left out.

    Raises:
        UnclosedQuote: in the arguments.
    """
    body: dict[str, Any] = {} if kind == "process" else {"type": kind}
    for field in spec_fields(kind):
        value = as_json(field, values.get(field.loc))
        if value is None or value == field.default:
            continue
        place = body
        for name in field.loc[:-1]:
            place = place.setdefault(name, {})
        place[field.loc[-1]] = value
    return body


def as_json(field: SpecField, value: Any) -> Any:
    """Return what was typed as JSON; what is no number stays text, for the model to refuse."""
    if value is None or value == "":
        return None
    match field.kind:
        case "integer" | "number":
            return read_number(str(value).strip())
        case "size" | "duration" | "text":
            return str(value).strip() or None
        case "lines" if field.loc == ARGS:
            return list(parse_arguments(value)) or None
        case "lines":
            return [line.strip() for line in value.splitlines() if line.strip()] or None
        case "numbers":
            return [read_number(part) for part in value.replace(",", " ").split()] or None
        case "several":
            return list(value)
        case "pairs":
            return dict(value) or None
    return value


def problems(values: Mapping[Loc, Any], kind: Kind = "process") -> tuple[FieldError, ...]:
    """Return what the agent's own model finds wrong with what a form holds."""
    try:
        return tuple(misfits(TaskSpec.model_validate(make_body(values, kind))))
    except UnclosedQuote as error:
        return (FieldError(ARGS, str(error)),)
    except ValidationError as error:
        return field_errors(error)


def field_at(loc: tuple[str | int, ...]) -> SpecField | None:
    """Return the field that a place in a request lies in."""
    return next((field for field in spec_fields() if loc[: len(field.loc)] == field.loc), None)


def typed(field: SpecField, value: Any) -> Any:
    """Return a value of a request as a person would type it."""
    match field.kind:
        case "lines" if field.loc == ARGS:
            return format_arguments(value or ())
        case "lines":
            return "\n".join(value or ())
        case "numbers":
            return ", ".join(map(str, value or ()))
        case "pairs" | "several":
            return value
        case "size":
            return size_typed(value)
        case "duration":
            return duration_typed(value)
    return value


def understood(field: SpecField, text: str) -> str:
    """Return what was typed as the agent understands it: ``512`` bytes are ``512 B``."""
    try:
        if field.kind == "size":
            return format_size(parse_size(text))
        if field.kind == "duration":
            return format_duration(parse_duration(text))
    except ValueError:
        pass
    return ", ".join(text.split("\n"))


def size_typed(value: Any) -> str:
    """Return bytes exactly, in the largest unit that makes them short: ``1.5 GB``."""
    if value is None or isinstance(value, str):
        return value or ""
    units = [(10**9, "GB"), (2**30, "GiB"), (10**6, "MB"), (2**20, "MiB"), (1000, "kB")]
    for size, unit in units:
        number = value / size
        if number >= 1 and round(number, 3) * size == value:
            return f"{round(number, 3):.15g} {unit}"
    return str(value)


def duration_typed(value: Any) -> str:
    """Return seconds in the largest unit that they are whole in: ``30 m``."""
    if value is None or isinstance(value, str):
        return value or ""
    for seconds, unit in ((86400, "d"), (3600, "h"), (60, "m")):
        if value >= seconds and value % seconds == 0:
            return f"{value / seconds:g} {unit}"
    return f"{value:g} s" if value == float(f"{value:g}") else f"{value} s"


def values_of(body: Mapping[str, Any]) -> dict[Loc, Any]:
    """Return what a form shows for a request: only what the request says."""
    found: dict[Loc, Any] = {}
    for field in spec_fields():
        value: Any = body
        for name in field.loc:
            value = value.get(name) if isinstance(value, Mapping) else None
        if value is not None:
            found[field.loc] = typed(field, value)
    return found


def body_of(task: TaskView) -> dict[str, Any]:
    """Return the request that makes another task like ``task``; masked values are left masked."""
    names = set(TaskSpec.model_fields)
    spec = TaskSpec.model_validate(task.model_dump(include=names))
    return spec.model_dump(mode="json", exclude_defaults=True)


def masked(body: Mapping[str, Any]) -> list[str]:
    """Return the names of the variables whose values an agent kept to itself."""
    return [name for name, value in body.get("env", {}).items() if value == MASK]
