"""What assistive technology sees of a console in a real window, over a bus of its own."""

import contextlib
import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from helpers.live_agent import ROOT
from helpers.live_console import LiveConsole


@dataclass(frozen=True, slots=True)
class Accessible:
    """An object as AT-SPI tells it; ``text`` is what an editor or a log shows."""

    role: str
    name: str
    description: str
    shows: bool
    focusable: bool
    focused: bool
    text: str


@contextlib.contextmanager
def session_bus() -> Iterator[dict[str, str]]:
    """Run a session bus and give the environment of a program that is to be found on it.

    Assistive technology is started by the bus when somebody asks for it.
    """
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as daemon:
        assert daemon.stdout is not None
        try:
            yield {
                "DBUS_SESSION_BUS_ADDRESS": daemon.stdout.readline().strip(),
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            }
        finally:
            daemon.terminate()


def seen(console: LiveConsole) -> list[Accessible]:
    """Return the objects of a console that show; it was started with ``session_bus``."""
    done = subprocess.run(
        ["/usr/bin/python3", str(ROOT / "tests/helpers/accessible_tree.py"), "CNET Console"],
        env={**os.environ, **console.environment, "DISPLAY": console.display},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = [Accessible(**each) for each in json.loads(done.stdout)]
    return [each for each in found if each.shows]


def names(console: LiveConsole) -> set[str]:
    """Return the names of what shows."""
    return {each.name for each in seen(console)}
