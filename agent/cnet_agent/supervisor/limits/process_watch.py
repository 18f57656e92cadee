"""Watches memory and number of processes where no control group limits them.

To look through the process table takes a while, so the next look comes no sooner than ``SHARE``
times as long after it. In between only the number of all threads of the system is read, as a fork
bomb goes from few to thousands within a second.
"""

import contextlib
import time

from cnet_agent.supervisor.limits.pace import SHARE, readable, wait_for
from cnet_agent.supervisor.limits.plan import Plan
from cnet_agent.supervisor.linux import descendants, process_table, read_file

FIRST = 0.05  # seconds until the first look
SOONEST = 0.02  # seconds between looks while memory is about to pass its limit
LATEST = 0.2  # seconds between looks where memory is limited
CALM = 2.0  # seconds between looks where only processes are, and there are few
PEEK_EVERY = 0.05  # seconds between looks at the number of all threads
_HURRIED_SHARE = 2  # in place of ``SHARE`` where threads became many
_FEW = 4  # times as many processes as there are would be the limit


class ProcessWatch:
    """The soft limits on processes of one attempt. ``due`` is when to look next.

    Args:
        plan: with ``watch_memory`` or ``watch_pids``.
        root: the supervisor's pid: the task is its descendants.
        now: on the monotonic clock.
    """

    def __init__(self, plan: Plan, root: int, now: float) -> None:
        self.due = now + FIRST
        self.peak_memory: int | None = None
        self._plan = plan
        self._root = root
        self._look_due = self.due
        self._hurried_due = self.due
        self._last = (now, 0, 0)  # when, bytes, processes and threads
        self._threads = threads_of_all()

    def look(self, now: float) -> tuple[str, str] | None:
        """Look; return the reason and in words how far, if a limit was passed."""
        if now < (self._hurried_due if self._crowded() else self._look_due):
            self.due = min(now + PEEK_EVERY, self._look_due)
            return None
        began = time.monotonic()
        self._threads = threads_of_all()
        processes = descendants(self._root, process_table())
        memory = sum(process.memory for process in processes)
        count = sum(process.threads for process in processes if process.state != "Z")
        self.peak_memory = max(memory, self.peak_memory or 0)
        self._done(now, time.monotonic() - began, memory, count)
        plan = self._plan
        if plan.watch_memory is not None and memory > plan.watch_memory:
            over = readable(memory - plan.watch_memory)
            return "oom", f"{readable(memory)} in use, {over} over the limit"
        if plan.watch_pids is not None and count > plan.watch_pids:
            return "pids_limit", f"{count} processes and threads"
        return None

    def _done(self, now: float, cost: float, memory: int, count: int) -> None:
        """Plan the next look."""
        plan, (before, then, _) = self._plan, self._last
        wait = CALM if count * _FEW < (plan.watch_pids or count * _FEW + 1) else LATEST
        if plan.watch_memory is not None:
            growth = (memory - then) / max(now - before, SOONEST)
            wait = wait_for(plan.watch_memory - memory, growth, SOONEST, LATEST)
        self._last = (now, memory, count)
        self._look_due = now + max(wait, cost * SHARE)
        self._hurried_due = now + max(SOONEST, cost * _HURRIED_SHARE)
        self.due = min(self._look_due, now + PEEK_EVERY)

    def _crowded(self) -> bool:
        """Tell whether the system has so many more threads that the task may be over its limit."""
        if self._plan.watch_pids is None:
            return False
        return threads_of_all() - self._threads > self._plan.watch_pids - self._last[2]


def threads_of_all() -> int:
    """Return the number of threads of the system, 0 where it does not say."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        return int(read_file("/proc/loadavg").split()[3].partition(b"/")[2])
    return 0
