"""Makes, joins, reads, empties and removes the control groups of one attempt."""

import contextlib
import os
import signal
import time

from cnet_agent.supervisor.limits.plan import Plan
from cnet_agent.supervisor.linux import pinned, read_file, send_signal, write_file

_AT_A_TIME = 256  # processes pinned by a descriptor each


def create(plan: Plan) -> None:
    """Make the groups and write their limits.

    Raises:
        OSError: one of them cannot be made or does not take its limit; none is left.
    """
    try:
        for group in plan.groups:
            with contextlib.suppress(FileExistsError):  # of an earlier try that did not get to run
                os.mkdir(group.path)
            for setting in group.settings:
                _apply(f"{group.path}/{setting.file}", setting.value, optional=setting.optional)
    except OSError:
        remove(plan, patience=0)
        raise


def join(plan: Plan) -> None:
    """Move this process, which has one thread, into the groups.

    Version 1 moves a thread at once. A whole process is moved only once no other can be forked or
    end, and that takes the kernel tens of milliseconds.

    Raises:
        OSError: one of them does not take it.
    """
    for group in plan.groups:
        of_version_2 = plan.version == 2 or group.path == plan.kill
        write_file(f"{group.path}/{'cgroup.procs' if of_version_2 else 'tasks'}", b"0")


def kill(plan: Plan) -> None:
    """Send SIGKILL to every process of the groups."""
    if plan.kill is not None:
        with contextlib.suppress(OSError):
            write_file(f"{plan.kill}/cgroup.kill", b"1")
            return
    if plan.pids is not None:
        with contextlib.suppress(OSError):
            write_file(f"{plan.pids}/pids.max", b"0")  # nothing forks from here on
    for group in plan.groups:
        found = members(group.path)
        for start in range(0, len(found), _AT_A_TIME):
            _kill_members(group.path, found[start : start + _AT_A_TIME])


def remove(plan: Plan, patience: float) -> bool:
    """Remove the groups, waiting ``patience`` seconds for processes that are dying."""
    deadline = time.monotonic() + patience
    left = [group.path for group in plan.groups]
    while True:
        left = [path for path in left if not _remove(path)]
        if not left or time.monotonic() >= deadline:
            return not left
        time.sleep(0.005)


def oom_kills(plan: Plan) -> int:
    """Return how many processes the memory limit killed."""
    if plan.memory is None:
        return 0
    file = "memory.events" if plan.version == 2 else "memory.oom_control"
    return _field(f"{plan.memory}/{file}", "oom_kill") or 0


def peak_memory(plan: Plan) -> int | None:
    """Return the most bytes used at a time, None where that is not counted."""
    if plan.memory is None:
        return None
    file = "memory.peak" if plan.version == 2 else "memory.max_usage_in_bytes"
    return _number(f"{plan.memory}/{file}")


def used_memory(plan: Plan) -> int | None:
    """Return the bytes in use, without cached files that could go, None if not counted."""
    if plan.memory is None:
        return None
    current = "memory.current" if plan.version == 2 else "memory.usage_in_bytes"
    cached = "inactive_file" if plan.version == 2 else "total_inactive_file"
    used = _number(f"{plan.memory}/{current}")
    if used is None:
        return None
    return max(0, used - (_field(f"{plan.memory}/memory.stat", cached) or 0))


def members(path: str) -> list[int]:
    """Return the pids in a group; none if it is gone."""
    try:
        return [int(pid) for pid in read_file(f"{path}/cgroup.procs").split()]
    except OSError:
        return []


def _kill_members(path: str, candidates: list[int]) -> None:
    with contextlib.ExitStack() as stack:
        pinned_ones = [(pid, stack.enter_context(pinned(pid))) for pid in candidates]
        # A pid may have become another's before it was pinned, unless it is a member still.
        present = set(members(path))
        for pid, pidfd in pinned_ones:
            if pidfd is not None and pid in present:
                send_signal(pidfd, signal.SIGKILL)


def _apply(path: str, value: str, *, optional: bool) -> None:
    try:
        write_file(path, value.encode())
    except OSError:
        if not optional:
            raise


def _remove(path: str) -> bool:
    try:
        os.rmdir(path)
    except FileNotFoundError:
        return True
    except OSError:  # somebody in it is dying
        return False
    return True


def _number(path: str) -> int | None:
    try:
        return int(read_file(path))
    except (OSError, ValueError):
        return None


def _field(path: str, name: str) -> int | None:
    """Return the number behind ``name`` in a file of lines ``name number``."""
    try:
        lines = read_file(path).decode().splitlines()
    except OSError:
        return None
    for line in lines:
        key, _, value = line.partition(" ")
        if key == name and value.isdigit():
            return int(value)
    return None
