"""The mirror is the agent's state, whatever order things are heard in."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cnet_agent.client.mirror import Changes, Mirror
from cnet_agent.client.stream import Change, ModelRemoved, TaskRemoved
from cnet_agent.model.phase import TASK_STATUS, Phase
from cnet_agent.wire.node import NodeUsage, SnapshotView, UsageEvent
from cnet_agent.wire.task import TaskView, UsageView
from helpers.factories import EPOCH
from helpers.fake_models import make_model
from helpers.fake_services import FakeNode

IDS = ["a", "b", "c", "d"]


def view(task_id: str, phase: Phase = Phase.QUEUED) -> TaskView:
    return TaskView(
        id=task_id,
        name=task_id,
        type="process",
        status=TASK_STATUS[phase],
        phase=phase,
        command="x",
        created_at=EPOCH,
    )


def snapshot(*tasks: TaskView, **fields: Any) -> SnapshotView:
    return SnapshotView(
        **{
            "epoch": "e",
            "seq": 0,
            "node": FakeNode().view(),
            "usage": None,
            "tasks": list(tasks),
            "nodes": [],
            **fields,
        }
    )


tasks = st.builds(view, st.sampled_from(IDS), st.sampled_from(list(Phase)))
changes = st.lists(tasks | st.builds(TaskRemoved, st.sampled_from(IDS)), max_size=30)


@given(changes)
def test_the_last_word_on_each_task_counts(heard: list[Change]) -> None:
    mirror = Mirror()
    expected: dict[str, TaskView] = {}
    for change in heard:
        mirror.apply(change)
        if isinstance(change, TaskView):
            expected[change.id] = change
        elif isinstance(change, TaskRemoved):
            expected.pop(change.id, None)
    assert mirror.tasks == expected


@given(changes, changes)
def test_what_is_told_as_changed_is_exactly_what_changed(
    before: list[Change], after: list[Change]
) -> None:
    mirror = Mirror()
    for change in before:
        mirror.apply(change)
    for change in after:
        old = dict(mirror.tasks)
        told = mirror.apply(change)
        new = mirror.tasks
        assert told.tasks == {i for i in new if old.get(i) != new[i]}
        assert told.removed == old.keys() - new.keys()


@given(changes, st.lists(tasks, unique_by=lambda task: task.id))
def test_a_snapshot_replaces_all_and_tells_the_difference(
    before: list[Change], now: list[TaskView]
) -> None:
    mirror = Mirror()
    for change in before:
        mirror.apply(change)
    old = dict(mirror.tasks)
    told = mirror.apply(snapshot(*now))
    assert mirror.tasks == {task.id: task for task in now}
    assert told.tasks == {i for i, task in mirror.tasks.items() if old.get(i) != task}
    assert told.removed == old.keys() - mirror.tasks.keys()


@given(changes)
def test_events_heard_twice_change_nothing(heard: list[Change]) -> None:
    mirror = Mirror()
    for change in heard:
        mirror.apply(change)
        assert mirror.apply(change) == Changes()


def test_what_a_running_task_uses_is_part_of_the_task() -> None:
    mirror = Mirror()
    running, done = view("a", Phase.RUNNING), view("b", Phase.SUCCEEDED)
    for one in (running, done):
        mirror.apply(one)
    used = UsageView(cpu_percent=50.0, memory=1000, pids=1)
    event = UsageEvent(node=None, tasks={running.id: used, done.id: used, "unknown": used})
    assert mirror.apply(event) == Changes(tasks=frozenset({running.id}))
    assert mirror.tasks[running.id].usage == used
    assert mirror.tasks[done.id].usage is None


def test_usage_and_node_are_told_when_they_are_new() -> None:
    mirror = Mirror()
    assert mirror.apply(snapshot()).node
    sample = NodeUsage(timestamp=EPOCH)
    assert mirror.apply(UsageEvent(node=sample)) == Changes(usage=True)
    assert mirror.apply(UsageEvent(node=sample)) == Changes()
    assert mirror.usage == sample
    node = FakeNode().view()
    assert mirror.apply(node) == Changes()
    assert mirror.apply(node.model_copy(update={"name": "other"})) == Changes(node=True)
    again = snapshot(usage=sample, node=mirror.node, notices=["x"])
    assert mirror.apply(again) == Changes(notices=True)
    assert mirror.notices == ["x"]


def test_a_model_is_told_where_it_is_new_or_another() -> None:
    mirror = Mirror()
    loading, running = make_model(1, status="loading"), make_model(1)
    assert mirror.apply(loading) == Changes(models=True)
    assert mirror.apply(loading) == Changes()
    assert mirror.apply(running) == Changes(models=True)
    assert mirror.models == {running.id: running}
    assert mirror.apply(ModelRemoved(running.id)) == Changes(models=True)
    assert mirror.apply(ModelRemoved(running.id)) == Changes()
    assert not mirror.models


def test_all_models_that_are_answered_take_the_place_of_those_of_before() -> None:
    mirror = Mirror()
    gone, kept = make_model(1), make_model(2)
    mirror.apply(snapshot(models=[gone, kept]))
    assert set(mirror.models) == {gone.id, kept.id}
    assert mirror.apply(snapshot(models=[kept])) == Changes(models=True)
    assert mirror.apply(snapshot(models=[kept])) == Changes()
    assert mirror.apply(snapshot()) == Changes(models=True)
