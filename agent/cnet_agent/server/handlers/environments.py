"""Cached Python environments."""

from cnet_agent.server.routes import Call, NoQuery, Reply, Route
from cnet_agent.wire.node import EnvironmentInfo


async def list_environments(call: Call[NoQuery, None]) -> list[EnvironmentInfo]:
    """Answer them, the latest used first."""
    return await call.services.environments.list()


async def delete(call: Call[NoQuery, None]) -> Reply:
    """Remove one that no task uses."""
    await call.services.environments.delete(call.path["id"])
    return Reply(None, status=204)


ROUTES = (
    Route(
        "GET",
        "/api/environments",
        "read",
        list_environments,
        "Cached Python environments",
        "Environments",
        list[EnvironmentInfo],
    ),
    Route(
        "DELETE",
        "/api/environments/{id}",
        "operate",
        delete,
        "Remove a cached environment",
        "Environments",
        status=204,
    ),
)
