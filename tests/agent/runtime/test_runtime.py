"""The runtime over a scripted executor and a store in memory."""

import asyncio
import json
from unittest.mock import AsyncMock

import pytest

from cnet_agent.config.schema import TaskSettings
from cnet_agent.executors.base import AttemptKey
from cnet_agent.model.errors import (
    Conflict,
    ExecutorUnavailable,
    InvalidRequest,
    NotFound,
    QueueFull,
    StorageFull,
)
from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Outcome, Task
from cnet_agent.runtime import admission_loop
from cnet_agent.runtime.submissions import REMEMBER_KEYS
from helpers.waiting import until
from helpers.world import World


def first(task: Task) -> AttemptKey:
    return AttemptKey(task.id, 1)


async def test_a_submitted_task_runs_and_completes(world: World) -> None:
    task = await world.submit()
    running = await world.reaches(task, Phase.RUNNING)
    assert running.handle is not None
    world.executor.end(first(task))
    done = await world.reaches(task, Phase.SUCCEEDED)
    kinds = [entry.kind for entry in await world.runtime.timeline(done.id)]
    assert kinds == ["created", "started", "completed"]


async def test_every_change_is_published_in_order_after_it_was_saved(world: World) -> None:
    task = await world.submit()
    await world.reaches(task, Phase.RUNNING)
    events = world.runtime.bus.since(0, 100)
    assert events is not None
    assert [json.loads(event.text)["phase"] for event in events] == [
        "queued",
        "starting",
        "running",
    ]
    assert [event.seq for event in events] == [1, 2, 3]


async def test_no_more_run_than_there_are_slots_and_the_rest_say_why(world: World) -> None:
    tasks = [await world.submit() for _ in range(3)]
    await world.reaches(tasks[1], Phase.RUNNING)
    waiting = world.runtime.view(await world.runtime.get(tasks[2].id)).waiting
    assert waiting is not None
    assert (waiting.on, waiting.position) == ("slots", 1)
    world.executor.end(first(tasks[0]))
    await world.reaches(tasks[2], Phase.RUNNING)


async def test_raising_the_number_of_slots_takes_effect_at_once(world: World) -> None:
    tasks = [await world.submit() for _ in range(3)]
    await world.reaches(tasks[1], Phase.RUNNING)
    world.settings = TaskSettings(max_concurrent=3)
    world.runtime.settings_changed()
    await world.reaches(tasks[2], Phase.RUNNING)


async def test_tasks_share_no_gpu_and_give_theirs_back(world: World) -> None:
    world.gpus = ("GPU-a", "GPU-b")
    world.settings = TaskSettings(max_concurrent=5, queue_size=9)
    ones = [await world.submit(resources={"gpu_limit": 1}) for _ in range(3)]
    running = [await world.reaches(task, Phase.RUNNING) for task in ones[:2]]
    assert sorted(task.gpus for task in running) == [("GPU-a",), ("GPU-b",)]
    waiting = world.runtime.view(await world.runtime.get(ones[2].id)).waiting
    assert waiting is not None
    assert waiting.on == "gpu"
    world.executor.end(first(running[0]))
    last = await world.reaches(ones[2], Phase.RUNNING)
    assert last.gpus == running[0].gpus
    assert world.runtime.view(last).gpus == list(last.gpus)


async def test_a_full_queue_is_refused_with_when_to_try_again(world: World) -> None:
    running = [await world.submit() for _ in range(2)]
    await world.reaches(running[1], Phase.RUNNING)
    for _ in range(4):
        await world.submit()
    with pytest.raises(QueueFull, match="Task queue is full") as caught:
        await world.submit()
    assert caught.value.retry_after


async def test_more_than_the_node_has_is_refused_at_its_place(world: World) -> None:
    with pytest.raises(InvalidRequest) as caught:
        await world.submit(resources={"cpu_limit": 64})
    assert caught.value.errors[0].loc == ("resources", "cpu_limit")


async def test_a_kind_that_this_node_cannot_run_is_refused(world: World) -> None:
    with pytest.raises(ExecutorUnavailable):
        await world.submit(type="vm")


async def test_the_same_key_and_request_answer_the_same_task(world: World) -> None:
    spec = TaskSpec(command="true")
    made = await asyncio.gather(
        *(world.runtime.submit(spec, idempotency=("key", "digest")) for _ in range(5))
    )
    assert len({task.id for task in made}) == 1
    with pytest.raises(Conflict):
        await world.runtime.submit(spec, idempotency=("key", "another"))


async def test_stopping_a_queued_task_ends_it_without_running(world: World) -> None:
    tasks = [await world.submit() for _ in range(3)]
    await world.reaches(tasks[1], Phase.RUNNING)
    stopped = await world.runtime.stop(tasks[2].id)
    assert (stopped.phase, stopped.message) == (Phase.CANCELLED, "Stopped before it ran.")
    assert first(tasks[2]) not in world.executor.started


