"""Container tasks over a Docker that a test plays."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from cnet_agent.config.layout import Layout
from cnet_agent.config.schema import ContainerSettings
from cnet_agent.executors import container as container_module
from cnet_agent.executors import container_threads
from cnet_agent.executors.base import (
    AttemptKey,
    Ended,
    Launch,
    NeverRan,
    Running,
    StartError,
    Vanished,
)
from cnet_agent.executors.container import ContainerExecutor
from cnet_agent.executors.container_engine import Refused
from cnet_agent.executors.container_threads import Threads
from cnet_agent.model.errors import Conflict
from cnet_agent.model.phase import Reason
from cnet_agent.model.spec import TaskSpec
from helpers.factories import EPOCH, make_id
from helpers.fake_engine import AWAY, FakeEngine
from helpers.waiting import until

KEY = AttemptKey(make_id(1), 1)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container_threads, "AGAIN", 0.01)
    monkeypatch.setattr("cnet_agent.executors.container_watch.AGAIN", 0.01)
    monkeypatch.setattr(container_module, "LOOK_EVERY", 0.02)
    monkeypatch.setattr(container_module, "PATIENCE", 1.0)


class Node:
    """An executor, its Docker, and the ends that it told."""

    def __init__(self, folder: Path, engine: FakeEngine) -> None:
        self.engine = engine
        self.ends: dict[AttemptKey, Ended | Vanished] = {}
        self.folder = folder
        self.executor = ContainerExecutor(
            Layout(folder),
            node_id="node-1",
            workspace=folder,
            settings=ContainerSettings,
            engine=engine,
            threads=Threads(),
        )

    async def open(self) -> "Node":
        await self.executor.open(self.ends.__setitem__)
        return self

    async def restarted(self) -> "Node":
        """Return the node with another agent; what runs goes on."""
        await self.executor.close()
        for over in self.engine._over.values():
            over.clear()
        return await Node(self.folder, self.engine).open()

    def launch(
        self, key: AttemptKey = KEY, *, gpus: tuple[str, ...] = (), **fields: object
    ) -> Launch:
        spec = TaskSpec.model_validate({"type": "container", "image": "busybox:1", **fields})
        description = {"id": key.task_id, "spec": spec.model_dump(mode="json")}
        return Launch(key, description, spec, self.folder, None, gpus)

    async def end(self, key: AttemptKey = KEY) -> Ended | Vanished:
        await until(lambda: key in self.ends)
        return self.ends[key]


@pytest.fixture
async def node(tmp_path: Path) -> AsyncIterator[Node]:
    made = await Node(tmp_path, FakeEngine()).open()
    yield made
    await made.executor.close()


async def test_a_container_is_started_followed_and_removed(node: Node) -> None:
    handle = await node.executor.start(node.launch(resources={"memory_limit": "64MB"}))
    assert (handle.pid, handle.started_at, handle.container) == (77, EPOCH + 1, "id-0")
    assert (handle.limited_by, handle.limits) == ("docker", {"memory": "hard", "pids": "hard"})
    usage = await node.executor.usage(KEY)
    assert usage is not None
    assert usage.memory == 5
    node.engine.end("id-0", 7)
    end = await node.end()
    assert isinstance(end, Ended)
    assert (end.outcome.exit_code, end.outcome.ended_at) == (7, EPOCH + 50)
    assert node.engine.by_id == {}
    assert await node.executor.usage(KEY) is None


async def test_a_start_waits_for_docker_and_is_made_once(node: Node) -> None:
    node.engine.trouble = AWAY
    await until(lambda: not node.executor.availability().available)
    starting = asyncio.ensure_future(node.executor.start(node.launch()))
    await until(lambda: KEY in node.executor._starting)
    node.engine.trouble = None
    await starting
    assert len(node.engine.made) == 1


async def test_a_start_that_waits_for_docker_can_be_stopped(node: Node) -> None:
    node.engine.trouble = AWAY
    starting = asyncio.ensure_future(node.executor.start(node.launch()))
    await until(lambda: KEY in node.executor._starting)
    await node.executor.stop(KEY, 1.0)
    with pytest.raises(StartError) as refused:
        await starting
    assert refused.value.outcome.reason is Reason.STOPPED
    node.engine.trouble = None
    with pytest.raises(StartError):  # nor is it started later
        await node.executor.start(node.launch())
    assert node.engine.made == []


@pytest.mark.parametrize(("status", "retryable"), [(400, False), (500, True)])
async def test_what_docker_refuses_is_told_and_leaves_nothing(
    node: Node, status: int, retryable: bool
) -> None:
    node.engine.refusals["start"] = Refused("no such user", status)
    with pytest.raises(StartError) as refused:
        await node.executor.start(node.launch())
    outcome = refused.value.outcome
    assert (outcome.reason, outcome.detail) == (Reason.SPAWN_ERROR, "no such user")
    assert outcome.retryable is retryable
    assert node.engine.by_id == {}
    found = await node.executor.recover(KEY)
    assert isinstance(found, Ended)
    assert found.outcome.detail == "no such user"


async def test_gpus_need_a_docker_that_can_give_them(node: Node) -> None:
    with pytest.raises(StartError) as refused:
        await node.executor.start(node.launch(gpus=("GPU-a",)))
    assert "NVIDIA" in refused.value.outcome.detail
    wanted = node.launch(resources={"gpu_limit": 1}).spec
    (problem,) = node.executor.problems(wanted)
    assert (problem.loc, "NVIDIA" in problem.msg) == (("resources", "gpu_limit"), True)
    node.engine.gpus = True
    await node.executor.look_again()
    assert node.executor.problems(wanted) == []
    await node.executor.start(node.launch(AttemptKey(make_id(2), 1), gpus=("GPU-a",)))


async def test_what_runs_is_found_again_by_another_agent(node: Node) -> None:
    await node.executor.start(node.launch())
    again = await node.restarted()
    found = await again.executor.recover(KEY)
    assert isinstance(found, Running)
    assert found.handle.container == "id-0"
    assert await again.executor.recover(KEY) == found
    again.engine.end("id-0", 3)
    end = await again.end()
    assert end.outcome.exit_code == 3
    later = await again.executor.recover(KEY)
    assert isinstance(later, Ended)
    assert later.outcome.exit_code == 3
    await again.executor.close()


async def test_what_became_of_an_attempt_is_told_by_its_record_and_by_docker(node: Node) -> None:
    assert isinstance(await node.executor.recover(KEY), NeverRan)
    launch = node.launch()
    await node.executor.reserve(KEY, launch.description)
    assert isinstance(await node.executor.recover(KEY), NeverRan)
    node.engine.refusals["start"] = Refused("busy", 500)
    made = node.engine.create("cnet-node-1-x", {"image": "i", "labels": {}}, {})
    node.executor._records.begin(KEY, made)
    refused = await node.executor.recover(KEY)  # it was never started, and cannot be
    assert isinstance(refused, Ended)
    assert refused.outcome.reason is Reason.SPAWN_ERROR


async def test_a_container_that_was_made_but_not_started_is_started(node: Node) -> None:
    await node.executor.reserve(KEY, node.launch().description)
    made = node.engine.create("cnet-node-1-x", {"image": "i", "labels": {}}, {})
    node.executor._records.begin(KEY, made)
    assert isinstance(await node.executor.recover(KEY), Running)
    assert node.engine.started == [made]


async def test_a_container_that_is_gone_is_lost(node: Node) -> None:
    await node.executor.reserve(KEY, node.launch().description)
    node.executor._records.begin(KEY, "taken-away")
    found = await node.executor.recover(KEY)
    assert isinstance(found, Vanished)
    assert found.outcome.reason is Reason.LOST


async def test_a_timeout_ends_a_container_and_says_so(node: Node) -> None:
    await node.executor.start(node.launch(timeout=0.05, stop_grace=0.05))
    await until(lambda: ("id-0", "SIGKILL") in node.engine.signals)
    assert node.engine.signals[0] == ("id-0", "SIGTERM")
    node.engine.end("id-0", 137)
    assert (await node.end()).outcome.reason is Reason.TIMEOUT


async def test_signals_go_to_what_runs(node: Node) -> None:
    with pytest.raises(ProcessLookupError):
        await node.executor.signal(KEY, "SIGUSR1")
    await node.executor.start(node.launch())
    await node.executor.signal(KEY, "SIGUSR1")
    assert node.engine.signals == [("id-0", "SIGUSR1")]
    node.engine.trouble = AWAY
    with pytest.raises(Conflict, match="not running"):
        await node.executor.signal(KEY, "SIGUSR1")
    assert await node.executor.usage(KEY) is None


async def test_docker_is_looked_for_now_and_then_and_who_watches_is_told(node: Node) -> None:
    told: list[str] = []
    node.executor.changed = lambda: told.append(node.executor.availability().detail)
    node.engine.trouble = AWAY
    await until(lambda: told == ["Docker is not running."])
    found = node.executor.availability()
    assert (found.available, found.mend, found.command) == (False, "Start it.", "start docker")
    node.engine.trouble = Refused("locked", 500)
    await until(lambda: told[-1] == "Docker refuses to answer: locked")
    node.engine.trouble = None
    await until(lambda: told[-1] == "Docker 28.2")


async def test_a_container_of_a_docker_that_went_away_is_followed_to_its_end(node: Node) -> None:
    await node.executor.start(node.launch())
    node.engine.trouble = AWAY
    node.engine._over["id-0"].set()  # the log ends, as it does then
    await until(lambda: not node.executor.availability().available)
    assert node.ends == {}
    node.engine._over["id-0"].clear()
    node.engine.trouble = None
    await until(lambda: node.executor.availability().available)
    node.engine.end("id-0", 4)
    assert (await node.end()).outcome.exit_code == 4


async def test_only_container_tasks_are_known_again(node: Node) -> None:
    await node.executor.reserve(KEY, node.launch().description)
    other = {"id": make_id(2), "spec": {"command": "true", "type": "process"}}
    await node.executor.reserve(AttemptKey(make_id(2), 1), other)
    (known,) = await node.executor.known_attempts()
    assert (known.key, known.started) == (KEY, False)
