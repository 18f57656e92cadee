"""Reads YAML strictly: plain data only, and every value knows where it stands.

Beyond what YAML forbids, duplicate keys, anchors, aliases and tags are refused. Scalars follow
YAML 1.2: ``no`` is text, and ``12:30:45`` is not a number.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from cnet_agent.config.errors import BadConfiguration

MAX_BYTES = 1024 * 1024

KeyPath = tuple[str | int, ...]
"""Where a value is in the data, such as ``("agent", "port")``."""

_PREFIX = "tag:yaml.org,2002:"


@dataclass(slots=True)
class Source:
    """The data of one file, and where each key and value stands, as ``file:line:column``."""

    values: dict[str, Any] = field(default_factory=dict)
    keys: dict[KeyPath, str] = field(default_factory=dict)
    places: dict[KeyPath, str] = field(default_factory=dict)


def read_file(path: Path) -> Source:
    """Read a YAML file whose top level is a mapping; an empty file is an empty mapping.

    Raises:
        BadConfiguration: the file cannot be read, or says something that is not plain data.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise BadConfiguration(f"{path}:1:1: cannot be read: {error.strerror}") from error
    if len(content) > MAX_BYTES:
        raise BadConfiguration(f"{path}:1:1: is larger than 1 MiB, too large for a configuration")
    return read_text(_decode(content, str(path)), str(path))


def read_text(text: str, name: str) -> Source:
    """Read YAML text whose top level is a mapping; ``name`` stands for its file in errors.

    Raises:
        BadConfiguration: the text says something that is not plain data.
    """
    reader = _Reader(name)
    value = reader.read(text)
    if value is not None and not isinstance(value, dict):
        place = reader.source.places[()]
        raise BadConfiguration(f'{place}: must be sections of settings, such as "agent:"')
    reader.source.values = value or {}
    return reader.source


def read_value(text: str, name: str) -> Any:
    """Read one value, such as ``8080`` or ``[python, pytorch]``; ``name`` says whose it is.

    Raises:
        BadConfiguration: the text is not plain data.
    """
    return _Reader(name).read(text)


def _decode(content: bytes, name: str) -> str:
    encoding = "utf-16" if content[:2] in (BOM_UTF16_LE, BOM_UTF16_BE) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        raise BadConfiguration(f"{name}:{line}:{column}: is not text in UTF-8") from error


class _Loader(yaml.SafeLoader):
    """Composes nodes without anchors, aliases and tags, with the scalars of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]  # the stubs lack it
        if isinstance(event, yaml.AliasEvent):
            raise _Refused(event, f'the alias "*{event.anchor}" is refused; write the value out')
        if event.anchor is not None:
            raise _Refused(event, f'the anchor "&{event.anchor}" is refused; write values out')
        if event.tag is not None:
            raise _Refused(event, f'the tag "{event.tag}" is refused; write a plain value')
        return super().compose_node(parent, index)


class _Refused(yaml.MarkedYAMLError):
    """YAML that is not plain data."""

    def __init__(self, node: Any, sentence: str) -> None:
        super().__init__(problem=sentence, problem_mark=node.start_mark)


for _kind, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    _Loader.add_implicit_resolver(_PREFIX + _kind, re.compile(rf"^(?:{_pattern})$"), list(_first))


class _Reader:
    """Turns one text into plain data and notes where everything stands."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.source = Source()

    def read(self, text: str) -> Any:
        try:
            node = yaml.compose(text, Loader=_Loader)
            return None if node is None else self._build(node, ())
        except yaml.reader.ReaderError as error:
            before = text[: error.position]
            place = f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
            what = f"the character U+{ord(text[error.position]):04X} cannot stand in settings"
            raise BadConfiguration(f"{self.name}:{place}: {what}") from error
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise BadConfiguration(f"{self._place(mark)}: {_sentence(error)}") from error
        except RecursionError as error:
            raise BadConfiguration(f"{self.name}:1:1: is nested too deeply") from error

    def _build(self, node: yaml.Node, path: KeyPath) -> Any:
        self.source.places[path] = self._place(node.start_mark)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return tuple(self._build(item, (*path, i)) for i, item in enumerate(node.value))
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise _Refused(key_node, "a setting's name must be a word")
            key = key_node.value
            if key in values:
                raise _Refused(key_node, f'"{key}" is given twice, first in line {lines[key]}')
            lines[key] = key_node.start_mark.line + 1
            self.source.keys[(*path, key)] = self._place(key_node.start_mark)
            values[key] = self._build(value_node, (*path, key))
        return values

    def _place(self, mark: Any) -> str:
        return f"{self.name}:{mark.line + 1}:{mark.column + 1}" if mark else f"{self.name}:1:1"


def _scalar(node: yaml.Node) -> str | int | float | bool | None:
    text: str = node.value
    match node.tag.removeprefix(_PREFIX):
        case "null":
            return None
        case "bool":
            return text.lower() == "true"
        case "int":
            if len(text) > 100:
                raise _Refused(node, "the number is too long")
            return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
        case "float":
            return float(text)
    return text


_PLAIN_WORDS = {
    r"'\t'": "a tab stands where YAML wants spaces",
    "expected <block end>": "the indentation does not fit the lines above",
    "mapping values are not allowed here": 'a second ":" in one line; put the value in quotes',
    "found another document": "a second document starts here; one is enough",
    "<stream end>": "ends in the middle of a value",
    "end of stream": "ends in the middle of a value",
}


def _sentence(error: yaml.MarkedYAMLError) -> str:
    problem = str(error.problem or error.context or "cannot be understood")
    if isinstance(error, _Refused):
        return problem
    for sign, sentence in _PLAIN_WORDS.items():
        if sign in problem:
            return sentence
    return f"is not YAML: {problem}"
