"""What is known of a request, from its first check to its answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import JsonValue

from cnet_agent.model.errors import AgentError
from cnet_agent.server.tokens import Identity

if TYPE_CHECKING:
    from cnet_agent.server.routes import Route


@dataclass(slots=True)
class Account:
    """Filled on the way; what was not reached stays empty."""

    identity: Identity | None = None
    route: "Route | None" = None  # the one that the request is for, allowed or not
    path: Mapping[str, str] = field(default_factory=dict)  # the variable parts of its path
    error: AgentError | None = None  # why it was refused
    detail: dict[str, JsonValue] = field(default_factory=dict)  # what a handler has to add
