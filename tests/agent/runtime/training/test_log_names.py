"""The names of log files, and which of them are forgotten."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cnet_agent.runtime.training.log_names import day_file, forget, reserve
from helpers.factories import EPOCH


@pytest.fixture(autouse=True)
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_files_bear_the_local_day_and_time(tmp_path: Path) -> None:
    at = 1_769_626_800.0  # 19:00:00 in UTC
    assert day_file(tmp_path, "TrainingAgent", at).name == "TrainingAgent_20260128.log"
    assert reserve(tmp_path / "logs", at).name == "training_20260128_200000.log"


def test_jobs_of_one_second_have_files_of_their_own(tmp_path: Path) -> None:
    names = [reserve(tmp_path, EPOCH + 0.1 * number).name for number in range(3)]
    assert len(set(names)) == 3
    assert names[1] == names[0].replace(".log", "_2.log")
    assert all((tmp_path / name).read_bytes() == b"" for name in names)


def test_the_hour_that_comes_twice_gives_no_job_the_file_of_another(tmp_path: Path) -> None:
    autumn = 1_792_884_600.0  # 02:30 in summer time, and 02:30 again an hour later
    first, second = reserve(tmp_path, autumn), reserve(tmp_path, autumn + 3600)
    assert first != second


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        reserve(tmp_path / "file", EPOCH)


def test_only_old_files_of_ours_are_forgotten(tmp_path: Path) -> None:
    old = [
        "TrainingAgent_20260101.log",
        "TrainingWorker_20260101.log.3",
        "training_20260101_101010.log",
        "training_20260101_101010_2.log.1",
    ]
    kept = ["training_mine.log", "notes.txt", "TrainingAgent.log", "training_20260101_101010.csv"]
    busy = "training_20260101_202020.log"
    for name in [*old, *kept, busy, f"{busy}.1"]:
        (tmp_path / name).write_text("x")
        os.utime(tmp_path / name, (EPOCH, EPOCH))
    young = tmp_path / "training_20260202_101010.log"
    young.write_text("x")
    os.utime(young, (EPOCH + 100, EPOCH + 100))
    removed = forget(tmp_path, EPOCH + 50, {tmp_path / busy})
    assert sorted(path.name for path in removed) == sorted(old)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {*kept, busy, f"{busy}.1", young.name}
    assert forget(tmp_path / "none", EPOCH, set()) == []
