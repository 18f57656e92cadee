"""The agent's figures for Prometheus."""

import asyncio

from aiohttp import web

from cnet_agent.server.routes import Call, NoQuery, Route
from cnet_agent.wire.exposition import OPEN, PLAIN, accepts_open, render


async def metrics(call: Call[NoQuery, None]) -> web.Response:
    """Answer all figures, in the format that the client prefers."""
    openmetrics = accepts_open(call.header("Accept") or "")
    services = call.services
    families = [*await services.figures.families(), *services.traffic.families()]
    text = await asyncio.to_thread(render, families, openmetrics=openmetrics)
    return web.Response(
        body=text.encode("utf-8", "replace"),
        headers={"Content-Type": OPEN if openmetrics else PLAIN},
    )


ROUTES = (
    Route(
        "GET",
        "/metrics",
        "read",
        metrics,
        "Figures for Prometheus: the node, tasks, the API, the agent itself",
        "Node",
        media=("text/plain", "application/openmetrics-text"),
    ),
)
