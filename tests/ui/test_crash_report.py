import logging
import os
import stat
from pathlib import Path

import pytest

from cnet_ui.crash_report import KEPT, LINES, LastLines, save, scrub, write_report

pytestmark = pytest.mark.gui


def mistake() -> ValueError:
    password = "hunter2"  # a local variable is no part of a report
    try:
        raise ValueError(f"no good: {len(password)}")
    except ValueError as error:
        return error


def test_a_report_has_what_one_needs_to_mend_it() -> None:
    report = write_report(mistake(), ["12:00:00 INFO cnet_ui: opened"], 0.0)
    assert "ValueError: no good: 7" in report
    assert "in mistake" in report
    assert "cnet_ui: opened" in report
    assert "Qt 6" in report


@pytest.mark.parametrize(
    "text",
    [
        "token cnet_0123456789abcdefghijkl was refused",
        "Authorization: Bearer abc.def",
        "http://someone:abc.def@node-7",
        "?token=abc.def&x",
        "password=abc.def",
    ],
)
def test_no_secret_is_in_a_report(text: str) -> None:
    shown = scrub(text)
    assert "abc.def" not in shown
    assert "0123456789" not in shown
    assert "•••" in shown


def test_no_environment_and_no_variable_is_in_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET", "from-the-environment")
    report = write_report(mistake(), [], 0.0)
    assert "hunter2" not in report.replace('password = "hunter2"', "")
    assert "from-the-environment" not in report


def test_a_report_is_for_its_user_only_and_few_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    paths = []
    for number in range(KEPT + 2):
        paths.append(save(f"report {number}", folder, 0.0))
        os.utime(paths[-1], (number, number))
    assert stat.S_IMODE(paths[-1].stat().st_mode) == 0o600
    assert sorted(folder.iterdir()) == sorted(paths[2:])


def test_the_last_lines_are_the_consoles_own_and_warnings() -> None:
    handler = LastLines()
    for name, level, text in (
        ("cnet_ui.session", logging.INFO, "ours"),
        ("cnet_agent.tasks", logging.INFO, "a task's command"),
        ("aiohttp", logging.WARNING, "theirs"),
    ):
        handler.emit(logging.LogRecord(name, level, __file__, 1, text, (), None))
    assert [line.split(": ")[-1] for line in handler.lines] == ["ours", "theirs"]
    for number in range(LINES + 5):
        handler.emit(logging.LogRecord("cnet_ui", logging.INFO, "", 1, "%d", (number,), None))
    assert len(handler.lines) == LINES
