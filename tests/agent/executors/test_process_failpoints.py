"""Death at each named point, agents killed at random, and a full disk."""

import asyncio
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from cnet_agent.config.layout import Layout
from cnet_agent.executors.base import (
    AttemptKey,
    Ended,
    NeverRan,
    StartError,
    Vanished,
)
from cnet_agent.executors.process import ProcessExecutor
from cnet_agent.model.phase import Reason
from cnet_agent.supervisor import record
from helpers.processes import (
    PYTHON,
    Rig,
    gone,
    groups_of,
    is_alive,
    new_key,
    of_task,
    rig,
)
from helpers.waiting import a_moment

pytestmark = pytest.mark.integration


def path_of(made: Rig, key: AttemptKey) -> Path:
    return made.layout.task(key.task_id).record(key.number)


def is_free(made: Rig, key: AttemptKey) -> bool:
    return not record.is_held(path_of(made, key))


def family_is_complete(key: AttemptKey) -> bool:
    return len(of_task(key.task_id)) == 6


# -- failpoints ---------------------------------------------------------------------------------


def arm(monkeypatch: pytest.MonkeyPatch, folder: Path, name: str) -> None:
    """Have the next launcher, or a supervisor it forks, die once at ``name``."""
    ticket = folder / "ticket"
    ticket.touch()
    monkeypatch.setenv("CNET_FAILPOINT", f"{name}@{ticket}")


@pytest.mark.parametrize("point", ["launcher-received", "launcher-forked", "before-intent"])
async def test_death_before_the_intent_runs_the_task_once_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, point: str
) -> None:
    arm(monkeypatch, tmp_path, point)
    async with rig(tmp_path) as made:
        outcome = await made.run("sh", "-c", f"echo x >> {tmp_path}/runs; exit 42")
        assert outcome.exit_code == 42
    assert not (tmp_path / "ticket").exists()
    assert (tmp_path / "runs").read_text() == "x\n"


@pytest.mark.parametrize(("point", "runs"), [("after-intent", 0), ("after-release", None)])
async def test_death_after_the_intent_is_lost(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, point: str, runs: int | None
) -> None:
    arm(monkeypatch, tmp_path, point)
    async with rig(tmp_path) as made:
        launch = made.launch("sh", "-c", f"echo x >> {tmp_path}/runs; exit 42")
        with pytest.raises(StartError) as caught:
            await made.executor.start(launch)
        assert caught.value.outcome.reason is Reason.LOST
        assert of_task(launch.key.task_id) == []
        assert isinstance(await made.executor.recover(launch.key), Vanished)
        assert groups_of(launch.key.task_id) == []
    written = (tmp_path / "runs").read_text() if (tmp_path / "runs").exists() else ""
    assert written == "" if runs == 0 else written in ("", "x\n")


