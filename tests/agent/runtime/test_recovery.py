"""What an agent finds of its tasks when it starts again."""

import asyncio

from cnet_agent.executors.base import AttemptKey, Ended, Running, Vanished
from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.task import Handle, Outcome, Task
from helpers.waiting import until
from helpers.world import World


def first(task: Task) -> AttemptKey:
    return AttemptKey(task.id, 1)


async def test_a_restarted_agent_finds_what_became_of_its_tasks(world: World) -> None:
    tasks = [await world.submit(), await world.submit(), await world.submit()]
    await world.reaches(tasks[1], Phase.RUNNING)
    handle = Handle(pid=9, started_at=102.0)
    world.executor.found[first(tasks[0])] = Running(handle)
    end = Outcome(Reason.EXIT, ended_at=150.0, exit_code=7)
    world.executor.found[first(tasks[1])] = Ended(end, handle)
    await world.restart()
    await world.reaches(tasks[0], Phase.RUNNING)
    failed = await world.reaches(tasks[1], Phase.FAILED)
    assert (failed.completed_at, failed.outcome) == (150.0, end)
    await world.reaches(tasks[2], Phase.RUNNING)
    assert world.executor.started.count(first(tasks[0])) == 1


async def test_an_attempt_that_vanished_with_the_agent_is_lost(world: World) -> None:
    task = await world.submit()
    await world.reaches(task, Phase.RUNNING)
    gone = Outcome(Reason.LOST, 60.0, detail="The node was restarted while it ran.")
    world.executor.found[first(task)] = Vanished(gone)
    await world.restart()
    lost = await world.reaches(task, Phase.FAILED)
    assert lost.message == "The node was restarted while it ran."


async def test_an_attempt_whose_start_was_not_carried_out_is_started_once(world: World) -> None:
    world.executor.hold_starts = asyncio.Event()
    task = await world.submit()
    await world.reaches(task, Phase.STARTING)
    world.executor.hold_starts = None
    await world.restart()
    await world.reaches(task, Phase.RUNNING)
    assert world.executor.started == [first(task)]


async def test_a_start_that_a_reboot_cut_short_is_not_repeated(world: World) -> None:
    world.executor.hold_starts = asyncio.Event()
    task = await world.submit()
    await world.reaches(task, Phase.STARTING)
    world.executor.hold_starts = None
    await world.restart(rebooted=True)
    lost = await world.reaches(task, Phase.FAILED)
    assert (lost.reason, world.executor.started) == (Reason.LOST, [])
    assert lost.message == "The node was restarted, so how it ended is not known."


async def test_a_wait_before_a_retry_survives_the_agent(world: World) -> None:
    task = await world.submit(max_retries=1, retry={"delay": 0.01})
    await world.reaches(task, Phase.RUNNING)
    world.executor.hold_starts = asyncio.Event()
    world.executor.end(first(task), code=3)
    await until(lambda: not world.executor.running)
    world.executor.hold_starts = None
    await world.restart()
    await until(lambda: AttemptKey(task.id, 2) in world.executor.started)


async def test_a_lost_database_is_rebuilt_from_the_records(world: World) -> None:
    tasks = [await world.submit(name=str(number)) for number in range(4)]
    await world.reaches(tasks[1], Phase.RUNNING)
    handle = Handle(pid=9, started_at=102.0)
    world.executor.found[first(tasks[0])] = Running(handle)
    end = Outcome(Reason.EXIT, ended_at=150.0, exit_code=0)
    world.executor.found[first(tasks[1])] = Ended(end, handle)
    await world.restart(rebuild_store=True)
    await world.reaches(tasks[0], Phase.RUNNING)
    done = await world.reaches(tasks[1], Phase.SUCCEEDED)
    assert (done.spec.title, done.started_at) == ("1", 102.0)
    await world.reaches(tasks[2], Phase.RUNNING)
    assert (await world.runtime.get(tasks[3].id)).phase is Phase.QUEUED
