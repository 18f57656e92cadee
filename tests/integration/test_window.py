"""The main job in a real window: to a prediction, and what a killed console leaves."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.live_agent import LiveAgent, live_agent
from helpers.live_console import LiveConsole
from helpers.waiting import until_sync

pytestmark = [pytest.mark.integration, pytest.mark.service("xvfb")]


@pytest.fixture
def console(tmp_path: Path, display: str) -> Iterator[LiveConsole]:
    console = LiveConsole(tmp_path, display)
    try:
        yield console.start()
    finally:
        console.clean_up()


def newest(console: LiveAgent, count: int) -> Any:
    return until_sync(lambda: (t := console.ask("GET", "/api/tasks")) and len(t) == count and t[0])


def test_two_keys_train_the_model_and_the_model_predicts(console: LiveConsole) -> None:
    console.press("ctrl+n")
    until_sync(lambda: "New task" in " ".join(console.windows()) or len(console.windows()) > 1)
    console.press("ctrl+Return")
    trained = console.reaches(newest(console, 1)["id"], seconds=60)
    assert trained["status"] == "completed", console.log(trained["id"])
    assert trained["preset"] == "ml-linear-regression"
    body = {"params": {"operation": "predict", "value": "5.5"}}
    made = console.ask("POST", "/api/presets/ml-linear-regression/run", body)
    predicted = console.reaches(made["id"], seconds=60)
    assert predicted["status"] == "completed"
    numbers = [float(n) for n in re.findall(r"-?\d+\.\d+", " ".join(console.log(made["id"])))]
    assert any(abs(number - 12.0) < 0.5 for number in numbers), numbers


def test_a_killed_console_leaves_its_tasks_to_the_next_one(console: LiveConsole) -> None:
    task_id = console.shell("echo begin; sleep 2; echo end; exit 7")
    console.reaches(task_id, "running")
    console.kill()
    console.start()
    task = console.reaches(task_id)
    assert task["exit_code"] == 7
    assert console.log(task_id) == ["begin", "end"]
    assert "Traceback" not in console.stderr()


def test_a_second_start_brings_the_first_window_up_and_ends(console: LiveConsole) -> None:
    status, errors = console.start_again()
    assert (status, errors) == (0, "")
    assert console.ask("GET", "/api/health")["status"] == "ok"


def test_another_node_is_shown_with_keys_alone(console: LiveConsole, tmp_path: Path) -> None:
    with live_agent(tmp_path / "there", agent={"node_name": "build-mini-03"}) as there:
        console.press("ctrl+l", "Up", "Return")  # the last entry that can be chosen: connect
        until_sync(lambda: "Connect - CNET Console" in console.windows(), 20)
        console.type(there.url.removeprefix("http://"))
        console.press("Return")
        until_sync(lambda: "build-mini-03 - CNET Console" in console.windows(), 20)
        console.press("ctrl+n")
        until_sync(lambda: "New task - CNET Console" in console.windows())
        console.press("ctrl+Return")
        until_sync(lambda: there.ask("GET", "/api/tasks"), 20)
        console.press("ctrl+l", "Home", "Return")
        until_sync(lambda: "CNET Console" in console.windows())
        assert console.ask("GET", "/api/tasks") == []
