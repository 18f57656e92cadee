"""Answers as the bytes that are sent."""

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest

from cnet_agent.model_server.json_answer import json_answer
from cnet_agent.server.guard import SECURITY_HEADERS
from helpers.raw_http import Answer, read_answer

BODY = '{"text": "ä"}'.encode()


async def read(data: bytes) -> Answer:
    """Return the answer that bytes are, all of them."""
    reader = asyncio.StreamReader()
    reader.feed_data(data)
    reader.feed_eof()
    answer = await read_answer(reader)
    assert answer is not None
    assert reader.at_eof()
    return answer


@pytest.mark.parametrize("body", [BODY, b"", BODY * 1000])
async def test_a_body_comes_whole_with_its_head(body: bytes) -> None:
    answer = await read(json_answer(200, body))
    assert (answer.status, answer.body) == (200, body)
    assert answer.headers["content-type"] == "application/json"
    assert {name.lower(): value for name, value in SECURITY_HEADERS.items()}.items() <= (
        answer.headers.items()
    )
    age = datetime.now(UTC) - parsedate_to_datetime(answer.headers["date"])
    assert abs(age) < timedelta(minutes=1)
    assert "retry-after" not in answer.headers


async def test_when_to_ask_again_is_told_in_whole_seconds() -> None:
    answer = await read(json_answer(503, BODY, 1.0))
    assert (answer.status, answer.headers["retry-after"]) == (503, "1")


@pytest.mark.parametrize(
    ("status", "line"),
    [
        (200, "200 OK"),
        (422, "422 Unprocessable Entity"),
        (504, "504 Gateway Timeout"),
        (599, "599 "),
    ],
)
def test_the_status_is_told_in_words_if_it_has_any(status: int, line: str) -> None:
    assert json_answer(status, BODY).startswith(f"HTTP/1.1 {line}\r\n".encode())


async def test_the_date_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    dates = []
    for now in (1_000_000_000.5, 1_000_000_001.0):
        monkeypatch.setattr("time.time", lambda now=now: now)
        dates.append((await read(json_answer(200, BODY))).headers["date"])
    assert dates == ["Sun, 09 Sep 2001 01:46:40 GMT", "Sun, 09 Sep 2001 01:46:41 GMT"]
