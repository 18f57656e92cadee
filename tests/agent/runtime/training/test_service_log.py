"""The log files of the service."""

import re
from pathlib import Path

import pytest

from cnet_agent.config.schema import LoggingSettings
from cnet_agent.runtime.training.log_names import day_file
from cnet_agent.runtime.training.service_log import ServiceLog
from helpers.waiting import until_sync

LINE = re.compile(
    r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d - (Training\w+) - (\w+) - \[test_service_log\.py:\d+\] - (.*)"
)


def test_nothing_is_made_before_there_is_something_to_say(tmp_path: Path) -> None:
    log = ServiceLog(tmp_path / "logs", LoggingSettings)
    log.close()
    assert not (tmp_path / "logs").exists()


def test_each_logger_has_a_file_of_the_day_as_the_seeds_have_it(tmp_path: Path) -> None:
    log = ServiceLog(tmp_path, LoggingSettings)
    log.agent.info("Container started: %s", "abc")
    log.worker.error("two\nlines")
    log.close()
    found = [LINE.fullmatch(line) for file in tmp_path.iterdir() for line in _lines(file)]
    assert {match.groups() for match in found if match is not None} == {
        ("TrainingAgent", "INFO", "Container started: abc"),
        ("TrainingWorker", "ERROR", "two lines"),
    }
    assert all(re.fullmatch(r"Training\w+_\d{8}\.log", file.name) for file in tmp_path.iterdir())


def test_a_file_that_was_removed_is_made_again(tmp_path: Path) -> None:
    log = ServiceLog(tmp_path, LoggingSettings)
    log.agent.info("one")
    log.close()
    (file,) = tmp_path.iterdir()
    log = ServiceLog(tmp_path, LoggingSettings)
    log.agent.info("two")
    until_sync(lambda: "two" in file.read_text())
    file.unlink()
    log.agent.info("three")
    log.close()
    assert "three" in file.read_text()


def test_another_day_is_another_file_and_full_ones_are_rotated(tmp_path: Path) -> None:
    log = ServiceLog(tmp_path, lambda: LoggingSettings(max_size=100, backups=1))
    for day in (0, 1):
        for number in range(3):
            record = log.agent.makeRecord(
                "TrainingAgent", 20, __file__, 1, f"line {number} {'x' * 50}", (), None
            )
            record.created = 1_769_626_800.0 + 86_400 * day
            log.agent.handle(record)
    log.close()
    days = [day_file(tmp_path, "TrainingAgent", 1_769_626_800.0 + 86_400 * day) for day in (0, 1)]
    assert sorted(tmp_path.iterdir()) == sorted(
        [*days, *(day.with_name(f"{day.name}.1") for day in days)]
    )


def test_a_folder_that_cannot_be_written_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("")
    log = ServiceLog(tmp_path / "logs", LoggingSettings)
    for _ in range(5):
        log.agent.info("lost")
    log.close()
    assert capsys.readouterr().err.count("cannot be written") == 1


def _lines(file: Path) -> list[str]:
    return file.read_text().splitlines()
