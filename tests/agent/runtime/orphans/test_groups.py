"""Control groups that are left. Folders stand for them: the kernel's look the same from here."""

import time
from pathlib import Path

import pytest

from cnet_agent.model.errors import Conflict
from cnet_agent.runtime.orphans.groups import Groups
from helpers.factories import make_id


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cnet_agent.runtime.orphans.groups.SETTLED", 0.0)


def make_group(parent: Path, name: str, *pids: int) -> Path:
    group = parent / name
    group.mkdir()
    if pids:
        (group / "cgroup.procs").write_text("".join(f"{pid}\n" for pid in pids))
    return group


async def test_an_empty_group_of_no_open_task_is_an_orphan(tmp_path: Path) -> None:
    group = make_group(tmp_path, f"{make_id(1)}.2")
    make_group(tmp_path, f"{make_id(2)}.1")
    (orphan,) = await Groups(lambda: [str(tmp_path)], {make_id(2)}).find()
    assert orphan.key == str(group)
    assert orphan.task_id == make_id(1)
    assert orphan.certain
    assert abs(orphan.since - time.time()) < 1000


async def test_a_group_in_use_is_none(tmp_path: Path) -> None:
    make_group(tmp_path, f"{make_id(1)}.1", 4242)
    nested = make_group(tmp_path, f"{make_id(2)}.1")
    (nested / "inner").mkdir()
    assert await Groups(lambda: [str(tmp_path)], ()).find() == []


async def test_groups_of_others_are_none(tmp_path: Path) -> None:
    for name in ("agent", "probe-12", "docker", f"{make_id(1)}", f"x{make_id(1)}.1"):
        make_group(tmp_path, name)
    assert await Groups(lambda: [str(tmp_path), str(tmp_path / "gone")], ()).find() == []


async def test_a_group_that_is_new_may_be_about_to_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cnet_agent.runtime.orphans.groups.SETTLED", 1000.0)
    make_group(tmp_path, f"{make_id(1)}.1")
    assert await Groups(lambda: [str(tmp_path)], ()).find() == []


async def test_only_an_empty_group_is_removed(tmp_path: Path) -> None:
    group = make_group(tmp_path, f"{make_id(1)}.1")
    groups = Groups(lambda: [str(tmp_path)], ())
    (orphan,) = await groups.find()
    (group / "inner").mkdir()  # somebody came to use it
    with pytest.raises(Conflict, match="cannot be removed"):
        await groups.remove(orphan)
    (group / "inner").rmdir()
    await groups.remove(orphan)
    assert not group.exists()
    await groups.remove(orphan)  # gone already: what was wanted
