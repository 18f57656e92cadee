"""Requests over a socket: sent together, answered by their number, given up when they are late."""

import asyncio
import itertools
import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

from cnet_worker.frames import BadFrame, Replies, Reply, pack_request

logger = logging.getLogger(__name__)

TOGETHER = 8  # requests that leave together, so that the other end begins while more are read
WORD = 0  # the number under which the other end speaks for itself


class WorkerGone(Exception):
    """The other end was closed before it answered."""


class TooLate(Exception):
    """There was no answer in time."""


@dataclass(slots=True)
class _Call:
    future: "asyncio.Future[Reply]"
    since: float  # of the monotonic clock


class Calls(asyncio.Protocol):
    """The asking end of a socket: a server's to its worker, the agent's to a server.

    A request to who has nothing to do leaves at once; those that come while others wait leave
    together with the turn of the event loop, a few at a time where there are many. An answer that
    comes after its request was given up is dropped.

    Args:
        on_word: called with what the other end says for itself.
        on_lost: called once when the socket has ended.
    """

    def __init__(self, on_word: Callable[[Reply], None], on_lost: Callable[[], None]) -> None:
        self.heard_at = time.monotonic()  # when anything was heard last
        self._on_word = on_word
        self._on_lost = on_lost
        self._numbers = itertools.count(1)
        self._pending: dict[int, _Call] = {}
        self._late: set[int] = set()  # given up, and not answered yet
        self._replies = Replies()
        self._out: list[bytes] = []
        self._transport: asyncio.Transport | None = None
        self._lost = False

    def __len__(self) -> int:
        """Return how many requests the other end has, also of those that were given up."""
        return len(self._pending) + len(self._late)

    def ask(self, kind: int, body: bytes) -> "asyncio.Future[Reply]":
        """Send a request and return its answer to come; ``WorkerGone`` or ``TooLate`` is raised."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Reply] = loop.create_future()
        if self._lost:
            future.set_exception(WorkerGone())
            return future
        number = next(self._numbers)
        self._out.append(pack_request(number, kind, body))
        if not self._pending or len(self._out) >= TOGETHER:
            self._flush()
        elif len(self._out) == 1:
            loop.call_soon(self._flush)
        self._pending[number] = _Call(future, time.monotonic())
        return future

    def give_up(self, before: float) -> int:
        """Give up the requests sent before a moment of the monotonic clock.

        Returns:
            How many that were given up, now or earlier, are still not answered.
        """
        late = list(itertools.takewhile(lambda each: each[1].since < before, self._calls()))
        for number, call in late:
            del self._pending[number]
            self._late.add(number)
            if not call.future.done():
                call.future.set_exception(TooLate())
        return len(self._late)

    async def settle(self, seconds: float) -> None:
        """Wait for the answers to what was asked, but not for longer than some seconds."""
        waiting = [call.future for call in self._pending.values()]
        if waiting:
            await asyncio.wait(waiting, timeout=seconds)

    def close(self) -> None:
        """Close the socket."""
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the socket."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Hand out answers; who sends what is none is heard no more."""
        self.heard_at = time.monotonic()
        try:
            replies = self._replies.feed(data)
        except BadFrame as error:
            logger.error("The other end sent %s", error)  # noqa: TRY400 - no defect of ours
            self.close()
            return
        for reply in replies:
            if reply.id == WORD:
                self._on_word(reply)
                continue
            self._late.discard(reply.id)
            call = self._pending.pop(reply.id, None)
            if call is not None and not call.future.done():
                call.future.set_result(reply)

    def connection_lost(self, _exc: Exception | None) -> None:
        """Tell everybody who waits that there will be no answer."""
        self._lost = True
        for call in self._pending.values():
            if not call.future.done():
                call.future.set_exception(WorkerGone())
        self._pending.clear()
        self._late.clear()
        self._on_lost()

    def _calls(self) -> Iterator[tuple[int, _Call]]:
        return iter(self._pending.items())

    def _flush(self) -> None:
        out, self._out = self._out, []
        if out and self._transport is not None and not self._lost:
            self._transport.write(b"".join(out))
