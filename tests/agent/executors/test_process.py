"""Process tasks for real: how they start and end, under every mechanism here."""

import asyncio
import os
import time
from pathlib import Path

import pytest

from cnet_agent.executors.base import AttemptKey, Ended, NeverRan, Running, StartError
from cnet_agent.model.phase import Reason
from cnet_agent.model.task import Environment
from cnet_agent.supervisor import linux
from helpers.processes import (
    PYTHON,
    Rig,
    descriptors_of,
    groups_of,
    new_key,
    of_task,
    rig,
)
from helpers.waiting import until

pytestmark = pytest.mark.integration


# -- how it ends --------------------------------------------------------------------------------


async def test_exit_codes_are_told_as_they_were(anyhow: Rig) -> None:
    for code in (0, 1, 42, 255):
        outcome = await anyhow.run("sh", "-c", f"exit {code}")
        assert (outcome.reason, outcome.exit_code) == (Reason.EXIT, code)


async def test_a_signal_is_told_by_name(anyhow: Rig) -> None:
    outcome = await anyhow.run("sh", "-c", "kill -9 $$")
    assert (outcome.reason, outcome.signal, outcome.exit_code) == (Reason.SIGNAL, "SIGKILL", None)
    assert outcome.oom_kills == 0


async def test_the_end_of_an_attempt_is_told_once_with_its_times_and_figures(one: Rig) -> None:
    before = time.time()
    key, handle = await one.start("sh", "-c", "sleep 0.3; echo done")
    end = await one.end(key)
    assert isinstance(end, Ended)
    assert end.handle == handle
    assert before <= handle.started_at <= before + 5
    assert 0.3 <= end.outcome.ended_at - handle.started_at < 3
    assert end.outcome.cpu_seconds is not None
    assert one.told == 1


async def test_output_of_both_streams_is_in_the_log_with_unfinished_lines(one: Rig) -> None:
    key, _ = await one.start("sh", "-c", "echo out; echo err >&2; printf prompt; sleep 0.3")
    await one.output(key, "stdout P prompt")
    await one.end(key)
    assert sorted(one.log(key).splitlines()) == [
        "stderr F err",
        "stdout F ",
        "stdout F out",
        "stdout P prompt",
    ]


async def test_a_task_without_output_has_no_log(one: Rig) -> None:
    key, _ = await one.start("true")
    await one.end(key)
    root = one.layout.task(key.task_id).root
    assert sorted(path.name for path in root.iterdir()) == ["1.record", "work"]


async def test_a_million_bytes_arrive_in_order_across_segments(one: Rig) -> None:
    key, _ = await one.start("seq", "1", "600000")
    await one.end(key)
    segments = list(one.layout.task(key.task_id).root.glob("1.log.*"))
    assert len(segments) > 1
    numbers = [int(line.rsplit(" ", 1)[1]) for line in one.log(key).splitlines()]
    assert numbers == list(range(1, 600_001))


async def test_what_the_main_process_leaves_behind_ends_with_it(anyhow: Rig) -> None:
    script = "sleep 600 & setsid sleep 600 & (setsid sh -c 'sleep 600 & sleep 600' &) ; exit 5"
    key, _ = await anyhow.start("sh", "-c", script)
    end = await anyhow.end(key, 3)
    assert end.outcome.exit_code == 5
    assert of_task(key.task_id) == []


async def test_somebody_else_who_keeps_the_output_open_holds_the_end_up_two_seconds_at_most(
    one: Rig, tmp_path: Path
) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    # The reader outside opens the task's own stdout through /proc and keeps it.
    key, _ = await one.start("sh", "-c", f"echo $$ > {fifo}; sleep 0.3; exit 4")
    pid = int(await asyncio.to_thread(fifo.read_text))
    keeper = os.open(f"/proc/{pid}/fd/1", os.O_WRONLY)
    try:
        began = time.monotonic()
        end = await one.end(key, 6)
        assert end.outcome.exit_code == 4
        assert time.monotonic() - began < 4
    finally:
        os.close(keeper)


async def test_control_groups_are_removed_at_the_end(one: Rig) -> None:
    key, _ = await one.start("true", resources={"memory_limit": "1GB", "cpu_limit": 1})
    await one.end(key)
    assert groups_of(key.task_id) == []


