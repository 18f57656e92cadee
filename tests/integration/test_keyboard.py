"""A whole visit by keys alone, in a real window that a window manager frames."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.accessibility import seen, session_bus
from helpers.display import virtual_display, window_manager
from helpers.live_console import LiveConsole
from helpers.waiting import until_sync

pytestmark = [
    pytest.mark.integration,
    pytest.mark.service("xvfb"),
    pytest.mark.service("at-spi"),
    pytest.mark.timeout(180),
]


@pytest.fixture
def console(tmp_path: Path) -> Iterator[LiveConsole]:
    with virtual_display(tmp_path) as display, window_manager(display), session_bus() as bus:
        console = LiveConsole(tmp_path, display)
        console.environment = bus
        try:
            yield console.start()
        finally:
            console.clean_up()


def shows(console: LiveConsole, *words: str) -> None:
    """Wait until each of some words is the name of something, or in a text that shows."""

    def there() -> bool:
        found = seen(console)
        return all(any(word in each.name or word in each.text for each in found) for word in words)

    until_sync(there, 30, f"{words} to show")


def go_on_to(console: LiveConsole, name: str) -> None:
    """Press Tab until a control has the focus."""

    def has_focus() -> bool:
        if any(each.focused and each.name == name for each in seen(console)):
            return True
        console.press("Tab")
        return False

    until_sync(has_focus, 30, f"the focus on {name}")


def run_command(console: LiveConsole, words: str, key: str = "Return") -> None:
    """Choose a command of the palette by some letters."""
    console.press("ctrl+k")
    shows(console, "Search or run a command")
    console.type(words)
    console.press(key)


def test_a_preset_is_run_read_searched_a_task_stopped_and_the_console_left(
    console: LiveConsole,
) -> None:
    shows(console, "Dashboard", "New task")

    run_command(console, "linear regression", "ctrl+Return")
    tasks = until_sync(lambda: console.ask("GET", "/api/tasks"), 30)
    assert console.reaches(tasks[0]["id"], seconds=60)["status"] == "completed"
    shows(console, "fit_seconds=")

    console.press("Return", "ctrl+f")  # from the list to the log, and into its search
    console.type("weight")
    shows(console, "1 of ")

    sleeper = console.submit("sleep", "600", name="long-sleep")
    console.reaches(sleeper, "running")
    run_command(console, "long-sleep")
    shows(console, "long-sleep")
    console.press("Delete")
    shows(console, "Stop long-sleep?")
    go_on_to(console, "Stop")
    console.press("Return")
    assert console.reaches(sleeper)["status"] == "stopped"

    run_command(console, "light theme")
    settings = console.data_dir.parent / "home" / "cnet" / "console.ini"
    until_sync(lambda: settings.exists() and "theme=light" in settings.read_text(), 20)

    run_command(console, "chinese")
    shows(console, "任务")

    console.press("ctrl+q")
    assert console.wait(20) == 0
    assert "Traceback" not in console.stderr()
