"""What a directory takes on disk, whatever a task does to hide it."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from cnet_agent.supervisor.limits.sizes import running_size

NOBODY = 65534


def size_of(folder: Path, *processes: int) -> int:
    return [0, *running_size(str(folder), processes)][-1]


def as_nobody(folder: Path, work: Callable[[], object]) -> str:
    """Return what ``work`` returns in ``folder`` to a process whom permissions hold."""
    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.chown(folder, NOBODY, NOBODY)
            os.chdir(folder)
            os.setresuid(NOBODY, NOBODY, NOBODY)
            os.write(write_end, str(work()).encode())
        except BaseException as error:
            os.write(write_end, repr(error).encode())
        finally:
            os._exit(0)
    os.close(write_end)
    os.waitpid(pid, 0)
    with os.fdopen(read_end) as told:
        return told.read()


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


def test_a_file_that_is_deleted_and_still_open_takes_its_room(tmp_path: Path) -> None:
    with (tmp_path / "file").open("wb") as opened, (tmp_path / "file").open("rb"):
        opened.write(b"x" * 100_000)
        opened.flush()
        named = size_of(tmp_path, os.getpid())
        (tmp_path / "file").unlink()
        assert size_of(tmp_path) < 100_000
        assert size_of(tmp_path, os.getpid(), os.getpid()) == named
    assert size_of(tmp_path, os.getpid()) < 100_000


def test_deleted_files_of_other_folders_are_not_ours(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    with (tmp_path / "ours2").open("wb") as opened:
        opened.write(b"x" * 100_000)
        opened.flush()
        (tmp_path / "ours2").unlink()
        assert size_of(tmp_path / "ours", os.getpid()) == 0


@pytest.mark.skipif(os.getuid() != 0, reason="becomes another user")
def test_what_the_task_closed_to_itself_is_counted_and_stays_closed(tmp_path: Path) -> None:
    def closed() -> int:
        for name in ("unreadable/deep", "unsearchable"):
            Path(name).mkdir(parents=True)
            Path(name, "file").write_bytes(b"x" * 100_000)
        before = size_of(Path())
        Path("unreadable").chmod(0o000)
        Path("unsearchable").chmod(0o400)
        return size_of(Path()) - before

    assert as_nobody(tmp_path, closed) == "0"
    assert stat.S_IMODE((tmp_path / "unreadable").stat().st_mode) == 0o000
    assert stat.S_IMODE((tmp_path / "unsearchable").stat().st_mode) == 0o400


def test_many_files_in_one_folder_come_in_steps(tmp_path: Path) -> None:
    for number in range(1000):
        (tmp_path / str(number)).touch()
    assert len(list(running_size(str(tmp_path)))) >= 4
