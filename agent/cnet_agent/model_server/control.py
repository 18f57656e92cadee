"""The socket on which the agent hears how a model is, and passes predictions on."""

import asyncio
import json
import logging
from http import HTTPStatus
from pathlib import Path
from typing import cast

from cnet_agent.model_server.condition import Refusal
from cnet_agent.model_server.served import Served
from cnet_agent.serving import socket_path
from cnet_agent.serving.asking import OF_VERSION, ORDER, unpack_versioned
from cnet_agent.serving.calls import WORD
from cnet_agent.serving.order import ServingOrder
from cnet_worker.frames import BadFrame, Request, Requests, pack_reply

logger = logging.getLogger(__name__)

_TELL_EVERY = 1.0  # seconds between figures


class Control:
    """Talks to whoever connects as a worker talks to its server: see ``Calls``.

    What it says for itself is how the model is, on every change and once a second.

    Args:
        served: what it talks of.
        port: where that is served.
        order: path of its order, which is read again when it is asked to.
    """

    def __init__(self, served: Served, port: int, order: Path) -> None:
        self._served = served
        self._port = port
        self._order = order
        self._server: asyncio.Server | None = None
        self.connections: set[_Connection] = set()

    async def open(self, path: Path) -> None:
        """Listen at a path; what was left there is removed.

        Raises:
            OSError: it cannot be listened at.
        """
        listening = socket_path.listen(path)
        loop = asyncio.get_running_loop()
        self._server = await loop.create_unix_server(lambda: _Connection(self), sock=listening)
        self._served.on_change = self.tell

    def close(self) -> None:
        """Listen no more, and close what is open."""
        if self._server is not None:
            self._server.close()
        for connection in tuple(self.connections):
            connection.close()

    async def run(self) -> None:
        """Tell the figures from time to time."""
        while True:
            await asyncio.sleep(_TELL_EVERY)
            self.tell()

    def tell(self) -> None:
        """Tell everybody who listens how the model is."""
        if self.connections:
            word = self.word()
            for connection in self.connections:
                connection.tell(word)

    def word(self) -> bytes:
        """Return how the model is, as a frame."""
        told = {**self._served.view(), "port": self._port}
        return pack_reply(WORD, HTTPStatus.OK, 0, 0, 0, json.dumps(told).encode())

    async def answer(self, request: Request) -> bytes:
        """Return the answer to a request, as a frame."""
        kind, body, version = request.kind, request.body, ""
        if kind == ORDER:
            try:
                order = await asyncio.to_thread(ServingOrder.read, self._order)
            except (OSError, ValueError, KeyError, TypeError) as error:
                logger.exception("The order cannot be read")
                refusal = Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, f"No order: {error}")
                return pack_reply(request.id, refusal.status, 0, 0, 0, refusal.body())
            self._served.take(order)
            return pack_reply(request.id, HTTPStatus.OK, 0, 0, 0, b"{}")
        if kind & OF_VERSION:
            kind, body, version = unpack_versioned(kind, body)
        reply = await self._served.ask(kind, body, version)
        if isinstance(reply, Refusal):
            return pack_reply(request.id, reply.status, 0, 0, 0, reply.body())
        return pack_reply(
            request.id, reply.status, reply.waited_us, reply.computed_us, reply.rows, reply.body
        )


class _Connection(asyncio.Protocol):
    """One agent that listens; while it takes no answers, it is asked for no more requests."""

    def __init__(self, control: Control) -> None:
        self._control = control
        self._requests = Requests()
        self._reads = True
        self._transport: asyncio.Transport | None = None
        self._answers: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._control.connections.add(self)
        self.tell(self._control.word())

    def pause_writing(self) -> None:
        self._reads = False
        if self._transport is not None:
            self._transport.pause_reading()

    def resume_writing(self) -> None:
        self._reads = True
        if self._transport is not None and not self._transport.is_closing():
            self._transport.resume_reading()
        self.tell(self._control.word())

    def connection_lost(self, _exc: Exception | None) -> None:
        self._control.connections.discard(self)
        for answer in self._answers:
            answer.cancel()

    def data_received(self, data: bytes) -> None:
        try:
            requests = self._requests.feed(data)
        except BadFrame as error:
            logger.error("An agent sent %s", error)  # noqa: TRY400 - no defect of ours
            self.close()
            return
        for request in requests:
            answer = asyncio.ensure_future(self._answer(request))
            self._answers.add(answer)
            answer.add_done_callback(self._answers.discard)

    def tell(self, word: bytes) -> None:
        """Send how the model is, but not to an agent that does not read: it gets the next word."""
        if self._reads:
            self.send(word)

    def send(self, frame: bytes) -> None:
        """Send a frame."""
        if self._transport is not None:
            self._transport.write(frame)

    def close(self) -> None:
        """Close it."""
        if self._transport is not None:
            self._transport.close()

    async def _answer(self, request: Request) -> None:
        self.send(await self._control.answer(request))
