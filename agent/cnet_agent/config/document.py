"""Writes the page about settings: ``python -m cnet_agent.config.document``."""

import json
import sys
from collections.abc import Iterator
from typing import Any

from cnet_agent.config.fields import FIELDS, SettingField
from cnet_agent.config.load import FLAGS
from cnet_agent.config.schema import Settings

_HEAD = """\
# Configuration

<!-- Made by `make docs` from agent/cnet_agent/config/schema.py; change it there. -->

Settings are taken, the later over the earlier, from: the defaults below, a YAML file (`--config
FILE`), changes made through `PATCH /api/config` (kept as `settings.yaml` in the data directory),
environment variables, and options of the command line.

An environment variable is named after the setting: `CNET_AGENT__PORT=8081` is `agent.port`, and
`CNET_ML__PORT_RANGE__START=9200` is `ml.port_range.start`. Lists are written as in YAML:
`CNET_DISCOVERY__SERVERS='[node1:8080, node2:8080]'`.

What cannot be used keeps the agent from starting, with exit code 2 and a line per problem:
`config.yaml:3:9: agent.port must be a whole number, not "abc"`. Unknown and duplicate settings,
wrong types, anchors, aliases, tags and files over 1 MiB are refused. Only `true` and `false` are
truth values, as in YAML 1.2.

Sizes may be written as `512MB`, `8g` or `1GiB`, durations as `30s`, `5m`, `2h` or `7d`. A relative
`agent.data_dir` or `agent.workspace` starts at the folder of the file it stands in, and at the
current directory otherwise.

A setting marked *live* takes effect at once when it is changed through the API; the others at the
next start. A change to `null` takes an earlier one back: the file counts again, or the default. The
console's page *Settings* does all of this, and says where each setting came from.

The sections `discovery`, `ml` and `training` are read and checked already, so that a
file written for the whole product can be used; they take effect with the parts that they are about.
`training.port` does now: the agent answers on it too, on loopback only.
"""


def page() -> str:
    """Return the page as Markdown, a table per section."""
    return _HEAD + "".join(_sections())


def _sections() -> Iterator[str]:
    flags = {key: flag for flag, key in FLAGS.items()}
    for name, info in Settings.model_fields.items():
        yield f"\n## {name}\n{(getattr(info.annotation, '__doc__', None) or '').strip()}\n\n"
        yield "| setting | default | what it does |\n|---|---|---|\n"
        for field in FIELDS.values():
            if field.key.startswith(f"{name}."):
                yield f"| `{field.key}` | `{_shown(field.default)}` | {_what(field, flags)} |\n"


def _what(field: SettingField, flags: dict[str, str]) -> str:
    parts = [field.description]
    if field.key in flags:
        parts.append(f"Option `{flags[field.key]}`.")
    if field.live:
        parts.append("*Live.*")
    return " ".join(parts)


def _shown(value: Any) -> str:
    return json.dumps(value) if not isinstance(value, str) else value or '""'


if __name__ == "__main__":
    sys.stdout.write(page())
