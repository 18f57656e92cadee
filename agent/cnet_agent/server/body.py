"""Reading a request's body: JSON, of bounded size, in bounded time, and unambiguous."""

import asyncio
import json
import math
from collections import Counter
from typing import Any

from aiohttp import web

from cnet_agent.model.errors import BadRequest
from cnet_agent.model.sentence import Sentence, told

MAX_BODY = 1024 * 1024  # bytes
DEADLINE = 7.0  # seconds for the whole body


async def read_json(request: web.BaseRequest) -> tuple[Any, bytes] | None:
    """Return a body's value and its bytes, None if there is no body.

    Raises:
        BadRequest: 400 if it is not JSON or means two things at once, 408 if it takes too long,
            413 if it is too large.
    """
    if not request.body_exists:
        return None
    raw = await read_body(request, MAX_BODY)
    return (parse(raw), raw) if raw else None


def parse(raw: bytes) -> Any:
    """Return the value of JSON text.

    Raises:
        BadRequest: it is malformed, too deep, has a key twice or a number JSON does not have.
    """
    try:
        return json.loads(
            raw.decode("utf-8-sig"),
            object_pairs_hook=_unique,
            parse_constant=_no_constant,
            parse_float=_finite,
        )
    except RecursionError:
        raise BadRequest(Sentence("The body is nested too deeply.")) from None
    except json.JSONDecodeError as error:
        raise BadRequest(
            Sentence(
                "The body is not JSON: {why} at line {line}, column {column}.",
                why=error.msg,
                line=error.lineno,
                column=error.colno,
            )
        ) from None
    except UnicodeDecodeError:
        raise BadRequest(Sentence("The body is not UTF-8.")) from None
    except ValueError as error:  # also an integer of thousands of digits
        raise BadRequest(Sentence("The body is not JSON: {why}.", why=told(error))) from None


async def read_body(request: web.BaseRequest, most: int) -> bytes:
    """Return a body of at most so many bytes.

    Raises:
        BadRequest: 400 if it is malformed, 408 if it takes too long, 413 if it is too large.
    """
    length = request.content_length
    if length is not None and length > most:
        raise _too_large(most)
    if request.content.is_eof():  # it came with its header
        raw = request.content.read_nowait()
        if len(raw) > most:
            raise _too_large(most)
        return raw
    if request.headers.get("Expect", "").lower() == "100-continue":
        await request.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        request.writer.output_size = 0
    parts, size = [], 0
    try:
        async with asyncio.timeout(DEADLINE):
            while part := await request.content.readany():
                size += len(part)
                if size > most:
                    raise _too_large(most)
                parts.append(part)
    except TimeoutError:
        raise BadRequest(Sentence("The body took too long to arrive."), status=408) from None
    except web.RequestPayloadError as error:
        raise BadRequest(Sentence("The body is malformed: {why}", why=error)) from None
    return b"".join(parts)


def _too_large(most: int) -> BadRequest:
    return BadRequest(
        Sentence("The body is larger than {size} KiB.", size=most // 1024), status=413
    )


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise ValueError(Sentence("the key {key} is given twice", key=ascii(twice[:100])))
    return value


def _no_constant(name: str) -> Any:
    raise ValueError(Sentence("{text} is not a JSON number", text=name))


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(Sentence("the number {number} is too large", number=text[:40]))
    return value
