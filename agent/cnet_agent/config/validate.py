"""Turns merged data into settings, and what is wrong with it into located sentences."""

import difflib
import json
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cnet_agent.config.fields import FIELDS, merge, nested
from cnet_agent.config.schema import Settings
from cnet_agent.config.yaml_source import KeyPath
from cnet_agent.model.sentence import Sentence, told


def validate(data: Mapping[str, Any]) -> Settings:
    """Return the settings that ``data`` describes, its lists as tuples. No type is converted.

    Raises:
        ValidationError: see ``problems``.
    """
    # An empty section, as an editor leaves it behind, is one without settings of its own.
    sections = {key: {} if value is None else value for key, value in data.items()}
    return Settings.model_validate(sections, strict=True)


def changed(data: Mapping[str, Any], changes: Mapping[str, Any]) -> Settings:
    """Return the settings that ``data`` makes with changes by their dotted key, as JSON has them.

    Raises:
        ValidationError: see ``problems``.
    """
    for key, value in changes.items():
        data = merge(data, nested(key, _tuples(value)))
    return validate(data)


def problems(error: ValidationError) -> list[tuple[KeyPath, bool, str]]:
    """Return each problem: where it is, whether the key itself is wrong, and a sentence."""
    return [
        (details["loc"], details["type"] == "extra_forbidden", _sentence(details))
        for details in error.errors(include_url=False)
    ]


def _tuples(value: Any) -> Any:
    """Return a list as a tuple, which is what the schema holds."""
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _sentence(details: ErrorDetails) -> str:
    path = details["loc"]
    name = ".".join(str(part) for part in path)
    if details["type"] == "extra_forbidden":
        return unknown(name)
    context = details.get("ctx", {})
    say = _SENTENCES.get(details["type"])
    what = say(context) if say else details["msg"]
    if details["type"] == "value_error" and what.startswith("must"):
        return Sentence("{setting} {problem}", setting=name, problem=what)
    if details["type"] == "value_error":
        return Sentence("{setting}: {problem}", setting=name, problem=what)
    return Sentence(
        "{setting} {problem}, not {value}",
        setting=name,
        problem=what,
        value=_shown(details["input"]),
    )


_SENTENCES: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "bool_type": lambda _: Sentence("must be true or false"),
    "int_type": lambda _: Sentence("must be a whole number"),
    "float_type": lambda _: Sentence("must be a number"),
    "string_type": lambda _: Sentence("must be text, in quotes if it looks like more"),
    "tuple_type": lambda _: Sentence("must be a list, such as [a, b]"),
    "model_type": lambda _: Sentence("must be a section with settings of its own"),
    "literal_error": lambda context: Sentence("must be {expected}", expected=context["expected"]),
    "greater_than": lambda context: Sentence(
        "must be greater than {bound}", bound=f"{context['gt']:g}"
    ),
    "greater_than_equal": lambda context: Sentence(
        "must be at least {least}", least=f"{context['ge']:g}"
    ),
    "less_than": lambda context: Sentence("must be less than {bound}", bound=f"{context['lt']:g}"),
    "less_than_equal": lambda context: Sentence(
        "must be at most {most}", most=f"{context['le']:g}"
    ),
    "value_error": lambda context: told(context["error"]),
}


def _shown(value: Any) -> str:
    if value is None:
        return Sentence("nothing")
    if isinstance(value, Mapping):
        return Sentence("a section")
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "…"


def unknown(name: str) -> str:
    """Say that there is no such setting, and which one may be meant."""
    section, dot, last = name.rpartition(".")
    prefix = section + dot
    siblings = {key.removeprefix(prefix).split(".")[0] for key in FIELDS if key.startswith(prefix)}
    likely = [prefix + match for match in difflib.get_close_matches(last, siblings, n=1)]
    likely += [key for key in FIELDS if key.rpartition(".")[2] == last]
    if likely:
        return Sentence(
            'there is no setting "{setting}"; did you mean "{other}"?',
            setting=name,
            other=likely[0],
        )
    return Sentence('there is no setting "{setting}"', setting=name)
