"""Answering with a stream of events that ends when its client, its token or the agent does."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from typing import Any

from aiohttp import web

from cnet_agent.server.guard import SECURITY_HEADERS
from cnet_agent.server.routes import Call
from cnet_agent.wire.sse import HEARTBEAT

logger = logging.getLogger(__name__)

HEARTBEAT_SECONDS = 15.0
MAX_FRAME = 64 * 1024  # bytes, so that one frame never holds up the loop


async def stream(call: Call[Any, Any], frames: AsyncGenerator[bytes, None]) -> web.StreamResponse:
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
                await asyncio.wait({upcoming}, timeout=HEARTBEAT_SECONDS)
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
    except Exception:
        logger.exception("a stream failed")
        if call.request.transport is not None:  # the answer has begun: it can only be cut off
            call.request.transport.abort()
    finally:
        if upcoming is not None:
            upcoming.cancel()
            await asyncio.wait({upcoming})
        await frames.aclose()
    return response
