"""Predictions that are asked for again and again over a connection, without aiohttp in between.

To take a request apart and to put an answer together takes aiohttp longer than a small model
computes. A head that a client sends again, to the byte, means what it meant before; so once a
prediction succeeded, the next one that begins with the same head goes straight to the model.
Everything else is for aiohttp, as ever.
"""

import asyncio
from http import HTTPStatus
from typing import Any

from aiohttp import HttpVersion11, hdrs, web

from cnet_agent.model_server.http_port import Asked, HttpPort
from cnet_agent.server.protocol import IDLE_DEADLINE, Connection, Deadline, Handler, Listener

PART_DEADLINE = 1.0  # seconds to wait for the rest of a request whose head is known
_HEADS = 64  # that are known of a client: with each length of a body comes another one
_LONGEST_HEAD = 1024  # bytes
_LONGEST_BODY = 64 * 1024  # bytes; with a longer one it is not the head that takes the time
_NEVER = (hdrs.AUTHORIZATION, hdrs.EXPECT)  # a token; a client that waits to be told to go on
_END = b"\r\n\r\n"


class FastConnection(Connection):
    """A connection that knows requests again.

    Only what one client was let in with over one connection counts, and only without a token, since
    that may be taken back. Where a request starts is known as long as the client waits for the
    answer to each before it sends the next; from then on, only aiohttp knows.

    Args:
        port: answers what is known.
    """

    def __init__(self, port: HttpPort, listener: Listener, **options: Any) -> None:
        super().__init__(listener, **options)
        self._port = port
        self._known: dict[bytes, tuple[Asked, int]] = {}  # by head, with the size of the body
        self._is_at_start = True  # of a request, with whatever comes next
        self._came = b""  # of the request that aiohttp has, as much as a head may be long
        self._arrived = 0  # bytes, since that request started
        self._part = b""  # of a request whose head is known
        self._ahead = b""  # came before the answer to what came before it
        self._answering: asyncio.Task[None] | None = None
        self._part_deadline = Deadline(PART_DEADLINE, self._give_part)
        self._idle_deadline = Deadline(IDLE_DEADLINE, self.give_way)

    def data_received(self, data: bytes) -> None:
        """Answer it if it is known, or wait for the rest of it, or give it to aiohttp."""
        if self._answering is not None:
            self._wait_for_answer(data)
            return
        self._idle_deadline.clear()
        data, self._part = self._part + data, b""
        end = data.find(_END) + len(_END)
        known = self._known.get(data[:end]) if self._is_at_start and not self.is_clogged else None
        missing = known[1] - (len(data) - end) if known is not None else 0
        if missing > 0:
            self._wait_for_rest(data)
            return
        self._part_deadline.clear()
        if known is None or missing < 0:
            self._give(data)
            return
        self.keep_alive(True)  # or aiohttp's timer would take the connection for an idle one
        self.begin()
        self._answering = asyncio.ensure_future(self._answer(known[0], data[end:]))

    async def handle(self, request: web.BaseRequest, answer: Handler) -> web.StreamResponse:
        """Answer by way of aiohttp, and keep in mind what it was."""
        response = await super().handle(request, answer)
        end = self._came.find(_END) + len(_END)
        size = request.content_length or 0
        # What came besides stays counted, so once that is more it never fits again.
        self._is_at_start = self._arrived == end + size and _goes_on(request, response)
        if self._is_at_start and response.status == HTTPStatus.OK:
            self._learn(request, self._came[:end], size)
        return response

    def connection_lost(self, exc: BaseException | None) -> None:
        """Stop the clocks; what is being computed is computed to its end."""
        self._part_deadline.close()
        self._idle_deadline.close()
        super().connection_lost(exc)

    async def shutdown(self, timeout: float | None = 15.0) -> None:
        """Close it, once what was asked is answered."""
        self._known.clear()
        if self._answering is not None:
            await asyncio.wait([self._answering], timeout=timeout)
        await super().shutdown(timeout)

    # -- parts --------------------------------------------------------------------------------

    def _learn(self, request: web.BaseRequest, head: bytes, size: int) -> None:
        """Keep in mind the head of a request that succeeded."""
        asked = self._port.asked(request)
        if asked is None or size > _LONGEST_BODY or any(each in request.headers for each in _NEVER):
            return
        if len(self._known) >= _HEADS:
            del self._known[next(iter(self._known))]
        self._known[head] = asked, size

    def _give(self, data: bytes) -> None:
        """Give it to aiohttp."""
        if self._is_at_start:
            self._is_at_start, self._came, self._arrived = False, b"", 0
        if len(self._came) < _LONGEST_HEAD:
            self._came = (self._came + data)[:_LONGEST_HEAD]
        self._arrived += len(data)
        super().data_received(data)

    def _wait_for_rest(self, part: bytes) -> None:
        """Keep the part of a request that came; aiohttp knows what to do if the rest does not."""
        self._part = part
        if not self._part_deadline.is_set:
            self._part_deadline.set()

    def _give_part(self) -> None:
        part, self._part = self._part, b""
        self._give(part)

    def _wait_for_answer(self, data: bytes) -> None:
        """Keep what came before the answer to what came before it, and take no more."""
        if not self._ahead and self.transport is not None:
            self.transport.pause_reading()
        self._ahead += data

    async def _answer(self, asked: Asked, body: bytes) -> None:
        try:
            answer = await self._port.answer(asked, body)
        finally:
            self._answering = None
            self.rest()
        if self.transport is None or self.transport.is_closing():
            return
        self.transport.write(answer)
        self._idle_deadline.set()
        if self._ahead:
            ahead, self._ahead = self._ahead, b""
            self.transport.resume_reading()
            self.data_received(ahead)


def _goes_on(request: web.BaseRequest, response: web.StreamResponse) -> bool:
    """Tell whether the next byte after a request's body begins another request."""
    return (
        request.version == HttpVersion11
        and request.keep_alive
        and response.keep_alive is not False
        and hdrs.TRANSFER_ENCODING not in request.headers
        and hdrs.UPGRADE not in request.headers
    )
