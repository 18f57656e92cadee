"""What a screen reader gets of the console in a real window: the tree of AT-SPI."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.accessibility import Accessible, seen, session_bus
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
def console(tmp_path: Path, display: str) -> Iterator[LiveConsole]:
    console = LiveConsole(tmp_path, display)
    with session_bus() as console.environment:
        try:
            yield console.start()
        finally:
            console.clean_up()


def once_there(console: LiveConsole, *wanted: str) -> list[Accessible]:
    """Return what shows once objects of these names do."""

    def there() -> list[Accessible] | None:
        found = seen(console)
        return found if set(wanted) <= {each.name for each in found} else None

    return until_sync(there, 30, f"{wanted}")  # type: ignore[no-any-return]


def test_every_control_that_shows_has_a_name_and_a_role(console: LiveConsole) -> None:
    shown = once_there(console, "New task", "Dashboard", "Tasks", "Settings")
    assert {"frame", "push button"} <= {each.role for each in shown}
    assert [each for each in shown if each.role in CONTROLS and not each.name] == []
    assert [each for each in shown if each.role == "push button" and not each.focusable] == []


def test_the_form_for_a_new_task_says_what_each_field_is(console: LiveConsole) -> None:
    console.press("ctrl+n")
    shown = once_there(console, "Run", "Operation: Train")
    assert [each for each in shown if each.role in CONTROLS and not each.name] == []
