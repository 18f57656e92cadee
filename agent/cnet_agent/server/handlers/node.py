"""The node: its health, its hardware, what it uses, and its stream of events."""

import time
from collections.abc import AsyncGenerator

from aiohttp import web
from pydantic import Field

from cnet_agent.model.errors import BadRequest, NotFound
from cnet_agent.model.fields import Strict
from cnet_agent.model.quantities import Span
from cnet_agent.model.sentence import Sentence
from cnet_agent.runtime.bus import Bus, Event
from cnet_agent.server.routes import Call, NoQuery, Reply, Route
from cnet_agent.server.sse import stream
from cnet_agent.wire.node import (
    HealthView,
    HistoryView,
    NodeUsage,
    NodeView,
    PeerView,
    ResourcesView,
    SnapshotView,
)
from cnet_agent.wire.sse import encode


class NodeQuery(Strict):
    """How current."""

    look: bool = Field(
        False, description="Look again now whether Docker and the like can be reached."
    )


class HistoryQuery(Strict):
    """Which part of the history."""

    window: Span = Field(3600.0, description='Such as "1h".')
    points: int = Field(600, ge=2, le=10_000, description="About so many samples.")
    markers: int = Field(200, ge=0, le=1000, description="Starts and ends of tasks, the latest.")


class EventsQuery(Strict):
    """Where the stream goes on."""

    after: str | None = Field(None, description="The last event seen, as epoch-seq.")


async def health(call: Call[NoQuery, None]) -> HealthView | Reply:
    """Answer everybody whether the agent works, and those who are known how."""
    view = call.services.node.health()
    return view if call.identity else Reply({"status": view.status})


async def node(call: Call[NodeQuery, None]) -> NodeView:
    """Answer who this node is and what it can do."""
    if call.query.look:
        await call.services.node.look_again()
    return call.services.node.view()


async def resources(call: Call[NoQuery, None]) -> ResourcesView:
    """Answer the hardware, and what of it is reserved."""
    return call.services.node.resources()


async def usage(call: Call[NoQuery, None]) -> NodeUsage:
    """Answer the latest sample."""
    node = call.services.node
    if node.usage() is None:
        await node.first_sample()
    sample = node.usage()
    if sample is None:
        raise NotFound(
            Sentence("Nothing has been measured yet; the first sample comes within a second.")
        )
    return sample


async def history(call: Call[HistoryQuery, None]) -> HistoryView:
    """Answer samples over time, and when tasks started and ended."""
    query, services, now = call.query, call.services, time.time()
    samples = await services.history.query(query.window, query.points, now)
    found, left_out = await services.runtime.markers(now - query.window, now, query.markers)
    return samples.model_copy(update={"markers": found, "markers_left_out": left_out})


async def nodes(call: Call[NoQuery, None]) -> list[PeerView]:
    """Answer the nodes known, this one first."""
    return call.services.node.peers()


async def snapshot(call: Call[NoQuery, None]) -> SnapshotView:
    """Answer all that a console needs to start, with the number of the last event in it."""
    services = call.services
    bus = services.runtime.bus
    return SnapshotView(
        epoch=bus.epoch,
        seq=bus.seq,
        node=services.node.view(),
        usage=services.node.usage(),
        tasks=services.runtime.snapshot_tasks(),
        models=list(services.models.announcer.told.values()),
        nodes=services.node.peers(),
        notices=services.node.notices(),
    )


async def events(call: Call[EventsQuery, None]) -> web.StreamResponse:
    """Stream what happens after the event that the client saw last."""
    seen = call.header("Last-Event-ID") or call.query.after
    bus = call.services.runtime.bus
    return await stream(call, _frames(bus, _after(bus, seen)))


async def _frames(bus: Bus, after: int | None) -> AsyncGenerator[bytes, None]:
    with bus.subscribe(after) as subscription:
        async for batch in subscription.batches():
            for event in batch:
                yield _frame(bus, event)


def _after(bus: Bus, seen: str | None) -> int | None:
    """Return the number after which to go on; one never reached makes the bus reset."""
    if seen is None:
        return None
    epoch, separator, number = seen.rpartition("-")
    if not separator or not number.isdecimal() or len(number) > 15:
        raise BadRequest(
            Sentence(
                "{text} does not name an event; it looks like epoch-seq.", text=repr(seen[:100])
            )
        )
    return int(number) if epoch == bus.epoch else bus.seq + 1


def _frame(bus: Bus, event: Event) -> bytes:
    if event.kind == "reset":
        return encode("reset", event.text, f"{bus.epoch}-{bus.seq}")
    place = f"{bus.epoch}-{event.seq}" if event.seq is not None else None
    return encode(event.kind, event.text, place)


ROUTES = (
    Route("GET", "/health", "public", health, "Whether the agent works", "Node", HealthView),
    Route("GET", "/api/health", "public", health, "Whether the agent works", "Node", HealthView),
    Route("GET", "/api/node", "read", node, "Who this node is", "Node", NodeView, query=NodeQuery),
    Route("GET", "/api/resources", "read", resources, "The hardware", "Node", ResourcesView),
    Route("GET", "/api/resources/usage", "read", usage, "The latest sample", "Node", NodeUsage),
    Route(
        "GET",
        "/api/resources/history",
        "read",
        history,
        "Samples over time",
        "Node",
        HistoryView,
        query=HistoryQuery,
    ),
    Route("GET", "/api/discovery/nodes", "read", nodes, "The nodes known", "Node", list[PeerView]),
    Route(
        "GET",
        "/api/snapshot",
        "read",
        snapshot,
        "All that a console needs to start",
        "Node",
        SnapshotView,
    ),
    Route(
        "GET",
        "/api/events",
        "read",
        events,
        "What happens, as server-sent events: task, task_removed, node, usage, reset",
        "Node",
        query=EventsQuery,
        media=("text/event-stream",),
    ),
)