# -- what does not start ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "args", "says"),
    [
        ("no-such-program", (), "No such file or directory: 'no-such-program'"),
        ("/no/such/program", (), "No such file"),
        ("/etc/passwd", (), "Permission denied"),
        ("./plain.txt", (), "Exec format error"),
        ("./plain.txt", (), "a first line like #!/bin/sh"),
        ("./orphan.sh", (), "'./orphan.sh' names an interpreter that is not there"),
        ("./windows.sh", (), "interpreter that is not there: its lines end as on Windows"),
        ("orphan.sh", (), "to run the one in the working directory, write ./orphan.sh"),
        ("echo hello", (), "No such file or directory: 'echo hello'; what follows the program"),
        ("/etc/passwd", (), "it is not executable; chmod +x makes it so"),
        ("/", (), "Permission denied: '/'; that is a directory"),
        ("true", tuple("x" * 131_000 for _ in range(40)), "Argument list too long"),
    ],
)
async def test_a_command_that_cannot_run_says_why_and_is_not_tried_again(
    one: Rig, tmp_path: Path, command: str, args: tuple[str, ...], says: str
) -> None:
    for name, content in (
        ("plain.txt", b"hello"),
        ("orphan.sh", b"#!/no/such/shell\n"),
        ("windows.sh", b"#!/bin/sh\r\necho\r\n"),
    ):
        (tmp_path / name).write_bytes(content)
        (tmp_path / name).chmod(0o755)
    key = new_key()
    launch = one.launch("true", key=key)
    spec = launch.spec.model_copy(update={"command": command, "args": args})
    with pytest.raises(StartError) as caught:
        await one.executor.start(type(launch)(key, {}, spec, launch.working_dir, None))
    outcome = caught.value.outcome
    assert outcome.reason is Reason.SPAWN_ERROR
    assert says in outcome.detail
    assert not outcome.retryable
    found = await one.executor.recover(key)
    assert isinstance(found, Ended)
    assert found.outcome.reason is Reason.SPAWN_ERROR
    assert found.outcome.detail == outcome.detail
    assert groups_of(key.task_id) == []


async def test_a_working_directory_that_is_missing_is_named(one: Rig, tmp_path: Path) -> None:
    with pytest.raises(StartError) as caught:
        await one.start("true", working_dir="nowhere")
    assert str(tmp_path / "nowhere") in caught.value.outcome.detail
    assert "working_dir" in caught.value.outcome.detail
    assert not caught.value.outcome.retryable


async def test_a_relative_command_is_found_from_the_working_directory(
    one: Rig, tmp_path: Path
) -> None:
    (tmp_path / "sub").mkdir()
    script = tmp_path / "sub" / "run.sh"
    script.write_text("#!/bin/sh\nexit 6\n")
    script.chmod(0o755)
    assert (await one.run("./run.sh", working_dir="sub")).exit_code == 6


