"""A job's log file: appended, rotated, taken back."""

import os
import shutil
from pathlib import Path

import pytest

from cnet_agent.runtime.training.log_file import LogFile


def texts(path: Path) -> list[str]:
    found = [path, *(path.with_name(f"{path.name}.{n}") for n in range(1, 9))]
    return [each.read_text() for each in found if each.exists()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "logs" / "training.log"


def test_lines_are_appended_over_restarts(path: Path) -> None:
    for text in (b"one\n", b"two\n"):
        file = LogFile(path, 100, 5)
        file.open()
        file.write(text)
        file.close()
    assert texts(path) == ["one\ntwo\n"]


def test_full_files_are_rotated_and_few_are_kept(path: Path) -> None:
    file = LogFile(path, 10, 2)
    file.open()
    for number in range(5):
        file.write(f"line {number}\n".encode())
    file.close()
    assert texts(path) == ["line 4\n", "line 3\n", "line 2\n"]


def test_without_backups_a_full_file_begins_anew(path: Path) -> None:
    file = LogFile(path, 10, 0)
    file.open()
    file.write(b"line 1\n")
    file.write(b"line 2\n")
    file.close()
    assert texts(path) == ["line 2\n"]


def test_what_was_written_after_a_place_is_cut_off(path: Path) -> None:
    file = LogFile(path, 100, 2)
    file.open()
    file.write(b"kept\n")
    place = file.place
    file.write(b"again\n")
    file.close()
    again = LogFile(path, 100, 2)
    again.open(place)
    again.write(b"again\n")
    again.close()
    assert texts(path) == ["kept\nagain\n"]


@pytest.mark.parametrize("rotations", [1, 2])
def test_rotations_after_a_place_are_undone(path: Path, rotations: int) -> None:
    file = LogFile(path, 14, 3)
    file.open()
    file.write(b"before\n")
    file.write(b"kept 1\n")
    place = file.place
    for number in range(2 * rotations - 1):
        file.write(f"new  {number}\n".encode())
    file.close()
    again = LogFile(path, 14, 3)
    again.open(place)
    assert again.place == place
    again.close()
    assert texts(path) == ["before\nkept 1\n"]


def test_a_file_that_somebody_removed_begins_anew(path: Path) -> None:
    file = LogFile(path, 100, 2)
    file.open()
    file.write(b"gone\n")
    place = file.place
    file.close()
    path.unlink()
    (path.parent / "other").write_text("takes the inode")
    again = LogFile(path, 100, 2)
    again.open(place)
    again.write(b"new\n")
    again.close()
    assert texts(path) == ["new\n"]


def test_a_link_in_its_place_is_not_followed(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(tmp_path / "target")
    with pytest.raises(OSError, match=r"training\.log"):
        LogFile(path, 100, 2).open()


def test_a_file_that_is_taken_away_while_it_is_written_to_begins_anew(path: Path) -> None:
    file = LogFile(path, 100, 2)
    file.open()
    file.write(b"gone\n")
    shutil.rmtree(path.parent)
    file.write(b"new\n")
    path.replace(path.with_name("moved"))
    file.write(b"newer\n")
    file.close()
    assert texts(path) == ["newer\n"]
    assert path.with_name("moved").read_text() == "new\n"


def test_a_pipe_in_its_place_is_not_waited_for(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    file = LogFile(path, 100, 2)
    with pytest.raises(OSError, match="No such device or address"):
        file.open()
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(OSError, match="no file"):
        file.open()
    os.close(reader)


def test_a_folder_that_was_moved_behind_a_link_is_not_written_to(
    path: Path, tmp_path: Path
) -> None:
    file = LogFile(path, 10, 2)
    file.open()
    file.write(b"one\n")
    (tmp_path / "outside").mkdir()
    path.parent.rename(tmp_path / "before")
    path.parent.symlink_to(tmp_path / "outside")
    with pytest.raises(OSError, match="symbolic links"):
        file.write(b"two\n")
    assert list((tmp_path / "outside").iterdir()) == []
