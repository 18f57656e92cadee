"""Brings the settings together: defaults < file < changes by the API < environment < flags."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from cnet_agent.config.errors import BadConfiguration
from cnet_agent.config.fields import FIELDS, merge, nested
from cnet_agent.config.layout import Layout
from cnet_agent.config.paths import absolute, data_directory, workspace_directory
from cnet_agent.config.schema import Settings
from cnet_agent.config.validate import problems, validate
from cnet_agent.config.yaml_source import KeyPath, Source, read_file, read_value

Origin = Literal["default", "file", "api", "environment", "flag"]

FLAGS = {
    "--address": "agent.address",
    "--port": "agent.port",
    "--data-dir": "agent.data_dir",
    "--workspace": "agent.workspace",
    "--log-level": "logging.level",
}
"""The settings that the command line names."""

Layer = tuple[Origin, Source]


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings in force, and where each came from by its dotted key.

    ``unchanged`` and ``unchanged_sources`` are the same without what was changed through the API.
    """

    settings: Settings
    sources: Mapping[str, Origin]
    file: Path | None
    data_dir: Path
    unchanged: Settings
    unchanged_sources: Mapping[str, Origin]

    @property
    def alias_port(self) -> int:
        """The second port, 0 for none: beside a free one there is none that nobody asked for."""
        is_asked_for = self.sources["training.port"] != "default"
        return self.settings.training.port if self.settings.agent.port or is_asked_for else 0

    def workspace(self, *, here: Path | None = None) -> Path:
        """Return where relative paths of tasks start; ``here`` is a terminal's directory."""
        base = _base("agent.workspace", self.sources, self.file)
        return workspace_directory(self.settings.agent.workspace, base, here=here)


def load(
    file: Path | None = None,
    environment: Mapping[str, str] | None = None,
    flags: Mapping[str, str] | None = None,
) -> LoadedSettings:
    """Bring the settings together.

    Args:
        file: a YAML file of settings.
        environment: variables such as ``CNET_AGENT__PORT``; others are not looked at.
        flags: options of the command line, see ``FLAGS``, and their text.

    Raises:
        BadConfiguration: a problem per sentence, each with its place.
    """
    file = None if file is None else absolute(str(file), Path.cwd())
    below: list[Layer] = [] if file is None else [("file", read_file(file))]
    above: list[Layer] = [
        ("environment", _from_text(_settings_in(environment or {}))),
        ("flag", _from_text({flag: (FLAGS[flag], text) for flag, text in (flags or {}).items()})),
    ]
    settings, sources = unchanged, unchanged_sources = _combine([*below, *above])
    base = _base("agent.data_dir", sources, file)
    data_dir = data_directory(settings.agent.data_dir, base)
    changes = Layout(data_dir).settings
    if os.access(changes, os.F_OK):
        settings, sources = _combine([*below, ("api", read_file(changes)), *above])
    return LoadedSettings(settings, sources, file, data_dir, unchanged, unchanged_sources)


def _settings_in(environment: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return the dotted key and the text of every variable that names a setting.

    Names without a double underscore, such as a task's own ``CNET_TASK_ID``, are none.
    """
    return {
        name: (".".join(name.removeprefix("CNET_").lower().split("__")), text)
        for name, text in environment.items()
        if name.startswith("CNET_") and "__" in name
    }


def _from_text(given: Mapping[str, tuple[str, str]]) -> Source:
    """Return the source that named texts are; ``given`` has a dotted key and a text by name."""
    source = Source()
    for name, (key, text) in given.items():
        is_text = key not in FIELDS or isinstance(FIELDS[key].default, str)
        value = text if is_text else read_value(text, name)
        source.values = merge(source.values, nested(key, value))
        path = tuple(key.split("."))
        for end in range(len(path) + 1):
            source.places[path[:end]] = source.keys[path[:end]] = name
    return source


def _combine(layers: Sequence[Layer]) -> tuple[Settings, dict[str, Origin]]:
    """Return the settings that the layers make, the last one on top, and where each is from."""
    data: dict[str, Any] = {}
    settings = Settings()
    sources: list[Source] = []
    for _, source in layers:  # one by one, or what is on top would hide what is wrong below
        data = merge(data, source.values)
        sources.insert(0, source)
        try:
            settings = validate(data)
        except ValidationError as error:
            located = [
                (_place(path, is_key, sources), what) for path, is_key, what in problems(error)
            ]
            raise BadConfiguration(*(f"{place}: {what}" for place, what in located)) from error
    return settings, {key: _origin(key, layers) for key in FIELDS}


def _place(path: KeyPath, is_key: bool, sources: Sequence[Source]) -> str:
    """Return where the topmost source says something about ``path``, or about what it is in."""
    for end in range(len(path), -1, -1):
        for source in sources:
            found = (source.keys if is_key else source.places).get(path[:end])
            if found is not None:
                return found
    raise LookupError(path)


def _origin(key: str, layers: Sequence[Layer]) -> Origin:
    path = tuple(key.split("."))
    return next((origin for origin, source in reversed(layers) if path in source.keys), "default")


def _base(key: str, sources: Mapping[str, Origin], file: Path | None) -> Path:
    """Return what a relative path is relative to: the file that it stands in, or here."""
    return file.parent if file is not None and sources[key] == "file" else Path.cwd()
