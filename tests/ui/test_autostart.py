"""Starting at login: each system's way, written and taken back."""

import plistlib
import re
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cnet_ui.autostart import (
    MacAutostart,
    WindowsAutostart,
    XdgAutostart,
    autostart,
    exec_line,
    own_command,
)


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config"


def test_it_is_off_until_it_is_turned_on(config: Path) -> None:
    start = XdgAutostart(["/opt/cnet console/cnet-console"])
    assert not start.is_on()
    start.turn(on=True)
    assert start.is_on()
    assert start.path == config / "autostart" / "cnet-console.desktop"
    assert 'Exec="/opt/cnet console/cnet-console"\n' in start.path.read_text()
    start.turn(on=False)
    assert not start.is_on()
    assert not start.path.exists()


def test_turning_it_off_twice_is_no_mistake(config: Path) -> None:
    XdgAutostart(["cnet-console"]).turn(on=False)
    assert not config.exists()


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled = false"])
def test_an_entry_that_the_desktop_switched_off_is_off(config: Path, line: str) -> None:
    start = XdgAutostart(["cnet-console"])
    start.turn(on=True)
    start.path.write_text(f"{start.path.read_text()}{line}\n")
    assert not start.is_on()


def test_a_relative_configuration_folder_counts_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert XdgAutostart([]).path == tmp_path / ".config" / "autostart" / "cnet-console.desktop"


def test_a_command_is_quoted_as_desktop_entries_want_it() -> None:
    assert exec_line(["/usr/bin/cnet-console"]) == "/usr/bin/cnet-console"
    assert exec_line(["a b", "100%", ""]) == '"a b" 100%% ""'
    written = exec_line(['/a "b" $c\\d'])
    once = written.replace("\\\\", "\\")  # as the value of a key is read
    assert re.sub(r"\\(.)", r"\1", once[1:-1]) == '/a "b" $c\\d'


def test_the_command_is_what_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    program = tmp_path / "cnet-console"
    monkeypatch.setattr("sys.argv", [str(program)])
    assert own_command() == [str(program)]
    monkeypatch.setattr("sys.argv", [str(tmp_path / "app")])
    monkeypatch.setattr("sys.executable", "/usr/bin/python3")
    assert own_command() == ["/usr/bin/python3", str(tmp_path / "app")]
    program.touch(mode=0o755)
    assert own_command() == [str(program)]
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert own_command() == ["/usr/bin/python3"]


@pytest.mark.parametrize(
    ("platform", "kind"),
    [("linux", XdgAutostart), ("darwin", MacAutostart), ("win32", WindowsAutostart)],
)
def test_each_system_has_its_way(
    platform: str, kind: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert isinstance(autostart(["cnet-console"]), kind)


def test_macos_has_a_launch_agent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    start = MacAutostart(["/Applications/CNET.app/cnet"])
    start.turn(on=True)
    assert start.is_on()
    content = plistlib.loads(start.path.read_bytes())
    assert content["ProgramArguments"] == ["/Applications/CNET.app/cnet"]
    assert content["RunAtLoad"] is True
    start.turn(on=False)
    assert not start.is_on()


def test_windows_has_a_value_in_its_registry() -> None:
    values: dict[str, str] = {}

    def query(_: Any, name: str) -> str:
        if name not in values:
            raise FileNotFoundError(name)
        return values[name]

    registry = SimpleNamespace(
        HKEY_CURRENT_USER=1,
        REG_SZ=1,
        OpenKey=lambda *_: nullcontext(),
        CreateKey=lambda *_: nullcontext(),
        QueryValueEx=query,
        SetValueEx=lambda _key, name, _zero, _kind, line: values.update({name: line}),
        DeleteValue=lambda _key, name: values.pop(name),
    )
    start = WindowsAutostart([r"C:\Program Files\CNET\cnet-console.exe"], registry)
    start.turn(on=False)
    start.turn(on=True)
    assert values == {"cnet-console": r'"C:\Program Files\CNET\cnet-console.exe"'}
    assert start.is_on()
    start.turn(on=False)
    assert not start.is_on()
