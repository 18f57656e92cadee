"""A worker that is kept alive, and requests that are let in."""

import asyncio
import os
import signal
from types import SimpleNamespace
from typing import Any

import pytest

from cnet_agent.model_server import served as served_module
from cnet_agent.model_server.condition import NoModel, Refusal
from cnet_agent.model_server.served import Served
from cnet_worker.frames import PREDICT
from helpers.fake_worker import SIGNATURE, asking, order, version
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


@pytest.mark.parametrize(("cores", "awake"), [(None, True), (1.0, False)])
async def test_requests_that_follow_each_other_keep_a_server_awake_that_may_use_the_cores(
    serving: Serving, monkeypatch: pytest.MonkeyPatch, cores: float | None, *, awake: bool
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 8)
    monkeypatch.setattr("cnet_agent.model_server.awake.SOON", 5.0)
    served = await serving.running(version(worker={"cores": cores}))
    for _ in range(2):
        assert await ask(served, 1) == 2
    assert served._awake.is_awake is awake


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
