"""Answers whose head is known beforehand, as they come over a connection."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest
from aiohttp import web

from cnet_agent.model_server.json_answer import json_answer
from cnet_agent.server.guard import SECURITY_HEADERS
from helpers.raw_http import Talk, send

BODY = '{"text": "ä"}'.encode()


@pytest.fixture
async def port() -> AsyncIterator[int]:
    async def answer(request: web.BaseRequest) -> web.StreamResponse:
        return json_answer(request, BODY * int(request.query.get("times", 1)))

    runner = web.ServerRunner(web.Server(answer))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield site.port
    await runner.cleanup()


async def test_several_come_over_one_connection_each_with_its_head(port: int) -> None:
    talk = Talk(port)
    for times in (1, 3, 0):
        answer = await talk.ask("POST", f"/?times={times}", {})
        assert (answer.status, answer.body) == (200, BODY * times)
        assert answer.headers["content-type"] == "application/json"
        assert {name.lower(): value for name, value in SECURITY_HEADERS.items()}.items() <= (
            answer.headers.items()
        )
        age = datetime.now(UTC) - parsedate_to_datetime(answer.headers["date"])
        assert abs(age) < timedelta(minutes=1)
    await talk.close()


async def test_a_large_one_waits_for_a_slow_reader(port: int) -> None:
    times = 1_000_000
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1024)
    writer.write(b"POST /?times=%d HTTP/1.1\r\nHost: localhost\r\n\r\n" % times)
    await reader.readuntil(b"\r\n\r\n")
    assert await reader.readexactly(len(BODY) * times) == BODY * times
    writer.close()


@pytest.mark.parametrize("head", ["HTTP/1.0\r\n", "HTTP/1.1\r\nConnection: close\r\n"])
async def test_a_client_that_wants_no_more_gets_the_same_and_an_end(port: int, head: str) -> None:
    answer = await send(port, f"POST / {head}Host: localhost\r\n\r\n".encode())
    assert answer is not None
    assert (answer.status, answer.body) == (200, BODY)
    assert answer.headers["connection"] == "close"
    assert answer.headers["server"] == "cnet"


async def test_a_client_that_has_gone_does_no_harm_to_others(port: int) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST /?times=1000000 HTTP/1.1\r\nHost: localhost\r\n\r\n")
    writer.transport.abort()
    answer = await send(port, b"POST / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert answer is not None
    assert answer.body == BODY