async def test_the_command_is_looked_up_by_the_tasks_own_path(one: Rig, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    script = tmp_path / "bin" / "own-program"
    script.write_text("#!/bin/sh\nexit 8\n")
    script.chmod(0o755)
    assert (await one.run("own-program", env={"PATH": str(tmp_path / "bin")})).exit_code == 8


# -- what it is given ---------------------------------------------------------------------------


async def test_the_environment_has_the_tasks_own_and_none_of_the_agents_secrets(
    tmp_path: Path,
) -> None:
    inherited = {
        "PATH": os.environ["PATH"],
        "HOME": "/home/x",
        "CNET_AGENT__TOKEN": "s3cret",
        "CNET_TOKEN": "s3cret",
        "CNET_FAILPOINT": "none",
    }
    async with rig(tmp_path, inherited=inherited) as made:
        key, _ = await made.start("env", env={"MINE": "1", "CNET_TASK_ID": "forged"})
        await made.end(key)
        lines = [line.removeprefix("stdout F ") for line in made.log(key).splitlines()]
        given = dict(line.split("=", 1) for line in lines)
        work = made.layout.task(key.task_id).work
        assert given == {
            "PATH": os.environ["PATH"],
            "HOME": "/home/x",
            "MINE": "1",
            "PYTHONUNBUFFERED": "1",
            "TMPDIR": str(work / "tmp"),
            "CNET_TASK_ID": key.task_id,
            "CNET_ATTEMPT": "1",
            "CNET_TASK_DIR": str(work),
            "CNET_CHECKPOINT_DIR": str(work / "checkpoints"),
        }
        assert work.stat().st_mode & 0o777 == 0o700
        assert (work / "tmp").is_dir()
        assert (work / "checkpoints").is_dir()


async def test_bare_python_is_the_interpreter_of_its_environment(one: Rig, tmp_path: Path) -> None:
    folder = tmp_path / "venv" / "bin"
    folder.mkdir(parents=True)
    (folder / "python").symlink_to(PYTHON)
    (folder / "tool").write_text("#!/bin/sh\necho tool\n")
    (folder / "tool").chmod(0o755)
    environment = Environment(str(folder / "python"), (), "cached", 0.1)
    script = "import sys, os; print(sys.orig_argv[0]); os.system('tool')"
    key, _ = await one.start("python3", "-c", script, environment=environment)
    await one.end(key)
    assert one.log(key) == f"stdout F {folder}/python\nstdout F tool"


async def test_the_task_starts_with_clean_descriptors_signals_and_limits(one: Rig) -> None:
    script = """
import os, resource, signal
print(sorted(int(n) for n in os.listdir('/proc/self/fd'))[:4])
print(os.readlink('/proc/self/fd/0'))
lines = open('/proc/self/status').read().splitlines()
status = dict(line.split(':\\t', 1) for line in lines if ':\\t' in line)
own = 1 << 12 | 1 << 24  # Python itself ignores these: SIGPIPE and SIGXFSZ
libc = 1 << 31 | 1 << 32  # nobody but the C library can set its own two
print(int(status['SigBlk'], 16), int(status['SigIgn'], 16) & ~(own | libc))
print(resource.getrlimit(resource.RLIMIT_CORE)[0], os.getsid(0) == os.getpid(), os.getcwd())
"""
    key, _ = await one.start(PYTHON, "-c", script)
    await one.end(key)
    lines = [line.removeprefix("stdout F ") for line in one.log(key).splitlines()]
    assert lines[0] == "[0, 1, 2, 3]"  # 3 is the listing itself
    assert lines[1] == "/dev/null"
    assert lines[2] == "0 0"
    assert lines[3].startswith("0 True ")


async def test_files_can_be_opened_up_to_the_limit_that_was_given(tmp_path: Path) -> None:
    async with rig(tmp_path, open_files=123) as made:
        key, _ = await made.start("sh", "-c", "ulimit -Sn")
        await made.end(key)
        assert made.log(key) == "stdout F 123"


# -- keeping, finding, discarding ---------------------------------------------------------------


async def test_reserving_twice_keeps_the_first_and_the_attempt_never_ran(one: Rig) -> None:
    key = new_key()
    await one.executor.reserve(key, {"id": "first"})
    await one.executor.reserve(key, {"id": "second"})
    (known,) = await one.executor.known_attempts()
    assert (known.key, known.description, known.started) == (key, {"id": "first"}, False)
    assert await one.executor.recover(key) == NeverRan()


async def test_the_latest_attempt_of_each_task_is_known(one: Rig) -> None:
    key, _ = await one.start("false")
    await one.end(key)
    second = AttemptKey(key.task_id, 2)
    await one.executor.reserve(second, {"id": key.task_id})
    await one.executor.reserve(new_key(), {"id": "other"})
    known = {entry.key.task_id: entry for entry in await one.executor.known_attempts()}
    assert known[key.task_id].key == second
    assert not known[key.task_id].started
    assert len(known) == 2


async def test_starting_again_what_runs_or_ended_starts_nothing(one: Rig, tmp_path: Path) -> None:
    script = f"echo x >> {tmp_path}/runs; exec sleep 600"
    launch = one.launch("sh", "-c", script)
    handle = await one.executor.start(launch)
    assert await one.executor.start(launch) == handle
    await one.executor.stop(launch.key, 0)
    await one.end(launch.key)
    one.ends.clear()
    assert await one.executor.start(launch) == handle
    await one.end(launch.key)
    assert (tmp_path / "runs").read_text() == "x\n"


async def test_discarding_removes_even_what_the_task_closed(one: Rig) -> None:
    key, _ = await one.start("sh", "-c", "mkdir $TMPDIR/a; touch $TMPDIR/a/b; chmod 0 $TMPDIR/a")
    await one.end(key)
    await one.executor.discard(key.task_id)
    assert not one.layout.task(key.task_id).root.exists()
    await one.executor.discard(key.task_id)


async def test_no_descriptor_is_left_over_by_two_hundred_launches(one: Rig) -> None:
    async def launch() -> None:
        await one.run("true", seconds=30)

    def kept() -> int:
        """Return what the launcher has open beside a socket for each of its supervisors."""
        table = linux.process_table().values()
        supervisors = [process for process in table if process.parent == launcher]
        return descriptors_of(launcher) - len(supervisors)

    await asyncio.gather(*(launch() for _ in range(20)))
    before = descriptors_of(os.getpid())
    launcher = one.executor._launcher.pid
    launchers = kept()
    await asyncio.gather(*(launch() for _ in range(200)))
    assert descriptors_of(os.getpid()) == before
    await until(lambda: kept() == launchers)
    assert one.told == 220


async def test_availability_says_how_limits_are_held(anyhow: Rig) -> None:
    availability = anyhow.executor.availability()
    assert availability.available
    assert availability.detail
    assert set(availability.limits) == {"cpu", "memory", "pids", "disk"}


async def test_recovering_an_unknown_attempt_finds_that_it_never_ran(one: Rig) -> None:
    assert await one.executor.recover(new_key()) == NeverRan()


async def test_recovering_what_is_watched_already_says_that_it_runs(one: Rig) -> None:
    key, handle = await one.start("sleep", "600")
    assert await one.executor.recover(key) == Running(handle)
