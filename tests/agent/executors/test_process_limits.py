"""Process tasks for real: limits and usage, under every mechanism here."""

from pathlib import Path

import pytest

from cnet_agent.model.phase import Reason
from helpers.processes import (
    PYTHON,
    Rig,
    mechanisms,
    of_task,
    rig,
)
from helpers.waiting import until

pytestmark = pytest.mark.integration

ALLOCATE = "b = []\nwhile True: b.append(bytearray(b'x' * (4 << 20)))"


# -- limits -------------------------------------------------------------------------------------


async def test_a_task_over_its_memory_limit_ends_as_oom(anyhow: Rig) -> None:
    resources = {"memory_limit": 64 << 20}
    key, handle = await anyhow.start(PYTHON, "-c", ALLOCATE, resources=resources)
    outcome = (await anyhow.end(key, 10)).outcome
    assert outcome.reason is Reason.OOM
    if handle.limits["memory"] == "hard":
        assert outcome.oom_kills >= 1
        assert outcome.peak_memory is not None
        # What is being killed may take a little more, so that it can end.
        assert 60 << 20 <= outcome.peak_memory <= 80 << 20


async def test_a_grandchild_killed_for_memory_is_counted_beside_a_success(one: Rig) -> None:
    if one.executor.availability().limits["memory"] != "hard":
        pytest.skip("needs control groups for memory")
    script = f'{PYTHON} -c "{ALLOCATE}"; exit 0'
    outcome = await one.run("bash", "-c", script, resources={"memory_limit": 64 << 20})
    assert (outcome.reason, outcome.exit_code, outcome.oom_kills) == (Reason.EXIT, 0, 1)


@pytest.mark.integration  # it must have the machine for itself
async def test_half_a_core_is_half_a_core(one: Rig) -> None:
    if one.executor.availability().limits["cpu"] != "hard":
        pytest.skip("needs control groups for the processor")
    script = "for i in 1 2; do (while :; do :; done) & done; sleep 3"
    key, handle = await one.start("sh", "-c", script, resources={"cpu_limit": 0.5})
    outcome = (await one.end(key)).outcome
    assert outcome.cpu_seconds is not None
    share = outcome.cpu_seconds / (outcome.ended_at - handle.started_at)
    assert 0.45 <= share <= 0.56


async def test_a_soft_share_of_the_processor_confines_to_whole_ones(tmp_path: Path) -> None:
    async with rig(tmp_path, mechanisms()[0]) as made:
        key, handle = await made.start("nproc", resources={"cpu_limit": 0.5})
        await made.end(key)
        assert made.log(key) == "stdout F 1"
        assert handle.limits["cpu"] == "soft"


async def test_a_fork_bomb_is_contained_and_can_be_stopped(anyhow: Rig) -> None:
    bomb = "bomb() { bomb | bomb & }; bomb; sleep 600"
    key, handle = await anyhow.start("bash", "-c", bomb, resources={"pids_limit": 50})
    if handle.limits["pids"] == "hard":
        await until(lambda: len(of_task(key.task_id)) >= 20, 5)
        assert len(of_task(key.task_id)) <= 50
        await anyhow.executor.stop(key, 0)
        assert (await anyhow.end(key, 3)).outcome.reason is Reason.STOPPED
    else:
        assert (await anyhow.end(key, 10)).outcome.reason is Reason.PIDS_LIMIT
    assert of_task(key.task_id) == []


async def test_a_task_that_fills_its_directory_is_stopped_and_told_how_far(anyhow: Rig) -> None:
    script = (
        'i=0; while :; do head -c 300000 /dev/zero > "$TMPDIR/$i"; i=$((i+1)); sleep 0.01; done'
    )
    key, handle = await anyhow.start("sh", "-c", script, resources={"disk_limit": 2_000_000})
    outcome = (await anyhow.end(key, 8)).outcome
    assert outcome.reason is Reason.DISK_LIMIT
    assert "over" in outcome.detail
    assert handle.limits["disk"] == "soft"


async def test_a_single_file_cannot_grow_beyond_the_disk_limit(one: Rig, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    outcome = await one.run(
        "dd", "if=/dev/zero", f"of={target}", "bs=100k", resources={"disk_limit": 1_000_000}
    )
    assert outcome.reason is Reason.DISK_LIMIT
    assert target.stat().st_size == 1_000_000


async def test_usage_tells_of_the_whole_tree(anyhow: Rig) -> None:
    script = "(while :; do :; done) & sleep 600"
    key, _ = await anyhow.start("sh", "-c", script, resources={"memory_limit": "500MB"})
    await anyhow.executor.usage(key)

    async def busy() -> bool:
        used = await anyhow.executor.usage(key)
        return used is not None and used.cpu_percent > 20 and used.pids == 3 and used.memory > 0

    await until(busy, 8)
    await anyhow.executor.stop(key, 0)
    await anyhow.end(key)
    assert await anyhow.executor.usage(key) is None