async def test_death_before_the_exit_record_is_lost(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    arm(monkeypatch, tmp_path, "before-exit")
    async with rig(tmp_path) as made:
        key, _ = await made.start(
            "sh", "-c", f"setsid sleep 600 & echo x >> {tmp_path}/runs; sleep 0.2"
        )
        end = await made.end(key)
        assert isinstance(end, Vanished)
        assert end.outcome.reason is Reason.LOST
        assert of_task(key.task_id) == []
    assert (tmp_path / "runs").read_text() == "x\n"


async def test_death_after_the_exit_record_keeps_the_exit_and_leaves_nobody(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    arm(monkeypatch, tmp_path, "after-exit")
    async with rig(tmp_path) as made:
        key, _ = await made.start("sh", "-c", "setsid sleep 600 & sleep 0.2; exit 42")
        end = await made.end(key)
        assert isinstance(end, Ended)
        assert end.outcome.exit_code == 42
        assert of_task(key.task_id) == []
        assert groups_of(key.task_id) == []


async def test_a_supervisor_that_always_dies_is_given_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CNET_FAILPOINT", "before-intent")
    async with rig(tmp_path) as made:
        launch = made.launch("true")
        with pytest.raises(StartError) as caught:
            await made.executor.start(launch)
        assert caught.value.outcome.reason is Reason.SPAWN_ERROR
        assert await made.executor.recover(launch.key) == NeverRan()


# -- the agent is killed for real ---------------------------------------------------------------

AGENT = """
import asyncio, sys
from collections.abc import AsyncIterator
from pathlib import Path
from helpers.processes import rig
from cnet_agent.executors.base import AttemptKey

async def main(folder, prefix, first, count):
    async with rig(Path(folder)) as made:
        async def start(number):
            key = AttemptKey(f"{prefix}-{number}", 1)
            script = f"echo x >> {folder}/runs-{number}; sleep 0.{number % 5}; exit {number % 200}"
            await made.executor.reserve(key, {"number": number})
            await made.executor.start(made.launch("sh", "-c", script, key=key))
        print("up", flush=True)
        await asyncio.gather(*(start(number) for number in range(first, first + count)))
        await asyncio.sleep(600)

asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
"""


async def test_agents_killed_while_launching_leave_every_task_known_and_run_at_most_once(
    tmp_path: Path,
) -> None:
    chance = random.Random(7)
    rounds, each = 8, 25
    prefix = new_key().task_id  # names control groups, which all agents of a machine share
    for turn in range(rounds):
        agent = await asyncio.to_thread(
            subprocess.Popen,
            [sys.executable, "-c", AGENT, str(tmp_path), prefix, str(turn * each), str(each)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert agent.stdout is not None
        with agent.stdout:
            await asyncio.to_thread(agent.stdout.readline)
            await a_moment(chance.uniform(0.0, 0.25))
            agent.kill()
            agent.wait()
    async with rig(tmp_path) as made:
        known = await made.executor.known_attempts()
        found = {entry.key: await made.executor.recover(entry.key) for entry in known}
        never = [key for key, what in found.items() if isinstance(what, NeverRan)]
        assert len(never) < len(found)
        for key in never:
            number = int(key.task_id.rpartition("-")[2])
            assert not (tmp_path / f"runs-{number}").exists()
        for key in found:
            number = int(key.task_id.rpartition("-")[2])
            if key in never:
                continue
            end = found[key] if isinstance(found[key], Ended) else await made.end(key)
            assert isinstance(end, Ended), (key, end)
            assert end.outcome.exit_code == number % 200
            assert (tmp_path / f"runs-{number}").read_text() == "x\n"


# -- the disk is full ---------------------------------------------------------------------------


async def test_on_a_full_disk_the_exit_is_recorded_and_a_stop_takes(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    small = tmp_path / "small"
    small.mkdir()
    mounted = await asyncio.to_thread(
        subprocess.run, ["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(small)], check=False
    )
    if mounted.returncode != 0:
        pytest.skip("no leave to mount a small disk")
    try:
        async with rig(small) as made:
            script = "import os; os.write(1, b'x' * 99 + b'\\n'); "
            fill = "[os.write(1, (b'y' * 99 + b'\\n') * 500) for _ in range(200)]; "
            key, _ = await made.start(PYTHON, "-c", script + fill + "raise SystemExit(9)")
            loud, _ = await made.start("sh", "-c", "while :; do echo noise; sleep 0.01; done")
            end = await made.end(key)
            assert end.outcome.exit_code == 9
            assert end.outcome.dropped_bytes > 1_000_000
            with pytest.raises(OSError, match="No space left"):
                for _ in range(100):
                    await made.executor.reserve(new_key(), {"padding": "x" * 100_000})
            await made.executor.stop(loud, 2)
            assert (await made.end(loud)).outcome.reason is Reason.STOPPED
    finally:
        await asyncio.to_thread(subprocess.run, ["umount", "-l", str(small)], check=True)


async def test_closing_while_attempts_run_leaves_them_running(tmp_path: Path) -> None:
    executor = ProcessExecutor(Layout(tmp_path / "data"))
    await executor.open(lambda _key, _end: None)
    async with rig(tmp_path) as made:
        key, handle = await made.start("sleep", "600")
        await made.executor.close()
        assert is_alive(handle.pid)
        await executor.stop(key, 0)
        await gone(key, 3)
    await executor.close()
