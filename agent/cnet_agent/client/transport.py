"""Requests to one agent: a deadline on each, and errors of the agent's own classes."""

import errno
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import aiohttp
from pydantic import BaseModel, TypeAdapter, ValidationError

from cnet_agent.client.errors import (
    CertificateChanged,
    CertificateNotTrusted,
    HungUp,
    NoAnswerInTime,
    NobodyListens,
    NoSuchHost,
    NotAnAgent,
    NotTls,
)
from cnet_agent.model.errors import AgentError, Internal, Unreachable
from cnet_agent.model.sentence import Sentence
from cnet_agent.wire.problems import Problem
from cnet_agent.wire.sse import Decoder, Frame

CONNECT_DEADLINE = 5.0  # seconds
DEADLINE = 15.0  # seconds for a whole answer
SILENCE = 40.0  # seconds without a heartbeat after which a stream counts as dead
MAX_ANSWER = 256 * 1024 * 1024  # bytes; no agent of ours answers more

T = TypeVar("T")
Query = Mapping[str, str | int | float | bool | list[str] | None]


class Transport:
    """One agent's address and how to prove to each other who one is.

    Args:
        url: such as ``http://127.0.0.1:8080`` or ``https://node-7:8080``.
        token: sent with every request, if given.
        fingerprint: SHA-256 of the agent's certificate (64 hexadecimal digits). With it no other
            certificate is accepted, whoever signed it.
    """

    def __init__(self, url: str, token: str | None = None, fingerprint: str | None = None) -> None:
        self.url = url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._ssl: aiohttp.Fingerprint | bool = (
            aiohttp.Fingerprint(bytes.fromhex(fingerprint.replace(":", "")))
            if fingerprint
            else True
        )
        self._session: aiohttp.ClientSession | None = None
        self._is_closed = False

    async def close(self) -> None:
        """Close all connections, for good: whoever asks afterwards is told that nobody answers."""
        self._is_closed = True
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def ask(
        self,
        kind: type[T] | Any,
        method: str,
        path: str,
        *,
        query: Query | None = None,
        body: BaseModel | dict[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        deadline: float = DEADLINE,
    ) -> T:
        """Return an answer as ``kind``, which pydantic can build; see ``answer`` for errors."""
        value, _ = await self.answer(
            kind, method, path, query=query, body=body, headers=headers, deadline=deadline
        )
        return value  # type: ignore[no-any-return]

    async def answer(
        self,
        kind: type[T] | Any,
        method: str,
        path: str,
        *,
        query: Query | None = None,
        body: BaseModel | dict[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        deadline: float = DEADLINE,
    ) -> tuple[Any, Mapping[str, str]]:
        """Return an answer and its headers.

        Raises:
            AgentError: what the agent answered, as the class it raised.
            Unreachable: nobody answered in ``deadline`` seconds, or not in the contract's words.
        """
        timeout = aiohttp.ClientTimeout(total=deadline, sock_connect=CONNECT_DEADLINE)
        async with self._request(
            method, path, timeout, query=query, body=body, headers=headers
        ) as response:
            raw = await response.read()
            try:
                value = _adapter(kind).validate_json(raw) if raw else None
            except ValidationError as error:
                raise NotAnAgent(
                    f"{self.url} answers {path} in words this client does not know:"
                    f" {error.errors()[0]['msg']}"
                ) from None
            return value, response.headers

    async def read(
        self, path: str, *, query: Query | None = None, deadline: float = DEADLINE
    ) -> tuple[bytes, Mapping[str, str]]:
        """Return an answer that is no JSON as it came, and its headers; errors as in ``answer``."""
        timeout = aiohttp.ClientTimeout(total=deadline, sock_connect=CONNECT_DEADLINE)
        async with self._request("GET", path, timeout, query=query) as response:
            return await response.read(), response.headers

    @asynccontextmanager
    async def frames(self, path: str, query: Query) -> AsyncIterator[AsyncIterator[Frame]]:
        """Open a stream of events and give an iterator over them; errors as in ``answer``."""
        async with self.open(path, query=query, headers={"Accept": "text/event-stream"}) as body:
            yield _decode(body)

    @asynccontextmanager
    async def open(
        self, path: str, *, query: Query | None = None, headers: Mapping[str, str] | None = None
    ) -> AsyncIterator[AsyncIterator[bytes]]:
        """Open an answer of any length and give an iterator over its bytes."""
        timeout = aiohttp.ClientTimeout(sock_connect=CONNECT_DEADLINE, sock_read=SILENCE)
        async with self._request("GET", path, timeout, query=query, headers=headers) as response:
            yield response.content.iter_any()

    @asynccontextmanager
    async def _request(
        self,
        method: str,
        path: str,
        timeout: aiohttp.ClientTimeout,
        *,
        query: Query | None = None,
        body: BaseModel | dict[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        sent = {**self._headers, **(headers or {})}
        if body is not None:
            sent["Content-Type"] = "application/json"
        try:
            async with self._open_session().request(
                method,
                self.url + path,
                params=_parameters(query),
                data=_json(body),
                headers=sent,
                timeout=timeout,
                ssl=self._ssl,
                allow_redirects=False,
            ) as response:
                if response.status >= 300:
                    raise await _error(response)
                yield response
        except aiohttp.ServerFingerprintMismatch as error:
            raise CertificateChanged(
                Sentence(
                    "{url} shows the certificate {shown}, not the one that was pinned ({pinned}). "
                    "Somebody may be in between; or the agent was set up anew, then remove it here "
                    "and add it again.",
                    url=self.url,
                    shown=error.got.hex(),
                    pinned=error.expected.hex(),
                )
            ) from None
        except TimeoutError:
            raise NoAnswerInTime(Sentence("{url} does not answer in time.", url=self.url)) from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise _trouble(error)(
                Sentence("{url} does not answer: {why}", url=self.url, why=error)
            ) from None

    def _open_session(self) -> aiohttp.ClientSession:
        if self._is_closed:
            raise Unreachable(Sentence("{url} is not asked any more.", url=self.url))
        if self._session is None:
            self._session = aiohttp.ClientSession(
                cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False
            )
        return self._session


async def _decode(chunks: AsyncIterator[bytes]) -> AsyncIterator[Frame]:
    decoder = Decoder()
    async for chunk in chunks:
        for frame in decoder.feed(chunk):
            yield frame


def _trouble(error: Exception) -> type[Unreachable]:
    """Return what keeps a request from its answer, as precisely as it is known."""
    match error:
        case aiohttp.ClientConnectorCertificateError():
            return CertificateNotTrusted
        case aiohttp.ClientConnectorSSLError():
            return NotTls
        case aiohttp.ClientConnectorDNSError():
            return NoSuchHost
        case OSError(errno=errno.ECONNREFUSED):
            return NobodyListens
        case aiohttp.ServerDisconnectedError():
            return HungUp
        case _:
            return Unreachable


async def _error(response: aiohttp.ClientResponse) -> AgentError:
    try:
        problem = Problem.model_validate_json(await response.content.read(MAX_ANSWER))
    except ValidationError:
        return Internal(
            Sentence("The agent answered {status}.", status=response.status), status=response.status
        )
    after = response.headers.get("Retry-After", "")
    return problem.error(float(after) if after.isdecimal() else None)


def _adapter(kind: Any) -> TypeAdapter[Any]:
    adapter = _ADAPTERS.get(kind)
    if adapter is None:
        adapter = _ADAPTERS[kind] = TypeAdapter(kind)
    return adapter


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def _parameters(query: Query | None) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for name, value in (query or {}).items():
        if isinstance(value, list):
            pairs += [(name, each) for each in value]
        elif isinstance(value, bool):
            pairs.append((name, "true" if value else "false"))
        elif value is not None and value != "":
            pairs.append((name, str(value)))
    return pairs


def _json(body: BaseModel | dict[str, Any] | None) -> bytes | None:
    if body is None:
        return None
    if isinstance(body, BaseModel):
        return body.model_dump_json(exclude_unset=True).encode()
    return json.dumps(body, allow_nan=False).encode()
