import logging
import os
import re
import threading
from pathlib import Path

import pytest

from cnet_agent.config.schema import LoggingSettings
from cnet_app import logs
from cnet_app.logs import logging_to
from helpers.waiting import until_sync


def text_of(folder: Path) -> str:
    return (folder / "agent.log").read_text()


def test_a_line_says_when_who_how_bad_and_where(tmp_path: Path) -> None:
    with logging_to(tmp_path / "logs", LoggingSettings()):
        logging.getLogger("cnet_agent.x").info("Container started: %s", "abc")
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d - cnet_agent.x - INFO - \[test_logs.py:\d+\] - "
        r"Container started: abc\n",
        text_of(tmp_path / "logs"),
    )


def test_the_console_shows_the_level_and_the_file_everything_of_ours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with logging_to(tmp_path, LoggingSettings(level="WARNING")):
        for name in ("cnet_agent", "somebody"):
            logger = logging.getLogger(name)
            logger.debug("%s debug", name)
            logger.info("%s info", name)
            logger.warning("%s warning", name)
    shown = [line.rpartition(" - ")[2] for line in capsys.readouterr().err.splitlines()]
    kept = [line.rpartition(" - ")[2] for line in text_of(tmp_path).splitlines()]
    assert shown == ["cnet_agent warning", "somebody warning"]
    ours = ["cnet_agent debug", "cnet_agent info", "cnet_agent warning"]
    assert kept == [*ours, "somebody info", "somebody warning"]


def test_files_are_written_by_a_thread_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writers: list[threading.Thread] = []
    monkeypatch.setattr(
        logs._LogFile, "emit", lambda *_: writers.append(threading.current_thread())
    )
    with logging_to(tmp_path, LoggingSettings()):
        logging.getLogger("cnet_agent").info("x")
    assert writers
    assert threading.main_thread() not in writers


def test_a_full_file_is_followed_by_the_next_and_the_oldest_goes(tmp_path: Path) -> None:
    with logging_to(tmp_path, LoggingSettings(max_size=1000, backups=2)):
        for number in range(100):
            logging.getLogger("cnet_agent").info("line %d", number)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["agent.log", "agent.log.1", "agent.log.2"]
    assert "line 99" in text_of(tmp_path)
    assert all(path.stat().st_size <= 1000 for path in tmp_path.iterdir())


def test_earlier_files_are_forgotten_after_their_time(tmp_path: Path) -> None:
    old, new = tmp_path / "agent.log.1", tmp_path / "agent.log.2"
    for path, age in ((old, 1000.0), (new, 3000.0)):
        path.touch()
        os.utime(path, (age, age))
    logs.forget(tmp_path, before=2000.0)
    assert not old.exists()
    assert new.exists()


def test_records_that_nobody_takes_in_time_are_dropped_and_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, started = threading.Event(), threading.Event()
    write = logs._LogFile.emit

    def slowly(self: logs._LogFile, record: logging.LogRecord) -> None:
        started.set()
        assert go_on.wait(10)
        write(self, record)

    monkeypatch.setattr(logs._LogFile, "emit", slowly)
    monkeypatch.setattr(logs, "MAX_WAITING", 3)
    logger = logging.getLogger("cnet_agent")
    with logging_to(tmp_path, LoggingSettings()):
        handlers = logging.getLogger().handlers
        (entry,) = [handler for handler in handlers if isinstance(handler, logs._Entry)]
        logger.info("taken")
        started.wait(10)
        for number in range(8):
            logger.info("waiting %d", number)
        dropped = entry.dropped
        go_on.set()  # before anything is asserted: leaving the context waits for the thread

        def no_more_dropped() -> bool:
            logger.info("later")
            return not entry.dropped

        until_sync(no_more_dropped)
    assert dropped == 5
    assert "records of this log were dropped" in text_of(tmp_path)


def test_a_file_that_cannot_be_written_is_said_once_and_the_console_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "agent.log").mkdir()
    with logging_to(tmp_path, LoggingSettings()):
        for number in range(3):
            logging.getLogger("cnet_agent").info("line %d", number)
    said = capsys.readouterr().err
    assert said.count("The log file cannot be written") == 1
    assert all(f"line {number}" in said for number in range(3))


def test_afterwards_logging_is_as_it_was(tmp_path: Path) -> None:
    root, ours = logging.getLogger(), logging.getLogger("cnet_agent")
    before = [*root.handlers], root.level, ours.level
    with logging_to(tmp_path, LoggingSettings()):
        assert ([*root.handlers], root.level, ours.level) != before
    assert ([*root.handlers], root.level, ours.level) == before
