"""Supervisors that take one attempt after another, and never carry anything over."""

import asyncio
import os
import signal
from pathlib import Path

import pytest

from cnet_agent.executors.base import AttemptKey
from cnet_agent.model.phase import Reason
from cnet_agent.supervisor import linux
from helpers.processes import PYTHON, Rig, descriptors_of, is_alive, rig
from helpers.waiting import until

pytestmark = pytest.mark.integration

BURN = "import time\nend = time.process_time() + 0.3\nwhile time.process_time() < end: pass"
HOLD = "block = bytearray(b'x' * 80_000_000)"


async def done(made: Rig, command: str, *args: str, **fields: object) -> AttemptKey:
    """Run a command to its end, and wait until its supervisor is free again or gone."""
    key, _ = await made.start(command, *args, **fields)
    await made.end(key)
    return key


def supervisors(made: Rig) -> list[int]:
    """Return the supervisors that the launcher has."""
    launcher = made.executor._launcher.pid
    table = linux.process_table()
    return [process.pid for process in table.values() if process.parent == launcher]


async def in_turn(made: Rig) -> tuple[AttemptKey, AttemptKey]:
    """Return two attempts, the second one supervised by the process that had the first."""
    for _ in range(20):  # a supervisor that is slow to say that it is free is passed over
        first = await done(made, PYTHON, "-c", f"{BURN}\n{HOLD}", resources={"pids_limit": 50})
        second = await done(made, "true")
        if made.supervisor(first) == made.supervisor(second):
            return first, second
    raise AssertionError("no supervisor took a second attempt")


async def test_a_supervisor_takes_another_attempt_and_counts_each_for_itself(one: Rig) -> None:
    first, second = await in_turn(one)
    burnt, idle = one.ends[first].outcome, one.ends[second].outcome
    assert burnt.cpu_seconds is not None
    assert burnt.cpu_seconds >= 0.3
    assert idle.cpu_seconds is not None
    assert idle.cpu_seconds < 0.3
    assert burnt.peak_memory is not None
    assert burnt.peak_memory > 80_000_000
    assert idle.peak_memory is None or idle.peak_memory < 80_000_000


async def test_the_usage_of_an_attempt_leaves_out_those_before_it(one: Rig) -> None:
    first, _ = await in_turn(one)
    key, _ = await one.start("sleep", "600")
    if one.supervisor(key) == one.supervisor(first):
        assert one.intent(key)["supervisor"]["children_cpu"] > 0
    usage = await one.executor.usage(key)
    assert usage is not None
    assert usage.cpu_percent < 100


async def test_a_supervisor_killed_while_it_waits_harms_no_later_attempt(one: Rig) -> None:
    await asyncio.gather(*(one.run("true") for _ in range(4)))
    for pid in supervisors(one):
        os.kill(pid, signal.SIGKILL)
    outcomes = await asyncio.gather(*(one.run("sh", "-c", f"exit {code}") for code in range(8)))
    assert [outcome.exit_code for outcome in outcomes] == list(range(8))


async def test_a_supervisor_that_waits_ends_when_it_is_asked_to(one: Rig) -> None:
    key = await done(one, "true")
    os.kill(one.supervisor(key), signal.SIGTERM)
    await until(lambda: not is_alive(one.supervisor(key)))
    assert (await one.run("true")).exit_code == 0


async def test_each_attempt_of_many_is_stopped_alone(one: Rig) -> None:
    async def stopped() -> Reason:
        key, _ = await one.start("sleep", "600")
        await one.executor.stop(key, 5)
        return (await one.end(key)).outcome.reason

    async def undisturbed(code: int) -> int | None:
        return (await one.run("sh", "-c", f"sleep 0.05; exit {code}", seconds=30)).exit_code

    for _ in range(5):
        reasons, codes = await asyncio.gather(
            asyncio.gather(*(stopped() for _ in range(8))),
            asyncio.gather(*(undisturbed(code) for code in range(8))),
        )
        assert set(reasons) == {Reason.STOPPED}
        assert codes == list(range(8))


async def test_a_supervisor_whose_agent_is_gone_ends_with_its_attempt(tmp_path: Path) -> None:
    async with rig(tmp_path) as first:
        key, _ = await first.start("sh", "-c", "echo ready; sleep 0.5; exit 3")
        await first.output(key, "ready")
        supervisor = first.supervisor(key)
        await first.executor.close()
        async with rig(tmp_path) as second:
            await second.executor.recover(key)
            assert (await second.end(key)).outcome.exit_code == 3
            await until(lambda: not is_alive(supervisor))


async def test_no_supervisor_is_left_when_the_agent_ends(tmp_path: Path) -> None:
    async with rig(tmp_path) as made:
        await asyncio.gather(*(made.run("true") for _ in range(4)))
        left = supervisors(made)
    await until(lambda: not any(map(is_alive, left)))


async def test_supervisors_keep_no_descriptor_of_what_they_did(one: Rig) -> None:
    async def some(count: int) -> dict[int, int]:
        await asyncio.gather(*(one.run("true", seconds=30) for _ in range(count)))
        return {pid: descriptors_of(pid) for pid in supervisors(one) if is_alive(pid)}

    before = await some(10)
    for _ in range(10):
        after = await some(10)
    used_again = before.keys() & after.keys()
    assert used_again
    await until(lambda: all(descriptors_of(pid) <= before[pid] for pid in used_again))
