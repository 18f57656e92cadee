"""What every store does, whatever it keeps things in."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from cnet_agent.model.phase import Phase, Status
from cnet_agent.model.task import Attempt, Environment, StopRequest
from cnet_agent.store.base import (
    IdempotencyRecord,
    Store,
    TaskQuery,
    TimelineEntry,
    TokenRecord,
)
from cnet_agent.store.sqlite import open_store
from helpers.factories import EPOCH, make_id, make_task
from helpers.memory_store import MemoryStore


@pytest.fixture(params=["sqlite", "memory"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    if request.param == "memory":
        made: Store = MemoryStore()
    else:
        made, _ = await open_store(tmp_path / "agent.db", lambda: EPOCH)
    yield made
    await made.close()


async def test_a_task_comes_back_as_it_was_put(store: Store) -> None:
    task = make_task(
        phase=Phase.STOPPING,
        args=["-c", "print('ü')"],
        env={"TOKEN": "geheim", "EMPTY": ""},
        labels={'qu"ote': "x\\y"},
        resources={"memory_limit": "1GiB", "cpu_limit": 0.5},
        timeout="5m",
        stop=StopRequest(EPOCH + 2.25, 10.0),
        environment=Environment("/usr/bin/python3", ("numpy==2.0",), "cached", 0.15, "abc"),
        attempts=(Attempt(1, EPOCH, make_task(phase=Phase.FAILED).outcome),),  # type: ignore[arg-type]
        limits={"cpu": "hard", "disk": "soft"},
        preset="shell-command",
    )
    await store.put(task)
    assert await store.get(task.id) == task


async def test_an_unknown_task_is_none(store: Store) -> None:
    assert await store.get(make_id()) is None


async def test_putting_a_task_again_replaces_it(store: Store) -> None:
    await store.put(make_task())
    await store.put(make_task(phase=Phase.RUNNING))
    page = await store.find(TaskQuery())
    assert [task.phase for task in page.tasks] == [Phase.RUNNING]


async def test_pages_follow_each_other_newest_first_without_gap_or_repeat(
    store: Store,
) -> None:
    for number in range(1, 8):
        await store.put(make_task(number))
    first = await store.find(TaskQuery(limit=3))
    await store.put(make_task(8))  # something new does not shift the pages
    second = await store.find(TaskQuery(limit=3, after=first.tasks[-1].id))
    third = await store.find(TaskQuery(limit=3, after=second.tasks[-1].id))
    pages = [[task.id for task in page.tasks] for page in (first, second, third)]
    assert pages == [[make_id(n) for n in numbers] for numbers in ((7, 6, 5), (4, 3, 2), (1,))]
    assert [page.more for page in (first, second, third)] == [True, True, False]
    assert [page.total for page in (first, second, third)] == [7, 8, 8]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        (TaskQuery(statuses=(Status.RUNNING,)), [3, 2]),
        (TaskQuery(statuses=(Status.PENDING, Status.STOPPED)), [5, 1]),
        (TaskQuery(type="container"), [4]),
        (TaskQuery(labels=(("team", None),)), [3, 2]),
        (TaskQuery(labels=(("team", "vision"),)), [3]),
        (TaskQuery(labels=(("team", "vision"), ("gpu", None))), []),
        (TaskQuery(text="EPOCHEN"), [4]),
        (TaskQuery(text="STRASSE"), [5]),
        (TaskQuery(text="--rate"), [2]),
        (TaskQuery(text="sleep"), [1]),
        (TaskQuery(text="%"), []),
        (TaskQuery(text=make_id(3)[-8:]), [3]),
        (TaskQuery(statuses=(Status.RUNNING,), text="--rate", type="process"), [2]),
    ],
)
async def test_a_query_finds_what_matches_all_of_it(
    store: Store, query: TaskQuery, numbers: list[int]
) -> None:
    for task in (
        make_task(1, command="/bin/sleep"),
        make_task(2, phase=Phase.RUNNING, args=["--rate", "0.1"], labels={"team": "speech"}),
        make_task(3, phase=Phase.STOPPING, labels={"team": "vision"}),
        make_task(4, phase=Phase.SUCCEEDED, type="container", name="Drei Epochen"),
        make_task(5, phase=Phase.CANCELLED, name="Straße"),
    ):
        await store.put(task)
    page = await store.find(query)
    assert [task.id for task in page.tasks] == [make_id(number) for number in numbers]
    assert page.total == len(numbers)
    assert not page.more


async def test_a_task_is_found_by_its_present_labels_only(store: Store) -> None:
    await store.put(make_task(labels={"team": "speech", "old": ""}))
    await store.put(make_task(labels={"team": "vision"}))
    assert (await store.find(TaskQuery(labels=(("team", "vision"),)))).total == 1
    assert (await store.find(TaskQuery(labels=(("team", "speech"),)))).total == 0
    assert (await store.find(TaskQuery(labels=(("old", None),)))).total == 0


async def test_open_tasks_are_those_that_have_not_ended_oldest_first(
    store: Store,
) -> None:
    phases = list(Phase)
    for number in (5, 3, 1, 8, 2, 7, 6, 4, 9):
        await store.put(make_task(number, phase=phases[number - 1]))
    assert [task.phase for task in await store.open_tasks()] == phases[:6]


async def test_counts_name_every_status(store: Store) -> None:
    for number, phase in enumerate(Phase, start=1):
        await store.put(make_task(number, phase=phase))
    assert await store.counts() == {
        Status.PENDING: 4,
        Status.RUNNING: 2,
        Status.COMPLETED: 1,
        Status.FAILED: 1,
        Status.STOPPED: 1,
    }


async def test_a_timeline_grows_in_the_order_of_what_was_put(store: Store) -> None:
    task = make_task()
    entries = [TimelineEntry(EPOCH + n, 1, "edited", f"Number {n}") for n in (1, 2, 0)]
    await store.put(task, entries[:1])
    await store.put(task, entries[1:])
    assert await store.timeline(task.id) == entries
    assert await store.timeline(make_id(2)) == []


async def test_a_deleted_task_leaves_nothing(store: Store) -> None:
    task = make_task(labels={"team": "vision"})
    await store.put(task, [TimelineEntry(EPOCH, 1, "created", "Created")])
    await store.put(make_task(2))
    await store.delete([task.id, make_id(99)])
    assert await store.get(task.id) is None
    assert await store.timeline(task.id) == []
    assert (await store.find(TaskQuery(labels=(("team", None),)))).total == 0
    assert (await store.find(TaskQuery())).total == 1


async def test_surplus_tasks_are_the_old_and_those_beyond_the_newest_few(
    store: Store,
) -> None:
    for number in range(1, 6):
        await store.put(make_task(number, phase=Phase.FAILED))  # ended at EPOCH + number + 10
    await store.put(make_task(6, phase=Phase.RUNNING))
    old = EPOCH + 12.5
    ids = [make_id(number) for number in range(6)]
    assert await store.finished_before(old, keep=100) == ids[1:3]
    assert await store.finished_before(old, keep=2) == ids[1:4]
    assert await store.finished_before(0.0, keep=4) == ids[1:2]
    assert len(await store.finished_before(0.0, keep=0)) == 5


async def test_a_pinned_task_is_never_collected(store: Store) -> None:
    for number in range(1, 4):
        labels = {"pinned": ""} if number == 2 else {}
        await store.put(make_task(number, phase=Phase.SUCCEEDED, labels=labels))
    await store.put_sizes({make_id(number): 100 for number in range(1, 4)})
    assert await store.finished_before(EPOCH + 1e6, keep=0) == [make_id(1), make_id(3)]
    assert await store.beyond_space(0, EPOCH + 1e6) == [make_id(1), make_id(3)]


async def test_which_ids_are_known_can_be_asked_of_many_at_once(store: Store) -> None:
    for number in range(1, 4):
        await store.put(make_task(number))
    asked = [make_id(2), "nobody", "a'b", "\udcff", *(make_id(n) for n in range(3, 2000))]
    assert await store.known(asked) == {make_id(2), make_id(3)}
    assert await store.known([]) == set()


async def test_the_size_of_a_task_is_asked_for_once_it_has_ended(store: Store) -> None:
    await store.put(make_task(1, phase=Phase.RUNNING))
    await store.put(make_task(2, phase=Phase.SUCCEEDED))
    assert await store.unmeasured(10) == [make_id(2)]
    await store.put_sizes({make_id(2): 12, make_id(3): 99})  # one was removed meanwhile
    assert await store.unmeasured(10) == []
    assert await store.finished_bytes() == 12
    await store.put(make_task(2, phase=Phase.SUCCEEDED))  # corrected: its size stays
    assert await store.finished_bytes() == 12


async def test_the_oldest_leave_until_what_is_left_fits(store: Store) -> None:
    for number in range(1, 6):
        await store.put(make_task(number, phase=Phase.SUCCEEDED))
    await store.put(make_task(6, phase=Phase.RUNNING))
    await store.put_sizes({make_id(number): 100 * number for number in range(1, 6)})
    assert await store.beyond_space(1500, EPOCH + 1e6) == []
    assert await store.beyond_space(1200, EPOCH + 1e6) == [make_id(1), make_id(2)]
    assert await store.beyond_space(0, EPOCH + 14.5) == [make_id(n) for n in (1, 2, 3, 4)]


async def test_a_span_has_the_tasks_that_started_or_ended_in_it(store: Store) -> None:
    for number in range(1, 8):  # each starts a second after it was made, and ends nine later
        await store.put(make_task(number * 10, phase=Phase.SUCCEEDED))
    await store.put(make_task(80, phase=Phase.QUEUED))
    found = await store.span(EPOCH + 25, EPOCH + 45, most=10)
    assert {task.id for task in found.tasks} == {make_id(n) for n in (20, 30, 40)}
    assert found.starts_and_ends == 4
    newest = await store.span(EPOCH, EPOCH + 1000, most=2)
    assert {task.id for task in newest.tasks} == {make_id(n) for n in (60, 70)}
    assert newest.starts_and_ends == 14


async def test_an_idempotency_key_is_known_for_a_while(store: Store) -> None:
    record = IdempotencyRecord("key", "digest", make_id(), EPOCH)
    await store.put(make_task(), idempotency=record)
    assert await store.idempotency("key", EPOCH - 1) == record
    assert await store.idempotency("key", EPOCH + 1) is None
    assert await store.idempotency("other", 0.0) is None


async def test_tokens_are_kept_until_they_are_deleted(store: Store) -> None:
    tokens = [TokenRecord(str(n), "ci", "read", f"digest {n}", EPOCH + n) for n in range(3)]
    for token in reversed(tokens):
        await store.put_token(token)
    assert await store.delete_token("1") is True
    assert await store.delete_token("1") is False
    assert await store.tokens() == [tokens[0], tokens[2]]
