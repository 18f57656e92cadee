"""A preset as YAML text: what the bundled files and a person's own are written in."""

import re
from typing import Any

import yaml
from pydantic import ValidationError

from cnet_agent.config.errors import BadConfiguration
from cnet_agent.config.yaml_source import Source, read_text
from cnet_agent.model.preset import Preset


def parse_preset(text: str, name: str) -> Preset:
    """Return the preset in ``text``; ``name`` stands for its file in errors.

    Raises:
        BadConfiguration: the text is broken, and where: ``name:line:column: what``.
    """
    return preset_of(read_text(text, name), name)


def preset_of(source: Source, name: str) -> Preset:
    """Return the preset that was read from ``name``.

    Raises:
        BadConfiguration: it is no preset, and where it fails.
    """
    try:
        return Preset.model_validate(source.values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = place_of(source, first["loc"], name)
        where = ".".join(map(str, first["loc"]))
        raise BadConfiguration(f"{place}: {where}: {first['msg']}") from error


def place_of(source: Source, loc: tuple[str | int, ...], name: str) -> str:
    """Return where the value at ``loc`` stands, or the nearest one around it that is there."""
    return next(
        (
            source.places[loc[:length]]
            for length in range(len(loc), -1, -1)
            if loc[:length] in source.places
        ),
        f"{name}:1:1",
    )


def write_preset(preset: Preset) -> str:
    """Return ``preset`` as text that ``parse_preset`` reads back."""
    return str(
        yaml.dump(
            preset.model_dump(mode="json", exclude_defaults=True),
            Dumper=_Dumper,
            sort_keys=False,
            allow_unicode=True,
        )
    )


class _Dumper(yaml.SafeDumper):
    """Writes plain data that ``read_text`` reads back: no aliases, doubtful text quoted."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the interface's
        return True


for _pattern in (r"0o[0-7]+", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"):
    _Dumper.add_implicit_resolver(
        "tag:yaml.org,2002:float", re.compile(f"^(?:{_pattern})$"), list("-+.0123456789")
    )


def _write_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Escape what YAML would fold or drop."""
    plain = text.replace("\n", "").isprintable()
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if plain else '"')


_Dumper.add_representer(str, _write_text)
