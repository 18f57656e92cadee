"""Limits that are watched: what is measured, and when to look again."""

import os
from pathlib import Path

from cnet_agent.supervisor.limits.plan import Plan
from cnet_agent.supervisor.limits.watch import (
    CALM_EVERY,
    FILES_EVERY,
    PROCESSES_EVERY,
    Watch,
    running_size,
)


def size_of(folder: Path) -> int:
    return max(running_size(str(folder)), default=0)


def test_a_size_counts_what_is_on_disk_in_all_folders(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    before = size_of(tmp_path)
    (tmp_path / "a" / "b" / "file").write_bytes(b"x" * 100_000)
    (tmp_path / "hole").touch()
    os.truncate(tmp_path / "hole", 1 << 30)
    assert 100_000 <= size_of(tmp_path) - before < 110_000


def test_a_file_with_two_names_counts_once_and_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x" * 100_000)
    (tmp_path / "loop").symlink_to(tmp_path)
    before = size_of(tmp_path)
    os.link(tmp_path / "file", tmp_path / "second")
    assert size_of(tmp_path) == before


def test_a_folder_that_is_gone_has_no_size(tmp_path: Path) -> None:
    assert size_of(tmp_path / "missing") == 0


def test_nothing_to_watch_is_never_due(tmp_path: Path) -> None:
    assert Watch(Plan(), str(tmp_path), os.getpid(), 100.0).due == float("inf")


def test_passing_a_limit_tells_how_far(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x" * 100_000)
    watch = Watch(Plan(watch_disk=50_000), str(tmp_path), os.getpid(), 0.0)
    assert watch.due == FILES_EVERY
    excess = watch.look(watch.due)
    assert excess is not None
    assert excess.reason == "disk_limit"
    assert "over the limit" in excess.detail


def test_few_processes_are_looked_at_rarely_unless_memory_is_limited(tmp_path: Path) -> None:
    calm = Watch(Plan(watch_pids=4096), str(tmp_path), os.getpid(), 0.0)
    assert calm.look(calm.due) is None
    assert calm.due >= CALM_EVERY
    close = Watch(Plan(watch_memory=1 << 50), str(tmp_path), os.getpid(), 0.0)
    assert close.due == PROCESSES_EVERY
    assert close.peak_memory is None
    assert close.look(close.due) is None
    assert close.peak_memory is not None
