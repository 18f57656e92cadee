"""The logs of tasks: read, or followed."""

import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import asdict
from typing import Annotated, Literal, Self

from aiohttp import web
from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from cnet_agent.model.fields import Strict, Text
from cnet_agent.model.sentence import Sentence
from cnet_agent.runtime.logs import cursor
from cnet_agent.runtime.logs.page import DEFAULT_LINES, Gap, LogQuery
from cnet_agent.server.routes import Call, Reply, Route
from cnet_agent.server.sse import MAX_FRAME, stream
from cnet_agent.wire.sse import encode
from cnet_agent.wire.task import LogRecord
from cnet_agent.wire.times import Timestamp

MAX_LINES = 100_000  # in one answer


def _cursor(text: str) -> str:
    cursor.Cursor.parse(text)
    return text


Cursor = Annotated[
    str,
    AfterValidator(_cursor),
    WithJsonSchema({"type": "string", "pattern": cursor.PATTERN}),
]


class LogsQuery(Strict):
    """Which lines, and in which form."""

    stream: Literal["stdout", "stderr"] | None = None
    attempt: int | None = Field(None, ge=1, le=1_000_000, description="The last if left out.")
    tail: int = Field(DEFAULT_LINES, ge=0, le=MAX_LINES, description="At most so many lines.")
    grep: Text | None = Field(
        None, max_length=1000, description="Lines in which this regular expression is found."
    )
    since: Timestamp | None = None
    format: Literal["lines", "records", "text"] = "lines"
    follow: bool = Field(False, description="Go on as server-sent events: log, gap, end.")
    cursor: Cursor | None = Field(
        None, description="What comes after this record, in place of the last lines."
    )
    before: Cursor | None = Field(None, description="What comes before this record.")

    @model_validator(mode="after")
    def _follows_from_a_place(self) -> Self:
        given = [
            name for name in ("tail", "grep", "since", "before") if name in self.model_fields_set
        ]
        if self.follow and given:
            raise ValueError(
                Sentence(
                    "follow goes on from a cursor, without {field}: read the last lines first, and "
                    "follow from the X-Log-Cursor of that answer",
                    field=given[0],
                )
            )
        return self


async def read(call: Call[LogsQuery, None]) -> Reply | web.StreamResponse:
    """Answer lines of a task's log, or the log as it grows."""
    return await answer_log(call, call.path["id"])


async def answer_log(call: Call[LogsQuery, None], task_id: str) -> Reply | web.StreamResponse:
    """Answer lines of the log of a task, or the log as it grows."""
    asked, services = call.query, call.services
    task = await services.runtime.get(task_id)
    if asked.follow:
        items = services.logs.follow(task.id, asked.cursor, asked.stream, asked.attempt)
        return await stream(call, _frames(items))
    page = await services.logs.read(
        task.id,
        LogQuery(
            attempt=asked.attempt,
            tail=asked.tail,
            stream=asked.stream,
            grep=asked.grep,
            since=asked.since,
            before=asked.before,
            cursor=asked.cursor,
        ),
    )
    headers = {"X-Log-Cursor": page.cursor} if page.cursor else {}
    if page.cut:
        headers["X-Truncated"] = "true"
    if asked.format == "records":
        return Reply(page.records, headers=headers)
    lines = [record.line for record in page.records]
    if asked.format == "lines":
        return Reply(lines, headers=headers)
    text = "".join(f"{line}\n" for line in lines)
    response = web.Response(
        body=text.encode("utf-8", "replace"),
        content_type="text/plain",
        charset="utf-8",
        headers=headers,
    )
    return Reply(response)


async def _frames(
    items: AsyncGenerator[list[LogRecord] | Gap, None],
) -> AsyncGenerator[bytes, None]:
    async with aclosing(items):
        async for item in items:
            if isinstance(item, Gap):
                yield encode("gap", json.dumps(asdict(item)))
                continue
            for frame in pack(item):
                yield frame
    yield encode("end", "{}")


def pack(records: list[LogRecord]) -> list[bytes]:
    """Return records as frames: an array each, of no more than ``MAX_FRAME`` bytes where it can.

    The id of a frame is the cursor after its last record.
    """
    frames: list[bytes] = []
    parts: list[str] = []
    size, last = 0, ""
    for record in records:
        part = record.model_dump_json()
        if parts and size + len(part) > MAX_FRAME:
            frames.append(encode("log", f"[{','.join(parts)}]", last))
            parts, size = [], 0
        parts.append(part)
        size += len(part)
        last = record.cursor
    if parts:
        frames.append(encode("log", f"[{','.join(parts)}]", last))
    return frames


ROUTES = (
    Route(
        "GET",
        "/api/tasks/{id}/logs",
        "read",
        read,
        "A task's log",
        "Tasks",
        list[str] | list[LogRecord],
        query=LogsQuery,
        media=("application/json", "text/plain", "text/event-stream"),
    ),
)
