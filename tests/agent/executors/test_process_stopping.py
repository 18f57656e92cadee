"""Process tasks for real: stops, timeouts and signals, under every mechanism here."""

import asyncio
import os
import signal
import time
from pathlib import Path

import pytest

from cnet_agent.executors.base import StartError
from cnet_agent.model.phase import Reason
from helpers.processes import (
    PYTHON,
    Rig,
    gone,
    new_key,
    of_task,
)
from helpers.waiting import a_moment, until

pytestmark = pytest.mark.integration

STUBBORN = """
import os, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
for _ in range(2):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.setsid()
        time.sleep(600)
print("ready", flush=True)
time.sleep(600)
"""


# -- stopping -----------------------------------------------------------------------------------


async def test_a_task_that_obeys_is_stopped_by_its_stop_signal(anyhow: Rig) -> None:
    script = "trap 'echo bye; exit 3' INT; echo ready; while :; do sleep 0.05; done"
    key, _ = await anyhow.start("sh", "-c", script, stop_signal="SIGINT")
    await anyhow.output(key, "ready")
    await anyhow.executor.stop(key, 10)
    outcome = (await anyhow.end(key, 5)).outcome
    assert (outcome.reason, outcome.exit_code) == (Reason.STOPPED, 3)
    assert "bye" in anyhow.log(key)


async def test_a_stubborn_task_is_gone_within_its_grace_and_a_second(anyhow: Rig) -> None:
    key, _ = await anyhow.start(PYTHON, "-c", STUBBORN)
    await anyhow.output(key, "ready")
    await until(lambda: len(of_task(key.task_id)) == 5)
    began = time.monotonic()
    await anyhow.executor.stop(key, 1.0)
    await gone(key, 2.0)
    took = time.monotonic() - began
    outcome = (await anyhow.end(key, 2)).outcome
    assert 1.0 <= took <= 2.0
    assert (outcome.reason, outcome.signal) == (Reason.STOPPED, "SIGKILL")


async def test_a_later_stop_with_less_grace_shortens_it(one: Rig) -> None:
    key, _ = await one.start("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.05; done")
    await one.output(key, "ready")
    await one.executor.stop(key, 60)
    await one.executor.stop(key, 0)
    assert (await one.end(key, 3)).outcome.reason is Reason.STOPPED


async def test_fifty_stops_at_once_are_one(one: Rig) -> None:
    key, _ = await one.start("sleep", "600")
    await asyncio.gather(*(one.executor.stop(key, 5) for _ in range(50)))
    outcome = (await one.end(key, 5)).outcome
    assert (outcome.reason, outcome.signal) == (Reason.STOPPED, "SIGTERM")
    assert one.told == 1


async def test_a_suspended_task_can_be_stopped(one: Rig) -> None:
    key, handle = await one.start("sleep", "600")
    os.kill(handle.pid, signal.SIGSTOP)
    await one.executor.stop(key, 10)
    assert (await one.end(key, 3)).outcome.signal == "SIGTERM"


async def test_a_stop_before_the_start_keeps_the_command_from_running(
    one: Rig, tmp_path: Path
) -> None:
    launch = one.launch("touch", str(tmp_path / "ran"))
    await one.executor.reserve(launch.key, {})
    await one.executor.stop(launch.key, 1)
    with pytest.raises(StartError) as caught:
        await one.executor.start(launch)
    assert caught.value.outcome.reason is Reason.STOPPED
    assert not (tmp_path / "ran").exists()


async def test_a_stop_while_it_starts_always_takes(one: Rig) -> None:
    for delay in range(20):
        launch = one.launch("sleep", "600")
        starting = asyncio.ensure_future(one.executor.start(launch))
        await a_moment(delay * 0.0005)
        await one.executor.reserve(launch.key, {})
        await one.executor.stop(launch.key, 5)
        (result,) = await asyncio.gather(starting, return_exceptions=True)
        if isinstance(result, StartError):
            outcome = result.outcome
        else:
            outcome = (await one.end(launch.key, 4)).outcome
        assert outcome.reason is Reason.STOPPED


async def test_stopping_what_ended_or_never_was_does_nothing(one: Rig) -> None:
    await one.executor.stop(new_key(), 1)
    key, _ = await one.start("true")
    end = await one.end(key)
    await one.executor.stop(key, 1)
    assert await one.executor.recover(key) == end


async def test_a_supervisor_asked_to_end_from_outside_ends_the_task_and_says_so(one: Rig) -> None:
    key, _ = await one.start("sleep", "600")
    os.kill(one.supervisor(key), signal.SIGTERM)
    outcome = (await one.end(key, 5)).outcome
    assert (outcome.reason, outcome.signal) == (Reason.SIGNAL, "SIGTERM")
    assert "outside" in outcome.detail or "other than" in outcome.detail


async def test_a_timeout_holds_and_is_the_reason(anyhow: Rig) -> None:
    key, _ = await anyhow.start(
        "sh", "-c", "trap '' TERM; while :; do sleep 0.05; done", timeout=0.5, stop_grace=0.5
    )
    began = time.monotonic()
    outcome = (await anyhow.end(key, 5)).outcome
    assert (outcome.reason, outcome.signal) == (Reason.TIMEOUT, "SIGKILL")
    assert 0.7 < time.monotonic() - began < 2.5


async def test_signals_reach_the_main_process(one: Rig) -> None:
    key, _ = await one.start(
        "sh", "-c", "trap 'exit 9' USR1; echo ready; while :; do sleep 0.05; done"
    )
    await one.output(key, "ready")
    await one.executor.signal(key, "SIGUSR1")
    assert (await one.end(key)).outcome.exit_code == 9
    with pytest.raises(ProcessLookupError):
        await one.executor.signal(key, "SIGUSR1")
