"""Streams: events that resume, and logs that follow."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from cnet_agent.runtime.logs.page import Gap
from cnet_agent.server import sse
from cnet_agent.server.handlers.logs import pack
from cnet_agent.wire.sse import Decoder, Frame
from cnet_agent.wire.task import LogRecord
from helpers.factories import make_spec
from helpers.fake_services import Served, serving
from helpers.raw_http import Talk
from helpers.waiting import until


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(tmp_path) as served:
        yield served


class Stream:
    """A client of a stream, that takes it frame by frame."""

    def __init__(self, reader: asyncio.StreamReader, head: bytes) -> None:
        self.head = head
        self._reader = reader
        self._decoder = Decoder()
        self._frames: list[Frame] = []
        self.raw = b""

    async def take(self) -> Frame | None:
        """Return the next frame, None at the end."""
        async with asyncio.timeout(5):
            while not self._frames:
                data = await self._reader.read(65536)
                if not data:
                    return None
                self.raw += data
                # chunk sizes stand on lines of their own, which the decoder takes for comments
                self._frames += self._decoder.feed(_dechunked(data))
        return self._frames.pop(0)


def _dechunked(data: bytes) -> bytes:
    parts = []
    while data:
        size, _, data = data.partition(b"\r\n")
        length = int(size, 16)
        parts.append(data[:length])
        data = data[length + 2 :]
    return b"".join(parts)


@asynccontextmanager
async def opened(served: Served, path: str, **headers: str) -> AsyncIterator[Stream]:
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    sent = {"Host": "localhost", "Authorization": f"Bearer {served.token}"}
    lines = "".join(f"{n.replace('_', '-')}: {v}\r\n" for n, v in {**sent, **headers}.items())
    writer.write(f"GET {path} HTTP/1.1\r\n{lines}\r\n".encode())
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        yield Stream(reader, head)
    finally:
        writer.close()


async def test_a_stream_has_the_headers_of_every_answer(served: Served) -> None:
    async with opened(served, "/api/events") as stream:
        head = stream.head.decode().lower()
        assert "200 ok" in head
        assert "content-type: text/event-stream" in head
        assert "x-content-type-options: nosniff" in head
        assert "server: cnet" in head


async def test_a_stream_goes_on_after_the_event_seen_last(served: Served) -> None:
    for number in range(1, 4):
        served.bus.publish("task", {"number": number})
    for path, headers in (("?after=e1-1", {}), ("", {"Last_Event_ID": "e1-1"})):
        async with opened(served, f"/api/events{path}", **headers) as stream:
            frames = [await stream.take(), await stream.take()]
            assert [frame and (frame.event, frame.id) for frame in frames] == [
                ("task", "e1-2"),
                ("task", "e1-3"),
            ]


async def test_a_header_counts_more_than_the_address(served: Served) -> None:
    served.bus.publish("task", {"number": 1})
    served.bus.publish("task", {"number": 2})
    async with opened(served, "/api/events?after=e1-0", Last_Event_ID="e1-1") as stream:
        frame = await stream.take()
        assert frame == Frame("task", '{"number": 2}', "e1-2")


@pytest.mark.parametrize("seen", ["other-1", "e1-99"])
async def test_an_unknown_life_or_a_place_never_reached_is_reset(served: Served, seen: str) -> None:
    served.bus.publish("task", {"number": 1})
    async with opened(served, f"/api/events?after={seen}") as stream:
        frame = await stream.take()
        assert frame == Frame("reset", '{"epoch": "e1", "seq": 1}', "e1-1")
        served.bus.publish("task", {"number": 2})
        frame = await stream.take()
        assert frame is not None
        assert frame.id == "e1-2"


async def test_a_place_too_long_ago_is_reset(served: Served) -> None:
    for number in range(10_001):
        served.bus.publish("task", number)
    async with opened(served, "/api/events?after=e1-0") as stream:
        frame = await stream.take()
        assert frame is not None
        assert frame.event == "reset"


@pytest.mark.parametrize("seen", ["x", "e1-", "e1-x", "-", "e1-" + "9" * 99])
async def test_what_is_no_place_is_refused(served: Served, seen: str) -> None:
    talk = Talk(served.port)
    headers = {"Authorization": f"Bearer {served.token}"}
    assert (await talk.ask("GET", f"/api/events?after={seen}", headers)).status == 400
    await talk.close()


async def test_usage_has_no_number_and_an_old_sample_is_replaced(served: Served) -> None:
    async with opened(served, "/api/events") as stream:
        await until(lambda: served.bus._subscriptions)
        for number in range(100):
            served.bus.publish_usage({"number": number})
        frame = await stream.take()
        assert frame == Frame("usage", '{"number": 99}', None)


async def test_a_silent_stream_beats(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sse, "HEARTBEAT_SECONDS", 0.05)
    async with opened(served, "/api/events") as stream:
        taking = asyncio.ensure_future(stream.take())
        await until(lambda: stream.raw.count(b": still here") >= 3)
        served.bus.publish("task", {})
        assert (await taking) is not None


async def test_a_client_that_leaves_is_forgotten_at_once(served: Served) -> None:
    async with opened(served, "/api/events"):
        await until(lambda: served.bus._subscriptions)
    await until(lambda: not served.bus._subscriptions)


async def test_the_agents_end_is_the_streams_end(tmp_path: Path) -> None:
    async with serving(tmp_path) as served, opened(served, "/api/events") as stream:
        await until(lambda: served.bus._subscriptions)
        async with asyncio.timeout(3):
            await served.service.close()
        assert await stream.take() is None


async def test_the_snapshot_and_the_events_after_it_leave_nothing_out(served: Served) -> None:
    first = await served.services.runtime.submit(make_spec(name="first"))
    talk = Talk(served.port)
    headers = {"Authorization": f"Bearer {served.token}"}
    snapshot = (await talk.ask("GET", "/api/snapshot", headers)).json
    assert [task["id"] for task in snapshot["tasks"]] == [first.id]
    assert snapshot["notices"] == ["The database was rebuilt."]
    second = await served.services.runtime.submit(make_spec(name="second"))
    path = f"/api/events?after={snapshot['epoch']}-{snapshot['seq']}"
    async with opened(served, path) as stream:
        while True:
            frame = await stream.take()
            assert frame is not None
            if json.loads(frame.data)["id"] == second.id:
                break
    await talk.close()


async def test_a_log_follows_from_a_cursor_to_the_tasks_end(served: Served) -> None:
    task = await served.services.runtime.submit(make_spec())
    await served.logs.add("one", "two")
    path = f"/api/tasks/{task.id}/logs?follow=true&cursor=1:0:1"
    async with opened(served, path) as stream:
        frame = await stream.take()
        assert frame is not None
        assert [record["line"] for record in json.loads(frame.data)] == ["two"]
        assert (frame.event, frame.id) == ("log", "1:0:2")
        await served.logs.add("three")
        frame = await stream.take()
        assert frame is not None
        assert json.loads(frame.data)[0]["line"] == "three"
        await served.logs.end()
        frame = await stream.take()
        assert frame is not None
        assert frame.event == "end"
        assert await stream.take() is None
    assert served.logs.cursors == ["1:0:1"]


async def test_what_was_missed_is_told(served: Served) -> None:
    task = await served.services.runtime.submit(make_spec())
    served.logs.gaps.append(Gap(lost=12, unit="lines", bytes=1200))
    async with opened(served, f"/api/tasks/{task.id}/logs?follow=true") as stream:
        frame = await stream.take()
        assert frame == Frame("gap", '{"lost": 12, "unit": "lines", "bytes": 1200}')


@pytest.mark.parametrize(
    "query", ["tail=5", "grep=x", "since=2026-01-01T00:00:00Z", "before=1:0:1"]
)
async def test_following_is_not_mixed_with_looking_back(served: Served, query: str) -> None:
    task = await served.services.runtime.submit(make_spec())
    talk = Talk(served.port)
    headers = {"Authorization": f"Bearer {served.token}"}
    path = f"/api/tasks/{task.id}/logs?follow=true&{query}"
    answer = await talk.ask("GET", path, headers)
    await talk.close()
    assert answer.status == 422
    assert f"without {query.partition('=')[0]}: read the last lines first" in answer.json["detail"]


async def test_a_log_of_nothing_is_not_found(served: Served) -> None:
    talk = Talk(served.port)
    headers = {"Authorization": f"Bearer {served.token}"}
    for query in ("", "?follow=true"):
        assert (await talk.ask("GET", f"/api/tasks/x/logs{query}", headers)).status == 404
    await talk.close()


def test_frames_of_a_log_are_bounded_and_complete() -> None:
    records = [
        LogRecord(cursor=f"1:0:{i}", time="t", stream="stdout", line="x" * (i * 37 % 9000))
        for i in range(200)
    ]
    frames = Decoder().feed(b"".join(pack(records)))
    assert [each["cursor"] for frame in frames for each in json.loads(frame.data)] == [
        record.cursor for record in records
    ]
    assert all(len(frame.data) <= sse.MAX_FRAME + 200 for frame in frames)
    assert [frame.id for frame in frames] == [
        json.loads(frame.data)[-1]["cursor"] for frame in frames
    ]
