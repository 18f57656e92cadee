"""Who did what."""

from pydantic import Field

from cnet_agent.model.fields import Strict, Text
from cnet_agent.runtime.audit import AuditQuery
from cnet_agent.server.routes import Call, Route
from cnet_agent.wire.audit import AuditView
from cnet_agent.wire.times import Timestamp


class AuditListQuery(Strict):
    """Which entries."""

    since: Timestamp | None = None
    until: Timestamp | None = None
    who: Text | None = Field(None, max_length=200, description="An entry's who, or a token's name.")
    limit: int = Field(100, ge=1, le=1000, description="At most so many, the newest.")


async def read(call: Call[AuditListQuery, None]) -> AuditView:
    """Answer entries of the audit log, newest first."""
    asked = call.query
    return await call.services.audit.read(
        AuditQuery(asked.since, asked.until, asked.who, asked.limit)
    )


ROUTES = (
    Route(
        "GET",
        "/api/audit",
        "admin",
        read,
        "Who did what, newest first",
        "Agent",
        AuditView,
        query=AuditListQuery,
    ),
)
