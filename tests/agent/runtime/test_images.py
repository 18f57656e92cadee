"""Images of containers, had or pulled, over a Docker that a test plays."""

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from cnet_agent.executors.container_engine import Engine, Refused, Unreachable
from cnet_agent.executors.container_threads import Threads
from cnet_agent.model.phase import Reason
from cnet_agent.model.spec import TaskSpec
from cnet_agent.runtime import images as module
from cnet_agent.runtime.carry_out import PrepareError
from cnet_agent.runtime.images import Images
from helpers.waiting import until


class Pull:
    """Gives some messages, then waits until it is closed or let go on."""

    def __init__(self, messages: list[dict[str, Any]], *, hangs: bool) -> None:
        self.over = threading.Event()
        self.is_closed = False
        self._messages, self._hangs = messages, hangs

    def __iter__(self) -> Iterator[dict[str, Any]]:
        yield from self._messages
        if self._hangs:
            self.over.wait(10)

    def close(self) -> None:
        self.is_closed = True
        self.over.set()


class FakeEngine(Engine):
    """Has images, or not; refuses, or is away for a time."""

    def __init__(self) -> None:
        super().__init__(lambda: None)
        self.here: set[str] = set()
        self.troubles: list[Exception] = []
        self.messages: list[dict[str, Any]] = [{"status": "Pulling from x", "id": "1"}]
        self.hangs = False
        self.pulls: list[Pull] = []
        self.waits_for: threading.Event | None = None
        self.is_asked = False

    def has_image(self, name: str) -> bool:
        return name in self.here

    def pull(self, name: str) -> Any:
        self.is_asked = True
        if self.troubles:
            raise self.troubles.pop(0)
        if self.waits_for is not None:
            self.waits_for.wait(10)
        self.pulls.append(Pull(self.messages, hangs=self.hangs))
        return self.pulls[-1]


def container(pull: str = "missing") -> TaskSpec:
    return TaskSpec.model_validate({"type": "container", "image": "x:1", "pull": pull})


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    monkeypatch.setattr(module, "AGAIN", 0.01)
    return FakeEngine()


async def prepared(engine: FakeEngine, pull: str = "missing") -> list[str]:
    log: list[str] = []
    await Images(engine, Threads()).prepare(container(pull), log.append)
    return log


async def test_an_image_that_is_here_is_pulled_only_where_it_always_is(engine: FakeEngine) -> None:
    engine.here.add("x:1")
    assert await prepared(engine) == []
    assert await prepared(engine, "never") == []
    assert await prepared(engine, "always") == ["Pulling x:1", "1: Pulling from x"]


async def test_an_image_that_is_missing_is_pulled_unless_it_is_never(engine: FakeEngine) -> None:
    assert await prepared(engine) == ["Pulling x:1", "1: Pulling from x"]
    with pytest.raises(PrepareError) as refused:
        await prepared(engine, "never")
    outcome = refused.value.outcome
    assert (outcome.reason, outcome.retryable) == (Reason.IMAGE_ERROR, False)
    assert "build it first" in outcome.detail


@pytest.mark.parametrize(
    ("words", "retryable"),
    [
        ("manifest unknown", False),
        ("pull access denied for x, repository does not exist", False),
        ("received unexpected HTTP status: 502 Bad Gateway", True),
    ],
)
async def test_an_image_that_nobody_has_is_not_asked_for_again(
    engine: FakeEngine, words: str, retryable: bool
) -> None:
    engine.troubles = [Refused(words, 404)]
    with pytest.raises(PrepareError) as refused:
        await prepared(engine)
    assert refused.value.outcome.retryable is retryable
    assert words in refused.value.outcome.detail


async def test_a_docker_that_is_away_is_waited_for(engine: FakeEngine) -> None:
    engine.troubles = [Unreachable("Docker is not running.")]
    log = await prepared(engine)
    assert log[1:3] == ["Waiting for Docker: Docker is not running.", "Pulling x:1"]


async def test_a_registry_that_does_not_answer_is_left_at_once(engine: FakeEngine) -> None:
    answers = threading.Event()
    engine.waits_for = answers
    work = asyncio.ensure_future(prepared(engine))
    await until(lambda: engine.is_asked)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    answers.set()
    await until(lambda: engine.pulls and engine.pulls[0].is_closed)


async def test_a_pull_that_is_not_wanted_any_more_is_ended(engine: FakeEngine) -> None:
    engine.hangs = True
    work = asyncio.ensure_future(prepared(engine))
    await until(lambda: engine.pulls)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert engine.pulls[0].is_closed
