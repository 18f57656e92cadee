"""Control groups as files, without a kernel behind them."""

from pathlib import Path

import pytest

from cnet_agent.supervisor.limits import cgroups
from cnet_agent.supervisor.limits.plan import Group, Plan

FILES = ("tasks", "cgroup.procs")


@pytest.mark.parametrize(
    ("version", "is_kill", "joined"),
    [(1, False, "tasks"), (1, True, "cgroup.procs"), (2, False, "cgroup.procs")],
)
def test_a_group_is_joined_by_the_file_of_its_hierarchy(
    tmp_path: Path, version: int, is_kill: bool, joined: str
) -> None:
    for name in FILES:
        (tmp_path / name).touch()
    kill = str(tmp_path) if is_kill else None
    cgroups.join(Plan(groups=(Group(str(tmp_path)),), kill=kill, version=version))
    written = {name for name in FILES if (tmp_path / name).read_text() == "0"}
    assert written == {joined}
