"""A worker that is kept alive, and requests that are let in."""

import asyncio
import os
import signal
import subprocess
from typing import Any

import pytest

from cnet_agent.model_server.served import NoModel, Refusal
from cnet_worker.frames import PREDICT
from helpers.fake_worker import SIGNATURE, asking
from helpers.serving_scene import Serving, ask
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
    await until(lambda: served.condition.state == "loading", 1)
    assert "SIGKILL" in served.condition.reason
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


async def test_a_worker_that_cannot_be_started_is_tried_again(serving: Serving) -> None:
    served = serving.begin(python="/nowhere/python")
    await until(lambda: "cannot be started" in served.condition.reason)
    assert served.condition.state == "loading"


async def test_many_errors_are_not_as_many_lines(
    serving: Serving, caplog: pytest.LogCaptureFixture
) -> None:
    served = await serving.running(queue_size=100)
    await asyncio.gather(*(ask(served, "refuse") for _ in range(50)))
    lines = [line for line in caplog.messages if "It does not fit" in line]
    assert len(lines) == 1
    assert lines == ["A request got 422: It does not fit."]


async def test_a_server_that_is_stopped_while_it_starts_its_worker_leaves_none(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []

    class Popen(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **more: Any) -> None:
            super().__init__(*arguments, **more)
            started.append(self.pid)
            serving.tasks[0].cancel()

    monkeypatch.setattr("cnet_agent.model_server.worker_process.subprocess.Popen", Popen)
    serving.begin()
    await until(serving.tasks[0].done, 10)
    (worker,) = started
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
