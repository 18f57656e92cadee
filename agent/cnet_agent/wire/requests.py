"""Bodies of requests that are not about one task."""

from typing import Literal

from pydantic import Field, JsonValue

from cnet_agent.model.fields import Line, Strict

Role = Literal["read", "operate", "admin"]


class TokenBody(Strict):
    """A token to make."""

    name: Line = Field(
        min_length=1,
        max_length=100,
        description="Who or what will use it; a line of text that no other token has.",
    )
    role: Role = "read"


class RunPresetBody(Strict):
    """The values of a preset's fields; what is left out takes its default."""

    params: dict[str, JsonValue] = {}


class ConfigBody(Strict):
    """Settings to change, by their dotted key."""

    settings: dict[str, JsonValue] = Field(
        min_length=1,
        description='Such as {"tasks.max_concurrent": 4}; null takes an earlier change back.',
    )
