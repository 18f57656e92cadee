"""What a model answers on its own port: the Open Inference Protocol V2, and plain predictions."""

import json
import re
import struct
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus
from typing import Any

from aiohttp import web

from cnet_agent import __version__
from cnet_agent.model.errors import AgentError
from cnet_agent.model_server.condition import Condition, Refusal
from cnet_agent.model_server.gate import Gate, Right
from cnet_agent.model_server.served import Served
from cnet_agent.server import guard
from cnet_agent.server.body import read_body
from cnet_agent.server.protocol import Connection
from cnet_worker.frames import INFER, INFER_BINARY, PREDICT

MAX_BODY = 64 * 1024 * 1024  # bytes
TYPES = ("application/json", "application/octet-stream", "")  # Triton's client tells none
JSON_SIZE = "Inference-Header-Content-Length"  # of the binary tensor extension

_LENGTH = struct.Struct("!I")
_DIGITS = re.compile("[0-9]{1,10}")  # Python refuses to read a number of thousands

Answer = Callable[[web.BaseRequest, str], Awaitable[web.Response]]
"""Answers a request to a version; to the one whose turn it is if its name is empty."""


class HttpPort:
    """Answers requests for one model."""

    def __init__(self, served: Served, gate: Gate) -> None:
        self._served = served
        self._gate = gate
        self._root = f"/v2/models/{served.order.name}"
        self._routes: dict[tuple[str, str], tuple[Right, Answer]] = {
            ("GET", "/health"): ("read", self._health),
            ("GET", "/v2"): ("read", self._server),
            ("GET", "/v2/health/live"): ("read", self._live),
            ("GET", "/v2/health/ready"): ("read", self._ready),
            ("POST", "/predict"): ("operate", self._predict),
            ("GET", self._root): ("read", self._metadata),
            ("GET", f"{self._root}/ready"): ("read", self._ready),
            ("POST", f"{self._root}/infer"): ("operate", self._infer),
        }

    async def __call__(
        self, request: web.BaseRequest, connection: Connection
    ) -> web.StreamResponse:
        """Answer one request; an error as the protocol has it."""
        try:
            guard.check(request, guard.LOOPBACK_NAMES, TYPES)
            path, version = self._split(request.path)
            found = self._routes.get((request.method, path))
            if found is None:
                return self._nothing(request, path)
            right, answer = found
            refusal = await self._gate.refusal(request, connection, right)
            return refused(refusal) if refusal is not None else await answer(request, version)
        except AgentError as error:
            return refused(Refusal(error.status, str(error)))
        except OSError:  # the client has gone
            raise
        except Exception as error:  # a defect of ours, which one client is to see and no other
            refusal = Refusal(
                HTTPStatus.INTERNAL_SERVER_ERROR, "The model's server failed; its log says why."
            )
            self._served.count(refusal, error)
            return refused(refusal)

    def _split(self, path: str) -> tuple[str, str]:
        """Return a path without a version, and the version that is in it, or nothing."""
        beginning = f"{self._root}/versions/"
        if not path.startswith(beginning):
            return path, ""
        version, slash, rest = path[len(beginning) :].partition("/")
        if version not in self._served.versions:
            return path, ""
        return f"{self._root}{slash}{rest}", version

    def _nothing(self, request: web.BaseRequest, path: str) -> web.Response:
        allowed = [method for method, known in self._routes if known == path]
        if allowed:
            refusal = Refusal(
                HTTPStatus.METHOD_NOT_ALLOWED, f"{request.method} is not possible here."
            )
            response = refused(refusal)
            response.headers["Allow"] = ", ".join(allowed)
            return response
        served = self._served
        versions = ", ".join(served.versions)
        return refused(
            Refusal(
                HTTPStatus.NOT_FOUND,
                f"There is nothing at {request.path[:200]!r}; this port serves the model "
                f"{served.order.name!r}, version {versions}.",
            )
        )

    def _condition(self, version: str) -> Condition:
        return self._served.condition_of(version) or self._served.condition

    async def _health(self, _request: web.BaseRequest, _version: str) -> web.Response:
        condition = self._served.condition
        ready = condition.state == "running"
        status = HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE
        told = {"status": condition.state, "reason": condition.reason}
        return answered(json.dumps(told).encode(), status)

    async def _live(self, _request: web.BaseRequest, _version: str) -> web.Response:
        return answered(b'{"live":true}')

    async def _ready(self, _request: web.BaseRequest, version: str) -> web.Response:
        condition = self._condition(version)
        if condition.state in ("running", "pending"):  # the next request loads it
            return answered(b'{"ready":true}')
        return refused(Refusal(HTTPStatus.SERVICE_UNAVAILABLE, condition.reason, 1))

    async def _server(self, _request: web.BaseRequest, _version: str) -> web.Response:
        told = {"name": "cnet", "version": __version__, "extensions": ["binary_tensor_data"]}
        return answered(json.dumps(told).encode())

    async def _metadata(self, _request: web.BaseRequest, version: str) -> web.Response:
        condition = self._condition(version)
        signature = condition.facts.get("signature")
        if signature is None:
            return refused(Refusal(HTTPStatus.SERVICE_UNAVAILABLE, condition.reason, 1))
        return answered(
            json.dumps(metadata(self._served.order.name, self._served.versions, signature)).encode()
        )

    async def _predict(self, request: web.BaseRequest, version: str) -> web.Response:
        reply = await self._served.ask(PREDICT, await read_body(request, MAX_BODY), version)
        if isinstance(reply, Refusal):
            return refused(reply)
        return answered(reply.body, reply.status)

    async def _infer(self, request: web.BaseRequest, version: str) -> web.Response:
        body = await read_body(request, MAX_BODY)
        size = request.headers.get(JSON_SIZE)
        if size is None:
            kind = INFER
        elif not _DIGITS.fullmatch(size) or int(size) > len(body):
            return refused(
                Refusal(HTTPStatus.BAD_REQUEST, f"{JSON_SIZE} must be a number of bytes.")
            )
        else:
            kind, body = INFER_BINARY, _LENGTH.pack(int(size)) + body
        reply = await self._served.ask(kind, body, version)
        if isinstance(reply, Refusal):
            return refused(reply)
        if kind == INFER or reply.status != HTTPStatus.OK:
            return answered(reply.body, reply.status)
        return _with_tensors(reply.body)


