"""Connections with deadlines: aiohttp itself waits for ever for a header or a slow reader."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any, cast

from aiohttp import web

from cnet_agent.runtime.descriptors import MOST_CONNECTIONS
from cnet_agent.server.guard import SECURITY_HEADERS
from cnet_agent.server.trust import HeldBy, LocalTrust, Verdict

logger = logging.getLogger(__name__)

BACKLOG = 1024  # connections that the system holds until they are taken
HEAD_DEADLINE = 7.0  # seconds from accept, or from a further request's first byte
IDLE_DEADLINE = 75.0  # seconds between requests
WRITE_DEADLINE = 30.0  # seconds in which a client takes nothing

Handler = Callable[[web.BaseRequest, "Connection"], Awaitable[web.StreamResponse]]


class Deadline:
    """A moment that is set and cleared with every request.

    The timer behind it stays, and looks what is set when it rings: of the loop's timers there is
    one for many requests, and not one for each.

    Args:
        seconds: from its being set until it passes.
        on_passed: called when it does.
    """

    def __init__(self, seconds: float, on_passed: Callable[[], None]) -> None:
        self._seconds = seconds
        self._on_passed = on_passed
        self._loop = asyncio.get_running_loop()
        self._due: float | None = None  # of the loop's clock
        self._timer: asyncio.TimerHandle | None = None

    @property
    def is_set(self) -> bool:
        """Whether it is still to come."""
        return self._due is not None

    def set(self) -> None:
        """Set it anew, from now."""
        self._due = self._loop.time() + self._seconds
        if self._timer is None:
            self._timer = self._loop.call_at(self._due, self._ring)

    def clear(self) -> None:
        """Let it never come."""
        self._due = None

    def close(self) -> None:
        """Clear it for good."""
        self._due = None
        if self._timer is not None:
            self._timer.cancel()

    def _ring(self) -> None:
        self._timer = None
        if self._due is None:
            return
        if self._due > self._loop.time():
            self._timer = self._loop.call_at(self._due, self._ring)
        else:
            self._due = None
            self._on_passed()


class Connection(web.RequestHandler):
    """One client's connection, with its verdict of trust and its deadlines."""

    def __init__(self, listener: "Listener", **options: Any) -> None:
        super().__init__(listener, **options)
        self._listener = listener
        self._verdict: Verdict | HeldBy = Verdict.STRANGER
        self._busy = False
        self._head_deadline = Deadline(listener.head_deadline, self._abort)
        self._write_deadline = Deadline(listener.write_deadline, self._abort)
        self._stream: asyncio.Task[Any] | None = None
        self._stream_token: str | None = None
        self._stream_ended = False

    @property
    def trusts_locally(self) -> bool:
        """Whether the agent lets its own user's programs in without a token."""
        return self._listener.trust.enabled

    @property
    def is_clogged(self) -> bool:
        """Whether the client does not take what it is sent."""
        return self._write_deadline.is_set

    async def verdict(self) -> Verdict:
        """Return whether the client is a program of the agent's own user."""
        if isinstance(self._verdict, HeldBy):
            self._verdict = await self._listener.trust.confirm(self._verdict)
        return self._verdict

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Decide on trust before anything is read, and start the clock."""
        if not self._listener.admit(self):
            cast("asyncio.Transport", transport).abort()
            return
        self._verdict = self._listener.trust.at_accept(transport)
        super().connection_made(transport)
        self._head_deadline.set()

    def connection_lost(self, exc: BaseException | None) -> None:
        """Stop the clocks and whatever streams to this client."""
        self._listener.forget(self)
        self._head_deadline.close()
        self._write_deadline.close()
        if self._stream is not None:
            self._stream.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Note the first byte of a further request."""
        if not self._busy and not self._head_deadline.is_set:
            self._head_deadline.set()
        super().data_received(data)

    def pause_writing(self) -> None:
        """Note that the client does not take what it is sent."""
        super().pause_writing()
        self._write_deadline.set()

    def resume_writing(self) -> None:
        """Note that it does again."""
        self._write_deadline.clear()
        super().resume_writing()

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Answer what cannot be read as HTTP, without a traceback for each."""
        logger.debug("malformed request from %s: %s", request.remote, message or exc)
        if request.writer.output_size > 0:
            raise ConnectionResetError("an answer has been begun")
        response = self._listener.malformed(status)
        response.headers.update(SECURITY_HEADERS)
        response.force_close()
        return response

    async def handle(self, request: web.BaseRequest, answer: "Handler") -> web.StreamResponse:
        """Answer a request, whose header has arrived."""
        self.begin()
        try:
            return await answer(request, self)
        finally:
            self.rest()

    def begin(self) -> None:
        """Note that a request is being answered."""
        self._busy = True
        self._listener.idle.pop(self, None)
        self._head_deadline.clear()

    def rest(self) -> None:
        """Note that it was."""
        self._busy = False
        self._listener.rests(self)

    @contextmanager
    def streaming(self, token_id: str | None) -> Iterator[None]:
        """Let the present task be ended when its client leaves, or by ``end_stream``."""
        self._stream = asyncio.current_task()
        self._stream_token = token_id
        self._listener.streams.add(self)
        try:
            yield
        except asyncio.CancelledError:
            if not self._stream_ended or self._stream is None:
                raise
            self._stream.uncancel()
        finally:
            self._listener.streams.discard(self)
            self._stream = None

    def end_stream(self, token_id: str | None = None) -> None:
        """End what streams to this client; with a token's id, only if it was opened with it."""
        if self._stream is not None and token_id in (None, self._stream_token):
            self._stream_ended = True
            self._stream.cancel()

    def give_way(self) -> None:
        """Make room for another client: this one asks for nothing."""
        self._abort()

    def _abort(self) -> None:
        if self.transport is not None:
            self.transport.abort()


