"""Bodies that are hostile, slow or mean two things."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_agent.model.errors import BadRequest
from cnet_agent.server import body
from cnet_agent.server.body import MAX_BODY, parse
from helpers.fake_services import Served, serving
from helpers.raw_http import Talk, read_answer

HOSTILE = {
    "not JSON": (b"{", 400),
    "empty": (b" ", 400),
    "not UTF-8": (b'{"command": "\xff"}', 400),
    "a key twice": (b'{"command": "a", "command": "b"}', 400),
    "NaN": (b'{"command": "a", "timeout": NaN}', 400),
    "infinity": (b'{"command": "a", "timeout": -Infinity}', 400),
    "a number beyond all": (b'{"command": "a", "timeout": 1e999}', 400),
    "4000 digits": (b'{"command": "a", "priority": ' + b"9" * 4000 + b"}", 422),
    "5000 digits": (b'{"command": "a", "priority": ' + b"9" * 5000 + b"}", 400),
    "2**63": (b'{"command": "a", "resources": {"memory_limit": 9223372036854775808}}', 422),
    "a nesting bomb": (b"[" * 100_000, 400),
    "a closed nesting bomb": (b"[" * 100_000 + b"]" * 100_000, 400),
    "a lone surrogate": (b'{"command": "\\ud800"}', 422),
    "NUL": (b'{"command": "a\\u0000b"}', 422),
    "= in a variable": (b'{"command": "a", "env": {"A=B": "c"}}', 422),
    "an unknown field": (b'{"command": "a", "comand": "b"}', 422),
    "a surrogate as a key": (b'{"command": "a", "\\ud800": "b"}', 422),
    "a list": (b"[]", 422),
    "a string": (b'"x"', 422),
    "null": (b"null", 422),
}


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(tmp_path) as served:
        yield served


@pytest.fixture
def headers(served: Served) -> dict[str, str]:
    return {"Authorization": f"Bearer {served.token}", "Content-Type": "application/json"}


async def test_hostile_bodies_are_refused_and_the_agent_goes_on(
    served: Served, headers: dict[str, str]
) -> None:
    talk = Talk(served.port)
    for name, (content, status) in HOSTILE.items():
        answer = await talk.ask("POST", "/api/tasks", headers, content)
        assert answer.status == status, (name, answer.body)
        assert answer.json["detail"]
        assert answer.json["type"].startswith("urn:cnet:problem:")
    assert (await talk.ask("GET", "/api/tasks", headers)).json == []
    await talk.close()


async def test_every_problem_of_a_body_has_its_place(
    served: Served, headers: dict[str, str]
) -> None:
    talk = Talk(served.port)
    content = b'{"resources": {"memory_limit": "12 parsecs", "cpu": 1}, "priority": 1000}'
    answer = await talk.ask("POST", "/api/tasks", headers, content)
    problems = {tuple(each["loc"]): each["msg"] for each in answer.json["errors"]}
    assert problems["command",] == "is required"
    assert problems["resources", "cpu"] == "is not a known field"
    assert "512MB" in problems["resources", "memory_limit"]
    assert problems["priority",] == "should be less than or equal to 100"
    await talk.close()


async def test_a_body_of_a_megabyte_is_read_and_a_larger_one_refused(
    served: Served, headers: dict[str, str]
) -> None:
    talk = Talk(served.port)
    padding = b" " * (MAX_BODY - 20)
    answer = await talk.ask("POST", "/api/tasks", headers, b'{"command": "a"}' + padding)
    assert answer.status == 201
    answer = await talk.ask("POST", "/api/tasks", headers, b"x" * (MAX_BODY + 1))
    assert answer.status == 413
    await talk.close()


async def test_a_chunked_body_is_measured_as_it_comes(
    served: Served, headers: dict[str, str]
) -> None:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    writer.write(
        b"POST /api/tasks HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
        + f"{lines}\r\n".encode()
    )
    for _ in range(MAX_BODY // 65536 + 1):
        writer.write(b"10000\r\n" + b" " * 65536 + b"\r\n")
    answer = await read_answer(reader)
    assert answer is not None
    assert answer.status == 413
    writer.close()


async def test_a_slow_body_is_cut(
    served: Served, headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(body, "DEADLINE", 0.2)
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    writer.write(
        b"POST /api/tasks HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n"
        + f"{lines}\r\n{{".encode()
    )
    answer = await read_answer(reader)
    assert answer is not None
    assert answer.status == 408
    async with asyncio.timeout(5):
        assert await reader.read() == b""
    writer.close()


async def test_a_client_that_waits_for_leave_gets_it_only_with_a_token(
    served: Served, headers: dict[str, str]
) -> None:
    content = b'{"command": "a"}'
    for sent, first in ((headers, b"HTTP/1.1 100 Continue"), ({}, b"HTTP/1.1 4")):
        lines = "".join(f"{name}: {value}\r\n" for name, value in sent.items())
        reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
        writer.write(
            f"POST /api/tasks HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
            f"Content-Length: {len(content)}\r\n{lines}\r\n".encode()
        )
        async with asyncio.timeout(5):
            assert (await reader.readuntil(b"\r\n")).startswith(first)
        if sent:
            await reader.readuntil(b"\r\n")
            writer.write(content)
            answer = await read_answer(reader)
            assert answer is not None
            assert answer.status == 201
        writer.close()


@given(st.binary(max_size=200))
def test_parsing_anything_answers_or_refuses(raw: bytes) -> None:
    with contextlib.suppress(BadRequest):
        parse(raw)
