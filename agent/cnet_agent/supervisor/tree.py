"""Finds and kills what a task started, where no control group does it at one stroke."""

import os
import signal
import time
from collections.abc import Callable, Iterable

from cnet_agent.supervisor.limits import cgroups
from cnet_agent.supervisor.limits.plan import Plan
from cnet_agent.supervisor.linux import (
    Process,
    descendants,
    pids,
    pinned,
    process_table,
    read_file,
    send_signal,
    start_of,
)

_SCANS = 50  # looks at the process table before those found are killed anyway


def kill_descendants(root: int) -> None:
    """Kill every descendant of ``root``, also while they fork.

    They are stopped first, until no look finds a new one: what is stopped cannot fork.
    """
    known: dict[int, Process] = {}
    for _ in range(_SCANS):
        found = descendants(root, process_table())
        new = [process for process in found if process.pid not in known and process.state != "Z"]
        if not new:
            break
        _signal_all(new, signal.SIGSTOP)
        known.update((process.pid, process) for process in new)
    _signal_all(known.values(), signal.SIGKILL)


def sweep(task_id: str, attempt: int, plan: Plan, patience: float = 2.0) -> bool:
    """Kill what is left of an attempt whose supervisor is gone, and remove its groups.

    Found by control group, and by the environment that every process of the task was given.

    Returns:
        Whether nothing is left.
    """
    deadline = time.monotonic() + patience
    while True:
        if plan.groups:
            cgroups.kill(plan)
        marked = _kill_marked(_marks(task_id, attempt))
        gone = not marked and cgroups.remove(plan, patience=0)
        if gone or time.monotonic() >= deadline:
            return gone
        time.sleep(0.01)


def _marks(task_id: str, attempt: int) -> Callable[[int], bool]:
    wanted = (f"\0CNET_TASK_ID={task_id}\0".encode(), f"\0CNET_ATTEMPT={attempt}\0".encode())

    def is_marked(pid: int) -> bool:
        try:
            environment = b"\0" + read_file(f"/proc/{pid}/environ") + b"\0"
        except OSError:  # gone, or another user's
            return False
        return all(mark in environment for mark in wanted)

    return is_marked


def _kill_marked(is_marked: Callable[[int], bool]) -> int:
    """Kill every process that is marked; return how many there were."""
    count = 0
    for pid in pids():
        if pid != os.getpid() and is_marked(pid):
            with pinned(pid) as pidfd:
                if pidfd is not None and is_marked(pid):
                    count += send_signal(pidfd, signal.SIGKILL)
    return count


def _signal_all(processes: Iterable[Process], number: int) -> None:
    for process in processes:
        with pinned(process.pid) as pidfd:
            if pidfd is not None and start_of(process.pid) == process.start:
                send_signal(pidfd, number)
