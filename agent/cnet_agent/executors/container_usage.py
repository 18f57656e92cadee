"""What a container uses now, out of what Docker counts."""

from typing import Any

from cnet_agent.executors.base import AttemptKey, Usage

_NANO = 1e9


class Meter:
    """Turns counters into shares; what it counts from is the call before."""

    def __init__(self) -> None:
        self._before: dict[AttemptKey, tuple[float, float]] = {}  # seconds: of CPU, and when

    def measure(self, key: AttemptKey, stats: dict[str, Any], at: float) -> Usage:
        """Return the usage at ``at`` (monotonic seconds) out of Docker's answer."""
        busy = stats["cpu_stats"]["cpu_usage"]["total_usage"] / _NANO
        old_busy, old_at = self._before.get(key, (busy, at))
        self._before[key] = (busy, at)
        elapsed = at - old_at
        memory = stats.get("memory_stats") or {}
        return Usage(
            cpu_percent=max(0.0, 100 * (busy - old_busy) / elapsed) if elapsed > 0 else 0.0,
            memory=max(0, int(memory.get("usage") or 0) - _reclaimable(memory)),
            pids=int((stats.get("pids_stats") or {}).get("current") or 0),
        )

    def forget(self, key: AttemptKey) -> None:
        """Forget an attempt that has ended."""
        self._before.pop(key, None)


def _reclaimable(memory: dict[str, Any]) -> int:
    """Return the page cache that the kernel takes back first, as ``docker stats`` leaves it out."""
    found = memory.get("stats") or {}
    # Version 1 of control groups, then version 2.
    return int(found.get("total_inactive_file") or found.get("inactive_file") or 0)
