"""Orphans are shown first, and removed when somebody says so or when it is safe."""

import logging

import pytest

from cnet_agent.model.errors import Conflict, NotFound
from cnet_agent.runtime.orphans import Orphans
from cnet_agent.runtime.orphans.keeper import AGAIN, SHOWN_FOR
from cnet_agent.runtime.orphans.orphan import Orphan
from helpers.factories import EPOCH
from helpers.fake_services import FakeFinder


def orphan(name: str, *, certain: bool = False, since: float = EPOCH) -> Orphan:
    return Orphan("process", name, f"Process {name}", "Nobody knows it.", since, certain)


class Node:
    """An hour that moves, and a finder."""

    def __init__(self) -> None:
        self.now = EPOCH
        self.finder = FakeFinder()
        self.orphans = Orphans({"process": self.finder}, lambda: self.now)
        self.removed: list[Orphan] = []
        self.orphans.on_removed = self.removed.append


@pytest.fixture
def node() -> Node:
    return Node()


async def test_what_is_found_is_shown_the_oldest_first_with_its_reason(node: Node) -> None:
    node.finder.orphans = [orphan("b", since=EPOCH + 5), orphan("a", certain=True)]
    await node.orphans.look()
    first, second = node.orphans.view()
    assert (first.what, second.what) == ("Process a", "Process b")
    assert first.why == "Nobody knows it."
    assert (first.goes_at, second.goes_at) == (EPOCH + SHOWN_FOR, None)
    assert first.id != second.id
    assert node.orphans.notices() == [
        "Left behind by agents that ended: 2 processes. See /api/orphans."
    ]
    (family,) = node.orphans.families()
    assert family.values == [({"kind": "process"}, 2)]


async def test_nothing_found_is_nothing_said(node: Node) -> None:
    await node.orphans.look()
    assert node.orphans.view() == []
    assert node.orphans.notices() == []


async def test_empty_groups_are_listed_and_trouble_nobody(node: Node) -> None:
    group = Orphan("control_group", "/a", "Group /a", "It is empty.", EPOCH, certain=True)
    node.finder.orphans = [group]
    await node.orphans.look()
    assert len(node.orphans.view()) == 1
    assert node.orphans.notices() == []


async def test_it_is_remembered_since_when_one_was_seen(node: Node) -> None:
    node.finder.orphans = [orphan("a")]
    await node.orphans.look()
    node.now += 500
    await node.orphans.look()
    assert [view.first_seen for view in node.orphans.view()] == [EPOCH]
    node.finder.orphans = []
    await node.orphans.look()
    assert node.orphans.view() == []


async def test_people_who_ask_all_at_once_are_answered_by_one_look(node: Node) -> None:
    await node.orphans.look_again()
    node.finder.orphans = [orphan("a")]
    await node.orphans.look_again()
    assert node.orphans.view() == []
    node.now += AGAIN
    await node.orphans.look_again()
    assert len(node.orphans.view()) == 1


async def test_one_is_removed_when_somebody_says_so(node: Node) -> None:
    node.finder.orphans = [orphan("a"), orphan("b")]
    await node.orphans.look()
    removed = await node.orphans.remove(orphan("a").id)
    assert removed == orphan("a")
    assert node.finder.orphans == [orphan("b")]
    assert [view.what for view in node.orphans.view()] == ["Process b"]
    assert node.removed == []  # the request itself is on record
    with pytest.raises(NotFound):
        await node.orphans.remove(orphan("a").id)


async def test_one_that_has_changed_is_refused(node: Node) -> None:
    node.finder.orphans = [orphan("a")]
    await node.orphans.look()
    node.finder.orphans = []
    with pytest.raises(Conflict):
        await node.orphans.remove(orphan("a").id)


async def test_only_what_is_certain_goes_by_itself_and_only_after_a_day(node: Node) -> None:
    node.finder.orphans = [orphan("a", certain=True), orphan("b")]
    await node.orphans.look()
    node.now += SHOWN_FOR - 1
    await node.orphans.look()
    await node.orphans.remove_due()
    assert node.removed == []
    node.now += 1
    await node.orphans.look()
    await node.orphans.remove_due()
    assert node.removed == [orphan("a", certain=True)]
    assert [view.what for view in node.orphans.view()] == ["Process b"]


async def test_a_finder_that_fails_keeps_nobody_from_looking(
    node: Node, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(FakeFinder):
        async def find(self) -> list[Orphan]:
            raise PermissionError("no leave to look")

    caplog.set_level(logging.WARNING)
    orphans = Orphans({"task_folder": Broken(), "process": node.finder}, lambda: EPOCH)
    node.finder.orphans = [orphan("a")]
    await orphans.look()
    assert len(orphans.view()) == 1
    assert "no leave to look" in caplog.text
