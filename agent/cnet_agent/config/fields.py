"""The settings as a flat list of dotted keys, read off the schema."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from cnet_agent.config.schema import Settings


@dataclass(frozen=True, slots=True)
class SettingField:
    """One setting: its dotted key, its default and what the schema says about it."""

    key: str
    default: Any
    info: FieldInfo

    @property
    def live(self) -> bool:
        """Whether a change takes effect at once."""
        extra = self.info.json_schema_extra
        return isinstance(extra, Mapping) and extra.get("live") is True

    @property
    def description(self) -> str:
        """What the setting does."""
        return self.info.description or ""


def value_of(settings: Settings, key: str) -> Any:
    """Return the value of a setting by its dotted key."""
    value: Any = settings
    for part in key.split("."):
        value = getattr(value, part)
    return value


def nested(key: str, value: Any) -> dict[str, Any]:
    """Return ``{"agent": {"port": value}}`` for ``"agent.port"``."""
    for part in reversed(key.split(".")):
        value = {part: value}
    return dict(value)


def merge(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return both, section by section; where both have a value, the one ``above`` counts."""
    merged = dict(below)
    for key, value in above.items():
        under = merged.get(key)
        both = isinstance(value, Mapping) and isinstance(under, Mapping)
        merged[key] = merge(under, value) if both and under is not None else value
    return merged


def _walk(section: BaseModel, prefix: str) -> Iterator[SettingField]:
    for name, info in type(section).model_fields.items():
        value = getattr(section, name)
        if isinstance(value, BaseModel):
            yield from _walk(value, f"{prefix}{name}.")
        else:
            yield SettingField(prefix + name, value, info)


FIELDS: Mapping[str, SettingField] = {field.key: field for field in _walk(Settings(), "")}
"""Every setting by its dotted key, in the order of the schema."""
