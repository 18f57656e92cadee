"""The Open Inference Protocol V2 over HTTP: its bodies, its answers, its errors."""

import json
import re
import struct
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from aiohttp import web
from multidict import CIMultiDict

from cnet_agent import __version__
from cnet_agent.model.errors import AgentError, BadRequest
from cnet_agent.model.sentence import Sentence
from cnet_agent.server import guard
from cnet_agent.server.body import read_body
from cnet_worker.frames import INFER, INFER_BINARY

MAX_BODY = 64 * 1024 * 1024  # bytes
TYPES = ("application/json", "application/octet-stream", "")  # Triton's client tells none
JSON_SIZE = "Inference-Header-Content-Length"  # of the binary tensor extension
SERVER = {"name": "cnet", "version": __version__, "extensions": ["binary_tensor_data"]}

_JSON_HEADERS = CIMultiDict({**guard.SECURITY_HEADERS, "Content-Type": "application/json"})
_LENGTH = struct.Struct("!I")
_DIGITS = re.compile("[0-9]{1,10}")  # Python refuses to read a number of thousands


async def read_inference(request: web.BaseRequest) -> tuple[int, bytes]:
    """Return a request for an inference as a worker takes it: its kind and its body.

    Raises:
        BadRequest: the length of its JSON is not within it, or as of ``read_body``.
    """
    body = await read_body(request, MAX_BODY)
    size = request.headers.get(JSON_SIZE)
    if size is None:
        return INFER, body
    if not _DIGITS.fullmatch(size) or int(size) > len(body):
        raise BadRequest(Sentence("{header} must be a number of bytes.", header=JSON_SIZE))
    return INFER_BINARY, _LENGTH.pack(int(size)) + body


def inferred(kind: int, body: bytes) -> web.Response:
    """Return the answer to an inference, from a worker's answer to a request of some kind."""
    if kind == INFER:
        return answered(body)
    (size,) = _LENGTH.unpack_from(body)
    response = web.Response(
        body=body[_LENGTH.size :],
        headers=guard.SECURITY_HEADERS,
        content_type="application/octet-stream",
    )
    response.headers[JSON_SIZE] = str(size)
    return response


def metadata(name: str, versions: Sequence[str], signature: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the protocol calls a model's metadata.

    Args:
        name: of the model.
        versions: of it.
        signature: platform, inputs and outputs, as its worker says.
    """
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
    return web.Response(body=body, status=status, headers=_JSON_HEADERS.copy())


def refused(status: int, why: str, retry_after: float | None = None) -> web.Response:
    """Return an error as the protocol has it.

    Args:
        status: of HTTP.
        why: a sentence.
        retry_after: seconds.
    """
    response = answered(json.dumps({"error": why}).encode(), status)
    if retry_after is not None:
        response.headers["Retry-After"] = f"{retry_after:.0f}"
    if status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = 'Bearer realm="cnet"'
    return response


def refusal_of(error: AgentError) -> web.Response:
    """Return an error of the agent as the protocol has it."""
    return refused(error.status, str(error), error.retry_after)
