"""What goes wrong, as an answer."""

import json

from aiohttp import web

from cnet_agent.model.errors import FieldError, InvalidRequest
from cnet_agent.server.problems import answer


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
        "errors": [{"loc": ["\ud800"], "msg": "é\ud800"}],
    }
