"""A worker that is kept alive, and requests that are let in."""

import asyncio
import json
import os
import signal
from collections import Counter
from types import SimpleNamespace
from typing import Any

import pytest

from cnet_agent.model_server import served as served_module
from cnet_agent.model_server.condition import NoModel, Refusal
from cnet_agent.model_server.served import Served
from cnet_worker.frames import PREDICT, Reply
from helpers.fake_worker import SIGNATURE, asking, order, version
from helpers.processes import is_alive
from helpers.serving_scene import Serving, ask, worker_of
from helpers.waiting import until


async def test_a_model_runs_once_its_worker_says_that_it_is_ready(serving: Serving) -> None:
    served = serving.begin()
    assert served.condition.state == "loading"
    assert await ask(served, 1) == (503, "The model is being loaded.")
    await until(lambda: served.condition.state == "running", 10)
    assert served.condition.facts["signature"] == SIGNATURE
    assert await ask(served, 21) == 42
    view = served.view()
    assert (view["state"], view["pending"], view["metrics"]["requests"]) == ("running", 0, 2)
    assert view["metrics"]["errors"] == {"refused": 1}
    assert view["metrics"]["batch"] == 2


async def test_a_model_that_cannot_be_loaded_is_not_tried_again(serving: Serving) -> None:
    served = serving.begin(worker={"refuses": "It is no model."})
    with pytest.raises(NoModel, match="It is no model"):
        await serving.tasks[0]
    assert (served.condition.state, served.condition.reason) == ("failed", "It is no model.")


async def test_what_the_model_refuses_is_passed_on_and_counted_by_kind(serving: Serving) -> None:
    served = await serving.running()
    assert await ask(served, "refuse") == (422, "It does not fit.")
    assert await ask(served, "fail") == (500, "The model failed.")
    assert served.view()["metrics"]["errors"] == {"invalid": 1, "model": 1}


async def test_a_worker_that_dies_under_load_is_started_again(serving: Serving) -> None:
    served = await serving.running()
    first = served.condition.worker
    waiting = [asyncio.ensure_future(ask(served, value)) for value in (1, "die", 2)]
    answers = await asyncio.gather(*waiting)
    gone = (503, "The model's process ended before it answered; it is started again.")
    assert answers[0] in (2, gone)  # it may have been answered before
    assert answers[1:] == [gone, gone]
    await until(lambda: "SIGKILL" in served.condition.reason)
    assert served.condition.state == "loading"
    await until(lambda: served.condition.state == "running", 10)
    assert served.condition.worker != first
    assert await ask(served, 3) == 6


async def test_the_death_of_a_worker_is_known_at_once(serving: Serving) -> None:
    served = await serving.running()
    told = asyncio.Event()
    served.on_change = told.set
    assert served.condition.worker is not None
    os.kill(served.condition.worker, signal.SIGKILL)
    await asyncio.wait_for(told.wait(), 1)
    assert served.condition.state == "loading"
    assert (await ask(served, 1))[0] == 503


async def test_a_worker_that_says_nothing_is_killed_and_started_again(serving: Serving) -> None:
    served = await serving.running(timeout=0.3)
    first = served.condition.worker
    assert await ask(served, "hang") == (504, "The model did not answer within 0.3 s.")
    await until(lambda: served.condition.worker not in (first, None), 10)
    await until(lambda: served.condition.state == "running", 10)
    assert await ask(served, 1) == 2


async def test_more_requests_than_may_wait_are_refused(serving: Serving) -> None:
    served = await serving.running(queue_size=2)
    waiting = [asyncio.ensure_future(served.ask(PREDICT, asking("wait"))) for _ in range(3)]
    answers = await asyncio.gather(*waiting)
    assert [isinstance(answer, Refusal) for answer in answers] == [False, False, True]
    refusal = answers[2]
    assert isinstance(refusal, Refusal)
    assert (refusal.status, refusal.retry_after) == (503, 1)
    assert refusal.error == "2 requests are waiting, which is as many as may."


async def test_a_stop_lets_what_is_computed_be_answered(serving: Serving) -> None:
    served = await serving.running()
    waiting = asyncio.ensure_future(ask(served, "wait"))
    await until(lambda: served.view()["pending"])
    await served.drain(5)
    assert waiting.done()
    assert await waiting == "waited"
    assert await ask(served, 1) == (503, "The model is being stopped.")


async def test_the_worker_ends_with_its_server(serving: Serving) -> None:
    served = await serving.running()
    worker = served.condition.worker
    assert worker is not None
    await serving.end()
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


