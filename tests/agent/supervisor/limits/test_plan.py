"""What enforces which limit."""

import json

import pytest

from cnet_agent.supervisor.limits.plan import Group, Limits, Mechanism, Plan, Setting, plan

ALL = Limits(cpu=0.5, memory=64 << 20, pids=50, disk=1000)
V1 = Mechanism(1, {"cpu": "/c/cnet", "memory": "/m/cnet", "pids": "/p/cnet"}, "/u/cnet", "v1")
V2 = Mechanism(2, dict.fromkeys(("cpu", "memory", "pids"), "/g/cnet"), "/g/cnet", "v2")
SOFT = Mechanism()


def test_version_1_makes_a_group_for_each_limit_that_was_asked_for() -> None:
    made = plan(Limits(pids=50), V1, "t.1", 4)
    assert made.groups == (Group("/p/cnet/t.1", (Setting("pids.max", "50"),)),)
    assert made.kill is None
    assert made.in_force == {"pids": "hard"}


def test_version_2_makes_one_group_for_all() -> None:
    made = plan(ALL, V2, "t.1", 4)
    (group,) = made.groups
    assert group.path == made.kill == made.memory == "/g/cnet/t.1"
    files = {setting.file: setting.value for setting in group.settings}
    assert files["cpu.max"] == "50000 100000"
    assert files["memory.max"] == str(64 << 20)
    assert files["memory.swap.max"] == "0"
    assert files["pids.max"] == "50"


def test_where_processes_are_not_counted_killing_gets_a_group_of_its_own() -> None:
    without_pids = Mechanism(1, {"memory": "/m/cnet"}, "/u/cnet", "v1")
    made = plan(ALL, without_pids, "t.1", 4)
    assert made.kill == "/u/cnet/t.1"
    assert made.watch_pids == 50
    assert made.in_force == {"cpu": "soft", "memory": "hard", "pids": "soft", "disk": "soft"}


def test_without_groups_everything_is_watched() -> None:
    made = plan(ALL, SOFT, "t.1", 4)
    assert made.groups == ()
    assert (made.watch_memory, made.watch_pids, made.watch_disk) == (64 << 20, 50, 1000)
    assert made.cpus == 1
    assert set(made.in_force.values()) == {"soft"}


@pytest.mark.parametrize(("cpu", "cpus"), [(0.5, 1), (1.5, 2), (4.0, None), (9.0, None)])
def test_a_soft_share_of_the_processor_is_rounded_up_to_whole_ones(
    cpu: float, cpus: int | None
) -> None:
    assert plan(Limits(cpu=cpu), SOFT, "t.1", 4).cpus == cpus


def test_what_was_not_asked_for_is_not_in_force() -> None:
    made = plan(Limits(), V1, "t.1", 4)
    assert made.in_force == {}
    assert made.watch_memory is None


@pytest.mark.parametrize("mechanism", [V1, V2, SOFT])
def test_a_plan_survives_json(mechanism: Mechanism) -> None:
    made = plan(ALL, mechanism, "t.1", 4)
    assert Plan.from_json(json.loads(json.dumps(made.to_json()))) == made


def test_a_tiny_share_is_raised_to_what_the_kernel_takes() -> None:
    (group,) = plan(Limits(cpu=0.0001), V2, "t.1", 4).groups
    assert Setting("cpu.max", "1000 100000") in group.settings
