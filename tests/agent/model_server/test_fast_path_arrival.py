"""How requests arrive that are known, and how connections end."""

import asyncio
import random
from contextlib import AsyncExitStack, suppress
from pathlib import Path

import pytest

from cnet_agent.model_server import fast_path
from cnet_agent.model_server.served import Served
from helpers.fake_worker import asking
from helpers.port_scene import Client, fast, listening, plain, request
from helpers.waiting import a_moment, until

INFER = "/v2/models/line/infer"
CHUNKED = b"Transfer-Encoding: chunked"


# -- as it comes ------------------------------------------------------------------------------


async def test_a_request_that_comes_in_parts_is_known_as_well(
    client: Client, looks: list[str]
) -> None:
    for value in range(5):
        sent = request(asking(value))
        body = sent.index(b"\r\n\r\n") + 4
        await client.send(sent[:body], sent[body:-3], sent[-3:])
        assert (await client.hear()).json["prediction"] == value * 2
    assert len(looks) == 1


@pytest.fixture
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let clients have little time for the rest of a request."""
    monkeypatch.setattr(fast_path, "PART_DEADLINE", 0.1)
    monkeypatch.setattr("cnet_agent.server.body.DEADLINE", 0.1)


async def test_a_rest_that_does_not_come_is_told_after_a_while(hurry: None, client: Client) -> None:
    assert (await client.ask(1)).status == 200
    await client.send(request(asking(1))[:-3])
    answer = await client.hear()
    assert (answer.status, answer.json) == (408, {"error": "The body took too long to arrive."})


async def test_a_rest_that_drips_is_not_waited_for_for_ever(hurry: None, client: Client) -> None:
    value = "x" * 1000
    assert (await client.ask(value)).status == 200
    sent = request(asking(value))
    await client.send(sent[:-1000])
    answer = asyncio.ensure_future(client.hear())
    drips = 0
    while not answer.done() and drips < 999:
        await client.send(b"x")
        drips += 1
        await asyncio.wait({answer}, timeout=0.05)
    assert (await answer).status == 408
    assert drips < 200


async def test_a_rest_that_came_is_waited_for_no_more(
    hurry: None, client: Client, looks: list[str]
) -> None:
    for _ in range(3):
        sent = request(asking(1))
        await client.send(sent[:-3], sent[-3:])
        assert (await client.hear()).json["prediction"] == 2
        await a_moment(0.2)
    assert len(looks) == 1


async def test_a_client_that_waits_to_be_told_to_go_on_is_told_at_once(client: Client) -> None:
    for value in (1, 2, 3):
        sent = request(asking(value), Expect="100-continue")
        body = sent.index(b"\r\n\r\n") + 4
        await client.send(sent[:body])
        assert (await client.hear(fast_path.PART_DEADLINE / 2)).status == 100
        await client.send(sent[body:])
        assert (await client.hear()).json["prediction"] == value * 2


async def test_requests_that_are_sent_ahead_are_answered_in_their_order(
    client: Client, looks: list[str]
) -> None:
    assert (await client.ask("abcd")).status == 200
    assert (await client.ask("waits", INFER)).status == 200
    looks.clear()
    await client.send(request(asking("wait")), request(asking("efgh")), request(asking("ij")))
    answers = [(await client.hear()).json["prediction"] for _ in range(3)]
    assert answers == ["waited", "efghefgh", "ijij"]
    await client.send(*[request(asking(value)) for value in (1, 2, 3)])
    assert [(await client.hear()).json["prediction"] for _ in range(3)] == [2, 4, 6]


@pytest.mark.parametrize("is_chunked", [False, True])
async def test_a_body_is_no_request_whatever_it_looks_like(
    served: Served, tmp_path: Path, is_chunked: bool
) -> None:
    async with listening(served, tmp_path) as port, Client(port) as client:
        assert (await client.ask(1)).status == 200
        inner = request(asking(1))
        head = request(inner + b"x", "/nothing")[: -len(inner) - 1]
        if is_chunked:
            head = head.replace(b"Content-Length: %d" % (len(inner) + 1), CHUNKED)
            assert CHUNKED in head
        await client.send(head)
        assert (await client.hear()).status == 404
        await client.send(inner)
        assert await client.is_closed()
    assert served.view()["metrics"]["requests"] == 1


async def test_the_end_of_one_chunk_is_not_the_start_of_a_request(
    client: Client, served: Served
) -> None:
    assert (await client.ask(1)).status == 200
    half = b"POST /nothing HTTP/1.1\r\nHost: localhost\r\nX: "
    await client.send(request(asking(1)) + half)
    assert (await client.hear()).status == 200
    await client.send(request(asking(1)))
    assert (await client.hear()).status != 200
    assert served.view()["metrics"]["requests"] == 2


async def test_a_client_that_takes_nothing_is_not_computed_for(
    served: Served, tmp_path: Path
) -> None:
    text = "x" * 30_000

    async def is_answered(number: int) -> bool:
        with suppress(AssertionError):
            await until(lambda: served.view()["metrics"]["requests"] >= number, 1.0)
            return True
        return False

    async with listening(served, tmp_path) as port, Client(port) as client:
        sent = 0
        while sent < 600:  # answers of 60 KB each: more than the system keeps for a client
            client.writer.write(request(asking(text)))
            sent += 1
            if not await is_answered(sent):
                break
        assert 1 < sent < 600
        for _ in range(sent):
            assert (await client.hear()).json["prediction"] == text * 2
        assert (await client.ask(1)).json["prediction"] == 2


@pytest.mark.parametrize("seed", range(12))
async def test_whatever_comes_in_whatever_parts_gets_the_answers_that_aiohttp_gives(
    served: Served, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    known = [request(asking(value)) for value in (1, 2, "ab", "cd", "refuse", "abcdef", "x" * 3000)]
    known += [request(asking(1), INFER), b"\r\n" + known[0]]
    others = [
        b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
        request(b"", "/nothing"),
        request(known[0], "/nothing"),
        request(asking(1), Origin="http://evil.example"),
        request(asking(1))
        .replace(b"Content-Length: 17", CHUNKED)
        .replace(asking(1), b"11\r\n" + asking(1) + b"\r\n0\r\n\r\n"),
    ]
    sent = [chance.choice(known if chance.random() < 0.9 else others) for _ in range(40)]
    waits = [seed % 2 == 0 or chance.random() < 0.7 for _ in sent]
    told = []
    for connections in (plain, fast):
        async with listening(served, tmp_path, connections) as port:
            told.append(await _answers(port, sent, waits, random.Random(seed)))
    assert told[0] == told[1]
    assert len(told[0]) == len(sent)


async def _answers(
    port: int, sent: list[bytes], waits: list[bool], chance: random.Random
) -> list[tuple[int, bytes]]:
    """Return the answers to requests sent in parts; ``waits`` tells where they are waited for."""
    heard: list[tuple[int, bytes]] = []
    async with Client(port) as client:
        for number, (each, wait) in enumerate(zip(sent, waits, strict=True), 1):
            cuts = sorted(chance.sample(range(len(each)), chance.choice((0, 0, 0, 1, 2))))
            parts = [each[start:end] for start, end in zip([0, *cuts], [*cuts, None], strict=True)]
            await client.send(*parts)
            while len(heard) < number and (wait or number == len(sent)):
                answer = await client.hear()
                heard.append((answer.status, answer.body))
    return heard


# -- ends -------------------------------------------------------------------------------------


async def test_a_client_that_asks_nothing_more_is_closed_after_a_while(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fast_path, "IDLE_DEADLINE", 0.2)
    async with listening(served, tmp_path) as port, Client(port) as client:
        for _ in range(3):
            assert (await client.ask(1)).status == 200
        assert await client.is_closed()


async def test_a_client_that_goes_on_asking_is_never_taken_for_idle(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looks: list[str]
) -> None:
    monkeypatch.setattr("cnet_agent.server.protocol.IDLE_DEADLINE", 0.3)  # aiohttp's own clock
    monkeypatch.setattr(fast_path, "IDLE_DEADLINE", 0.1)
    async with listening(served, tmp_path) as port, Client(port) as client:
        assert (await client.ask("abcd")).status == 200
        for _ in range(3):
            assert (await client.ask("wait")).status == 200  # takes 0.2 s
    assert len(looks) == 1


async def test_a_stop_lets_what_was_asked_be_answered(served: Served, tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        port = await stack.enter_async_context(listening(served, tmp_path))
        async with Client(port) as client:
            assert (await client.ask("abcd")).status == 200
            await client.send(request(asking("wait")))
            await until(lambda: served.view()["pending"])
            await stack.aclose()
            assert (await client.hear()).json["prediction"] == "waited"
            assert await client.is_closed()


async def test_a_client_that_goes_away_harms_nobody(
    served: Served, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with listening(served, tmp_path) as port, Client(port) as staying:
        async with Client(port) as leaving:
            for client in (leaving, staying):
                assert (await client.ask("abcd")).status == 200
            await leaving.send(request(asking("wait")))
            await until(lambda: served.view()["pending"])
            leaving.writer.transport.abort()
        assert (await staying.ask("efgh")).json["prediction"] == "efghefgh"
        await until(lambda: not served.view()["pending"])
    assert served.view()["metrics"]["errors"] == {}
    assert caplog.messages == []


async def test_a_client_that_waits_for_its_answer_gives_way_to_nobody(
    served: Served, tmp_path: Path
) -> None:
    async with listening(served, tmp_path, max_connections=1) as port, Client(port) as client:
        assert (await client.ask("abcd")).status == 200
        await client.send(request(asking("wait")))
        await until(lambda: served.view()["pending"])
        async with Client(port) as other:
            assert await other.is_closed()
        assert (await client.hear()).json["prediction"] == "waited"
        async with Client(port) as other:
            assert (await other.ask(1)).status == 200
        assert await client.is_closed()
