"""The socket on which the agent hears how a model is."""

import asyncio
import json
import os
import signal
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from cnet_agent.model_server.condition import Refusal
from cnet_agent.model_server.control import Control
from cnet_agent.runtime.models.link import Link
from cnet_agent.serving import socket_path
from cnet_agent.serving.asking import ORDER, pack_versioned
from cnet_agent.serving.calls import WORD
from cnet_worker.frames import PREDICT, Replies, Reply, pack_request
from helpers.fake_model import FakeServed, fake_model
from helpers.fake_worker import order
from helpers.serving_scene import Serving
from helpers.waiting import a_moment, until


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[FakeServed]:
    async with fake_model(tmp_path / "control.sock") as served:
        yield served


async def test_who_connects_hears_how_the_model_is_and_then_of_every_change(
    served: FakeServed, tmp_path: Path
) -> None:
    link = Link()
    await link.open(tmp_path / "control.sock")
    assert (link.told["state"], link.told["port"]) == ("running", 9000)
    served.state = "loading"
    served.on_change()
    await until(lambda: link.told["state"] == "loading")
    link.close()
    await until(lambda: not link.is_open)


async def test_requests_are_answered_each_with_its_own_answer(
    served: FakeServed, tmp_path: Path
) -> None:
    links = [Link(), Link()]
    for link in links:
        await link.open(tmp_path / "control.sock")
    asked = [
        link.ask(PREDICT, json.dumps({"input_data": number}).encode(), 5)
        for number in range(20)
        for link in links
    ]
    answers = [json.loads(reply.body) for reply in await asyncio.gather(*asked) if reply]
    assert answers == [
        {"prediction": number * 2, "version": "1"} for number in range(20) for _ in links
    ]
    for link in links:
        link.close()


async def test_who_goes_is_told_nothing_more(served: FakeServed, tmp_path: Path) -> None:
    with socket_path.connect(tmp_path / "control.sock"):
        await asyncio.sleep(0)
    link = Link()
    await link.open(tmp_path / "control.sock")
    served.on_change()
    assert await link.ask(PREDICT, b'{"input_data": 1}', 5) is not None
    link.close()


async def test_an_agent_that_does_not_read_is_told_no_more_until_it_does(
    served: FakeServed, tmp_path: Path
) -> None:
    served.facts = {"text": "x" * 100_000}
    with socket_path.connect(tmp_path / "control.sock") as deaf:
        await until(lambda: served.control.connections)
        for number in range(100):
            served.reason = f"change {number}"
            served.on_change()
            await asyncio.sleep(0)
        words, loop = Replies(), asyncio.get_running_loop()
        heard: list[str] = []
        while not heard or heard[-1] != "change 99":
            data = await asyncio.wait_for(loop.sock_recv(deaf, 2**20), 5)
            heard += [json.loads(word.body)["reason"] for word in words.feed(data)]
        assert len(heard) < 20


async def test_who_takes_no_answers_is_asked_for_no_more_requests(
    served: FakeServed, tmp_path: Path
) -> None:
    count, padding = 100, b"x" * 100_000
    served.replies = [Reply(0, 200, 0, 0, 1, padding) for _ in range(count)]
    with socket_path.connect(tmp_path / "control.sock") as deaf:
        requests = b"".join(
            pack_request(number, PREDICT, padding) for number in range(1, count + 1)
        )
        loop = asyncio.get_running_loop()
        sending = asyncio.ensure_future(loop.sock_sendall(deaf, requests))
        (connection,) = await until(lambda: served.control.connections)
        transport = connection._transport
        await until(lambda: transport is not None and not transport.is_reading())
        await a_moment(0.05)
        assert len(served.asked) < 20
        assert transport.get_write_buffer_size() < 20 * len(padding)
        answers = Replies()
        found: set[int] = set()
        while len(found) < count:
            data = await asyncio.wait_for(loop.sock_recv(deaf, 2**20), 5)
            found |= {reply.id for reply in answers.feed(data) if reply.id != WORD}
        await sending


async def test_who_sends_what_is_no_request_is_heard_no_more_and_others_are(
    served: FakeServed, tmp_path: Path
) -> None:
    link = Link()
    await link.open(tmp_path / "control.sock")
    with socket_path.connect(tmp_path / "control.sock") as odd:
        odd.send(b"\xff" * 100)
        await until(lambda: len(served.control.connections) == 1)
    assert await link.ask(PREDICT, b'{"input_data": 1}', 5) is not None
    link.close()


async def test_a_refusal_reaches_the_agent_with_its_status(
    served: FakeServed, tmp_path: Path
) -> None:
    served.replies = [Refusal(503, "Too much.", 1)]
    link = Link()
    await link.open(tmp_path / "control.sock")
    reply = await link.ask(PREDICT, b"", 5)
    assert reply is not None
    assert (reply.status, json.loads(reply.body)) == (503, {"error": "Too much."})
    link.close()


async def test_the_death_of_a_worker_is_told_within_a_fifth_of_a_second(
    serving: Serving, tmp_path: Path
) -> None:
    served = await serving.running()
    control = Control(served, 9000, tmp_path / "served.json")
    await control.open(tmp_path / "told.sock")
    took: list[float] = []
    link = Link()
    await link.open(tmp_path / "told.sock")
    for _ in range(2):  # the machine may be busy for once
        await until(lambda: link.told["state"] == "running", 10)
        began = time.monotonic()
        os.kill(link.told["worker"], signal.SIGKILL)
        await until(lambda: link.told["state"] == "loading")
        took.append(time.monotonic() - began)
    assert min(took) < 0.2
    link.close()
    control.close()


async def test_an_order_is_read_when_the_agent_asks_for_it_and_one_that_is_none_is_refused(
    served: FakeServed, tmp_path: Path
) -> None:
    link = Link()
    await link.open(tmp_path / "control.sock")
    order(tmp_path, revision=7).write(tmp_path / "served.json")
    read = await link.ask(ORDER, b"", 5)
    assert read is not None
    assert (read.status, [each.revision for each in served.orders]) == (200, [7])
    (tmp_path / "served.json").write_text("{")
    refused = await link.ask(ORDER, b"", 5)
    assert refused is not None
    assert refused.status == 500
    assert len(served.orders) == 1
    link.close()


async def test_a_request_may_name_its_version(served: FakeServed, tmp_path: Path) -> None:
    link = Link()
    await link.open(tmp_path / "control.sock")
    for version in ("", "2.0-rc"):
        await link.ask(*pack_versioned(PREDICT, b'{"input_data": 1}', version), 5)
    assert served.versions == ["", "2.0-rc"]
    link.close()
