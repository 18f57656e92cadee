"""Whatever goes wrong while answering, as an ``AgentError`` and as an answer."""

import errno
import json
import logging
import math
from collections.abc import Sequence
from typing import Any

from aiohttp import web
from pydantic import ValidationError

from cnet_agent.model.errors import (
    AgentError,
    BadRequest,
    FieldError,
    Internal,
    InvalidRequest,
    StorageFull,
)
from cnet_agent.model.field_errors import field_errors
from cnet_agent.model.sentence import Sentence, told
from cnet_agent.model.system_words import system_words
from cnet_agent.store.base import StoreFull
from cnet_agent.wire.problems import MEDIA_TYPE, Problem

logger = logging.getLogger(__name__)

_FULL = {errno.ENOSPC, errno.EDQUOT}
_MAX_ERRORS = 50  # listed in one answer


def as_agent_error(error: Exception) -> AgentError:
    """Return the error to answer with; one that nobody foresaw is logged and says nothing more."""
    if isinstance(error, AgentError):
        return error
    if isinstance(error, ValidationError):
        return invalid(error)
    if isinstance(error, StoreFull):
        return StorageFull(Sentence("The agent cannot write to its disk: {why}", why=told(error)))
    if isinstance(error, OSError) and error.errno in _FULL:
        return StorageFull(
            Sentence(
                "The agent cannot write to its disk: {why}. Free some space.",
                why=system_words(error),
            )
        )
    logger.error("a request failed", exc_info=error)
    return Internal(Sentence("The agent failed on this request; its log says why."))


def invalid(error: ValidationError, prefix: tuple[str, ...] = ()) -> InvalidRequest:
    """Return pydantic's findings with a place and a sentence each."""
    return invalid_fields(field_errors(error, prefix))


def invalid_fields(errors: Sequence[FieldError]) -> InvalidRequest:
    """Return the refusal of a request for problems in its fields."""
    place = ".".join(str(part) for part in errors[0].loc)
    detail = errors[0].msg
    if place:
        detail = Sentence("{place}: {problem}", place=place, problem=detail)
    if len(errors) > 1:
        detail = Sentence("{problem} (and {count} more)", problem=detail, count=len(errors) - 1)
    return InvalidRequest(detail, errors=tuple(errors[:_MAX_ERRORS]))


def malformed(status: int) -> web.Response:
    """Return the answer to what cannot be read as HTTP."""
    return answer(BadRequest("This is not a well-formed HTTP request.", status=status))


def answer(error: AgentError) -> web.Response:
    """Return ``error`` as problem+json."""
    headers: dict[str, Any] = {}
    if error.retry_after is not None:
        headers["Retry-After"] = str(max(1, math.ceil(error.retry_after)))
    if error.status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="cnet"'
    response = web.Response(
        body=_json(Problem.of(error)),
        status=error.status,
        content_type=MEDIA_TYPE,
        headers=headers,
    )
    if error.status in (408, 413, 421):
        response.force_close()
    return response


def _json(problem: Problem) -> bytes:
    """Return JSON in UTF-8. A lone surrogate, quoted from a bad request, is escaped.

    pydantic's own writer refuses such text.
    """
    text = json.dumps(problem.model_dump(), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")
