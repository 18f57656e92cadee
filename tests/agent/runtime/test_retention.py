"""Which finished tasks are removed, and when."""

import asyncio
import logging

import pytest

from cnet_agent.config.schema import TaskSettings
from cnet_agent.model.errors import StorageFull
from cnet_agent.model.phase import Phase
from cnet_agent.runtime.retention import AT_A_TIME, MEASURED_AT_A_TIME, SPARED, Retention
from cnet_agent.store.base import PINNED, StoreFull
from helpers.factories import EPOCH, make_id, make_task
from helpers.memory_store import MemoryStore
from helpers.waiting import until


class Node:
    """A store with tasks, and what removing one from a node does."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        self.batches: list[list[str]] = []
        self.settings = TaskSettings()
        self.now = EPOCH + 100
        self.size = 100  # of each task
        self.measured: list[str] = []
        self.retention = Retention(
            self.store, lambda: self.settings, self.discard, lambda: self.now, self, pause=0
        )

    def of(self, task_ids: list[str]) -> dict[str, int]:
        self.measured += task_ids
        return dict.fromkeys(task_ids, self.size)

    def share(self) -> int:
        return 100_000

    async def discard(self, task_ids: list[str]) -> None:
        if self.store.fail:
            raise StorageFull("The disk is full.")
        await self.store.delete(task_ids)
        self.batches.append(task_ids)

    async def fill(self, count: int, phase: Phase = Phase.SUCCEEDED) -> None:
        for number in range(1, count + 1):
            await self.store.put(make_task(number, phase=phase))

    @property
    def removed(self) -> list[str]:
        return [task_id for batch in self.batches for task_id in batch]


@pytest.fixture
def node() -> Node:
    return Node()


async def test_the_oldest_beyond_the_count_are_removed(node: Node) -> None:
    await node.fill(5)
    node.settings = TaskSettings(keep=3)
    assert await node.retention.collect() == 2
    assert node.removed == [make_id(1), make_id(2)]


async def test_what_is_too_old_is_removed_however_few_there_are(node: Node) -> None:
    await node.fill(5)  # they end 11 … 15 seconds after EPOCH
    node.settings = TaskSettings(keep_for=87)  # of 100
    assert await node.retention.collect() == 2
    assert node.removed == [make_id(1), make_id(2)]


async def test_a_task_that_has_not_ended_is_never_removed(node: Node) -> None:
    for phase in Phase:
        if not phase.is_final:
            await node.fill(3, phase)
            node.settings = TaskSettings(keep=0, keep_for=0.001)
            assert await node.retention.collect() == 0


async def test_the_oldest_leave_where_they_take_too_much_together(node: Node) -> None:
    await node.fill(5)
    node.settings = TaskSettings(keep_bytes=300)
    node.now = EPOCH + SPARED + 100
    assert await node.retention.collect() == 2
    assert node.removed == [make_id(1), make_id(2)]
    assert await node.retention.collect() == 0


async def test_where_the_settings_do_not_say_a_share_of_the_disk_is_the_bound(node: Node) -> None:
    node.size = 30_000
    await node.fill(5)
    node.now = EPOCH + SPARED + 100
    assert await node.retention.collect() == 2


async def test_what_has_just_ended_is_not_removed_for_its_size(node: Node) -> None:
    await node.fill(5)
    node.settings = TaskSettings(keep_bytes=1)
    assert await node.retention.collect() == 0
    node.now = EPOCH + SPARED + 12.5  # two of them ended an hour ago
    assert await node.retention.collect() == 2


async def test_a_pinned_task_stays_and_what_it_takes_counts(node: Node) -> None:
    await node.store.put(make_task(1, phase=Phase.SUCCEEDED, labels={PINNED: "the baseline"}))
    for number in (2, 3):
        await node.store.put(make_task(number, phase=Phase.SUCCEEDED))
    node.settings = TaskSettings(keep_bytes=200, keep=3)
    node.now = EPOCH + SPARED + 100
    assert await node.retention.collect() == 0  # the oldest is the one too many, and pinned
    node.settings = TaskSettings(keep_bytes=100, keep=0)
    assert await node.retention.collect() == 2
    assert list(node.store.tasks) == [make_id(1)]


async def test_on_a_full_disk_room_is_made_by_the_sizes_known(node: Node) -> None:
    await node.fill(3)
    await node.retention.collect()
    node.settings = TaskSettings(keep_bytes=200)
    node.now = EPOCH + SPARED + 100

    async def full(sizes: object) -> None:
        raise StoreFull("disk full")

    node.store.put_sizes = full  # type: ignore[method-assign]
    await node.fill(4)
    assert await node.retention.collect() == 1


async def test_each_task_is_measured_once(node: Node) -> None:
    await node.fill(MEASURED_AT_A_TIME + 5)
    await node.store.put(make_task(999, phase=Phase.RUNNING))
    await node.retention.collect()
    await node.retention.collect()
    assert len(node.measured) == len(set(node.measured)) == MEASURED_AT_A_TIME + 5


async def test_who_keeps_account_hears_what_was_removed_and_why(node: Node) -> None:
    heard: list[tuple[str, list[str]]] = []
    node.retention.on_removed = lambda why, ids: heard.append((why, ids))
    await node.fill(2)
    node.settings = TaskSettings(keep=1)
    await node.retention.collect()
    assert heard == [("too old or too many", [make_id(1)])]


async def test_nothing_is_removed_while_cleanup_is_off(node: Node) -> None:
    await node.fill(5)
    node.settings = TaskSettings(keep=0, cleanup=False)
    assert await node.retention.collect() == 0


async def test_many_are_removed_in_small_steps_with_room_for_others_between(node: Node) -> None:
    await node.fill(AT_A_TIME * 3 + 1)
    node.settings = TaskSettings(keep=0)
    seen = []

    async def another() -> None:
        while node.store.tasks:
            seen.append(len(node.store.tasks))
            await asyncio.sleep(0)

    await asyncio.gather(node.retention.collect(), another())
    assert [len(batch) for batch in node.batches] == [AT_A_TIME] * 3 + [1]
    assert len(set(seen)) >= 3


async def test_a_full_disk_ends_the_round_and_not_the_rounds(
    node: Node, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.INFO)
    monkeypatch.setattr("cnet_agent.runtime.retention.EVERY", 0)
    await node.fill(5)
    node.settings = TaskSettings(keep=0)
    node.store.fail = True
    rounds = asyncio.ensure_future(node.retention.run())
    await until(lambda: "could not be removed: The disk is full." in caplog.text)
    node.store.fail = False
    await until(lambda: len(node.removed) == 5)
    await until(lambda: "Removed 5 finished tasks" in caplog.text)
    rounds.cancel()
    with pytest.raises(asyncio.CancelledError):
        await rounds
