"""Named tokens."""

from cnet_agent.server.routes import Call, NoQuery, Reply, Route
from cnet_agent.store.base import TokenRecord
from cnet_agent.wire.node import TokenView
from cnet_agent.wire.requests import TokenBody


async def list_tokens(call: Call[NoQuery, None]) -> list[TokenView]:
    """Answer the named tokens, without their secrets."""
    return [_view(record) for record in call.services.tokens.list()]


async def create(call: Call[NoQuery, TokenBody]) -> TokenView:
    """Make a token; its secret is in this answer and never in another."""
    record, token = await call.services.tokens.create(call.body.name, call.body.role)
    call.account.detail |= {"token": record.id, "name": record.name, "role": record.role}
    return _view(record, token)


async def revoke(call: Call[NoQuery, None]) -> Reply:
    """Forget a token at once, and end what it has open."""
    await call.services.tokens.revoke(call.path["id"])
    return Reply(None, status=204)


def _view(record: TokenRecord, token: str | None = None) -> TokenView:
    return TokenView.model_validate(
        {
            "id": record.id,
            "name": record.name,
            "role": record.role,
            "created_at": record.created_at,
            "token": token,
        }
    )


ROUTES = (
    Route("GET", "/api/tokens", "admin", list_tokens, "Named tokens", "Agent", list[TokenView]),
    Route(
        "POST",
        "/api/tokens",
        "admin",
        create,
        "Make a token",
        "Agent",
        TokenView,
        body=TokenBody,
        status=201,
    ),
    Route("DELETE", "/api/tokens/{id}", "admin", revoke, "Revoke a token", "Agent", status=204),
)
