"""What a screen reader gets of the console in a real window: the tree of AT-SPI."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.live_agent import ROOT
from helpers.live_console import LiveConsole
from helpers.waiting import until_sync

pytestmark = [
    pytest.mark.integration,
    pytest.mark.service("xvfb"),
    pytest.mark.service("at-spi"),
]

CONTROLS = {
    "check box",
    "combo box",
    "entry",
    "list",
    "menu item",
    "page tab",
    "push button",
    "radio button",
    "slider",
    "spin button",
    "table",
    "text",
    "toggle button",
}


@pytest.fixture
def bus() -> Iterator[str]:
    """A session bus of its own, on which assistive technology is started when it is asked for."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def console(tmp_path: Path, display: str, bus: str) -> Iterator[LiveConsole]:
    console = LiveConsole(tmp_path, display)
    console.environment = {
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    try:
        yield console.start()
    finally:
        console.clean_up()


def tree(console: LiveConsole) -> list[dict[str, Any]]:
    """Return the objects of the console that show."""
    done = subprocess.run(
        ["/usr/bin/python3", str(ROOT / "tests/helpers/accessible_tree.py"), "CNET Console"],
        env={**os.environ, **console.environment, "DISPLAY": console.display},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [found for found in json.loads(done.stdout) if found["shows"]]


def names(objects: list[dict[str, Any]]) -> set[str]:
    return {found["name"] for found in objects}


def test_every_control_that_shows_has_a_name_and_a_role(console: LiveConsole) -> None:
    def filled() -> list[dict[str, Any]] | None:
        found = tree(console)
        return found if {"New task", "Dashboard", "Tasks", "Settings"} <= names(found) else None

    shown = until_sync(filled, 30)
    assert {"frame", "push button"} <= {found["role"] for found in shown}
    nameless = [found for found in shown if found["role"] in CONTROLS and not found["name"]]
    assert nameless == []
    unreachable = [
        found for found in shown if found["role"] == "push button" and not found["focusable"]
    ]
    assert unreachable == []


def test_the_form_for_a_new_task_says_what_each_field_is(console: LiveConsole) -> None:
    console.press("ctrl+n")
    until_sync(lambda: any("New task -" in title for title in console.windows()), 20)
    shown = until_sync(lambda: found if "Run" in names(found := tree(console)) else None, 30)
    fields = [found for found in shown if found["role"] in CONTROLS]
    assert [found for found in fields if not found["name"]] == []
    assert "Operation: Train" in names(fields)
