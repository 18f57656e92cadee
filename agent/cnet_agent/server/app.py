"""The way of every request: guard, identity, route, role, reading, handler, answer."""

import time
from collections.abc import Collection
from ipaddress import ip_address
from pathlib import Path
from typing import Any, get_origin

from aiohttp import web
from pydantic import BaseModel, ValidationError

from cnet_agent.model.errors import (
    BadRequest,
    FieldError,
    NotFound,
)
from cnet_agent.model.sentence import Sentence
from cnet_agent.server import guard, problems
from cnet_agent.server.account import Account
from cnet_agent.server.auth import Authenticator, FailureLimit, require
from cnet_agent.server.body import read_json
from cnet_agent.server.dispatch import Dispatcher, Match
from cnet_agent.server.encoding import encode
from cnet_agent.server.protocol import Connection
from cnet_agent.server.routes import Call, NoQuery, Reply, Route
from cnet_agent.server.services import Services
from cnet_agent.server.table import TABLE
from cnet_agent.server.witness import witness


class Api:
    """Answers requests by the table of routes; everything about them is decided here."""

    def __init__(
        self,
        services: Services,
        table: tuple[Route, ...],
        names: Collection[str],
        assets: Path | None,
    ) -> None:
        self.table = table
        self.services = services
        self._names = names
        self._assets = assets
        self._dispatcher = Dispatcher(table)
        self._authenticator = Authenticator(services.tokens, FailureLimit())

    async def __call__(
        self, request: web.BaseRequest, connection: Connection
    ) -> web.StreamResponse:
        """Answer one request; whatever happens, with an answer of the contract."""
        account, began = Account(), time.perf_counter()
        try:
            response = await self._answer(request, connection, account)
        except ConnectionError:
            raise  # nobody is there to be answered
        except Exception as error:
            account.error = problems.as_agent_error(error)
            refused = account.route.refused if account.route is not None else None
            response = (refused or problems.answer)(account.error)
        took = None if response.prepared else time.perf_counter() - began
        path = account.route.path if account.route is not None else None
        self.services.traffic.saw(request.method, path, response.status, took)
        witness(self.services.audit, request, account, response, time.time())
        if not response.prepared:
            for name, value in guard.SECURITY_HEADERS.items():
                response.headers.setdefault(name, value)
        return response

    async def _answer(
        self, request: web.BaseRequest, connection: Connection, account: Account
    ) -> web.StreamResponse:
        match = self._dispatcher.find(request.rel_url.raw_path)
        route = match.route(request.method) if match is not None else None
        account.route, account.path = route, match.path if match is not None else {}
        types = route.raw_body if route is not None else ()
        guard.check(request, self._names, types or guard.JSON_ONLY)
        identity = await self._authenticator.identify(request, connection)
        account.identity = identity
        if route is None or route.access != "public":
            identity = require(identity, "read" if route is None else route.access)  # type: ignore[arg-type]
        if match is None:
            raise NotFound(Sentence("There is nothing at {path}.", path=repr(request.path[:200])))
        if route is None:
            return _method_not_allowed(match)
        call = await self._read(request, connection, route, match, account)
        return await _response(route, await route.handler(call))

    async def _read(
        self,
        request: web.BaseRequest,
        connection: Connection,
        route: Route,
        match: Match,
        account: Account,
    ) -> Call[Any, Any]:
        query = _query(route, request)
        read = await read_json(request) if route.body is not None else None
        return Call(
            services=self.services,
            request=request,
            connection=connection,
            identity=account.identity,
            account=account,
            path=match.path,
            query=query,
            body=_body(route, read),
            raw=read[1] if read else b"",
            table=self.table,
            assets=self._assets,
        )


def create_app(services: Services, *, address: str, assets: Path | None = None) -> Api:
    """Return the agent's API.

    Args:
        services: what it serves.
        address: the configured ``agent.address``, for which it answers beside localhost.
        assets: folder of Swagger UI, if it is installed.
    """
    names = set(guard.LOOPBACK_NAMES)
    name = guard.host_name(f"[{address}]" if ":" in address else address)
    if name is not None and not _is_wildcard(name):
        names.add(name)
    return Api(services, TABLE, frozenset(names), assets)


def _is_wildcard(name: str) -> bool:
    try:
        return ip_address(name).is_unspecified
    except ValueError:
        return False


def _query(route: Route, request: web.BaseRequest) -> BaseModel:
    values: dict[str, Any] = {}
    for name in request.query:
        if name in values:
            continue
        given = request.query.getall(name)
        field = route.query.model_fields.get(name)
        if field is not None and get_origin(field.annotation) is tuple:
            values[name] = given
        elif len(given) > 1:
            sentence = Sentence("is given more than once")
            raise problems.invalid_fields((FieldError(("query", name), sentence),))
        else:
            values[name] = given[0]
    if not values and route.query is NoQuery:
        return _NO_QUERY
    try:
        return route.query.model_validate(values)
    except ValidationError as error:
        raise problems.invalid(error, ("query",)) from None


def _body(route: Route, read: tuple[Any, bytes] | None) -> BaseModel | None:
    if route.body is None:
        return None
    if read is None:
        if route.body_required:
            raise BadRequest(Sentence("A JSON body is needed."), status=400)
        return None
    try:
        return route.body.model_validate(read[0])
    except ValidationError as error:
        raise problems.invalid(error) from None


async def _response(route: Route, result: Any) -> web.StreamResponse:
    reply = result if isinstance(result, Reply) else Reply(result)
    if isinstance(reply.value, web.StreamResponse):
        return reply.value
    status = reply.status or route.status
    if status == 204:
        return web.Response(status=204, headers=reply.headers)
    return web.Response(
        body=await encode(reply.value),
        status=status,
        headers=reply.headers,
        content_type="application/json",
        charset="utf-8",
    )


def _method_not_allowed(match: Match) -> web.Response:
    allowed = sorted({*match.routes, *(("HEAD",) if "GET" in match.routes else ())})
    error = BadRequest(f"Possible here: {', '.join(allowed)}.", status=405)
    response = problems.answer(error)
    response.headers["Allow"] = ", ".join(allowed)
    return response


_NO_QUERY = NoQuery()
