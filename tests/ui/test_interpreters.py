"""The Pythons of this machine."""

import os
from pathlib import Path

import pytest

from cnet_ui.interpreters import Interpreter, find_interpreters, version_of

pytestmark = pytest.mark.gui  # programs are run on the loop that the console has


def program(path: Path, script: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


async def test_each_python_on_the_path_is_found_once(qapp: object, tmp_path: Path) -> None:
    real = program(tmp_path / "a" / "python3.11", "echo Python 3.11.2")
    (tmp_path / "a" / "python3").symlink_to(real)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "python3.11").symlink_to(real)
    old = program(tmp_path / "b" / "python2", "echo Python 2.7.18 >&2")
    other = program(tmp_path / "b" / "python", "echo Python 3.13.0rc1")
    program(tmp_path / "b" / "python3-config", "echo Python 3.13.0")
    program(tmp_path / "b" / "python3.12", "exit 1")
    path = os.pathsep.join(str(tmp_path / name) for name in ("a", "missing", "b"))
    assert old.exists()
    assert await find_interpreters(path) == [
        Interpreter(str(tmp_path / "a" / "python3"), "Python 3.11.2"),
        Interpreter(str(other), "Python 3.13.0rc1"),
    ]


@pytest.mark.parametrize("script", ["exit 3", "echo hello", "echo Python 3.1.0; exit 1"])
async def test_what_does_not_say_its_version_is_no_python(
    qapp: object, tmp_path: Path, script: str
) -> None:
    assert await version_of(str(program(tmp_path / "python3", script))) is None


async def test_what_is_not_there_or_does_not_answer_is_none(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await version_of(str(tmp_path / "missing")) is None
    assert await version_of("a\0b") is None
    monkeypatch.setattr("cnet_ui.interpreters.PATIENCE", 0.05)
    assert await version_of(str(program(tmp_path / "python3", "exec sleep 60"))) is None
