"""Settings as text and back, and what is wrong with one: the agent's own rules decide. Pure."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin

from pydantic import JsonValue, ValidationError

from cnet_agent.config.fields import FIELDS
from cnet_agent.config.validate import changed, problems
from cnet_agent.model.quantities import parse_duration, parse_size

_FILES = {"tasks.python"}
_FOLDERS = {"agent.workspace", "agent.data_dir"}
_DECIMALS = 1000  # a size is shown with at most three of them
_SIZES = {
    f"{letter}{suffix}": base**power
    for power, letter in enumerate("kMGT", start=1)
    for suffix, base in (("B", 1000), ("iB", 1024))
}
_TIMES = {"d": 86_400, "h": 3600, "m": 60, "s": 1}


class Kind(StrEnum):
    """What a setting is edited with."""

    SWITCH = "switch"
    CHOICE = "choice"
    INTEGER = "integer"
    NUMBER = "number"
    SIZE = "size"
    DURATION = "duration"
    LINES = "lines"
    FILE = "file"
    FOLDER = "folder"
    TEXT = "text"


def kind_of(key: str) -> Kind:
    """Return the kind of a setting, read off the schema."""
    info = FIELDS[key].info
    readers = [getattr(each, "func", None) for each in info.metadata]
    if parse_size in readers:
        return Kind.SIZE
    if parse_duration in readers:
        return Kind.DURATION
    if key in _FILES:
        return Kind.FILE
    if key in _FOLDERS:
        return Kind.FOLDER
    match get_origin(info.annotation) or info.annotation:
        case kind if kind is bool:
            return Kind.SWITCH
        case kind if kind is int:
            return Kind.INTEGER
        case kind if kind is float:
            return Kind.NUMBER
        case kind if kind is Literal:
            return Kind.CHOICE
        case kind if kind is tuple:
            return Kind.LINES
    return Kind.TEXT


def choices_of(key: str) -> tuple[str, ...]:
    """Return what a setting of the kind ``CHOICE`` may be."""
    return get_args(FIELDS[key].info.annotation)


def bounds_of(key: str) -> tuple[float | None, float | None]:
    """Return the least and the greatest number of a setting, None where there is none."""
    least = greatest = None
    for each in FIELDS[key].info.metadata:
        least = getattr(each, "ge", least)
        greatest = getattr(each, "le", greatest)
    return least, greatest


def text_of(kind: Kind, value: Any) -> str:
    """Return a value as a person writes it."""
    match kind:
        case Kind.LINES:
            return "\n".join(map(str, value or ()))
        case Kind.SIZE:
            return exact_size(value)
        case Kind.DURATION:
            return exact_duration(value)
        case Kind.NUMBER:
            return _plain(value)
    return str(value)


def value_of(kind: Kind, text: str) -> JsonValue:
    """Return what was written as the API takes it; what is no number stays text and is refused."""
    match kind:
        case Kind.LINES:
            return [line.strip() for line in text.splitlines() if line.strip()]
        case Kind.INTEGER:
            return _number(int, text)
        case Kind.NUMBER:
            return _number(float, text)
    return text.strip()


def exact_size(size: int) -> str:
    """Return bytes as the shortest text that means exactly as many: ``500 MB``, ``8 GiB``."""
    texts = [
        f"{_plain(size / unit)} {name}"
        for name, unit in _SIZES.items()
        if size >= unit and size * _DECIMALS % unit == 0
    ]
    exact = [text for text in texts if parse_size(text) == size]
    return min(exact, key=len, default=f"{size} B" if size else "0")


def exact_duration(seconds: float) -> str:
    """Return seconds in the largest unit in which they are a whole number: ``90m``, ``30d``."""
    for name, unit in _TIMES.items():
        if seconds >= unit and seconds % unit == 0:
            return f"{seconds / unit:.0f}{name}"
    return f"{_plain(seconds)}s"


def problem(values: Mapping[str, Any], key: str, value: JsonValue) -> str:
    """Return why a setting cannot be ``value``, as a sentence; empty if it can.

    Args:
        values: all settings as they are, by their dotted key.
        key: the setting to change.
        value: as the API takes it.
    """
    path = tuple(key.split("."))
    try:
        changed({}, {**values, key: value})
    except ValidationError as error:
        for place, _, what in problems(error):
            if place[: len(path)] == path or path[: len(place)] == place:
                return sentence(key, what)
    return ""


def sentence(key: str, what: str) -> str:
    """Return what the agent says about a setting for a place where one sees which one it is."""
    text = what.removeprefix(key).lstrip(": ")
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _plain(number: float) -> str:
    """Return a number without an exponent and without zeros behind."""
    return f"{number:.3f}".rstrip("0").rstrip(".")


def _number(kind: type[int] | type[float], text: str) -> JsonValue:
    try:
        return kind(text.strip())
    except ValueError:
        return text.strip()
