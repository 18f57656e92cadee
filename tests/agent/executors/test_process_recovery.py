"""Death of agent, launcher and supervisor at any time, and what is known afterwards."""

import asyncio
import os
import random
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from cnet_agent.executors.base import (
    AttemptKey,
    Ended,
    Running,
    StartError,
    Vanished,
)
from cnet_agent.model.phase import Reason
from cnet_agent.supervisor import record
from helpers.processes import (
    Rig,
    groups_of,
    is_alive,
    new_key,
    of_task,
    rig,
)
from helpers.waiting import a_moment, until

pytestmark = pytest.mark.integration

FAMILY = "setsid sleep 600 & (setsid sh -c 'sleep 600 & sleep 600' &); echo ready; sleep 600"


def path_of(made: Rig, key: AttemptKey) -> Path:
    return made.layout.task(key.task_id).record(key.number)


def is_free(made: Rig, key: AttemptKey) -> bool:
    return not record.is_held(path_of(made, key))


def family_is_complete(key: AttemptKey) -> bool:
    return len(of_task(key.task_id)) == 6


# -- the supervisor is killed -------------------------------------------------------------------


async def test_a_killed_supervisor_is_told_within_two_seconds_and_leaves_nobody(
    anyhow: Rig,
) -> None:
    key, _ = await anyhow.start("sh", "-c", FAMILY)
    await anyhow.output(key, "ready")
    await until(partial(family_is_complete, key))
    began = time.monotonic()
    os.kill(anyhow.supervisor(key), signal.SIGKILL)
    end = await anyhow.end(key, 2.0)
    assert time.monotonic() - began < 2.0
    assert isinstance(end, Vanished)
    assert end.outcome.reason is Reason.LOST
    assert "supervised" in end.outcome.detail
    assert of_task(key.task_id) == []
    assert groups_of(key.task_id) == []


async def test_of_two_tasks_only_the_one_whose_supervisor_died_is_swept(anyhow: Rig) -> None:
    doomed, _ = await anyhow.start("sh", "-c", FAMILY)
    other, _ = await anyhow.start("sh", "-c", FAMILY)
    for key in (doomed, other):
        await anyhow.output(key, "ready")
        await until(partial(family_is_complete, key))
    os.kill(anyhow.supervisor(doomed), signal.SIGKILL)
    await anyhow.end(doomed)
    assert len(of_task(other.task_id)) == 6
    assert isinstance(await anyhow.executor.recover(other), Running)


async def test_an_attempt_lost_while_no_agent_was_there_is_found_and_swept(tmp_path: Path) -> None:
    async with rig(tmp_path) as first:
        key, _ = await first.start("sh", "-c", FAMILY)
        await first.output(key, "ready")
        supervisor = first.supervisor(key)
        await first.executor.close()
        os.kill(supervisor, signal.SIGKILL)
        async with rig(tmp_path) as second:
            found = await second.executor.recover(key)
            assert isinstance(found, Vanished)
            assert of_task(key.task_id) == []


async def test_a_record_taken_away_while_it_runs_ends_as_lost(one: Rig) -> None:
    key, _ = await one.start("sleep", "600")
    supervisor = one.supervisor(key)
    path_of(one, key).unlink()
    os.kill(supervisor, signal.SIGKILL)
    end = await one.end(key, 3)
    assert isinstance(end, Vanished)
    assert of_task(key.task_id) == []


async def test_an_attempt_of_an_earlier_boot_says_so(one: Rig) -> None:
    key = new_key()
    await one.executor.reserve(key, {})
    descriptor = record.open_record(path_of(one, key))
    record.write_intent(
        descriptor,
        {
            "supervisor": {"pid": os.getpid(), "start": 1},
            "child": {"pid": os.getpid(), "start": 1},
            "boot_id": "an earlier one",
            "started_at": 1.0,
            "limits": {},
        },
    )
    os.close(descriptor)
    found = await one.executor.recover(key)
    assert isinstance(found, Vanished)
    assert "restarted" in found.outcome.detail


async def test_a_damaged_record_is_lost_and_never_run_again(one: Rig) -> None:
    key = new_key()
    await one.executor.reserve(key, {})
    with path_of(one, key).open("r+b") as file:
        file.write(b"\xff" * 2000)
    found = await one.executor.recover(key)
    assert isinstance(found, Vanished)
    with pytest.raises(StartError):
        await one.executor.start(one.launch("true", key=key))


# -- the launcher is killed ---------------------------------------------------------------------


