"""Admission: who starts now, and why the others wait."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cnet_agent.model.admission import (
    AGING,
    PATIENCE,
    Capacity,
    admit,
    choose_gpus,
    excess,
    explain_back_off,
    explain_wait,
    queue_key,
)
from cnet_agent.model.queue import Queue
from cnet_agent.model.spec import Resources, TaskSpec
from cnet_agent.model.task import Task
from helpers.factories import make_id

GB = 1000**3
NODE = Capacity(cpu=4.0, memory=8 * GB, slots=3)


def task(name: str, created: float = 0.0, priority: int = 0, **limits: object) -> Task:
    spec = TaskSpec.model_validate(
        {"name": name, "command": "true", "priority": priority, "resources": limits}
    )
    return Task(make_id(int.from_bytes(name.encode()), at=created), spec, created)


def names(tasks: Iterable[Task]) -> list[str]:
    return [one.spec.name for one in tasks]


def test_tasks_without_limits_reserve_nothing_but_a_slot() -> None:
    queue = [task(str(number)) for number in range(5)]
    assert names(admit(queue, [], NODE, now=0.0)) == ["0", "1", "2"]
    assert names(admit(queue, queue[:2], NODE, now=0.0)) == ["0"]


def test_a_closed_node_starts_nothing_and_says_why() -> None:
    closed = replace(NODE, closed="The disk is nearly full.")
    assert admit([task("a")], [], closed, now=0.0) == []
    waiting = explain_wait(task("a", cpu_limit=4), 2, [], closed)
    assert (waiting.on, waiting.message) == ("disk", "The disk is nearly full.")
    assert waiting.position == 2


def test_a_higher_priority_goes_first() -> None:
    tasks = [task("low", 0.0), task("high", 5.0, priority=1)]
    assert names(sorted(tasks, key=queue_key)) == ["high", "low"]


def test_waiting_long_enough_beats_priority() -> None:
    tasks = [task("old", 0.0), task("new", 2 * AGING, priority=1)]
    assert names(sorted(tasks, key=queue_key)) == ["old", "new"]


def test_who_came_first_stays_first_though_the_date_was_set_meanwhile() -> None:
    ahead, back = task("a", 86_400.0), task("b", 0.0)
    back = replace(back, id=make_id(2, at=86_400.001))  # ids grow whatever the date
    assert names(sorted([back, ahead], key=queue_key)) == ["a", "b"]


def test_a_task_that_does_not_fit_lets_smaller_ones_pass() -> None:
    holding = [task("running", memory_limit=6 * GB)]
    queue = [task("large", memory_limit=4 * GB), task("small", memory_limit=GB)]
    assert names(admit(queue, holding, NODE, now=1.0)) == ["small"]


def test_a_task_that_waited_too_long_is_no_longer_overtaken() -> None:
    holding = [task("running", memory_limit=6 * GB)]
    queue = [task("large", memory_limit=4 * GB), task("small", memory_limit=GB)]
    assert admit(queue, holding, NODE, now=PATIENCE + 1) == []


def test_more_than_the_node_has_is_named_with_both_figures() -> None:
    resources = Resources.model_validate({"cpu_limit": 8, "memory_limit": "1g"})
    assert excess(resources, NODE) == [("cpu", "asks for 8 CPU cores; this node has 4 CPU cores")]


def test_the_reason_for_waiting_has_figures_and_names_who_holds_what_is_short() -> None:
    holding = [task("a", memory_limit=2 * GB), task("b", memory_limit=5 * GB)]
    wait = explain_wait(task("c", memory_limit=4 * GB), 1, holding, NODE)
    assert (wait.on, wait.needed, wait.free) == ("memory", 4 * GB, GB)
    assert wait.holders == (holding[1].id, holding[0].id)
    assert wait.message == (
        "Waits for 4 GB of memory: 1 GB of memory of 8 GB of memory free, "
        "the rest is reserved by running tasks."
    )


def test_waiting_for_a_slot_tells_the_place_in_the_queue() -> None:
    wait = explain_wait(task("d"), 4, [task(name) for name in "abc"], NODE)
    assert (wait.on, wait.position) == ("slots", 4)
    assert wait.message == "Waits for a slot: all 3 are taken, number 4 in the queue."


@given(
    st.lists(
        st.tuples(st.floats(0.01, 4), st.integers(1, 8 * GB), st.integers(-5, 5)), max_size=30
    ),
    st.integers(0, 6),
    st.floats(0, 2 * PATIENCE),
)
def test_what_is_admitted_always_fits(
    wanted: list[tuple[float, int, int]], held: int, now: float
) -> None:
    tasks = [
        task(str(n), priority=priority, cpu_limit=cpu, memory_limit=memory)
        for n, (cpu, memory, priority) in enumerate(wanted)
    ]
    holding = admit(tasks[:held], [], NODE, now)
    queue = sorted(tasks[held:], key=queue_key)
    both = [*holding, *admit(queue, holding, NODE, now)]
    assert len(both) <= NODE.slots
    assert sum(one.spec.resources.cpu_limit or 0 for one in both) <= NODE.cpu + 1e-6
    assert sum(one.spec.resources.memory_limit or 0 for one in both) <= NODE.memory


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(-3, 3)), max_size=40))
def test_the_queue_is_always_in_order_and_knows_positions(
    changes: list[tuple[int, int]],
) -> None:
    queue, present = Queue(), dict[str, Task]()
    for number, priority in changes:
        name = str(number)
        if name in present and priority == 0:
            queue.remove(present.pop(name).id)
        else:
            present[name] = task(name, float(number), priority)
            queue.put(present[name])
        assert len(queue) == len(present)
        assert all(one.id in queue for one in present.values())
        expected = sorted(present.values(), key=queue_key)
        assert list(queue) == expected
        assert [queue.position(one.id) for one in expected] == list(range(1, len(expected) + 1))


def test_one_who_will_start_in_a_moment_is_told_so() -> None:
    wait = explain_wait(task("e"), 1, [], NODE)
    assert (wait.on, wait.message) == ("turn", "Starts in a moment, number 1.")


def test_one_of_something_is_told_as_one() -> None:
    wait = explain_wait(task("one", cpu_limit=1), 1, [task("all", cpu_limit=4)], NODE)
    assert wait.message.startswith("Waits for 1 CPU core: 0 CPU cores of 4 CPU cores free")


def test_a_task_has_its_gpus_for_itself() -> None:
    node = replace(NODE, gpus=("GPU-b", "GPU-a", "GPU-c"))
    first = task("first", gpu_limit=2)
    assert choose_gpus(first, [], node) == ("GPU-b", "GPU-a")
    holder = replace(first, gpus=("GPU-b", "GPU-a"))
    assert choose_gpus(task("second", gpu_limit=1), [holder], node) == ("GPU-c",)
    assert choose_gpus(task("none"), [holder], node) == ()
    waiting = [task("two", gpu_limit=2), task("one", gpu_limit=1)]
    assert names(admit(waiting, [holder], node, now=0.0)) == ["one"]
    why = explain_wait(waiting[0], 1, [holder], node)
    assert (why.on, why.needed, why.free, why.holders) == ("gpu", 2, 1, (holder.id,))


def test_a_gpu_that_is_not_there_is_named() -> None:
    assert excess(Resources(gpu_limit=1), NODE) == [("gpu", "asks for 1 GPU; this node has 0 GPUs")]


def test_waiting_for_a_retry_says_when_it_is_due() -> None:
    wait = explain_back_off(replace(task("f"), message="Attempt 1 of 2 failed.", due_at=9.0))
    assert (wait.on, wait.due_at, wait.message) == ("retry", 9.0, "Attempt 1 of 2 failed.")


def test_a_task_may_name_its_gpus() -> None:
    node = replace(NODE, gpus=("GPU-b", "GPU-a"))
    first, second = task("any", gpu_limit=1), task("named", gpus=["GPU-b"])
    assert admit([first, second], [], node, 0.0) == [first]  # the first one was given it
    assert admit([second, first], [], node, 0.0) == [second, first]
    assert choose_gpus(second, [], node) == ("GPU-b",)
    holder = replace(first, gpus=("GPU-b",))
    why = explain_wait(second, 1, [holder], node)
    assert (why.on, why.needed, why.free, why.holders) == ("gpu", 1, 0, (holder.id,))
    assert why.message == "Waits for the GPU GPU-b, which another task has."


def test_as_many_gpus_are_named_as_are_asked_for() -> None:
    assert Resources(gpus=("GPU-a",), gpu_limit=1).gpus == ("GPU-a",)
    with pytest.raises(ValidationError, match="number of gpus"):
        Resources(gpus=("GPU-a",), gpu_limit=2)
    with pytest.raises(ValidationError, match="twice"):
        Resources(gpus=("GPU-a", "GPU-a"))
