"""Requests that a client sends again and again over one connection."""

import json
from contextlib import AsyncExitStack
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from cnet_agent.model_server import fast_path
from cnet_agent.model_server.served import Served
from cnet_worker.frames import Reply
from helpers.fake_worker import asking
from helpers.port_scene import Client, fast, listening, plain, request

INFER = "/v2/models/line/infer"


# -- what is known ----------------------------------------------------------------------------


async def test_a_client_that_asks_the_same_way_is_looked_at_once(
    client: Client, looks: list[str]
) -> None:
    of_version = "/v2/models/line/versions/1/infer"
    paths = ["/predict", INFER, of_version]
    for path in paths * 3:
        for value in (3, 4, 5):
            assert (await client.ask(value, path)).json["prediction"] == value * 2
    assert looks == paths


async def test_each_length_of_a_body_is_looked_at_once(client: Client, looks: list[str]) -> None:
    for value in (1, 10, 100, 2, 20, 200):
        assert (await client.ask(value)).json["prediction"] == value * 2
    assert len(looks) == 3


async def test_those_that_came_first_are_forgotten_first(
    client: Client, looks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fast_path, "_HEADS", 2)
    for value in (1, 10, 100, 10, 1):
        assert (await client.ask(value)).json["prediction"] == value * 2
    assert len(looks) == 4


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"Origin": "http://evil.example"}, 403),
        ({"Host": "evil.example"}, 421),
        ({"Authorization": "Bearer wrong"}, 401),
        ({"Via": "1.1 proxy"}, 401),
        ({"Content-Type": "text/plain"}, 415),
    ],
)
async def test_a_client_that_was_let_in_is_looked_at_again_if_it_sends_anything_else(
    client: Client, change: dict[str, str], status: int
) -> None:
    for _ in range(2):
        assert (await client.ask(1)).status == 200
        assert (await client.ask(1, **change)).status == status
    assert (await client.ask(1, "/predict?token=cnet_1")).status == 400


async def test_another_client_is_looked_at_by_itself(
    served: Served, tmp_path: Path, looks: list[str]
) -> None:
    async with listening(served, tmp_path) as port:
        for _ in range(2):
            async with Client(port) as client:
                assert (await client.ask(1)).status == 200
    assert len(looks) == 2


@pytest.mark.parametrize("header", ["Authorization", "authorization"])
async def test_a_token_that_is_taken_back_lets_nobody_in_who_goes_on_asking(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, header: str
) -> None:
    monkeypatch.setattr("cnet_agent.model_server.gate._LOOK_EVERY", 0.0)
    tokens = tmp_path / "tokens.json"
    tokens.write_text(json.dumps({sha256(b"cnet_1").hexdigest(): "operate"}))
    for _ in range(2):
        assert (await client.ask(1, **{header: "Bearer cnet_1"})).status == 200
    tokens.unlink()
    assert (await client.ask(1, **{header: "Bearer cnet_1"})).status == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Long": "x" * 2000},
        {"Inference-Header-Content-Length": "1"},
        {"Connection": "close"},
        {"Upgrade": "websocket", "Connection": "Upgrade"},
    ],
)
async def test_what_is_not_for_it_is_left_to_aiohttp(
    served: Served, tmp_path: Path, looks: list[str], headers: dict[str, str]
) -> None:
    sent = request(asking(4), "/predict", **headers)
    told: list[list[int]] = []
    for connections in (plain, fast):
        async with listening(served, tmp_path, connections) as port, Client(port) as client:
            told.append([])
            for _ in range(3):
                await client.send(sent)
                answer = await client.hear()
                told[-1].append(answer.status)
                if answer.headers.get("connection") == "close":
                    break
    assert told[0] == told[1]
    assert told[0][0] == 200
    assert len(looks) == len(told[0]) * 2


async def test_so_is_a_client_of_http_1_0(served: Served, tmp_path: Path, looks: list[str]) -> None:
    sent = request(asking(4), Connection="keep-alive").replace(b"HTTP/1.1", b"HTTP/1.0")
    async with listening(served, tmp_path) as port, Client(port) as client:
        for _ in range(2):
            await client.send(sent)
            assert (await client.hear()).headers["connection"] == "keep-alive"
    assert len(looks) == 2


async def test_so_is_a_body_that_is_long(client: Client, looks: list[str]) -> None:
    for text in ("x" * 70_000, "y" * 70_000):
        assert (await client.ask(text)).json["prediction"] == text * 2
    assert len(looks) == 2


# -- the same answers -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "like", "looked"), [("refuse", "abcdef", 2), ("fail", "abcd", 2), (7, 8, 1)]
)
async def test_it_is_the_same_answer_to_the_last_header(
    client: Client, looks: list[str], value: Any, like: Any, looked: int
) -> None:
    long = await client.ask(value)
    assert (await client.ask(like)).status == 200
    short = await client.ask(value)
    assert len(looks) == looked
    assert (short.status, short.body) == (long.status, long.body)
    assert {**short.headers, "date": ""} == {**long.headers, "date": ""}


async def test_a_queue_that_is_full_says_when_to_ask_again(
    served: Served, tmp_path: Path, looks: list[str]
) -> None:
    async with AsyncExitStack() as stack:
        port = await stack.enter_async_context(listening(served, tmp_path))
        clients = [await stack.enter_async_context(Client(port)) for _ in range(8)]
        for client in clients:
            assert (await client.ask("abcd")).status == 200
        looks.clear()
        for client in clients:
            client.writer.write(request(asking("wait")))
        answers = [await client.hear() for client in clients]
    assert [answer.status for answer in answers].count(503) == 4  # four may wait
    refused = next(answer for answer in answers if answer.status == 503)
    assert refused.headers["retry-after"] == "1"
    assert "requests are waiting" in refused.json["error"]
    assert looks == []


async def test_a_defect_is_an_error_and_the_connection_goes_on(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(self: Served, kind: int, body: bytes, _version: str) -> Reply:
        raise ValueError("a defect")

    assert (await client.ask(1)).status == 200
    with monkeypatch.context() as patch:
        patch.setattr(Served, "ask", broken)
        answer = await client.ask(2)
    told = {"error": "The model's server failed; its log says why."}
    assert (answer.status, answer.json) == (500, told)
    (line,) = caplog.records
    assert line.exc_info is not None
    assert (await client.ask(3)).json["prediction"] == 6
