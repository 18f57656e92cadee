"""What a route is: one value from which dispatch, roles, the OpenAPI text and tests are made."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from aiohttp import web
from pydantic import BaseModel

from cnet_agent.model.errors import AgentError
from cnet_agent.model.fields import Strict
from cnet_agent.server.account import Account
from cnet_agent.server.protocol import Connection
from cnet_agent.server.services import Services
from cnet_agent.server.tokens import Identity
from cnet_agent.wire.requests import Role

Method = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
Access = Role | Literal["public"]
"""Who may use a route; ``public`` answers everybody, and says more to those who are known."""


class NoQuery(Strict):
    """No parameters."""


QueryT = TypeVar("QueryT", bound=BaseModel)
BodyT = TypeVar("BodyT")


@dataclass(frozen=True, slots=True)
class Call(Generic[QueryT, BodyT]):
    """A request that has passed every check, read and validated."""

    services: Services
    request: web.BaseRequest
    connection: Connection
    identity: Identity | None  # None only on public routes
    account: Account  # what is known of the request; the audit log is written from it
    path: Mapping[str, str]
    query: QueryT
    body: BodyT
    raw: bytes  # the body as it came
    table: Sequence["Route"]
    assets: Path | None  # of Swagger UI

    def header(self, name: str) -> str | None:
        """Return a request header."""
        return self.request.headers.get(name)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with another status than the route's, or with headers."""

    value: Any
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


Handler = Callable[[Call[Any, Any]], Awaitable[Any]]
"""Returns what ``Route.answer`` describes, a ``Reply`` around it, or a finished response."""


@dataclass(frozen=True, slots=True)
class Route:
    """One method of one path. A segment ``{name}`` takes any text, ``{name...}`` all the rest."""

    method: Method
    path: str
    access: Access
    handler: Handler
    summary: str
    tag: str
    answer: Any = None  # a type that pydantic can describe; None where the answer is not JSON
    also: tuple[tuple[int, Any], ...] = ()  # further statuses of success, each with its type
    query: type[BaseModel] = NoQuery
    body: type[BaseModel] | None = None
    body_required: bool = True
    status: int = 200
    media: tuple[str, ...] = ("application/json",)
    # Types of a body that the handler reads itself; "" for none told.
    raw_body: tuple[str, ...] = ()
    # How errors are answered where not as problem+json.
    refused: Callable[[AgentError], web.Response] | None = None
    hidden: bool = False  # left out of the OpenAPI text: pages for people
