"""Starting the console when its user logs in: off until a person turns it on."""

import os
import plistlib
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

NAME = "cnet-console"
_IDENTIFIER = "cnet.console"  # of the launch agent on macOS


class Autostart(Protocol):
    """Whether the console starts with the session, and the way to change it."""

    def is_on(self) -> bool:
        """Return whether it does."""
        ...

    def turn(self, *, on: bool) -> None:
        """Let it, or no longer.

        Raises:
            OSError: the system does not allow it.
        """
        ...


def own_command() -> list[str]:
    """Return the command that starts this console again."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    started = Path(sys.argv[0]).absolute()
    if started.name == NAME:
        return [str(started)]
    installed = shutil.which(NAME)
    return [installed] if installed else [sys.executable, str(started)]


def autostart(command: Sequence[str] | None = None) -> Autostart:
    """Return the way of this system; only that of Linux desktops has been tried."""
    command = list(command or own_command())
    if sys.platform == "win32":
        return WindowsAutostart(command)
    if sys.platform == "darwin":
        return MacAutostart(command)
    return XdgAutostart(command)


class XdgAutostart:
    """A desktop entry in the autostart folder of the user's configuration."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        home = os.environ.get("XDG_CONFIG_HOME", "")
        folder = Path(home) if home.startswith("/") else Path.home() / ".config"
        self.path = folder / "autostart" / f"{NAME}.desktop"

    def is_on(self) -> bool:
        """Return whether the entry is there and not switched off by the desktop."""
        try:
            lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines()
        except (FileNotFoundError, NotADirectoryError):
            return False
        off = {"Hidden=true", "X-GNOME-Autostart-enabled=false"}
        return not off.intersection(line.replace(" ", "") for line in lines)

    def turn(self, *, on: bool) -> None:
        """Write the entry, or remove it."""
        if not on:
            self.path.unlink(missing_ok=True)
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(
            "[Desktop Entry]\n"
            "Type=Application\n"
            "Name=CNET Console\n"
            f"Exec={exec_line(self._command)}\n"
            f"Icon={NAME}\n"
            "Terminal=false\n",
            encoding="utf-8",
        )


class MacAutostart:
    """A launch agent of the user. Never run so far."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self.path = Path.home() / "Library" / "LaunchAgents" / f"{_IDENTIFIER}.plist"

    def is_on(self) -> bool:
        """Return whether the launch agent is there."""
        return self.path.exists()

    def turn(self, *, on: bool) -> None:
        """Write the launch agent, or remove it."""
        if not on:
            self.path.unlink(missing_ok=True)
            return
        content = {
            "Label": _IDENTIFIER,
            "ProgramArguments": list(self._command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_bytes(plistlib.dumps(content))


class WindowsAutostart:
    """A value below the user's Run key. Never run so far."""

    KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"

    def __init__(self, command: Sequence[str], registry: Any = None) -> None:
        self._line = " ".join(f'"{part}"' for part in command)
        self._given = registry

    def is_on(self) -> bool:
        """Return whether the value is there."""
        registry = self._registry()
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, self.KEY) as key:
                registry.QueryValueEx(key, NAME)
        except FileNotFoundError:
            return False
        return True

    def turn(self, *, on: bool) -> None:
        """Set the value, or delete it."""
        registry = self._registry()
        with registry.CreateKey(registry.HKEY_CURRENT_USER, self.KEY) as key:
            if on:
                registry.SetValueEx(key, NAME, 0, registry.REG_SZ, self._line)
            elif self.is_on():
                registry.DeleteValue(key, NAME)

    def _registry(self) -> Any:
        if self._given is None:
            import winreg

            self._given = winreg
        return self._given


def exec_line(command: Sequence[str]) -> str:
    """Return a command as the key Exec of a desktop entry has it."""
    return " ".join(_quoted(part) for part in command)


def _quoted(part: str) -> str:
    part = part.replace("%", "%%")
    if part and not any(each in part for each in " \t\n\"'\\><~|&;$*?#()`"):
        return part
    for each in ("\\", '"', "`", "$"):
        part = part.replace(each, "\\" + each)
    # The value of a key is read before its arguments are: a backslash is written twice.
    return '"' + part.replace("\\", "\\\\") + '"'
