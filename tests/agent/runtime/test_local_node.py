"""This node, looked at anew."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from cnet_agent.config.schema import AgentSettings, ResourceSettings
from cnet_agent.executors.base import Availability
from cnet_agent.runtime.hardware import Hardware, read_hardware
from cnet_agent.runtime.local_node import LocalNode
from cnet_agent.runtime.monitor import Monitor
from cnet_agent.runtime.usage_history import UsageHistory
from helpers.world import World


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    world = World(tmp_path)
    await world.runtime.open(rebuild_store=False)
    yield world
    await world.runtime.close()


def make_node(world: World, hardware: Hardware) -> LocalNode:
    monitor = Monitor(ResourceSettings(), lambda _: None, lambda: 100.0)
    return LocalNode(
        "node-1",
        AgentSettings(),
        hardware,
        world.runtime,
        monitor,
        UsageHistory(),
        world.workspace,
        100.0,
        now=lambda: 100.0,
        read=lambda: hardware,
    )


async def test_what_a_new_look_finds_is_told_to_those_who_watch(world: World) -> None:
    node = make_node(world, read_hardware())
    why = Availability(False, "Not there", mend="Start it.", command="start it")
    world.executor.next_look = why
    await node.look_again()
    shown = node.view().executors["process"]
    assert (shown.available, shown.mend, shown.command) == (False, "Start it.", "start it")
    (event,) = world.runtime.bus.since(0, 10) or []
    assert (event.kind, json.loads(event.text)["executors"]["process"]["mend"]) == (
        "node",
        "Start it.",
    )


async def test_a_look_that_finds_nothing_new_tells_nobody(world: World) -> None:
    node = make_node(world, read_hardware())
    await node.look_again()
    assert world.runtime.bus.since(0, 10) == []


async def test_a_look_finds_disks_that_came_since(world: World) -> None:
    hardware = read_hardware()
    node = make_node(world, replace(hardware, disks=[]))
    node.read = lambda: hardware
    assert node.resources().disks == []
    await node.look_again()
    assert node.resources().disks == hardware.disks