class Listener(web.Server):
    """Makes a ``Connection`` for each client, and knows which of them stream.

    ``malformed`` returns the answer, with a status, to what cannot be read as HTTP; ``connection``
    makes a connection as ``Connection`` does.

    Where there are as many as may be, the one that has been idle for longest gives way, so that
    clients who only hold connections open keep nobody out.
    """

    def __init__(
        self,
        handler: Handler,
        trust: LocalTrust,
        *,
        malformed: Callable[[int], web.Response],
        head_deadline: float = HEAD_DEADLINE,
        write_deadline: float = WRITE_DEADLINE,
        max_connections: int = MOST_CONNECTIONS,
        connection: Callable[..., Connection] = Connection,
    ) -> None:
        super().__init__(self._handle)
        self._answer = handler
        self._connection = connection
        self.trust = trust
        self.malformed = malformed
        self.head_deadline = head_deadline
        self.write_deadline = write_deadline
        self.max_connections = max_connections
        self.streams: set[Connection] = set()
        self.idle: dict[Connection, None] = {}  # ask for nothing now, longest first
        self._open: set[Connection] = set()

    def admit(self, connection: Connection) -> bool:
        """Take a connection in, if need be in place of an idle one; tell whether there is room."""
        if len(self._open) >= self.max_connections:
            oldest = next(iter(self.idle), None)
            if oldest is None:
                return False
            self.forget(oldest)
            oldest.give_way()
        self._open.add(connection)
        self.idle[connection] = None
        return True

    def rests(self, connection: Connection) -> None:
        """Note that a connection was answered and asks for nothing now."""
        if connection in self._open:
            self.idle[connection] = None

    def forget(self, connection: Connection) -> None:
        """Note that a connection is closed, or about to be."""
        self._open.discard(connection)
        self.idle.pop(connection, None)

    def __call__(self) -> Connection:
        """Return the protocol of a new connection."""
        return self._connection(
            self,
            loop=asyncio.get_running_loop(),
            access_log=None,
            auto_decompress=False,
            keepalive_timeout=IDLE_DEADLINE,
            lingering_time=2.0,
        )

    def end_streams(self, token_id: str | None = None) -> None:
        """End all streams, or those opened with one token."""
        for connection in tuple(self.streams):
            connection.end_stream(token_id)

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        connection = request.protocol
        assert isinstance(connection, Connection)
        return await connection.handle(request, self._answer)
