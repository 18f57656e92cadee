"""Connections that are slow, many, or malformed."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from cnet_agent.server.app import create_app
from cnet_agent.server.problems import malformed
from cnet_agent.server.protocol import Connection, Listener
from cnet_agent.server.trust import LocalTrust
from helpers.fake_services import Served, serving
from helpers.raw_http import Talk, send
from helpers.waiting import a_moment, until


@asynccontextmanager
async def listening(folder: Path, handler: Any = None, **limits: Any) -> AsyncIterator[int]:
    """Listen with other limits than the usual ones."""
    async with serving(folder) as served:
        api = create_app(served.services, address="127.0.0.1")
        listener = Listener(handler or api, LocalTrust("token"), malformed=malformed, **limits)
        runner = web.ServerRunner(listener, shutdown_timeout=1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        try:
            yield site.port
        finally:
            listener.end_streams()
            await runner.cleanup()


async def test_half_a_header_is_cut(tmp_path: Path) -> None:
    async with listening(tmp_path, head_deadline=0.2) as port:
        for sent in (b"", b"GET /health HTTP/1.1\r\nHost:"):
            async with asyncio.timeout(5):
                assert await send(port, sent) is None


async def test_a_header_that_drips_is_cut(tmp_path: Path) -> None:
    async with listening(tmp_path, head_deadline=0.3) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        ended = asyncio.ensure_future(_ended(reader))
        writer.write(b"GET /health HTTP/1.1\r\nHost: localhost\r\nX: ")
        drips = 0
        async with asyncio.timeout(5):
            while not ended.done():
                writer.write(b"a")
                drips += 1
                await asyncio.wait({ended}, timeout=0.05)
        assert 1 < drips < 60
        writer.close()


async def _ended(reader: asyncio.StreamReader) -> None:
    try:
        assert await reader.read() == b""
    except ConnectionError:
        return


async def test_the_deadline_starts_anew_with_the_next_request(tmp_path: Path) -> None:
    async with listening(tmp_path, head_deadline=0.3) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(3):
            writer.write(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
            async with asyncio.timeout(5):
                await reader.readuntil(b'"ok"}')
        writer.write(b"GET /hea")
        async with asyncio.timeout(5):
            await _ended(reader)
        writer.close()


async def test_idle_and_streaming_connections_outlive_the_header_deadline(
    tmp_path: Path,
) -> None:
    async def slow(request: web.BaseRequest, connection: Connection) -> web.Response:
        await a_moment(0.5)
        return web.Response(text="done")

    async with listening(tmp_path, slow, head_deadline=0.2) as port:
        talk = Talk(port)
        assert (await talk.ask("GET", "/")).body == b"done"
        assert (await talk.ask("GET", "/")).body == b"done"
        await talk.close()


async def test_half_headers_do_not_keep_others_waiting(tmp_path: Path) -> None:
    async with listening(tmp_path, head_deadline=1.0) as port:
        halves = [await asyncio.open_connection("127.0.0.1", port) for _ in range(100)]
        for _, writer in halves:
            writer.write(b"GET /health HTTP/1.1\r\n")
        talk = Talk(port)
        async with asyncio.timeout(1):
            assert (await talk.ask("GET", "/health")).status == 200
        await talk.close()
        for _, writer in halves:
            writer.close()


async def test_where_all_are_busy_more_connections_are_closed_and_room_comes_back(
    tmp_path: Path,
) -> None:
    gate = asyncio.Event()

    async def hold(request: web.BaseRequest, connection: Connection) -> web.StreamResponse:
        if request.path == "/hold":
            await gate.wait()
        return web.Response()

    request = b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
    async with listening(tmp_path, handler=hold, max_connections=3) as port:
        held = [asyncio.ensure_future(send(port, _get("/hold"))) for _ in range(3)]

        async def full() -> bool:
            return await _refused(port, request)

        await until(full)
        gate.set()
        answers = await asyncio.gather(*held)
        assert [answer and answer.status for answer in answers] == [200, 200, 200]
        assert not await _refused(port, request)


async def test_connections_that_only_stay_open_keep_nobody_out(tmp_path: Path) -> None:
    async with listening(tmp_path, max_connections=3) as port:
        silent = [await asyncio.open_connection("127.0.0.1", port) for _ in range(10)]
        regular = Talk(port)
        for _ in range(3):
            assert (await regular.ask("GET", "/health")).status == 200
            silent.append(await asyncio.open_connection("127.0.0.1", port))
        for reader, _ in silent[:8]:  # the longest idle gave way
            await _ended(reader)
        await regular.close()
        for _, writer in silent:
            writer.close()


def _get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()


async def _refused(port: int, request: bytes) -> bool:
    try:
        return await send(port, request) is None
    except ConnectionError:
        return True


async def test_a_client_that_reads_nothing_is_cut(tmp_path: Path) -> None:
    ended = asyncio.Event()

    async def flood(request: web.BaseRequest, connection: Connection) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        try:
            while True:
                await response.write(b"x" * 65536)
        finally:
            ended.set()

    async with listening(tmp_path, flood, write_deadline=0.2) as port:
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            async with asyncio.timeout(5):
                await ended.wait()


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        b"G\x00T / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 20_000 + b"\r\n\r\n",
        b"GET http://evil.com/health HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /health HTTP/1.1\r\nHost: localhost\r\nHost: evil.com\r\n\r\n",
    ],
)
async def test_what_is_not_http_is_refused_without_a_traceback(
    tmp_path: Path, sent: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving(tmp_path) as served:
        answer = await send(served.port, sent)
        assert answer is None or answer.status in (400, 421)
        assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_an_unforeseen_error_is_logged_once_and_tells_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(tmp_path) as served:

        def fail() -> None:
            raise RuntimeError("the secret reason")

        monkeypatch.setattr(served.services.node, "resources", fail)
        answer = await _ask(served, "/api/resources")
        assert answer.status == 500
        assert b"secret" not in answer.body
        assert answer.json["type"] == "urn:cnet:problem:internal"
        errors = [record for record in caplog.records if record.levelname == "ERROR"]
        assert len(errors) == 1


async def _ask(served: Served, path: str) -> Any:
    talk = Talk(served.port)
    try:
        return await talk.ask("GET", path, {"Authorization": f"Bearer {served.token}"})
    finally:
        await talk.close()
