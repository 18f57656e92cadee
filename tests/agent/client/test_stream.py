"""Watching an agent across restarts, losses and refusals."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from cnet_agent.client.backoff import delays
from cnet_agent.client.client import AgentClient
from cnet_agent.client.follow import LogGap, LogInterrupted, follow_log
from cnet_agent.client.mirror import Mirror
from cnet_agent.client.stream import (
    Connecting,
    Item,
    Live,
    ModelRemoved,
    Refused,
    Stale,
    TaskRemoved,
    read_change,
    watch,
)
from cnet_agent.config.schema import AgentSettings
from cnet_agent.model.errors import InvalidRequest, NotFound, Unreachable
from cnet_agent.runtime.logs.page import Gap
from cnet_agent.runtime.orphans.orphan import Orphan
from cnet_agent.wire.node import NodeUsage, SnapshotView, UsageEvent
from cnet_agent.wire.sse import Frame
from helpers.factories import EPOCH, make_spec
from helpers.fake_models import make_model
from helpers.fake_services import Served, serving
from helpers.waiting import until

ORPHAN = Orphan("process", "1 2", "Process 1: sleep", "Its task has ended.", EPOCH, False, pid=1)


def at_once() -> Iterator[float]:
    return itertools.repeat(0.01)


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(tmp_path) as served:
        yield served


@pytest.fixture
async def client(served: Served) -> AsyncIterator[AgentClient]:
    async with AgentClient(served.url, token=served.token) as client:
        yield client


class Watching:
    """Collects what is watched."""

    def __init__(self, client: AgentClient) -> None:
        self.items: list[Item] = []
        self.mirror = Mirror()
        self._task = asyncio.ensure_future(self._run(client))

    async def _run(self, client: AgentClient) -> None:
        stream: Any = watch(client, back_off=at_once)
        async with aclosing(stream) as items:
            async for item in items:
                self.items.append(item)
                if not isinstance(item, Connecting | Live | Stale | Refused):
                    self.mirror.apply(item)

    @property
    def states(self) -> list[type]:
        kinds = (Connecting, Live, Stale, Refused)
        return [type(item) for item in self.items if isinstance(item, kinds)]

    async def end(self) -> None:
        assert not self._task.done(), "it must never end by itself"
        self._task.cancel()
        await asyncio.wait({self._task})


@pytest.fixture
async def watching(client: AgentClient) -> AsyncIterator[Watching]:
    watching = Watching(client)
    yield watching
    await watching.end()


async def test_it_begins_with_a_snapshot_and_goes_on_with_events(
    served: Served, watching: Watching
) -> None:
    await until(lambda: Live in watching.states)
    assert [type(item) for item in watching.items] == [Connecting, SnapshotView, Live]
    task = await served.services.runtime.submit(make_spec(name="x"))
    await until(lambda: task.id in watching.mirror.tasks)
    await until(lambda: watching.mirror.tasks[task.id].status == "running")
    served.bus.publish_usage(UsageEvent(node=NodeUsage(timestamp=5.0)))
    await until(lambda: watching.mirror.usage and watching.mirror.usage.timestamp == 5.0)
    served.bus.publish("task_removed", {"id": task.id})
    await until(lambda: task.id not in watching.mirror.tasks)


async def test_a_reset_leads_to_another_snapshot_and_stays_live(
    served: Served, watching: Watching
) -> None:
    await until(lambda: Live in watching.states)
    served.bus.publish("reset", {})
    await until(lambda: sum(isinstance(i, SnapshotView) for i in watching.items) == 2)
    assert watching.states == [Connecting, Live]


async def test_events_missed_while_away_are_made_up_for(served: Served, watching: Watching) -> None:
    await until(lambda: Live in watching.states)
    served.service._listener.end_streams()
    task = await served.services.runtime.submit(make_spec())
    await until(lambda: watching.states.count(Live) == 2)
    await until(lambda: task.id in watching.mirror.tasks)
    assert sum(isinstance(item, SnapshotView) for item in watching.items) == 1


async def test_an_agent_that_starts_again_is_found_again(tmp_path: Path) -> None:
    async with serving(tmp_path / "one") as first:
        port, token = first.port, first.token
        client = AgentClient(first.url, token=token)
        watching = Watching(client)
        await until(lambda: Live in watching.states)
        old = await first.services.runtime.submit(make_spec())
        await until(lambda: old.id in watching.mirror.tasks)
    await until(lambda: Stale in watching.states)
    stale = next(item for item in watching.items if isinstance(item, Stale))
    assert stale.reason
    assert old.id in watching.mirror.tasks, "what was known stays while nobody answers"
    settings = AgentSettings(port=port, local_trust="same-user")
    (tmp_path / "two" / "data").mkdir(parents=True)
    (tmp_path / "one" / "data" / "token").rename(tmp_path / "two" / "data" / "token")
    async with serving(tmp_path / "two", settings=settings, epoch="e2"):
        await until(lambda: watching.states.count(Live) == 2)
        await until(lambda: old.id not in watching.mirror.tasks)
    await watching.end()
    await client.close()


async def test_a_refusal_is_a_state_and_ends_when_it_is_lifted(served: Served) -> None:
    record, token = await served.services.tokens.create("x", "read")
    async with AgentClient(served.url, token=token) as client:
        watching = Watching(client)
        await until(lambda: Live in watching.states)
        await served.services.tokens.revoke(record.id)
        await until(lambda: Refused in watching.states)
        refused = next(item for item in watching.items if isinstance(item, Refused))
        assert "not known" in refused.reason
        await watching.end()


async def test_an_agent_that_was_never_there_is_stale_and_said_once() -> None:
    async with AgentClient("http://127.0.0.1:9") as client:
        watching = Watching(client)
        await until(lambda: Stale in watching.states)
        for _ in range(20):
            await asyncio.sleep(0)
        assert watching.states == [Connecting, Stale]
        await watching.end()


def test_events_that_cannot_be_read_are_passed_over(caplog: pytest.LogCaptureFixture) -> None:
    assert read_change(Frame("of a newer agent", "{}")) is None
    assert read_change(Frame("task_removed", '{"id": "x"}')) == TaskRemoved("x")
    model = make_model()
    assert read_change(Frame("model", model.model_dump_json())) == model
    assert read_change(Frame("model_removed", '{"id": "x"}')) == ModelRemoved("x")
    assert not caplog.records
    wrong = {"task": "{}", "task_removed": "[]", "usage": "{", "model": "{}", "model_removed": "1"}
    for event, data in wrong.items():
        assert read_change(Frame(event, data)) is None
    assert len(caplog.records) == len(wrong)


def test_waits_grow_and_stay_bounded() -> None:
    waits = list(itertools.islice(delays(), 20))
    assert waits[0] <= 0.25 * 1.25
    assert all(wait <= 5 * 1.25 for wait in waits)
    assert waits[-1] >= 5 * 0.75


async def test_a_log_goes_on_after_a_loss_without_a_double_or_a_hole(
    served: Served, client: AgentClient
) -> None:
    task = await served.services.runtime.submit(make_spec())
    await served.logs.add("0", "1")
    lines: list[str] = []
    interruptions = 0
    follow: Any = follow_log(client, task.id, back_off=at_once)
    async with aclosing(follow) as items:
        async for item in items:
            if isinstance(item, LogInterrupted):
                interruptions += 1
                await served.logs.add("4")
                await served.logs.end()
                continue
            lines += [record.line for record in item]
            if lines == ["0", "1"]:
                await served.logs.add("2", "3")
            elif lines[-1] == "3":
                served.service._listener.end_streams()
    assert lines == ["0", "1", "2", "3", "4"]
    assert interruptions == 1
    assert served.logs.cursors == [None, "1:0:4"]


async def test_a_gap_in_a_log_is_told(served: Served, client: AgentClient) -> None:
    task = await served.services.runtime.submit(make_spec())
    served.logs.gaps.append(Gap(lost=3))
    await served.logs.end()
    items = [item async for item in follow_log(client, task.id)]
    assert items == [LogGap(3, "lines")]


async def test_the_log_of_a_task_that_is_gone_is_an_error(client: AgentClient) -> None:
    with pytest.raises(NotFound):
        async for _ in follow_log(client, "x"):
            pass


async def test_every_method_speaks_the_servers_words(served: Served, client: AgentClient) -> None:
    task = await client.submit({"command": "sleep"}, idempotency_key="k")
    assert (await client.submit({"command": "sleep"}, idempotency_key="k")).id == task.id
    assert (await client.dry_run(make_spec())).command == ["/bin/true"]
    other = await client.submit(make_spec(name="other", labels={"a": "b"}))
    page = await client.tasks(limit=1)
    assert (page.tasks[0].id, page.total, page.after) == (other.id, 2, other.id)
    rest = await client.tasks(after=page.after, labels=[], text="")
    assert ([each.id for each in rest.tasks], rest.after) == ([task.id], None)
    assert [each.id for each in (await client.tasks(labels=["a=b"], text="OTH")).tasks] == [
        other.id
    ]
    await until(lambda: len(served.executor.running) == 2)
    assert (await client.task(task.id)).phase == "running"
    assert (await client.signal(task.id, "SIGHUP")).id == task.id
    assert (await client.edit(task.id, priority=3)).priority == 3
    assert (await client.stop(task.id, grace=0)).phase == "stopping"
    assert (await client.restart(task.id)).rerun_of == task.id
    assert (await client.timeline(task.id))[0].kind == "created"
    assert (await client.task_usage(task.id)).memory == [1.0]
    await served.logs.add("one", "two")
    log = await client.log(task.id, tail=1)
    assert ([r.line for r in log.records], log.cut, log.cursor) == (["two"], True, "1:0:2")
    work = served.services.layout.task(task.id).work
    (work / "sub").mkdir(parents=True)
    (work / "sub" / "a b%.txt").write_bytes(b"content")
    assert [each.path for each in await client.files(task.id)] == ["sub", "sub/a b%.txt"]
    async with client.download(task.id, "sub/a b%.txt") as chunks:
        assert b"".join([chunk async for chunk in chunks]) == b"content"
    assert [each.id for each in await client.presets()] == ["shell"]
    preset = (await client.presets())[0].model_copy(update={"id": "own", "builtin": False})
    assert (await client.put_preset(preset)).id == "own"
    assert (await client.run_preset("own", {"name": "n"})).name == "n"
    assert (await client.dry_run_preset("own", {})).fits
    await client.delete_preset("own")
    assert (await client.environments())[0].id == "env-1"
    await client.delete_environment("env-1")
    assert (await client.change_config({"tasks.max_concurrent": 2})).settings[0].value == 2
    assert (await client.config()).settings[0].value == 2
    made = await client.create_token("ci", "read")
    assert made.token
    assert [each.id for each in await client.tokens()] == [made.id]
    await client.revoke_token(made.id)
    assert (await client.audit(since=EPOCH, limit=1)).entries[0].method == "DELETE"
    served.finder.orphans = [ORPHAN]
    assert [each.id for each in await client.orphans(look=True)] == [ORPHAN.id]
    await client.remove_orphan(ORPHAN.id)
    assert await client.orphans() == []
    assert (await client.storage()).parts["databases"] >= 0
    assert (await client.health()).version == "0.1.0"
    assert (await client.node()).id == "node-1"
    assert (await client.resources()).memory == 8
    assert (await client.usage()).timestamp
    assert (await client.history(60, 5)).series["cpu"] == [5.0]
    assert await client.nodes() == []
    assert (await client.snapshot()).epoch == "e1"


async def test_errors_arrive_as_the_class_they_were(client: AgentClient) -> None:
    with pytest.raises(NotFound, match="no task x/y"):
        await client.task("x/y")
    with pytest.raises(InvalidRequest) as refused:
        await client.submit({"command": "", "resources": {"memory_limit": "x"}})
    assert {error.loc for error in refused.value.errors} == {
        ("command",),
        ("resources", "memory_limit"),
    }


async def test_a_client_that_was_closed_asks_nobody_any_more(served: Served) -> None:
    client = AgentClient(served.url, token=served.token)
    await client.node()
    await client.close()
    with pytest.raises(Unreachable, match="not asked any more"):
        await client.node()
