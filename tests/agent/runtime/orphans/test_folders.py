"""Folders of tasks that the store does not know."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from cnet_agent.config.layout import Layout
from cnet_agent.model.errors import Conflict
from cnet_agent.runtime.orphans.folders import Folders
from cnet_agent.supervisor import record
from helpers.factories import make_id


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cnet_agent.runtime.orphans.folders.SETTLED", 0.0)


class Node:
    """A data directory, what its store knows, and what was removed."""

    def __init__(self, root: Path) -> None:
        self.layout = Layout(root)
        self.layout.tasks.mkdir()
        self.open: set[str] = set()
        self.rows: set[str] = set()
        self.discarded: list[str] = []
        self.folders = Folders(self.layout, self.open, self.stored, self.discard)

    async def stored(self, ids: Sequence[str]) -> set[str]:
        return self.rows & set(ids)

    async def discard(self, task_id: str) -> None:
        self.discarded.append(task_id)

    def reserve(self, number: int) -> Path:
        path = self.layout.task(make_id(number)).record(1)
        path.parent.mkdir()
        record.create(path, {"id": make_id(number)})
        return path


@pytest.fixture
def node(tmp_path: Path) -> Node:
    return Node(tmp_path)


async def test_a_folder_whose_request_was_never_answered_is_an_orphan(node: Node) -> None:
    for number in (1, 2, 3):
        node.reserve(number)
    node.open.add(make_id(1))
    node.rows.add(make_id(2))
    (orphan,) = await node.folders.find()
    assert orphan.task_id == make_id(3)
    assert orphan.certain
    assert "nothing of it ever ran" in orphan.why


async def test_what_ran_is_shown_and_not_certain(node: Node) -> None:
    path = node.reserve(1)
    descriptor = record.open_record(path)
    record.write_intent(descriptor, {"supervisor": {"pid": 1, "start": 1}})
    os.close(descriptor)
    (orphan,) = await node.folders.find()
    assert not orphan.certain
    assert orphan.why.startswith("It ran")


async def test_a_folder_with_somebodys_files_is_not_certain(node: Node) -> None:
    folder = node.layout.tasks / "notes"
    folder.mkdir()
    (folder / "mine.txt").write_text("x")
    (orphan,) = await node.folders.find()
    assert not orphan.certain


async def test_somebody_at_work_makes_it_no_orphan(node: Node) -> None:
    path = node.reserve(1)
    (orphan,) = await node.folders.find()
    descriptor = record.open_record(path)
    assert record.hold(descriptor)
    assert await node.folders.find() == []
    with pytest.raises(Conflict, match="at work"):
        await node.folders.remove(orphan)
    os.close(descriptor)
    await node.folders.remove(orphan)
    assert node.discarded == [make_id(1)]


async def test_a_folder_that_is_new_may_be_about_to_be_known(
    node: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cnet_agent.runtime.orphans.folders.SETTLED", 1000.0)
    node.reserve(1)
    assert await node.folders.find() == []


async def test_a_task_that_is_known_again_is_left_alone(node: Node) -> None:
    node.reserve(1)
    (orphan,) = await node.folders.find()
    for known in (node.open, node.rows):
        known.add(make_id(1))
        with pytest.raises(Conflict, match="known again"):
            await node.folders.remove(orphan)
        known.clear()
    assert node.discarded == []


async def test_links_and_files_are_not_looked_at(node: Node, tmp_path: Path) -> None:
    (node.layout.tasks / "file").write_text("x")
    (node.layout.tasks / "link").symlink_to(tmp_path)
    assert await node.folders.find() == []
