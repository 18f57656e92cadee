"""A scope asked of systemd: what is asked, and what is made of its answer.

The real systemd answers in ``tests/integration/test_guests_limits.py``.
"""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from cnet_agent.supervisor.limits import scope
from cnet_agent.supervisor.limits.plan import Mechanism
from cnet_agent.supervisor.limits.scope import NoScope, enter, environment, wrapped

V2 = Mechanism(2, {"cpu": "/g"}, "/g", "cgroup v2 limits", "cgroup v2")


@pytest.fixture
def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system that systemd runs; returns its ``systemd-run``."""
    program = tmp_path / "systemd-run"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(scope, "_BOOTED", str(tmp_path))
    return program


@pytest.fixture
def asleep() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(["/bin/sleep", "60"]) as process:
        yield process
        process.kill()


@pytest.mark.parametrize(("user", "whose"), [(0, []), (1000, ["--user"])])
def test_the_systemd_of_the_user_is_asked_for_a_scope_to_divide(
    systemd: Path, monkeypatch: pytest.MonkeyPatch, user: int, whose: list[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    program, *asked = wrapped(["python", "-c", "pass"], "cnet-tasks-1.scope")
    assert program == str(systemd)
    assert [option for option in asked if option == "--user"] == whose
    assert {"--scope", "--unit=cnet-tasks-1.scope", "--property=Delegate=yes"} <= set(asked)
    assert asked[-4:] == ["--", "python", "-c", "pass"]


def test_without_systemd_there_is_no_scope(systemd: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scope, "_BOOTED", "/nonexistent")
    with pytest.raises(NoScope, match="systemd does not run this system"):
        wrapped(["true"], "cnet-tasks-1.scope")


def test_the_users_systemd_is_found_without_a_session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert environment() == {}
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setattr(os.path, "isdir", lambda path: True)
    assert environment() == {"XDG_RUNTIME_DIR": f"/run/user/{os.getuid()}"}


def test_limits_are_those_of_the_scope_once_the_process_is_in_it(
    asleep: subprocess.Popen[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    places = iter(["0::/session.scope\n", "0::/app.slice/cnet-tasks-1.scope\n"])
    monkeypatch.setattr(scope, "_group_of", lambda pid: next(places))
    monkeypatch.setattr(scope, "probe_process", lambda pid: V2 if pid == asleep.pid else None)
    found = enter(asleep, "cnet-tasks-1.scope")
    assert (found.name, found.parents) == ("systemd scope", {"cpu": "/g"})
    assert found.detail == "cgroup v2 limits, in a scope of systemd"


def test_what_systemd_refused_is_told(systemd: Path) -> None:
    with subprocess.Popen(["/bin/sh", "-c", "exit 3"]) as refused:
        refused.wait()
        with pytest.raises(NoScope, match="systemd-run ended with 3"):
            enter(refused, "cnet-tasks-1.scope")


def test_a_systemd_that_does_not_answer_is_not_waited_for_for_ever(
    asleep: subprocess.Popen[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scope, "_PATIENCE", 0.0)
    with pytest.raises(NoScope, match="made no scope within"):
        enter(asleep, "cnet-tasks-1.scope")


def test_a_scope_without_control_groups_of_version_2_is_of_no_use(
    asleep: subprocess.Popen[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scope, "_group_of", lambda pid: "0::/cnet-tasks-1.scope\n")
    monkeypatch.setattr(scope, "probe_process", lambda pid: None)
    with pytest.raises(NoScope, match="version 2"):
        enter(asleep, "cnet-tasks-1.scope")
