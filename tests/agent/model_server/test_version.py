"""A version that is held by as many processes as it takes, or by none for a while."""

import asyncio
import os
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest

from cnet_agent.model_server import scaling
from cnet_agent.model_server import version as version_module
from cnet_agent.model_server.replica import Replica
from cnet_agent.model_server.served import Served
from helpers.fake_worker import SIGNATURE, version
from helpers.processes import is_alive
from helpers.serving_scene import Serving, ask
from helpers.waiting import until


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let looks at the queue, and what they lead to, come within moments."""
    monkeypatch.setattr(version_module, "_LOOK_EVERY", 0.01)
    monkeypatch.setattr(scaling, "_PATIENCE", 0.05)
    monkeypatch.setattr(scaling, "_CALM", 0.1)


async def test_a_version_is_held_by_as_many_processes_as_it_must(serving: Serving) -> None:
    served = await serving.running(version(replicas=(3, 3)))
    workers = await until(lambda: _workers(served) if len(_workers(served)) == 3 else None, 10)
    answers = await asyncio.gather(*(ask(served, "wait") for _ in range(3)))
    assert answers == ["waited"] * 3  # each by another one, or they would take thrice as long
    os.kill(workers[0], signal.SIGKILL)
    await until(lambda: len(_workers(served)) == 2)
    assert served.condition.state == "running"
    assert await ask(served, 4) == 8
    await until(lambda: len(_workers(served)) == 3, 10)
    await serving.end()
    assert not any(is_alive(pid) for pid in workers)


@pytest.mark.usefixtures("quick")
async def test_there_are_more_while_requests_wait_and_fewer_when_none_do(serving: Serving) -> None:
    served = await serving.running(version(replicas=(1, 2), queue_size=100))
    first = _workers(served)
    waiting = [asyncio.ensure_future(ask(served, "wait")) for _ in range(15)]
    await until(lambda: len(_workers(served)) == 2, 10)
    assert set(await asyncio.gather(*waiting)) == {"waited"}
    await until(lambda: _workers(served) == first, 10)
    assert await ask(served, 4) == 8


@pytest.mark.usefixtures("quick")
async def test_who_is_let_go_answers_first_what_it_was_asked(serving: Serving) -> None:
    served = await serving.running(version(replicas=(1, 2), queue_size=100))
    waiting = [asyncio.ensure_future(ask(served, "wait")) for _ in range(15)]
    await until(lambda: len(_workers(served)) == 2, 10)
    late = [asyncio.ensure_future(ask(served, "wait")) for _ in range(2)]
    (held,) = served._versions.values()
    held._scale.most = 1  # at once, and not when it is calm
    held._look.set()
    assert await asyncio.gather(*late, *waiting) == ["waited"] * 17


async def test_who_is_let_go_has_as_long_as_a_request_may_take(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = await serving.running(version(replicas=(2, 2)), timeout=17.0)
    await until(lambda: len(_workers(served)) == 2, 10)
    given: list[float] = []

    async def drain(_self: Replica, seconds: float) -> None:
        given.append(seconds)

    monkeypatch.setattr(Replica, "drain", drain)
    (held,) = served._versions.values()
    held._scale.least = held._scale.most = 1
    held._look.set()
    await until(lambda: given)
    assert given == [17.0]


@pytest.mark.usefixtures("quick")
async def test_an_idle_version_is_unloaded_and_the_next_request_waits_for_it(
    serving: Serving,
) -> None:
    served = await serving.running(version(idle=0.2))
    (worker,) = _workers(served)
    await until(lambda: served.condition.state == "pending")
    assert served.condition.reason.startswith("It is unloaded: nobody asked it for 0.2 s.")
    await until(lambda: not is_alive(worker))
    assert served.condition.facts["signature"] == SIGNATURE  # it is still known
    assert await asyncio.gather(*(ask(served, number) for number in range(4))) == [0, 2, 4, 6]
    assert _workers(served) != [worker]
    assert served.view()["metrics"]["errors"] == {}


async def test_a_version_that_takes_longer_to_load_than_it_may_be_idle_is_loaded(
    serving: Serving,
) -> None:
    gate = serving.folder / "gate"
    os.mkfifo(gate)
    served = serving.begin(version(idle=0.5, worker={"waits_for": str(gate)}))
    (held,) = served._versions.values()
    await until(lambda: held.condition.worker)
    held._rescale(time.monotonic() + 100)
    await asyncio.to_thread(lambda: gate.open("w").close())
    await until(lambda: served.condition.state == "running", 10)


@pytest.mark.usefixtures("quick")
async def test_no_more_requests_wait_for_a_load_than_may(serving: Serving) -> None:
    served = await serving.running(version(idle=0.1, queue_size=2))
    await until(lambda: served.condition.state == "pending")
    answers = await asyncio.gather(*(ask(served, number) for number in range(5)))
    assert answers[:2] == [0, 2]
    assert {status for status, _ in answers[2:]} == {503}


@pytest.mark.usefixtures("quick")
async def test_a_model_that_can_no_longer_be_loaded_says_so_to_who_waits_for_it(
    serving: Serving,
) -> None:
    told = version(idle=0.1)
    served = await serving.running(told)
    await until(lambda: served.condition.state == "pending")
    told.worker["refuses"] = "The file has changed."
    assert await ask(served, 1) == (503, "The file has changed.")


async def test_a_process_that_cannot_load_it_does_not_end_those_that_did(
    serving: Serving, caplog: pytest.LogCaptureFixture
) -> None:
    told = version(replicas=(1, 2))
    served = await serving.running(told)
    told.worker["refuses"] = "No memory."
    (held,) = served._versions.values()
    held._add()
    held._look.set()
    await until(lambda: "Another process could not load" in caplog.text, 10)
    assert served.condition.state == "running"
    assert await ask(served, 1) == 2


async def test_one_of_two_that_cannot_load_it_does_not_end_what_the_other_is_loading(
    serving: Serving, caplog: pytest.LogCaptureFixture
) -> None:
    gate = serving.folder / "gate"
    os.mkfifo(gate)
    told = version(replicas=(1, 2), worker={"waits_for": str(gate)})
    served = serving.begin(told)
    (held,) = served._versions.values()
    await until(lambda: held.condition.worker, 10)
    told.worker["refuses"] = "No memory."
    held._add()
    held._look.set()
    await until(lambda: "Another process could not load" in caplog.text, 10)
    assert served.condition.state == "loading"
    await asyncio.to_thread(lambda: gate.open("w").close())
    await until(lambda: served.condition.state == "running", 10)
    assert await ask(served, 1) == 2


async def test_variables_are_those_of_the_version(serving: Serving) -> None:
    one = version("1", environment={"OWN": "one"})
    served = await serving.running(one, replace(version("2"), environment={"OWN": "two"}))
    await until(lambda: all(_workers(served, name) for name in "12"), 10)
    for name, value in (("1", "one"), ("2", "two")):
        (pid,) = _workers(served, name)
        assert f"OWN={value}".encode() in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")


def _workers(served: Served, name: str = "1") -> list[int]:
    workers: list[int] = served.view()["versions"][name]["workers"]
    return workers