async def test_a_worker_that_does_not_end_with_its_server_is_killed(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cnet_agent.model_server.worker_process._PATIENCE", 0.1)
    served = serving.begin(worker={"hangs": True})
    worker = await until(lambda: served.condition.worker)
    await serving.end()
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


async def test_a_stop_while_a_worker_is_being_ended_waits_until_it_has(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cnet_agent.model_server.worker_process._PATIENCE", 0.1)
    served = await serving.running()
    pid, worker = served.condition.worker, worker_of(served)
    assert pid is not None
    assert worker is not None
    os.kill(pid, signal.SIGSTOP)  # it does not notice that its socket is closed
    worker.calls.close()
    await worker.ended.wait()
    await asyncio.sleep(0)  # it is being ended
    await serving.end()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


async def test_a_worker_that_cannot_be_started_is_tried_again(serving: Serving) -> None:
    served = serving.begin(python="/nowhere/python")
    await until(lambda: "cannot be started" in served.condition.reason)
    assert served.condition.state == "loading"


async def test_a_worker_that_hangs_after_an_answer_is_killed_though_nobody_asks_any_more(
    serving: Serving,
) -> None:
    served = await serving.running(timeout=0.3)
    first = served.condition.worker
    answered, late = await asyncio.gather(ask(served, "wait"), ask(served, "hang"))
    assert answered == "waited"  # which was heard after the other was asked
    assert late == (504, "The model did not answer within 0.3 s.")
    await until(lambda: served.condition.worker not in (first, None), 10)


async def test_what_was_given_up_keeps_its_place_until_the_worker_has_done_with_it(
    serving: Serving,
) -> None:
    served = await serving.running(queue_size=1)
    waiting = asyncio.ensure_future(ask(served, "wait"))
    worker = await until(lambda: worker_of(served) if served.view()["pending"] else None)
    worker.calls.give_up(float("inf"))
    assert (await waiting)[0] == 504
    assert (await ask(served, 1))[0] == 503
    await until(lambda: not served.view()["pending"])
    assert await ask(served, 1) == 2


async def test_thousands_of_errors_are_a_line_a_second(
    serving: Serving, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    now = 100.0
    monkeypatch.setattr(served_module, "time", SimpleNamespace(monotonic=lambda: now))
    served = Served(order(serving.folder), serving.folder)
    for second in range(3):
        now = 100.0 + second
        for _ in range(2000):
            served.count(Refusal(503, "Too much."))
    assert caplog.messages == ["A request got 503: Too much."] * 3
    assert served.view()["metrics"]["errors"] == {"refused": 6000}


async def test_a_server_that_is_stopped_while_it_starts_its_worker_leaves_none(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []
    start = asyncio.create_subprocess_exec

    async def start_and_stop(*command: str, **more: Any) -> asyncio.subprocess.Process:
        process = await start(*command, **more)
        started.append(process.pid)
        serving.tasks[0].cancel()
        return process

    monkeypatch.setattr(asyncio, "create_subprocess_exec", start_and_stop)
    serving.begin()
    await until(serving.tasks[0].done, 10)
    (worker,) = started
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


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
    gate = serving.folder / "gate"
    os.mkfifo(gate)
    slow = version("2", worker={"hangs": True})
    gated = version("3", worker={"waits_for": str(gate)})
    served.take(order(serving.folder, version("1"), slow, **_takes_over("2", "1")))
    served.take(order(serving.folder, slow, gated, **_takes_over("3", "2", 3)))
    assert await ask(served, 1) == 2
    assert served.versions == ["1", "2", "3"]
    await asyncio.to_thread(lambda: gate.open("w").close())
    await until(lambda: served.view()["traffic"] == {"3": 100}, 10)
    assert served.versions == ["2", "3"]
    assert await ask(served, 1) == 2


async def test_what_was_loaded_a_moment_ago_serves_until_the_next_is_loaded(
    serving: Serving,
) -> None:
    served = serving.begin()
    gate = serving.folder / "gate"
    os.mkfifo(gate)
    slow = version("2", worker={"waits_for": str(gate)})

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


async def answered(served: Served, version: str = "") -> Any:
    """Return the whole answer to a request that a version, or any, gets."""
    reply = await served.ask(PREDICT, asking(1), version)
    assert isinstance(reply, Reply)
    return json.loads(reply.body)


def _takes_over(new: str, old: str, revision: int = 2) -> dict[str, Any]:
    return {"traffic": {new: 100}, "previous": {old: 100}, "revision": revision}
