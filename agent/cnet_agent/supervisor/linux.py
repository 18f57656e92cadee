"""What the supervisor needs from the kernel beyond the standard library's own modules."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

_PR_SET_PDEATHSIG = 1
_PR_SET_NAME = 15
_PR_SET_CHILD_SUBREAPER = 36

PAGE = os.sysconf("SC_PAGE_SIZE")
TICKS = os.sysconf("SC_CLK_TCK")


def read_file(path: str) -> bytes:
    """Return what a file of the kernel says; plain calls, as this is done often.

    Raises:
        OSError: there is no such file, or no leave to read it.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        text = os.read(descriptor, 65_536)
        while text and (more := os.read(descriptor, 1 << 20)):
            text += more
        return text
    finally:
        os.close(descriptor)


def write_file(path: str, value: bytes) -> None:
    """Write ``value`` to a file of the kernel.

    Raises:
        OSError: the kernel refuses it.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
    try:
        os.write(descriptor, value)
    finally:
        os.close(descriptor)


@cache
def _libc() -> Any:
    try:
        import ctypes

        return ctypes.CDLL(None)
    except (ImportError, OSError):  # a Python built without it, or without a dynamic C library
        return None


def _prctl(option: int, argument: int | bytes) -> bool:
    libc = _libc()
    return libc is not None and bool(libc.prctl(option, argument, 0, 0, 0) == 0)


def become_subreaper() -> bool:
    """Have orphaned descendants become children of this process; tell whether that worked."""
    return _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def die_with_parent() -> None:
    """Have the kernel kill this process when the thread that forked it ends."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def set_name(name: bytes) -> None:
    """Name this process in process lists; at most 15 bytes are kept."""
    _prctl(_PR_SET_NAME, name)


_OOM_SCORE = "/proc/self/oom_score_adj"
_SPARED = b"-500"
_usual_oom_score = b""


def spare_from_oom() -> None:
    """Have the kernel prefer others when memory runs out, where it allows that."""
    global _usual_oom_score
    with suppress(OSError):
        usual = read_file(_OOM_SCORE)
        write_file(_OOM_SCORE, _SPARED)
        _usual_oom_score = usual


def accept_oom() -> None:
    """Take back ``spare_from_oom`` for this process."""
    if _usual_oom_score:
        write_file(_OOM_SCORE, _usual_oom_score)


@dataclass(frozen=True, slots=True)
class Process:
    """One row of the process table."""

    pid: int
    parent: int
    state: str  # "Z" is a zombie
    start: int  # clock ticks after boot; with the boot id it tells a reused pid
    cpu: int  # clock ticks, own
    children_cpu: int  # clock ticks of children that were waited for
    threads: int
    memory: int  # bytes resident


def read_process(pid: int) -> Process | None:
    """Return a process, None if there is none of that pid."""
    try:
        stat = read_file(f"/proc/{pid}/stat")
    except OSError:
        return None
    # The name stands in parentheses and may hold anything, parentheses and spaces too.
    field = stat[stat.rindex(b")") + 2 :].split()
    return Process(
        pid=pid,
        parent=int(field[1]),
        state=field[0].decode(),
        cpu=int(field[11]) + int(field[12]),
        children_cpu=int(field[13]) + int(field[14]),
        threads=int(field[17]),
        start=int(field[19]),
        memory=int(field[21]) * PAGE,
    )


def start_of(pid: int) -> int | None:
    """Return when a process started, in clock ticks after boot, None if there is none."""
    process = read_process(pid)
    return process.start if process is not None else None


def pids() -> Iterator[int]:
    """Yield the pid of every process that can be seen."""
    with os.scandir("/proc") as entries:
        for entry in entries:
            if entry.name.isdigit():
                yield int(entry.name)


def process_table() -> dict[int, Process]:
    """Return every process that can be seen, by pid."""
    rows = (read_process(pid) for pid in pids())
    return {row.pid: row for row in rows if row is not None}


def descendants(root: int, table: dict[int, Process]) -> list[Process]:
    """Return the children of ``root``, theirs, and so on; ``root`` is not among them."""
    children: dict[int, list[Process]] = {}
    for process in table.values():
        children.setdefault(process.parent, []).append(process)
    found: list[Process] = []
    waiting = [root]
    while waiting:
        below = children.pop(waiting.pop(), [])
        found += below
        waiting += [process.pid for process in below]
    return found


@cache
def boot_id() -> str:
    """Return what names this boot of the machine, empty where the kernel does not tell."""
    try:
        return read_file("/proc/sys/kernel/random/boot_id").decode().strip()
    except OSError:
        return ""


@contextmanager
def pinned(pid: int) -> Iterator[int | None]:
    """Give a descriptor of a process that keeps naming it, None if there is none of that pid."""
    try:
        pidfd = os.pidfd_open(pid)
    except (ProcessLookupError, OSError):
        yield None
        return
    try:
        yield pidfd
    finally:
        os.close(pidfd)


def send_signal(pidfd: int, number: int) -> bool:
    """Send a signal through a process's descriptor; tell whether the process was there."""
    with suppress(ProcessLookupError, PermissionError):
        signal.pidfd_send_signal(pidfd, number)
        return True
    return False
