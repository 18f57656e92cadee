"""What processes cost while they run: processor time to the nanosecond, and their memory."""

import contextlib
import time
from pathlib import Path

import psutil


def family(pid: int) -> list[int]:
    """Return a process and everything below it."""
    return [pid, *(child.pid for child in psutil.Process(pid).children(recursive=True))]


def cpu_percent(pids: list[int], seconds: float) -> float:
    """Return the share of one core that processes take during the next ``seconds``.

    From the scheduler's own sums of every thread: ticks of 10 ms are too coarse for idle processes.
    """
    before = _on_cpu(pids)
    began = time.monotonic()
    time.sleep(seconds)
    spent = _on_cpu(pids)
    passed = time.monotonic() - began
    return sum(spent[thread] - before.get(thread, 0) for thread in spent) / passed / 1e7


def memory(pids: list[int]) -> dict[str, float]:
    """Return ``rss`` and ``pss`` of processes together, in MB; ``pss`` splits what they share."""
    found = [psutil.Process(pid).memory_full_info() for pid in pids]
    return {"rss": sum(one.rss for one in found) / 1e6, "pss": sum(one.pss for one in found) / 1e6}


def _on_cpu(pids: list[int]) -> dict[str, int]:
    """Return nanoseconds on a processor by thread; one that has ended is no longer there."""
    spent = {}
    for pid in pids:
        for thread in Path(f"/proc/{pid}/task").iterdir():
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                spent[thread.name] = int((thread / "schedstat").read_text().split()[0])
    return spent
