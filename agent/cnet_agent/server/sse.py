"""Answering with a stream of events that ends when its client, its token or the agent does."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

from aiohttp import web

from cnet_agent.server.guard import SECURITY_HEADERS
from cnet_agent.server.routes import Call
from cnet_agent.wire.sse import HEARTBEAT

HEARTBEAT_SECONDS = 15.0
MAX_FRAME = 64 * 1024  # bytes, so that one frame never holds up the loop


async def stream(
    call: Call[Any, Any],
    frames: AsyncGenerator[bytes, None],
    heartbeat: float = HEARTBEAT_SECONDS,
) -> web.StreamResponse:
    """Send frames as they come, and a comment where nothing comes, until they end."""
    response = web.StreamResponse(
        headers={**SECURITY_HEADERS, "Content-Type": "text/event-stream; charset=utf-8"}
    )
    response.force_close()
    await response.prepare(call.request)
    token_id = call.identity.token_id if call.identity else None
    upcoming: asyncio.Future[bytes | None] | None = None
    try:
        with call.connection.streaming(token_id):
            await response.write(HEARTBEAT)  # the client sees at once that it is heard
            while True:
                upcoming = upcoming or asyncio.ensure_future(anext(frames, None))
                await asyncio.wait({upcoming}, timeout=heartbeat)
                if not upcoming.done():
                    await response.write(HEARTBEAT)
                    continue
                frame = upcoming.result()
                upcoming = None
                if frame is None:
                    break
                await response.write(frame)
                await asyncio.sleep(0)
    except ConnectionError:
        pass  # the client has gone, which is how most streams end
    finally:
        if upcoming is not None:
            upcoming.cancel()
            await asyncio.wait({upcoming})
        await frames.aclose()
    return response