async def test_fifty_parallel_stops_place_one_stop_and_answer_alike(world: World) -> None:
    task = await world.submit()
    await world.reaches(task, Phase.RUNNING)
    answers = await asyncio.gather(*(world.runtime.stop(task.id, 1.0) for _ in range(50)))
    assert {answer.phase for answer in answers} == {Phase.STOPPING}
    await until(lambda: world.executor.stops)
    world.executor.end(first(task), code=3)
    done = await world.reaches(task, Phase.CANCELLED)
    assert world.executor.stops == [(first(task), 1.0)]
    assert done.outcome is not None
    assert done.outcome.exit_code == 3
    assert (await world.runtime.stop(task.id)).phase is Phase.CANCELLED


async def test_a_stop_reaches_its_task_though_the_agent_is_closed_at_once(world: World) -> None:
    task = await world.reaches(await world.submit(), Phase.RUNNING)
    await world.runtime.stop(task.id, 3.0)
    await world.runtime.close()
    assert world.executor.stops == [(AttemptKey(task.id, 1), 3.0)]


async def test_a_stop_that_takes_long_is_left_to_the_next_agent(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cnet_agent.runtime.carry_out.LAST_STOPS", 0.05)
    task = await world.reaches(await world.submit(), Phase.RUNNING)
    world.executor.hold_stops = asyncio.Event()
    await world.runtime.stop(task.id)
    async with asyncio.timeout(2):
        await world.runtime.close()
    assert world.executor.stops == []
    assert (await world.runtime.get(task.id)).phase is Phase.STOPPING


async def test_a_lost_task_is_failed_and_says_why(world: World) -> None:
    task = await world.submit()
    await world.reaches(task, Phase.RUNNING)
    world.executor.lose(first(task))
    lost = await world.reaches(task, Phase.FAILED)
    assert (lost.reason, lost.message) == (Reason.LOST, "The supervisor is gone.")


async def test_a_failed_attempt_is_followed_by_another(world: World) -> None:
    task = await world.submit(max_retries=1, retry={"delay": 0.01})
    await world.reaches(task, Phase.RUNNING)
    world.executor.end(first(task), code=3)
    await until(lambda: len(world.executor.started) == 2)
    second = AttemptKey(task.id, 2)
    await world.reaches(task, Phase.RUNNING)
    world.executor.end(second)
    done = await world.reaches(task, Phase.SUCCEEDED)
    assert done.retry_count == 1


async def test_a_task_with_requirements_is_prepared_first(world: World) -> None:
    task = await world.submit(requirements=["numpy"])
    running = await world.reaches(task, Phase.RUNNING)
    assert running.environment is not None
    assert running.environment.packages == ("numpy",)


async def test_an_environment_that_cannot_be_made_fails_the_task(world: World) -> None:
    world.environments.fail = Outcome(Reason.ENVIRONMENT_ERROR, 1.0, detail="no such package: x")
    task = await world.submit(requirements=["x"])
    failed = await world.reaches(task, Phase.FAILED)
    assert failed.message == "Its Python environment could not be made: no such package: x."


@pytest.mark.parametrize("part", ["environments", "executor"])
async def test_a_defect_of_the_agent_fails_the_task_instead_of_hanging_it(
    world: World, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    broken = AsyncMock(side_effect=RuntimeError("a defect"))
    method = {"environments": "prepare", "executor": "start"}[part]
    monkeypatch.setattr(getattr(world, part), method, broken)
    task = await world.submit(requirements=["numpy"], max_retries=3)
    failed = await world.reaches(task, Phase.FAILED)
    assert failed.message.startswith("It could not be started: the agent failed; its log says why")
    assert len(failed.attempts) == 1


async def test_a_task_can_be_stopped_while_it_is_prepared(world: World) -> None:
    world.environments.hang = True
    task = await world.submit(requirements=["numpy"])
    await world.reaches(task, Phase.PREPARING)
    await world.runtime.stop(task.id)
    await world.reaches(task, Phase.CANCELLED)
    assert world.environments.cancelled == 1
    assert not world.executor.started


async def test_a_full_disk_refuses_new_tasks_and_leaves_nothing_behind(world: World) -> None:
    world.store.fail = True
    with pytest.raises(StorageFull):
        await world.submit()
    assert len(world.executor.discarded) == 1
    world.store.fail = False
    await world.reaches(await world.submit(), Phase.RUNNING)


async def test_what_waits_for_disk_says_so_and_starts_by_itself(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(admission_loop, "PAUSE", 0.01)
    world.closed = "The disk is nearly full."
    with pytest.raises(StorageFull, match="nearly full"):
        await world.submit()
    assert world.executor.records == {}
    world.closed = ""
    running = [await world.submit() for _ in range(2)]
    for task in running:
        await world.reaches(task, Phase.RUNNING)
    waiting = await world.submit()
    world.closed = "The disk is nearly full."
    world.executor.end(first(running[0]))
    await world.reaches(running[0], Phase.SUCCEEDED)
    view = world.runtime.view(await world.runtime.get(waiting.id)).waiting
    assert view is not None
    assert (view.on, view.message, view.position) == ("disk", world.closed, 1)
    world.closed = ""
    await world.reaches(waiting, Phase.RUNNING)


async def test_an_exit_on_a_full_disk_is_saved_once_there_is_room(world: World) -> None:
    task = await world.submit()
    await world.reaches(task, Phase.RUNNING)
    world.store.fail = True
    world.executor.end(first(task), code=9)
    await asyncio.sleep(0)
    assert (await world.runtime.get(task.id)).phase is Phase.RUNNING
    world.store.fail = False
    failed = await world.reaches(task, Phase.FAILED)
    assert failed.outcome is not None
    assert failed.outcome.exit_code == 9


async def test_what_fills_the_disk_can_be_stopped(world: World) -> None:
    task = await world.submit()
    await world.reaches(task, Phase.RUNNING)
    world.store.fail = True
    await world.runtime.stop(task.id, 2.0)
    assert world.executor.stops == [(first(task), 2.0)]


async def test_a_rerun_is_a_new_task_that_names_the_old_one(world: World) -> None:
    task = await world.submit(name="mine")
    again = await world.runtime.rerun(task.id)
    assert again.id != task.id
    assert (again.rerun_of, again.spec) == (task.id, task.spec)


async def test_priority_and_labels_change_until_the_end(world: World) -> None:
    task = await world.submit()
    await world.reaches(task, Phase.RUNNING)
    edited = await world.runtime.edit(task.id, priority=5, labels={"team": "a"})
    assert (edited.spec.priority, edited.spec.labels) == (5, {"team": "a"})
    world.executor.end(first(task))
    await world.reaches(task, Phase.SUCCEEDED)
    with pytest.raises(Conflict):
        await world.runtime.edit(task.id, priority=1)


async def test_only_a_finished_task_can_be_purged(world: World) -> None:
    task = await world.submit()
    await world.reaches(task, Phase.RUNNING)
    with pytest.raises(Conflict):
        await world.runtime.purge(task.id)
    world.executor.end(first(task))
    await world.reaches(task, Phase.SUCCEEDED)
    await world.runtime.purge(task.id)
    with pytest.raises(NotFound):
        await world.runtime.get(task.id)
    assert world.executor.discarded == [task.id]


async def test_a_dry_run_says_when_it_would_start_and_what_is_wrong(world: World) -> None:
    spec = TaskSpec.model_validate({"command": "no-such-command-here"})
    view = await world.runtime.dry_run(spec)
    assert view.fits
    assert view.starts == "Starts at once: 0 of 2 slots used."
    assert view.problems == ["The command no-such-command-here was not found."]
    assert view.problem_fields == ["command"]
    assert view.waiting is None


async def test_packages_that_would_not_reach_the_task_are_refused(world: World) -> None:
    world.environments.provides = False
    with pytest.raises(InvalidRequest, match="a script that a bare python") as caught:
        await world.runtime.submit(TaskSpec(command="sh", requirements=("numpy",)))
    assert caught.value.errors[0].loc == ("requirements",)
    await world.runtime.submit(TaskSpec(command="sh"))


@pytest.mark.parametrize("name", ["working_dir", "command"])
async def test_a_dry_run_takes_a_name_that_is_too_long_for_one_that_is_not_there(
    world: World, name: str
) -> None:
    spec = TaskSpec.model_validate({"command": "true", name: "x/" + "y" * 3000})
    (problem,) = (await world.runtime.dry_run(spec)).problems
    assert problem.startswith(f"The {name.replace('_dir', ' directory')} ")
    assert len(problem) < 500


async def test_a_dry_run_passes_a_task_that_waits_for_what_it_does_not_need(world: World) -> None:
    running = await world.submit(resources={"memory_limit": "6GB"})
    await world.reaches(running, Phase.RUNNING)
    await world.submit(resources={"memory_limit": "4GB"})
    small = await world.runtime.dry_run(TaskSpec(command="true"))
    assert small.starts == "Starts at once: 1 of 2 slots used."
    large = TaskSpec.model_validate({"command": "true", "resources": {"memory_limit": "3GB"}})
    view = await world.runtime.dry_run(large)
    assert view.starts.startswith("Waits for 3 GB of memory")
    assert view.waiting is not None
    assert (view.waiting.on, view.waiting.holders) == ("memory", [running.id])


async def test_a_key_is_honoured_for_a_day_of_the_time_that_is_believed(world: World) -> None:
    spec = TaskSpec(command="true")
    made = await world.runtime.submit(spec, idempotency=("key", "digest"))
    world.believed += REMEMBER_KEYS - 1
    assert (await world.runtime.submit(spec, idempotency=("key", "digest"))).id == made.id
    world.believed += 2
    assert (await world.runtime.submit(spec, idempotency=("key", "digest"))).id != made.id
