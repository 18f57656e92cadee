"""What happens at an agent, as it happens, across any trouble on the way.

``watch`` never ends and never raises for the network: it says how the connection is, starts with a
snapshot, goes on with events, and takes a new snapshot where events are lost.
"""

import asyncio
import json
import logging
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass

from pydantic import ValidationError

from cnet_agent.client.backoff import delays
from cnet_agent.client.client import AgentClient
from cnet_agent.client.errors import CertificateChanged
from cnet_agent.model.errors import AgentError, Forbidden, Unauthenticated
from cnet_agent.model.sentence import Sentence
from cnet_agent.wire.models import ModelView
from cnet_agent.wire.node import NodeView, SnapshotView, UsageEvent
from cnet_agent.wire.sse import Frame
from cnet_agent.wire.task import TaskView

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Connecting:
    """Nothing is known yet."""


@dataclass(frozen=True, slots=True)
class Live:
    """What is shown is what is."""


@dataclass(frozen=True, slots=True)
class Stale:
    """Nothing has been heard since ``since`` (Unix seconds); the client keeps asking."""

    since: float
    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The agent does not let us in; a person must do something. The client keeps asking."""

    reason: str


ConnectionState = Connecting | Live | Stale | Refused


@dataclass(frozen=True, slots=True)
class TaskRemoved:
    """A finished task was removed."""

    id: str


@dataclass(frozen=True, slots=True)
class ModelRemoved:
    """A model is registered no more."""

    id: str


Change = SnapshotView | TaskView | TaskRemoved | ModelView | ModelRemoved | NodeView | UsageEvent
Item = ConnectionState | Change


@dataclass(slots=True)
class _Place:
    """Where the stream goes on, and when something was heard last."""

    heard: float  # Unix seconds
    seen: str | None = None  # the last event, None to begin with a snapshot


async def watch(
    client: AgentClient,
    *,
    back_off: Callable[[], Iterator[float]] = delays,
    now: Callable[[], float] = time.time,
) -> AsyncIterator[Item]:
    """Yield the connection's states and what changes, for ever.

    A state is yielded when it changes, a snapshot before the first event and whenever the agent
    was started again or events were missed.
    """
    state: ConnectionState = Connecting()
    yield state
    place = _Place(now())
    waits = back_off()
    while True:
        trouble: ConnectionState
        try:
            async with aclosing(_follow(client, place, now)) as items:
                async for item in items:
                    if isinstance(item, Live):
                        waits = back_off()
                        if isinstance(state, Live):
                            continue
                        state = item
                    yield item
            trouble = Stale(place.heard, Sentence("The agent ended the connection."))
        except (Unauthenticated, Forbidden, CertificateChanged) as error:
            trouble = Refused(str(error))
            place.seen = None
        except AgentError as error:
            trouble = Stale(place.heard, str(error))
        if type(trouble) is not type(state):
            state = trouble
            yield state
        await asyncio.sleep(next(waits))


async def _follow(
    client: AgentClient, place: _Place, now: Callable[[], float]
) -> AsyncGenerator[Change | Live, None]:
    """Yield what one connection tells, and ``Live`` once it stands; errors are raised."""
    while True:
        if place.seen is None:
            snapshot = await client.snapshot()
            place.seen = f"{snapshot.epoch}-{snapshot.seq}"
            yield snapshot
        async with client.events(place.seen) as frames:
            place.heard = now()
            yield Live()
            async for frame in frames:
                place.heard = now()
                if frame.event == "reset":
                    place.seen = None
                    break
                change = read_change(frame)
                if change is not None:
                    yield change
                place.seen = frame.id or place.seen
            else:
                return


def read_change(frame: Frame) -> Change | None:
    """Return what an event says, None for a kind that this client does not know."""
    try:
        match frame.event:
            case "task":
                return TaskView.model_validate_json(frame.data)
            case "task_removed":
                return TaskRemoved(str(json.loads(frame.data)["id"]))
            case "model":
                return ModelView.model_validate_json(frame.data)
            case "model_removed":
                return ModelRemoved(str(json.loads(frame.data)["id"]))
            case "node":
                return NodeView.model_validate_json(frame.data)
            case "usage":
                return UsageEvent.model_validate_json(frame.data)
    except (ValidationError, ValueError, KeyError, TypeError) as error:
        logger.warning("an event %r cannot be read: %s", frame.event, error)
    return None