def metadata(name: str, versions: Sequence[str], signature: dict[str, Any]) -> dict[str, Any]:
    """Return what the protocol calls a model's metadata."""
    tensors = ("name", "datatype", "shape")
    return {
        "name": name,
        "versions": list(versions),
        "platform": signature["platform"],
        **{
            side: [{key: each[key] for key in tensors} for each in signature[side]]
            for side in ("inputs", "outputs")
        },
    }


def answered(body: bytes, status: int = HTTPStatus.OK) -> web.Response:
    """Return an answer of JSON."""
    return web.Response(
        body=body,
        status=status,
        headers=guard.SECURITY_HEADERS,
        content_type="application/json",
    )


def refused(refusal: Refusal) -> web.Response:
    """Return an error as the protocol has it."""
    response = answered(refusal.body(), refusal.status)
    if refusal.retry_after is not None:
        response.headers["Retry-After"] = str(refusal.retry_after)
    if refusal.status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = 'Bearer realm="cnet"'
    return response


def malformed(status: int) -> web.Response:
    """Return the answer to what cannot be read as HTTP."""
    return refused(Refusal(status, "This is not a well-formed HTTP request."))


def _with_tensors(body: bytes) -> web.Response:
    (size,) = _LENGTH.unpack_from(body)
    response = web.Response(
        body=body[_LENGTH.size :],
        headers=guard.SECURITY_HEADERS,
        content_type="application/octet-stream",
    )
    response.headers[JSON_SIZE] = str(size)
    return response
