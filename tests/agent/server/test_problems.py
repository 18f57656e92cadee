"""What goes wrong, as an answer."""

import errno
import json
import os

from aiohttp import web

from cnet_agent.model.errors import FieldError, Internal, InvalidRequest, StorageFull
from cnet_agent.server.problems import answer, as_agent_error


def content(response: web.Response) -> object:
    assert isinstance(response.body, bytes)
    return json.loads(response.body)


def test_a_refusal_can_quote_text_that_is_no_unicode() -> None:
    refusal = InvalidRequest("there is no \ud800", errors=(FieldError(("\ud800",), "é\ud800"),))
    assert content(answer(refusal)) == {
        "type": "urn:cnet:problem:invalid_request",
        "title": "The request is not valid",
        "status": 422,
        "detail": "there is no \ud800",
        "errors": [{"loc": ["\ud800"], "msg": "é\ud800", "said": {}}],
        "said": {},
    }


def test_a_full_disk_is_a_storage_problem_whatever_was_to_be_written() -> None:
    found = as_agent_error(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert isinstance(found, StorageFull)
    assert str(found) == (
        "The agent cannot write to its disk: No space left on device. Free some space."
    )
    assert isinstance(as_agent_error(OSError(errno.EIO, "broken")), Internal)
