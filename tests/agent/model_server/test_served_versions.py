"""Several versions of a model: which of them answers, and how they take over."""

import asyncio
import json
import os
import signal
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from cnet_agent.model_server.served import Served
from cnet_agent.model_server.version import Version
from cnet_agent.serving.order import VersionOrder
from cnet_worker.frames import PREDICT, Reply
from helpers.fake_worker import asking, order, version
from helpers.processes import is_alive
from helpers.serving_scene import Serving, ask, worker_of
from helpers.waiting import until


async def test_a_new_version_is_loaded_and_then_takes_over_without_a_lost_request(
    serving: Serving,
) -> None:
    served = await serving.running()
    first = worker_of(served)
    answers: list[Any] = []
    done = asyncio.Event()

    async def asks() -> None:
        while not done.is_set():
            answers.append(await answered(served))

    asking_on = [asyncio.ensure_future(asks()) for _ in range(3)]
    served.take(order(serving.folder, version("1"), version("2"), **_takes_over("2", "1")))
    assert served.view()["traffic"] == {"1": 100}
    assert await ask(served, 1) == 2
    await until(lambda: served.view()["traffic"] == {"2": 100}, 10)
    await until(lambda: answers[-1]["version"] == "2")
    served.take(order(serving.folder, version("1"), version("2"), **_takes_over("1", "2", 3)))
    await until(lambda: served.view()["traffic"] == {"1": 100}, 10)
    assert worker_of(served) is first  # it was kept, and is not loaded again
    await until(lambda: answers[-1]["version"] == "1")
    done.set()
    await asyncio.gather(*asking_on)
    assert all(answer["prediction"] == 2 for answer in answers)
    assert served.view()["revision"] == 3


