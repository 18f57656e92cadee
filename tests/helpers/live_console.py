"""A real console in a window of an X display, driven by keys."""

import json
import os
import subprocess
import sys
from pathlib import Path

from helpers.live_agent import ROOT, LiveAgent
from helpers.waiting import until_sync


class LiveConsole(LiveAgent):
    """Starts the desktop application; asks its embedded agent like any other agent."""

    def __init__(self, folder: Path, display: str) -> None:
        super().__init__(folder)
        self.display = display
        self.window = ""

    def start(self, *arguments: str) -> "LiveConsole":
        """Open the window and wait until the agent in it answers."""
        with (self.data_dir.parent / "stderr.txt").open("a") as errors:
            self._process = subprocess.Popen(
                [*self.command(), *arguments],
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                env=self._surroundings(),
                start_new_session=True,
            )
        run_file = self.data_dir / "agent.json"

        def announced() -> bool:
            assert self._process is not None
            assert self._process.poll() is None, self.stderr()
            try:
                run = json.loads(run_file.read_text())
            except (OSError, ValueError):
                return False
            self.url = run["url"]
            return bool(run["pid"] == self.pid)

        until_sync(announced, 20, "the console's agent")
        found = self._xdotool("search", "--sync", "--onlyvisible", "--name", "^CNET Console$")
        self.window = found.split()[0]
        return self

    def start_again(self) -> tuple[int, str]:
        """Start the console a second time; return its exit status and what it said of errors."""
        done = subprocess.run(
            self.command(),
            env=self._surroundings(),
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
        return done.returncode, done.stderr

    def command(self) -> list[str]:
        """Return the command that opens the window."""
        command = [sys.executable, str(ROOT / "app"), "--port", "0"]
        command += ["--config", str(self.config), "--data-dir", str(self.data_dir)]
        return [*command, "--workspace", str(self.workspace)]

    def press(self, *keys: str) -> None:
        """Press keys in the window, such as ``ctrl+n``."""
        self._xdotool("windowfocus", "--sync", self.window)
        self._xdotool("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type text where the focus is."""
        self._xdotool("type", "--clearmodifiers", text)

    def wait(self, seconds: float) -> int:
        """Wait until the console has ended by itself and return its exit status."""
        assert self._process is not None
        return self._process.wait(seconds)

    def windows(self) -> list[str]:
        """Return the names of the windows that are open."""
        found = self._xdotool("search", "--onlyvisible", "--pid", str(self.pid)).split()
        return [self._xdotool("getwindowname", window).strip() for window in found]

    def _surroundings(self) -> dict[str, str]:
        """Return the environment of a desktop with nobody's settings."""
        found = {name: text for name, text in os.environ.items() if name != "WAYLAND_DISPLAY"}
        home = self.data_dir.parent / "home"
        home.mkdir(mode=0o700, exist_ok=True)
        found |= {
            "DISPLAY": self.display,
            "QT_QPA_PLATFORM": "xcb",
            "XDG_CONFIG_HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
        }
        return found | self.environment

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env={**os.environ, "DISPLAY": self.display},
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
        return done.stdout
