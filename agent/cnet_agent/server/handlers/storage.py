"""What the data directory takes."""

from cnet_agent.server.routes import Call, NoQuery, Route
from cnet_agent.wire.node import StorageView


async def view(call: Call[NoQuery, None]) -> StorageView:
    """Answer what its parts take, as of now."""
    return await call.services.storage.measure(call.services.layout)


ROUTES = (
    Route(
        "GET",
        "/api/storage",
        "read",
        view,
        "What the data directory takes on disk",
        "Agent",
        StorageView,
    ),
)
