"""Containers that are left."""

from dataclasses import replace
from typing import Any

import pytest

from cnet_agent.executors.container_engine import Container, Refused, Unreachable
from cnet_agent.executors.container_threads import Threads
from cnet_agent.model.errors import Conflict
from cnet_agent.runtime.orphans.containers import Containers
from helpers.factories import EPOCH, make_id

ENDED = Container(
    id="c1",
    name="cnet-n-t-1",
    image="i",
    labels={"cnet.task": make_id(1)},
    status="exited",
    pid=0,
    created_at=EPOCH,
    started_at=EPOCH,
    finished_at=EPOCH + 5,
    exit_code=0,
    oom_killed=False,
    error="",
)


class FakeEngine:
    """Has containers, and may have gone away."""

    def __init__(self, *containers: Container) -> None:
        self.containers = list(containers)
        self.trouble: Exception | None = None

    def find_labelled(self, label: str) -> list[Container]:
        if self.trouble:
            raise self.trouble
        assert label == "cnet.node=node-1"
        return self.containers

    def remove(self, container: str) -> None:
        if self.trouble:
            raise self.trouble
        self.containers = [each for each in self.containers if each.id != container]


def finder(engine: Any, *known: str) -> Containers:
    return Containers(engine, "node-1", known, Threads())


async def test_a_container_of_no_open_task_is_an_orphan_and_can_be_removed() -> None:
    running = replace(ENDED, id="c2", status="running", labels={"cnet.task": make_id(2)})
    mine = replace(ENDED, id="c3", labels={"cnet.task": make_id(3)})
    engine = FakeEngine(ENDED, running, mine)
    one, two = await finder(engine, make_id(3)).find()
    assert (one.key, one.what, one.since, one.certain) == (
        "c1",
        "Container cnet-n-t-1",
        EPOCH + 5,
        True,
    )
    assert "It runs" in two.why
    await finder(engine).remove(one)
    assert [each.id for each in engine.containers] == ["c2", "c3"]
    with pytest.raises(Conflict, match="known again"):
        await finder(engine, make_id(2)).remove(two)


async def test_one_that_was_just_made_may_still_find_its_task() -> None:
    assert await finder(FakeEngine(replace(ENDED, created_at=4e9))).find() == []


async def test_a_docker_that_is_away_has_none_and_removes_none() -> None:
    engine = FakeEngine(ENDED)
    (orphan,) = await finder(engine).find()
    engine.trouble = Unreachable("Docker is not running.")
    assert await finder(engine).find() == []
    engine.trouble = Refused("busy", 500)
    with pytest.raises(Conflict, match="busy"):
        await finder(engine).remove(orphan)
