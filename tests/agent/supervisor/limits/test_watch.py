"""Limits that are watched, put together."""

import os
from pathlib import Path

from cnet_agent.supervisor.limits.plan import Plan
from cnet_agent.supervisor.limits.watch import Watch


def test_nothing_to_watch_is_never_due_and_tells_nothing(tmp_path: Path) -> None:
    watch = Watch(Plan(), str(tmp_path), os.getpid(), 100.0)
    assert watch.due == float("inf")
    assert watch.peak_memory is None
    assert watch.disk_used() is None


def test_the_limit_that_was_passed_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x" * 100_000)
    plan = Plan(watch_disk=50_000, watch_memory=1 << 50, watch_pids=1 << 20)
    watch = Watch(plan, str(tmp_path), os.getpid(), 0.0)
    excess = watch.look(1.0)
    assert excess is not None
    assert excess.reason == "disk_limit"
    assert "over" in excess.detail
    assert watch.peak_memory is not None
    assert (watch.disk_used() or 0) >= 100_000
