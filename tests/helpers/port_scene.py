"""A model's port, and clients that send it bytes as they are."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Self

from aiohttp import web

from cnet_agent.model_server.fast_path import FastConnection
from cnet_agent.model_server.gate import Gate
from cnet_agent.model_server.http_port import HttpPort, malformed
from cnet_agent.model_server.served import Served
from cnet_agent.server.protocol import Connection, Listener
from cnet_agent.server.trust import LocalTrust
from helpers.fake_worker import asking
from helpers.raw_http import Answer, read_answer

Connections = Callable[[HttpPort], Callable[..., Connection]]


def fast(port: HttpPort) -> Callable[..., Connection]:
    def made(listener: Listener, **options: Any) -> Connection:
        return FastConnection(port, listener, **{**options, "lingering_time": 0.1})

    return made


def plain(_port: HttpPort) -> Callable[..., Connection]:
    return Connection


@asynccontextmanager
async def listening(
    served: Served, folder: Path, connections: Connections = fast, **limits: Any
) -> AsyncIterator[int]:
    """Answer for a model; give the port."""
    port = HttpPort(served, Gate(folder / "tokens.json"))
    listener = Listener(
        port, LocalTrust("same-user"), malformed=malformed, connection=connections(port), **limits
    )
    runner = web.ServerRunner(listener, shutdown_timeout=5)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield site.port
    finally:
        await runner.cleanup()


class Client:
    """One connection, to which bytes are sent as they are."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def __aenter__(self) -> Self:
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self._port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.writer.close()

    async def send(self, *parts: bytes) -> None:
        """Send bytes, and let each part arrive by itself."""
        for part in parts:
            self.writer.write(part)
            for _ in range(5):
                await asyncio.sleep(0)

    async def hear(self, seconds: float = 10) -> Answer:
        answer = await read_answer(self.reader, seconds=seconds)
        assert answer is not None
        return answer

    async def ask(self, value: Any, path: str = "/predict", **headers: str) -> Answer:
        await self.send(request(asking(value), path, **headers))
        return await self.hear()

    async def is_closed(self) -> bool:
        """Wait until the server closes it; tell whether it said nothing before."""
        async with asyncio.timeout(5):
            try:
                return await self.reader.read() == b""
            except ConnectionError:
                return True


def request(body: bytes, path: str = "/predict", **headers: str) -> bytes:
    lines = {"Host": "localhost", "Content-Type": "application/json", **headers}
    told = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    head = f"POST {path} HTTP/1.1\r\n{told}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body