async def test_the_launchers_death_harms_no_task_and_no_new_launch(one: Rig) -> None:
    key, _ = await one.start("sh", "-c", "sleep 1; exit 7")
    launcher = one.executor._launcher.pid
    assert launcher is not None
    os.kill(launcher, signal.SIGKILL)
    await until(lambda: not is_alive(launcher))
    outcomes = await asyncio.gather(*(one.run("sh", "-c", f"exit {code}") for code in range(20)))
    assert [outcome.exit_code for outcome in outcomes] == list(range(20))
    assert (await one.end(key)).outcome.exit_code == 7
    assert one.executor._launcher.pid != launcher


async def test_launches_under_way_when_the_launcher_dies_run_exactly_once(
    one: Rig, tmp_path: Path
) -> None:
    chance = random.Random(5)

    async def run(number: int) -> int | None:
        outcome = await one.run("sh", "-c", f"echo x >> {tmp_path}/{number}; exit {number}")
        return outcome.exit_code

    async def kill_launchers() -> None:
        for _ in range(5):
            await a_moment(chance.uniform(0.02, 0.1))
            if (pid := one.executor._launcher.pid) is not None:
                os.kill(pid, signal.SIGKILL)

    killing = asyncio.ensure_future(kill_launchers())
    codes = await asyncio.gather(*(run(number) for number in range(150)))
    await killing
    assert codes == list(range(150))
    assert all((tmp_path / str(number)).read_text() == "x\n" for number in range(150))


async def test_a_launcher_ends_when_its_agent_does(tmp_path: Path) -> None:
    async with rig(tmp_path) as made:
        launcher = made.executor._launcher.pid
        assert launcher is not None
        key, _ = await made.start("sleep", "600")
        await made.executor.stop(key, 0)
        await made.end(key)
    assert not is_alive(launcher)


# -- the agent comes back -----------------------------------------------------------------------


async def test_another_executor_over_the_directory_takes_over_what_runs(tmp_path: Path) -> None:
    async with rig(tmp_path) as first:
        key, handle = await first.start("sh", "-c", "echo ready; sleep 0.7; exit 11")
        ended, _ = await first.start("sh", "-c", "exit 12")
        await first.end(ended)
        await first.executor.close()
        async with rig(tmp_path) as second:
            assert await second.executor.recover(key) == Running(handle)
            found = await second.executor.recover(ended)
            assert isinstance(found, Ended)
            assert found.outcome.exit_code == 12
            assert (await second.end(key)).outcome.exit_code == 11


async def test_what_ended_meanwhile_is_known_with_its_own_time(tmp_path: Path) -> None:
    async with rig(tmp_path) as first:
        key, handle = await first.start("sh", "-c", "sleep 0.2; exit 13")
        await first.executor.close()
        await until(lambda: not record.is_held(path_of(first, key)))
        seen = time.time()
        async with rig(tmp_path) as second:
            found = await second.executor.recover(key)
            assert isinstance(found, Ended)
            assert found.outcome.exit_code == 13
            assert found.handle == handle
            assert handle.started_at + 0.2 <= found.outcome.ended_at <= seen


async def test_a_timeout_and_a_stop_hold_without_an_agent(tmp_path: Path) -> None:
    async with rig(tmp_path) as first:
        timed, _ = await first.start("sleep", "600", timeout=0.6)
        stubborn = "trap '' TERM; echo ready; while :; do sleep 0.05; done"
        stopped, _ = await first.start("sh", "-c", stubborn)
        await first.output(stopped, "ready")
        await first.executor.stop(stopped, 0.6)
        await first.executor.close()
        for key in (timed, stopped):
            await until(partial(is_free, first, key), 5)
        async with rig(tmp_path) as second:
            for key, reason in ((timed, Reason.TIMEOUT), (stopped, Reason.STOPPED)):
                found = await second.executor.recover(key)
                assert isinstance(found, Ended)
                assert found.outcome.reason is reason


async def test_what_was_taken_over_can_be_stopped_signalled_and_measured(tmp_path: Path) -> None:
    async with rig(tmp_path) as first:
        key, _ = await first.start(
            "sh", "-c", "trap 'echo usr1' USR1; echo ready; while :; do sleep 0.05; done"
        )
        await first.output(key, "ready")
        await first.executor.close()
        async with rig(tmp_path) as second:
            await second.executor.recover(key)
            await second.executor.signal(key, "SIGUSR1")
            await second.output(key, "usr1")
            assert await second.executor.usage(key) is not None
            await second.executor.stop(key, 5)
            assert (await second.end(key)).outcome.reason is Reason.STOPPED


async def test_a_stop_reaches_a_task_that_is_not_watched(tmp_path: Path) -> None:
    async with rig(tmp_path) as first:
        key, _ = await first.start("sleep", "600")
        await first.executor.close()
        async with rig(tmp_path) as second:
            await second.executor.stop(key, 5)
            await until(lambda: not record.is_held(path_of(first, key)))
            found = await second.executor.recover(key)
            assert isinstance(found, Ended)
            assert found.outcome.reason is Reason.STOPPED