async def test_what_is_served_is_let_go_only_when_something_else_is_loaded(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cnet_agent.model_server.worker_process._PATIENCE", 0.1)
    served = await serving.running()
    slow = version("2", worker={"hangs": True})
    gate, gated = _gated(serving, "3")
    served.take(order(serving.folder, version("1"), slow, **_takes_over("2", "1")))
    served.take(order(serving.folder, slow, gated, **_takes_over("3", "2", 3)))
    assert await ask(served, 1) == 2
    assert served.versions == ["1", "2", "3"]
    await asyncio.to_thread(lambda: gate.open("w").close())
    await until(lambda: served.view()["traffic"] == {"3": 100}, 10)
    assert served.versions == ["2", "3"]
    assert await ask(served, 1) == 2


async def test_what_was_loaded_a_moment_ago_serves_until_the_next_is_loaded(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cnet_agent.model_server.worker_process._PATIENCE", 0.1)
    served = serving.begin()
    _, slow = _gated(serving, "2")

    def replace_it() -> None:
        if served.condition.state == "running":
            served.on_change = lambda: None
            served.take(order(serving.folder, slow, **_takes_over("2", "2")))

    served.on_change = replace_it
    await until(lambda: served.versions == ["1", "2"], 10)
    assert await ask(served, 1) == 2
    assert served.versions == ["1", "2"]


async def test_a_new_version_that_cannot_be_loaded_leaves_the_old_one_alone(
    serving: Serving,
) -> None:
    served = await serving.running()
    broken = version("2", worker={"refuses": "It is no model."})
    served.take(order(serving.folder, version("1"), broken, **_takes_over("2", "1")))
    view = await until(
        lambda: served.view() if served.view()["versions"]["2"]["state"] == "failed" else None, 10
    )
    assert view["versions"]["2"]["reason"] == "It is no model."
    assert (view["state"], view["traffic"]) == ("running", {"1": 100})
    assert await ask(served, 2) == 4


async def test_a_version_that_could_not_be_loaded_is_tried_again_when_it_is_wanted_again(
    serving: Serving,
) -> None:
    served = await serving.running()
    broken = version("2", worker={"refuses": "No memory."})
    served.take(order(serving.folder, version("1"), broken, **_takes_over("2", "1")))
    await until(lambda: served.view()["versions"]["2"]["state"] == "failed", 10)
    del broken.worker["refuses"]  # there is some now
    served.take(order(serving.folder, version("1"), broken, **_takes_over("1", "1", 3)))
    assert served.view()["versions"]["2"]["state"] == "failed"  # nobody wants it
    served.take(order(serving.folder, version("1"), broken, **_takes_over("2", "1", 4)))
    await until(lambda: served.view()["traffic"] == {"2": 100}, 10)


async def test_a_server_begins_with_what_was_before_where_the_new_cannot_be_loaded(
    serving: Serving,
) -> None:
    broken = version("2", worker={"refuses": "It is no model."})
    served = serving.begin(version("1"), broken, **_takes_over("2", "1"))
    await until(lambda: served.condition.state == "running", 10)
    assert served.view()["traffic"] == {"1": 100}
    assert await ask(served, 2) == 4


async def test_requests_are_divided_as_they_shall_be_and_each_may_name_its_version(
    serving: Serving,
) -> None:
    served = await serving.running(
        version("1"), version("2"), traffic={"1": 80, "2": 20}, previous={}
    )
    await until(lambda: served.view()["versions"]["2"]["state"] == "running", 10)
    told = [await answered(served) for _ in range(50)]
    assert Counter(answer["version"] for answer in told) == {"1": 40, "2": 10}
    named = await answered(served, "2")
    assert named["version"] == "2"
    assert await ask(served, 1, "3") == (404, "The model has no version '3'.")
    figures = {name: each["metrics"] for name, each in served.view()["versions"].items()}
    assert (figures["1"]["requests"], figures["2"]["requests"]) == (40, 11)
    assert served.view()["metrics"]["requests"] == 51


async def test_a_version_that_is_down_gets_no_requests_while_the_other_runs(
    serving: Serving,
) -> None:
    served = await serving.running(version("1"), version("2"), traffic={"1": 50, "2": 50})
    await until(lambda: served.view()["versions"]["2"]["state"] == "running", 10)
    os.kill(served.view()["versions"]["2"]["worker"], signal.SIGKILL)
    await until(lambda: served.view()["versions"]["2"]["state"] == "loading")
    told = [await answered(served) for _ in range(4)]
    assert [answer["version"] for answer in told] == ["1"] * 4


async def test_a_version_that_is_let_go_answers_first_and_ends(serving: Serving) -> None:
    served = await serving.running(version("1"), version("2"))
    await until(lambda: served.view()["versions"]["2"]["state"] == "running", 10)
    pid = served.view()["versions"]["2"]["worker"]
    waiting = asyncio.ensure_future(ask(served, "wait", "2"))
    await until(lambda: served.view()["pending"])
    served.take(order(serving.folder, version("1"), revision=2))
    await until(lambda: served.versions == ["1"])
    assert await waiting == "waited"
    await until(lambda: not is_alive(pid), 10)


async def test_what_is_let_go_has_as_long_as_a_request_may_take(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = await serving.running(version("1"), version("2"), timeout=17.0)
    given: list[float] = []

    async def drain(_self: Version, seconds: float) -> None:
        given.append(seconds)

    monkeypatch.setattr(Version, "drain", drain)
    served.take(order(serving.folder, version("1"), revision=2, timeout=17.0))
    await until(lambda: given)
    assert given == [17.0]


async def test_a_version_that_was_unloaded_is_loaded_when_it_is_its_turn(serving: Serving) -> None:
    served = await serving.running(
        version("1", idle=600), version("2", idle=600), traffic={"1": 50, "2": 50}
    )
    await until(lambda: served.view()["versions"]["2"]["state"] == "running", 10)
    for held in served._versions.values():
        held._rescale(time.monotonic() + 1000)
    await until(lambda: not any(each["workers"] for each in _each(served)))
    told = [await answered(served) for _ in range(10)]
    assert Counter(answer["version"] for answer in told) == {"1": 5, "2": 5}


async def test_a_version_that_cannot_be_loaded_again_gives_way_to_what_was_before(
    serving: Serving,
) -> None:
    told = version("2")
    served = await serving.running(version("1"), told, **_takes_over("2", "1"))
    await until(lambda: served.view()["traffic"] == {"2": 100}, 10)
    told.worker["refuses"] = "The file has changed."
    os.kill(served.view()["versions"]["2"]["worker"], signal.SIGKILL)
    await until(lambda: served.view()["traffic"] == {"1": 100}, 10)
    assert await ask(served, 1) == 2
    assert served.view()["versions"]["2"]["reason"] == "The file has changed."


async def test_a_version_that_is_to_be_held_otherwise_answers_until_it_is(serving: Serving) -> None:
    served = await serving.running()
    first = worker_of(served)
    gate, changed = _gated(serving, "1")
    served.take(order(serving.folder, changed, revision=2))
    assert await ask(served, 1) == 2
    served.take(order(serving.folder, changed, version("2"), revision=3))  # of which it is no part
    await until(lambda: served.view()["versions"]["2"]["state"] == "running", 10)
    assert worker_of(served) is first
    await asyncio.to_thread(lambda: gate.open("w").close())
    await until(lambda: worker_of(served) is not first, 10)
    assert await ask(served, 1) == 2
    assert served.view()["metrics"]["errors"] == {}


async def test_a_version_that_cannot_be_held_otherwise_is_held_as_before(
    serving: Serving, caplog: pytest.LogCaptureFixture
) -> None:
    served = await serving.running()
    first = worker_of(served)
    served.take(order(serving.folder, version("1", worker={"refuses": "No memory."}), revision=2))
    await until(lambda: "as it is wanted: No memory." in caplog.text, 10)
    assert worker_of(served) is first
    assert served.condition.state == "running"


async def test_a_change_that_is_taken_back_is_not_made(serving: Serving) -> None:
    served = await serving.running()
    first = worker_of(served)
    _, changed = _gated(serving, "1")
    served.take(order(serving.folder, changed, revision=2))
    served.take(order(serving.folder, version("1"), revision=3))
    await until(lambda: not served._coming and not served._leaving, 10)
    assert worker_of(served) is first
    assert len(served._tasks) == 1


async def answered(served: Served, version: str = "") -> Any:
    """Return the whole answer to a request that a version, or any, gets."""
    reply = await served.ask(PREDICT, asking(1), version)
    assert isinstance(reply, Reply)
    return json.loads(reply.body)


def _gated(serving: Serving, name: str) -> tuple[Path, VersionOrder]:
    """Return a version whose worker is not ready until somebody writes to a pipe, and that pipe."""
    gate = serving.folder / "gate"
    os.mkfifo(gate)
    return gate, version(name, worker={"waits_for": str(gate)})


def _each(served: Served) -> list[dict[str, Any]]:
    return list(served.view()["versions"].values())


def _takes_over(new: str, old: str, revision: int = 2) -> dict[str, Any]:
    return {"traffic": {new: 100}, "previous": {old: 100}, "revision": revision}
