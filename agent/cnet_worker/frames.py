"""What a model server and a worker send each other: a head of fixed size, then the body.

A request has a number, which its answer bears. Under the number 0 the worker speaks for itself.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

PREDICT = 1
"""The JSON of a plain prediction: ``{"input_data": …}``."""

INFER = 2
"""The JSON of an inference request of the Open Inference Protocol, V2."""

INFER_BINARY = 3
"""The same with tensors behind it: the length of the JSON (4 bytes), the JSON, the tensors."""

MOST = 256 * 1024 * 1024  # bytes of a body

_REQUEST = struct.Struct("!IQB")
_REPLY = struct.Struct("!IQHIIH")
_MOST_MICROSECONDS = 2**32 - 1
_MOST_ROWS = 2**16 - 1


class BadFrame(Exception):
    """The other side sent what is no frame."""


class Request(NamedTuple):
    """What a worker is asked."""

    id: int
    kind: int
    body: bytes


class Reply(NamedTuple):
    """What it answers.

    Attributes:
        id: of the request.
        status: as of HTTP.
        waited_us: microseconds from being read to being computed.
        computed_us: microseconds of the call of the model that it was a part of.
        rows: that were computed in that call.
        body: JSON; an error is ``{"error": sentence}``.
    """

    id: int
    status: int
    waited_us: int
    computed_us: int
    rows: int
    body: bytes


def pack_request(number: int, kind: int, body: bytes) -> bytes:
    """Return a request as bytes."""
    return _REQUEST.pack(len(body), number, kind) + body


def pack_reply(
    number: int, status: int, waited_us: int, computed_us: int, rows: int, body: bytes
) -> bytes:
    """Return a reply as bytes; figures that are too large are cut."""
    head = _REPLY.pack(
        len(body),
        number,
        status,
        min(waited_us, _MOST_MICROSECONDS),
        min(computed_us, _MOST_MICROSECONDS),
        min(rows, _MOST_ROWS),
    )
    return head + body


class _Splitter:
    """Cuts a stream of bytes into frames."""

    _head: struct.Struct

    def __init__(self) -> None:
        self._parts: list[bytes] = []  # of a frame that is not whole yet
        self._have = 0
        self._need = self._head.size

    def _frames(self, data: bytes) -> list[tuple[tuple[int, ...], bytes]]:
        """Return the head and the body of each frame that is whole.

        Raises:
            BadFrame: one is longer than any may be.
        """
        self._parts.append(data)
        self._have += len(data)
        frames: list[tuple[tuple[int, ...], bytes]] = []
        if self._have < self._need:  # joining a large body again with each piece is quadratic
            return frames
        data = self._parts[0] if len(self._parts) == 1 else b"".join(self._parts)
        size, start, end = self._head.size, 0, len(data)
        self._need = size
        while end - start >= size:
            head = self._head.unpack_from(data, start)
            if head[0] > MOST:
                raise BadFrame(f"a frame of {head[0]} bytes")
            stop = start + size + head[0]
            if stop > end:
                self._need = stop - start
                break
            frames.append((head, data[start + size : stop]))
            start = stop
        self._parts, self._have = [data[start:]], end - start
        return frames


class Requests(_Splitter):
    """Cuts what a worker receives into requests."""

    _head = _REQUEST

    def feed(self, data: bytes) -> list[Request]:
        """Return the requests that are whole now."""
        return [Request(number, kind, body) for (_, number, kind), body in self._frames(data)]


class Replies(_Splitter):
    """Cuts what a server receives into replies."""

    _head = _REPLY

    def feed(self, data: bytes) -> list[Reply]:
        """Return the replies that are whole now."""
        return [
            Reply(number, status, waited, computed, rows, body)
            for (_, number, status, waited, computed, rows), body in self._frames(data)
        ]
