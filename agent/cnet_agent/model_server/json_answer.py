"""Answers as the bytes that are sent: for a small one, aiohttp takes longer than the model."""

import time
from email.utils import formatdate
from functools import lru_cache
from http.client import responses

from cnet_agent.server.guard import SECURITY_HEADERS

_LINES = {**SECURITY_HEADERS, "Content-Type": "application/json"}


def json_answer(status: int, body: bytes, retry_after: float | None = None) -> bytes:
    """Return an answer to a client of HTTP 1.1 whose connection stays open.

    Args:
        status: of HTTP.
        body: JSON.
        retry_after: seconds.
    """
    more = b"" if retry_after is None else b"Retry-After: %.0f\r\n" % retry_after
    head = _head(status, int(time.time()))
    return b"%b%bContent-Length: %d\r\n\r\n%b" % (head, more, len(body), body)


@lru_cache(8)
def _head(status: int, second: int) -> bytes:
    """Return the head of the answers in a second of the epoch, as far as they are the same."""
    lines = {**_LINES, "Date": formatdate(second, usegmt=True)}
    told = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status} {responses.get(status, '')}\r\n{told}".encode()
