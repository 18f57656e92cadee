"""HTTP by hand, for requests that no proper client would send."""

import asyncio
import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]  # names in lower case
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


async def send(port: int, data: bytes, host: str = "127.0.0.1") -> Answer | None:
    """Send bytes, and return the answer, or None where the connection was closed without one."""
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(data)
        await writer.drain()
        return await read_answer(reader)
    finally:
        writer.close()


async def read_answer(
    reader: asyncio.StreamReader, *, empty: bool = False, seconds: float = 10
) -> Answer | None:
    """Read one answer; ``empty`` for one to HEAD."""
    async with asyncio.timeout(seconds):
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            return None
        first, *lines = head.decode("latin-1").strip().split("\r\n")
        headers = {
            name.strip().lower(): value.strip()
            for name, value in (line.split(":", 1) for line in lines)
        }
        if first.startswith("HTTP/1.0"):
            headers.setdefault("connection", "close")
        length = 0 if empty else int(headers.get("content-length", 0))
        return Answer(int(first.split()[1]), headers, await reader.readexactly(length))


class Talk:
    """One kept connection for many requests."""

    def __init__(self, port: int, host: str = "127.0.0.1") -> None:
        self._port = port
        self._host = host
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(
        self, method: str, path: str, headers: dict[str, str] | None = None, body: bytes = b""
    ) -> Answer:
        """Send one request and return its answer."""
        head = {"Host": f"localhost:{self._port}", **(headers or {})}
        if body:
            head["Content-Length"] = str(len(body))
        lines = "".join(f"{name}: {value}\r\n" for name, value in head.items() if value != "-")
        if self._streams is None:
            self._streams = await asyncio.open_connection(self._host, self._port)
        reader, writer = self._streams
        writer.write(f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode() + body)
        answer = await read_answer(reader, empty=method == "HEAD")
        if answer is None or answer.headers.get("connection") == "close":
            await self.close()
        assert answer is not None, f"no answer to {method} {path}"
        return answer

    async def close(self) -> None:
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None
