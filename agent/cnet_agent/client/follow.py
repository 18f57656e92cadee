"""A task's log as it grows, each line once, across any trouble on the way."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from cnet_agent.client.backoff import delays
from cnet_agent.client.client import AgentClient
from cnet_agent.model.errors import Internal, Unreachable
from cnet_agent.model.sentence import Sentence, told
from cnet_agent.wire.sse import Frame
from cnet_agent.wire.task import LogRecord

logger = logging.getLogger(__name__)

_RECORDS = TypeAdapter(list[LogRecord])


@dataclass(frozen=True, slots=True)
class LogGap:
    """Lines that were gone before they could be read: ``lost`` of them, counted in ``unit``."""

    lost: int
    unit: str


@dataclass(frozen=True, slots=True)
class LogInterrupted:
    """The agent does not answer; the log goes on where it was when it does."""

    reason: str


LogItem = list[LogRecord] | LogGap | LogInterrupted


async def follow_log(
    client: AgentClient,
    task_id: str,
    *,
    cursor: str | None = None,
    stream: str | None = None,
    back_off: Callable[[], Iterator[float]] = delays,
) -> AsyncIterator[LogItem]:
    """Yield a log's records in batches, from ``cursor`` or the beginning, until the task's end.

    Raises:
        AgentError: the agent refuses, or the task is gone.
    """
    waits = back_off()
    interrupted = False
    while True:
        reason: str = Sentence("The agent ended the connection.")
        try:
            async with client.log_frames(task_id, cursor, stream) as frames:
                async for frame in frames:
                    waits, interrupted = back_off(), False
                    if frame.event == "end":
                        return
                    cursor = frame.id or cursor
                    item = read_item(frame)
                    if item is not None:
                        yield item
        except (Unreachable, Internal) as error:
            reason = told(error)
        if not interrupted:
            interrupted = True
            yield LogInterrupted(reason)
        await asyncio.sleep(next(waits))


def read_item(frame: Frame) -> list[LogRecord] | LogGap | None:
    """Return what an event of a log says, None for a kind that this client does not know."""
    try:
        match frame.event:
            case "log":
                return _RECORDS.validate_json(frame.data)
            case "gap":
                gap = json.loads(frame.data)
                return LogGap(int(gap["lost"]), str(gap["unit"]))
    except (ValidationError, ValueError, KeyError, TypeError) as error:
        logger.warning("an event of a log cannot be read: %s", error)
    return None
