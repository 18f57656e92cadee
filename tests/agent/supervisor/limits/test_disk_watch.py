"""A directory that is watched: when it is walked through, and what is told."""

import os
from pathlib import Path

import pytest

from cnet_agent.supervisor.limits import disk_watch
from cnet_agent.supervisor.limits.disk_watch import FIRST, LATEST, PEEK_EVERY, SOONEST, DiskWatch

LIMIT = 1_000_000


def watch_of(folder: Path) -> DiskWatch:
    return DiskWatch(LIMIT, str(folder), lambda: (os.getpid(),), 0.0)


def write(path: Path, size: int) -> None:
    path.write_bytes(b"x" * size)


@pytest.fixture(autouse=True)
def room(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The free bytes of a file system that nobody else fills."""
    free = [1 << 40]
    monkeypatch.setattr(DiskWatch, "_room", lambda self: free[0])
    monkeypatch.setattr(disk_watch, "SHARE", 0)  # a busy machine is not what is tested
    monkeypatch.setattr(disk_watch, "_HURRIED_SHARE", 0)
    monkeypatch.setattr(disk_watch, "_SLICE", 60.0)
    return free


def test_passing_the_limit_tells_how_far(tmp_path: Path) -> None:
    write(tmp_path / "file", 1_024_000)
    watch = watch_of(tmp_path)
    assert watch.due == FIRST
    assert watch.look(watch.due) == "1.02 MB when it was stopped, 24 kB over"


def test_a_task_that_goes_on_writing_is_told_of_again_and_one_that_does_not_is_not(
    tmp_path: Path,
) -> None:
    write(tmp_path / "file", 1_024_000)
    watch = watch_of(tmp_path)
    assert watch.look(1.0)
    assert watch.look(3.0) == ""
    write(tmp_path / "more", 100_000)
    assert watch.look(5.0)


def test_what_does_not_grow_is_walked_through_rarely(tmp_path: Path) -> None:
    watch = watch_of(tmp_path)
    watch.look(FIRST)
    write(tmp_path / "file", 2 * LIMIT)
    for step in range(1, int(LATEST / PEEK_EVERY)):
        now = FIRST + step * PEEK_EVERY
        assert watch.look(now) == ""
        assert watch.due <= now + PEEK_EVERY
    assert watch.look(FIRST + LATEST)


def test_what_grows_fast_is_walked_through_before_it_can_reach_the_limit(tmp_path: Path) -> None:
    watch = watch_of(tmp_path)
    watch.look(FIRST)
    write(tmp_path / "file", 900_000)
    now = FIRST + LATEST
    assert watch.look(now) == ""
    write(tmp_path / "file", 2 * LIMIT)
    soon = now + PEEK_EVERY / 5
    assert watch.look(soon) == ""
    assert watch.look(now + 2 * PEEK_EVERY)


def test_a_file_system_that_fills_up_brings_the_walk_forward(
    tmp_path: Path, room: list[int]
) -> None:
    watch = watch_of(tmp_path)
    watch.look(FIRST)
    write(tmp_path / "file", 2 * LIMIT)
    assert watch.look(FIRST + PEEK_EVERY) == ""
    room[0] -= 2 * LIMIT
    assert watch.look(FIRST + 2 * PEEK_EVERY)


def test_a_long_walk_gives_way_in_between(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk_watch, "_SLICE", -1.0)  # each step is too long
    for number in range(3):
        (tmp_path / str(number)).mkdir()
        write(tmp_path / str(number) / "file", 400_000)
    watch = watch_of(tmp_path)
    looks = 0
    while not watch.look(watch.due):
        looks += 1
    assert looks >= 2
    assert watch.due >= SOONEST


def test_the_last_measure_is_of_all_that_is_there(tmp_path: Path) -> None:
    watch = watch_of(tmp_path)
    write(tmp_path / "file", 3_072_000)
    assert watch.measure() == 3_072_000
