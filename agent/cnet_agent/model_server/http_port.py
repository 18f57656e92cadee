"""What a model answers on its own port: the Open Inference Protocol V2, and plain predictions."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus

from aiohttp import web

from cnet_agent.model.errors import AgentError
from cnet_agent.model_server.condition import Condition, Refusal
from cnet_agent.model_server.gate import Gate, Right
from cnet_agent.model_server.json_answer import json_answer
from cnet_agent.model_server.served import Served
from cnet_agent.server import guard
from cnet_agent.server.body import read_body
from cnet_agent.server.inference import (
    JSON_SIZE,
    MAX_BODY,
    SERVER,
    TYPES,
    answered,
    inferred,
    metadata,
    read_inference,
    refusal_of,
    refused,
)
from cnet_agent.server.protocol import Connection
from cnet_worker.frames import INFER, PREDICT

Answer = Callable[[web.BaseRequest, str], Awaitable[web.StreamResponse]]
"""Answers a request to a version; to the one whose turn it is if its name is empty."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the model.

    Attributes:
        kind: of ``cnet_worker.frames``.
        version: that is to answer; the one whose turn it is if empty.
    """

    kind: int
    version: str


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
        self._kinds = {"/predict": PREDICT, f"{self._root}/infer": INFER}

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
            if refusal is not None:
                return _refused(refusal)
            return await answer(request, version)
        except AgentError as error:
            return refusal_of(error)
        except OSError:  # the client has gone
            raise
        except Exception as error:  # a defect of ours, which one client is to see and no other
            return _refused(self._failed(error))

    # -- what was answered before -------------------------------------------------------------

    def asked(self, request: web.BaseRequest) -> Asked | None:
        """Return what a request asks the model, None if it asks for something else."""
        path, version = self._split(request.path)
        if request.method != "POST" or JSON_SIZE in request.headers:
            return None
        kind = self._kinds.get(path)
        return None if kind is None else Asked(kind, version)

    async def answer(self, asked: Asked, body: bytes) -> bytes:
        """Return the whole answer to a request whose head was answered before."""
        try:
            reply = await self._served.ask(asked.kind, body, asked.version)
        except Exception as error:  # as above
            reply = self._failed(error)
        if isinstance(reply, Refusal):
            told = json.dumps({"error": reply.error}).encode()
            return json_answer(reply.status, told, reply.retry_after)
        return json_answer(reply.status, reply.body)

    # -- parts --------------------------------------------------------------------------------

    def _failed(self, error: Exception) -> Refusal:
        refusal = Refusal(
            HTTPStatus.INTERNAL_SERVER_ERROR, "The model's server failed; its log says why."
        )
        self._served.count(refusal, error)
        return refusal

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
            response = _refused(refusal)
            response.headers["Allow"] = ", ".join(allowed)
            return response
        served = self._served
        versions = ", ".join(served.versions)
        return refused(
            HTTPStatus.NOT_FOUND,
            f"There is nothing at {request.path[:200]!r}; this port serves the model "
            f"{served.order.name!r}, version {versions}.",
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
        return refused(HTTPStatus.SERVICE_UNAVAILABLE, condition.reason, 1)

    async def _server(self, _request: web.BaseRequest, _version: str) -> web.Response:
        return answered(json.dumps(SERVER).encode())

    async def _metadata(self, _request: web.BaseRequest, version: str) -> web.Response:
        condition = self._condition(version)
        signature = condition.facts.get("signature")
        if signature is None:
            return refused(HTTPStatus.SERVICE_UNAVAILABLE, condition.reason, 1)
        return answered(
            json.dumps(metadata(self._served.order.name, self._served.versions, signature)).encode()
        )

    async def _predict(self, request: web.BaseRequest, version: str) -> web.Response:
        reply = await self._served.ask(PREDICT, await read_body(request, MAX_BODY), version)
        if isinstance(reply, Refusal):
            return _refused(reply)
        return answered(reply.body, reply.status)

    async def _infer(self, request: web.BaseRequest, version: str) -> web.Response:
        kind, body = await read_inference(request)
        reply = await self._served.ask(kind, body, version)
        if isinstance(reply, Refusal):
            return _refused(reply)
        if reply.status != HTTPStatus.OK:
            return answered(reply.body, reply.status)
        return inferred(kind, reply.body)


def _refused(refusal: Refusal) -> web.Response:
    return refused(refusal.status, refusal.error, refusal.retry_after)


def malformed(status: int) -> web.Response:
    """Return the answer to what cannot be read as HTTP."""
    return refused(status, "This is not a well-formed HTTP request.")
