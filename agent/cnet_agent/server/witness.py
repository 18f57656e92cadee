"""What of the requests goes into the audit log: what changes something, and what was refused."""

import os
from typing import Protocol

from aiohttp import web

from cnet_agent.server.account import Account
from cnet_agent.server.tokens import Identity
from cnet_agent.wire.audit import AuditEntry, clean

REFUSED = frozenset({401, 403, 421, 429})
_READING = frozenset({"GET", "HEAD"})


class Audit(Protocol):
    """Where entries go."""

    def write(self, entry: AuditEntry, *, counted: bool = False) -> None:
        """Add an entry; never waits. ``counted``: many that are alike become one."""


def witness(
    audit: Audit,
    request: web.BaseRequest,
    account: Account,
    response: web.StreamResponse,
    now: float,
) -> None:
    """Write down a request that is worth it, without its body and without any token.

    Args:
        audit: where.
        request: as it came.
        account: what became known of it.
        response: its answer.
        now: Unix seconds.
    """
    refused = response.status in REFUSED
    changes = request.method not in _READING and account.route is not None
    if refused or changes:
        audit.write(_entry(request, account, response, now), counted=refused)


def _entry(
    request: web.BaseRequest, account: Account, response: web.StreamResponse, now: float
) -> AuditEntry:
    identity, detail = account.identity, dict(account.detail)
    if "Location" in response.headers:
        detail["made"] = response.headers["Location"]
    return AuditEntry(
        at=now,
        action="request",
        who=_who(identity),
        name=clean(identity.name) if identity is not None and identity.name else None,
        uid=os.geteuid() if identity is not None and identity.local else None,
        role=identity.role if identity is not None else None,
        address=request.remote,
        method=request.method[:20],
        route=account.route.path if account.route is not None else clean(request.path),
        path={name: clean(text) for name, text in account.path.items()},
        query=clean(request.query_string) or None,
        status=response.status,
        why=clean(str(account.error)) if account.error is not None else None,
        detail=detail,
    )


def _who(identity: Identity | None) -> str:
    if identity is None:
        return "unknown"
    if identity.local:
        return "local"
    return identity.token_id or "admin"
