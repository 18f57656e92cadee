"""Clients that begin requests and never end them: a program that runs beside a test.

    python -m helpers.slow_crowd HOST PORT SECONDS HALF_HEADERS SLOW_BODIES

It says ``up`` once all are connected; in the end, as JSON, how many connections were closed, and
after how many seconds the one that lived longest.
"""

import asyncio
import json
import sys
import time

from helpers.waiting import a_moment

_HALF_HEADER = b"GET /health HTTP/1.1\r\nHost: localhost\r\nX-Never"
_SLOW_BODY = (
    b"POST /api/tasks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    b"Content-Length: 900000\r\n\r\n{"
)


async def _client(address: tuple[str, int], over: float, start: bytes, lives: list[float]) -> None:
    """Say a byte each second; once closed, come again a second later."""
    while (began := time.monotonic()) < over:
        try:
            reader, writer = await asyncio.open_connection(*address)
            reading = asyncio.ensure_future(reader.read())
            writer.write(start)
            while not reading.done() and time.monotonic() < over:
                await asyncio.wait([reading], timeout=1)
                writer.write(b" ")
            if reading.done():
                lives.append(time.monotonic() - began)
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)
            writer.close()
        except ConnectionError:
            lives.append(time.monotonic() - began)
        await a_moment(1)


async def _main(host: str, port: int, seconds: float, half_headers: int, slow_bodies: int) -> None:
    lives: list[float] = []
    starts = [_HALF_HEADER] * half_headers + [_SLOW_BODY] * slow_bodies
    over = time.monotonic() + seconds
    async with asyncio.TaskGroup() as clients:
        for start in starts:
            clients.create_task(_client((host, port), over, start, lives))
        await a_moment(1)
        print("up", flush=True)
    print(json.dumps({"closed": len(lives), "longest": max(lives, default=0.0)}))


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1], *map(int, sys.argv[2:])))
