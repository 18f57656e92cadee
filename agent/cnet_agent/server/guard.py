"""What every request must satisfy before anybody asks who sent it.

These rules keep browsers out: a page elsewhere, also one whose name was made to resolve to this
machine, must not be able to have requests carried out with the trust of the person at it.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from ipaddress import ip_address

from aiohttp import web

from cnet_agent.model.errors import BadRequest, Forbidden
from cnet_agent.model.sentence import Sentence

JSON_ONLY = ("application/json",)
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
SECURITY_HEADERS = {
    "Server": "cnet",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([a-z0-9_.-]+))(?::(\d{1,5}))?", re.IGNORECASE)
_TOKEN_PARAMETERS = frozenset({"token", "access_token", "auth", "authorization", "api_key", "key"})
_RELAY_HEADERS = frozenset({"forwarded", "via"})
_KEPT = 256  # names and addresses whose meaning is remembered: clients send few


def check(
    request: web.BaseRequest, names: Collection[str], types: Collection[str] = JSON_ONLY
) -> None:
    """Refuse what no client of ours sends; a body is of one of some ``types``, "" for none told.

    Raises:
        BadRequest: 421 for a foreign Host, 415 for a body that is not JSON, 400 for a token in
            the address.
        Forbidden: the request was made by another site's page.
    """
    _check_host(request, names)
    _check_origin(request)
    _check_address(request)
    _check_body_type(request, types)


def is_relayed(request: web.BaseRequest) -> bool:
    """Tell whether somebody forwards the request for somebody else."""
    return any(
        name in _RELAY_HEADERS or name.startswith("x-forwarded")
        for name in map(str.lower, request.headers)
    )


@lru_cache(_KEPT)
def host_name(host: str) -> str | None:
    """Return the name in a Host header in one spelling, None if it is malformed."""
    match = _HOST.fullmatch(host)
    if match is None or int(match[3] or 0) > 65535:
        return None
    if match[1] is not None:
        try:
            return ip_address(match[1]).compressed
        except ValueError:
            return None
    return match[2].lower().removesuffix(".") or None


def _check_host(request: web.BaseRequest, names: Collection[str]) -> None:
    hosts = request.headers.getall("Host", [])
    name = host_name(hosts[0]) if len(hosts) == 1 else None
    # A request line may name a whole URL, whose host then counts for the rest of the server.
    if name is None or request.host.lower().removesuffix(".") not in (hosts[0].lower(), name):
        raise BadRequest(Sentence("The Host header is missing or malformed."), status=421)
    if _is_loopback(request) and name not in names:
        raise BadRequest(
            Sentence(
                "This agent does not answer for {name}; use localhost or its address.",
                name=repr(name),
            ),
            status=421,
        )


def _is_loopback(request: web.BaseRequest) -> bool:
    """Tell whether the request came to a loopback address.

    Beyond loopback each request carries a token, which no browser adds by itself; so the name by
    which a proxy or a router made the agent reachable may be any.
    """
    own = request.transport.get_extra_info("sockname") if request.transport else None
    return own is None or _is_loopback_address(str(own[0]))


@lru_cache(_KEPT)
def _is_loopback_address(address: str) -> bool:
    try:
        return ip_address(address.partition("%")[0]).is_loopback
    except ValueError:  # of a socket that is not of the internet
        return True


def _check_origin(request: web.BaseRequest) -> None:
    for origin in request.headers.getall("Origin", []):
        if origin.lower() != f"{request.scheme}://{request.headers['Host'].lower()}":
            raise Forbidden(Sentence("Pages of other sites may not use this agent."))
    for site in request.headers.getall("Sec-Fetch-Site", []):
        if site not in ("none", "same-origin"):
            raise Forbidden(Sentence("Pages of other sites may not use this agent."))


def _check_address(request: web.BaseRequest) -> None:
    query = request.query_string.lower()
    if query and (
        "cnet_" in query or any(name.lower() in _TOKEN_PARAMETERS for name in request.query)
    ):
        raise BadRequest(
            Sentence(
                "A token never belongs in an address, where logs and histories keep it; send it in "
                "the header Authorization: Bearer."
            )
        )


def _check_body_type(request: web.BaseRequest, types: Collection[str]) -> None:
    if not request.body_exists:
        return
    told = request.content_type if "Content-Type" in request.headers else ""
    if told not in types:
        raise BadRequest(
            Sentence("Send the body as {types}.", types=" or ".join(filter(None, types))),
            status=415,
        )
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise BadRequest(Sentence("Send the body uncompressed."), status=415)
