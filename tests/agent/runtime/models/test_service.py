"""Models from their registration to their answers, with a server that a test plays."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from cnet_agent.config.schema import Settings
from cnet_agent.model.errors import (
    AgentError,
    Conflict,
    ExecutorUnavailable,
    InvalidRequest,
    ModelFailed,
    ModelTooSlow,
    ModelUnavailable,
    NotFound,
    QueueFull,
)
from cnet_agent.model.phase import Phase
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model_server.condition import Refusal
from cnet_agent.wire.exposition import render
from cnet_agent.wire.models import VersionBody
from cnet_worker.frames import Reply
from helpers.model_scene import Scene
from helpers.waiting import until


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    scene = Scene(tmp_path)
    await scene.world.runtime.open(rebuild_store=False)
    await scene.models.open()
    yield scene
    await scene.models.close()
    await scene.world.runtime.close()


async def test_a_model_is_loading_until_its_server_says_that_it_runs(scene: Scene) -> None:
    async with scene.served() as (model_id, served):
        served.state, served.reason = "loading", "The model is being loaded."
        found = await scene.models.looks.view(model_id)
        assert (found.status, found.reason) == ("loading", "The model is being loaded.")
        served.state, served.reason = "running", ""
        served.on_change()

        async def is_healthy() -> bool:
            return (await scene.models.looks.health(model_id)).healthy

        await until(is_healthy)
        found = await scene.models.looks.view(model_id)
        assert (found.status, found.port, found.pid) == ("running", 9000, 7)
        assert (found.engine, found.url) == ("python", "http://127.0.0.1:9000")
        info = await scene.models.looks.info(model_id)
        assert (info.versions, info.load_seconds) == ({"python": "3.11.7"}, 0.5)
        assert (await scene.models.looks.metrics(model_id)).requests == 0


async def test_a_prediction_is_the_servers_answer(scene: Scene) -> None:
    async with scene.served(version="3") as (model_id, served):
        served.live = "3"
        answer = await scene.models.requests.predict(model_id, 21)
        assert served.asked == [b'{"input_data": 21}']
        assert (answer.prediction, answer.model_id, answer.model_name) == (42, model_id, "line")
        assert answer.version == "3"
        assert answer.latency_ms > 0


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(0, 400, 0, 0, 0, b'{"error": "why"}'), InvalidRequest),
        (Reply(0, 422, 0, 0, 0, b'{"error": "why"}'), InvalidRequest),
        (Reply(0, 500, 0, 0, 0, b'{"error": "why"}'), ModelFailed),
        (Refusal(503, "why", 1), ModelUnavailable),
        (Refusal(504, "why"), ModelTooSlow),
    ],
)
async def test_what_the_server_refuses_is_refused_for_its_reason(
    scene: Scene, reply: Reply | Refusal, error: type[AgentError]
) -> None:
    async with scene.served() as (model_id, served):
        served.replies.append(reply)
        with pytest.raises(error, match="why") as refused:
            await scene.models.requests.predict(model_id, 1)
        waits = refused.value.retry_after
        assert (waits is not None) == (error is ModelUnavailable)


async def test_a_model_that_does_not_run_cannot_be_asked(scene: Scene) -> None:
    model_id = await scene.create()
    await scene.runs(model_id)
    with pytest.raises(ModelUnavailable, match="server is being started"):
        await scene.models.requests.predict(model_id, 1)
    await scene.models.stop(model_id)
    scene.ends(model_id)
    await scene.world.reaches(
        await scene.world.runtime.get(scene.models.looks.task_id(model_id)), Phase.CANCELLED
    )
    assert (await scene.models.looks.view(model_id)).status == "stopped"
    with pytest.raises(Conflict, match="start it"):
        await scene.models.requests.predict(model_id, 1)


async def test_a_server_that_ends_is_seen_to_be_gone(scene: Scene) -> None:
    async with scene.served() as (model_id, _):
        assert (await scene.models.looks.view(model_id)).status == "running"
    with pytest.raises(ModelUnavailable):
        await scene.models.requests.predict(model_id, 1)
    assert (await scene.models.looks.view(model_id)).status == "loading"


async def test_a_stopped_model_can_be_started_again_and_removed(scene: Scene) -> None:
    model_id = await scene.create()
    first = scene.models.looks.task_id(model_id)
    await scene.runs(model_id)
    with pytest.raises(Conflict, match="is being served"):
        await scene.models.start(model_id)
    with pytest.raises(Conflict, match="stop it first"):
        await scene.models.remove(model_id)
    await scene.models.stop(model_id)
    scene.ends(model_id)
    await scene.world.reaches(await scene.world.runtime.get(first), Phase.CANCELLED)
    await scene.models.start(model_id)
    second = scene.models.looks.task_id(model_id)
    assert second != first
    await scene.runs(model_id)
    await scene.models.stop(model_id)
    scene.ends(model_id)
    await scene.world.reaches(await scene.world.runtime.get(second), Phase.CANCELLED)
    assert (await scene.models.remove(model_id)).name == "line"
    assert await scene.models.looks.all() == []
    with pytest.raises(NotFound):
        await scene.world.runtime.get(second)


async def test_a_model_that_is_being_stopped_answers_what_it_was_asked_and_nothing_new(
    scene: Scene,
) -> None:
    async with scene.served() as (model_id, served):
        served.may_answer.clear()
        asked = asyncio.ensure_future(scene.models.requests.predict(model_id, 21))
        await until(lambda: served.asked)
        assert (await scene.models.stop(model_id)).status == "stopped"
        with pytest.raises(Conflict, match="start it"):
            await scene.models.requests.predict(model_id, 1)
        served.may_answer.set()
        assert (await asked).prediction == 42


async def test_a_version_that_answers_until_another_is_loaded_is_not_forgotten(
    scene: Scene, tmp_path: Path
) -> None:
    (tmp_path / "second.joblib").write_bytes(b"second")
    async with scene.served() as (model_id, _):
        body = VersionBody(version="2", model_path="second.joblib")
        await scene.models.add_version(model_id, body)
        with pytest.raises(Conflict, match="still gets requests"):
            await scene.models.remove_version(model_id, "1")
        views = await scene.models.looks.versions(model_id)
        assert [(each.version, each.traffic) for each in views] == [("2", 0), ("1", 100)]


async def test_a_name_belongs_to_one_model(scene: Scene) -> None:
    model_id = await scene.create()
    with pytest.raises(Conflict, match=model_id):
        await scene.create()
    await scene.create("other")
    assert [model.name for model in await scene.models.looks.all()] == ["other", "line"]


@pytest.mark.parametrize(
    ("fields", "says"),
    [({"engine": "java"}, "no engine java"), ({"model_path": "none.joblib"}, "There is no file")],
)
async def test_a_model_that_cannot_be_served_is_not_registered(
    scene: Scene, fields: dict[str, str], says: str
) -> None:
    with pytest.raises(InvalidRequest, match=says):
        await scene.create(**fields)
    assert await scene.models.looks.all() == []


async def test_a_model_whose_task_is_not_accepted_is_not_registered(scene: Scene) -> None:
    for _ in range(2):
        task = await scene.world.runtime.submit(TaskSpec(command="true"))
        await scene.world.reaches(task, Phase.RUNNING)
    for _ in range(4):  # which wait
        await scene.world.runtime.submit(TaskSpec(command="true"))
    with pytest.raises(QueueFull):
        await scene.create("one-too-many")
    assert await scene.models.looks.all() == []


async def test_a_model_takes_no_slot_of_the_tasks(scene: Scene) -> None:
    for number in range(3):  # of two slots
        await scene.runs(await scene.create(f"line-{number}"))
    task = await scene.world.runtime.submit(TaskSpec(command="true"))
    await scene.world.reaches(task, Phase.RUNNING)


async def test_a_node_may_serve_no_models(scene: Scene) -> None:
    model_id = await scene.create()
    scene.settings = Settings.model_validate({"ml": {"enabled": False}})
    with pytest.raises(ExecutorUnavailable, match="serves no models"):
        await scene.create("other")
    with pytest.raises(ExecutorUnavailable):
        await scene.models.start(model_id)
    assert (await scene.models.looks.view(model_id)).name == "line"


async def test_nothing_is_known_of_a_model_that_is_not_there(scene: Scene) -> None:
    for asked in (
        scene.models.looks.view,
        scene.models.stop,
        scene.models.start,
        scene.models.remove,
    ):
        with pytest.raises(NotFound, match="no model 'none'"):
            await asked("none")
    with pytest.raises(NotFound):
        await scene.models.requests.predict("none", 1)


async def test_another_agent_knows_the_models_and_asks_the_servers_that_still_run(
    scene: Scene,
) -> None:
    async with scene.served() as (model_id, _):
        await scene.models.close()
        again = scene.service()
        await again.open()
        assert (await again.requests.predict(model_id, 2)).prediction == 4
        await again.close()


async def test_a_model_that_is_served_but_not_registered_is_registered_again(scene: Scene) -> None:
    model_id = await scene.create()
    await scene.runs(model_id)
    for file in scene.layout.models.iterdir():
        file.unlink()
    again = scene.service()
    await again.open()
    assert [(model.id, model.name) for model in await again.looks.all()] == [(model_id, "line")]
    assert again.looks.task_id(model_id) == scene.models.looks.task_id(model_id)


async def test_what_could_not_be_read_of_a_model_is_kept_when_it_is_registered_again(
    scene: Scene,
) -> None:
    model_id = await scene.create()
    await scene.runs(model_id)
    (scene.layout.models / f"{model_id}.json").write_text("of a newer agent")
    again = scene.service()
    await again.open()
    assert (await again.looks.view(model_id)).name == "line"
    kept = [file for file in scene.layout.models.iterdir() if file.suffix != ".json"]
    assert [file.read_text() for file in kept] == ["of a newer agent"]


async def test_the_figures_of_models_are_known_without_anybody_asking_for_them(
    scene: Scene,
) -> None:
    async with scene.served() as (_, served):
        keeping = asyncio.ensure_future(scene.models.keeper.run())
        await until(lambda: served.control.connections)
        text = await until(lambda: "1.0" in render(scene.models.looks.families()))
        assert text
        keeping.cancel()


async def test_a_model_whose_task_was_removed_is_stopped(scene: Scene) -> None:
    model_id = await scene.create()
    await scene.runs(model_id)
    await scene.models.stop(model_id)
    scene.ends(model_id)
    task = await scene.world.runtime.get(scene.models.looks.task_id(model_id))
    await scene.world.reaches(task, Phase.CANCELLED)
    await scene.world.runtime.purge(task.id)
    assert (await scene.models.looks.view(model_id)).status == "stopped"
    await scene.models.start(model_id)
    assert (await scene.models.looks.view(model_id)).status in ("pending", "loading")
