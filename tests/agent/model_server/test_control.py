"""The socket on which the agent hears how a model is."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from cnet_agent.runtime.models.link import Link
from cnet_agent.serving import socket_path
from cnet_worker.frames import PREDICT, Replies
from helpers.fake_model import FakeServed, fake_model
from helpers.waiting import until


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
    assert answers == [{"prediction": number * 2} for number in range(20) for _ in links]
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
