"""What enforces limits: which of several ways, and where the launcher runs for it."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from cnet_agent.executors import process_mechanism
from cnet_agent.executors.process_launcher import Launcher
from cnet_agent.executors.process_mechanism import choose
from cnet_agent.supervisor.limits import scope
from cnet_agent.supervisor.limits.plan import Mechanism
from cnet_agent.supervisor.limits.probe import Wanted
from helpers.waiting import until_sync

OWN = Mechanism(2, {"cpu": "/g"}, "/g", "cgroup v2 limits", "cgroup v2")
SCOPE = Mechanism(2, {"cpu": "/s"}, "/s", "in a scope", "systemd scope")
NONE = Mechanism()

# Does what it is for without systemd: becomes what follows the options.
SYSTEMD_RUN = """#!/bin/sh
echo "$@" >> "$(dirname "$0")/asked"
while [ "$1" != -- ]; do shift; done
shift
exec "$@"
"""


@pytest.fixture
def launcher(tmp_path: Path) -> Iterator[Launcher]:
    made = Launcher(tmp_path / "launcher.log")
    yield made
    made.close()


@pytest.fixture
def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Answers every request with a scope; returns the file of what was asked."""
    (tmp_path / "systemd-run").write_text(SYSTEMD_RUN)
    (tmp_path / "systemd-run").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(scope, "_BOOTED", str(tmp_path))
    monkeypatch.setattr(scope, "enter", lambda process, unit: SCOPE)
    return tmp_path / "asked"


def own(monkeypatch: pytest.MonkeyPatch, found: Mechanism) -> None:
    """Let ``found`` be what this process's own group offers."""

    def probe(wanted: Wanted) -> Mechanism:
        return found if wanted in ("auto", "cgroups") else NONE

    monkeypatch.setattr(process_mechanism, "probe", probe)


def units(asked: Path, count: int) -> set[str]:
    """Wait until ``count`` scopes were asked for, and return their names."""

    def names() -> list[str]:
        words = asked.read_text().split() if asked.exists() else []
        return [word for word in words if word.startswith("--unit=")]

    until_sync(lambda: len(names()) == count)
    return set(names())


def test_groups_of_our_own_come_first(
    launcher: Launcher, systemd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own(monkeypatch, OWN)
    assert choose("auto", launcher) == OWN
    assert launcher.ready() is None
    assert not systemd.exists()


@pytest.mark.parametrize(("wanted", "found"), [("auto", NONE), ("systemd", OWN)])
def test_a_scope_comes_next_or_where_it_is_wanted(
    launcher: Launcher,
    systemd: Path,
    monkeypatch: pytest.MonkeyPatch,
    wanted: Wanted,
    found: Mechanism,
) -> None:
    own(monkeypatch, found)
    assert choose(wanted, launcher) == SCOPE
    assert launcher.ready() == SCOPE
    assert len(units(systemd, 1)) == 1


def test_a_launcher_that_died_is_started_again_in_a_scope_of_its_own(
    launcher: Launcher, systemd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own(monkeypatch, NONE)
    choose("auto", launcher)
    assert units(systemd, 1)
    assert launcher.pid is not None
    first = launcher.pid
    os.kill(first, signal.SIGKILL)
    until_sync(lambda: launcher.ready() == SCOPE and launcher.pid != first)
    assert len(units(systemd, 2)) == 2


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("auto", "systemd does not run this system"),
        ("systemd", "tasks.limited_by is systemd, and systemd does not run this system"),
        ("cgroups", "tasks.limited_by is cgroups, and this user was given none"),
    ],
)
def test_where_nothing_works_limits_are_watched_and_the_node_says_why(
    launcher: Launcher, monkeypatch: pytest.MonkeyPatch, wanted: Wanted, words: str
) -> None:
    own(monkeypatch, NONE)
    monkeypatch.setattr(scope, "_BOOTED", "/nonexistent")
    found = choose(wanted, launcher)
    assert found.parents == {}
    assert found.detail == f"{NONE.detail}; {words}"
    assert launcher.ready() is None  # and tasks are launched all the same


def test_what_systemd_says_to_a_refusal_is_passed_on(
    launcher: Launcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own(monkeypatch, NONE)
    (tmp_path / "systemd-run").write_text("#!/bin/sh\necho No medium found >&2\nexit 1\n")
    (tmp_path / "systemd-run").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(scope, "_BOOTED", str(tmp_path))
    found = choose("auto", launcher)
    assert found.detail == f"{NONE.detail}; systemd-run ended with 1: No medium found"


def test_the_watch_alone_is_no_fault(launcher: Launcher) -> None:
    assert choose("watch", launcher) == NONE
