"""What is done for the models that are served, whoever died meanwhile."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from cnet_agent.model.phase import Reason
from cnet_agent.model.served import Serving
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Environment, Outcome
from cnet_agent.runtime.carry_out import PrepareError
from cnet_agent.runtime.models.keeper import Keeper, _pythons
from cnet_agent.runtime.models.service import ModelService
from cnet_agent.serving.order import ServingOrder
from cnet_agent.wire.models import VersionBody, VersionView
from helpers.fake_model import FakeServed
from helpers.model_scene import Scene
from helpers.models import model, version
from helpers.waiting import a_moment, until


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    scene = Scene(tmp_path)
    await scene.world.runtime.open(rebuild_store=False)
    await scene.keep()
    (tmp_path / "second.joblib").write_bytes(b"second")
    yield scene
    await scene.leave()
    await scene.world.runtime.close()


async def test_a_servers_order_is_written_and_read_when_a_version_is_there(scene: Scene) -> None:
    async with scene.served() as (model_id, served):
        await add(scene.models, model_id, requirements=["numpy"])
        order = await until(lambda: latest(served, "2"))
        assert order.traffic == {"2": 100}
        assert order.previous == {"1": 100}
        assert {each.version: each.python for each in order.versions} == {
            "1": sys.executable,  # whatever the task has
            "2": "/python",
        }
        assert len(served.orders) <= 2


async def test_a_version_whose_environment_cannot_be_made_has_failed_and_the_rest_goes_on(
    scene: Scene,
) -> None:
    async with scene.served() as (model_id, served):
        scene.world.environments.fail = Outcome(
            Reason.ENVIRONMENT_ERROR, ended_at=1.0, detail="No such package."
        )
        await add(scene.models, model_id)
        view = await reaches(scene.models, model_id, "failed")
        assert (view.reason, view.traffic, view.wanted) == ("No such package.", 0, 100)
        scene.world.environments.fail = None
        await scene.models.divide(model_id, {"2": 100})  # wanted again
        await until(lambda: latest(served, "2"))


async def test_a_version_is_loading_while_its_environment_is_made(scene: Scene) -> None:
    async with scene.served() as (model_id, served):
        scene.world.environments.hang = True
        await add(scene.models, model_id)
        view = await reaches(scene.models, model_id, "loading")
        assert "environment is being made" in view.reason
        assert [each.version for order in served.orders for each in order.versions].count("2") == 0
        await until(lambda: scene.world.environments.hanging)
        await scene.models.keeper.close()
        assert scene.world.environments.cancelled == 1


async def test_an_agent_that_died_meanwhile_goes_on_where_it_was(scene: Scene) -> None:
    async with scene.served() as (model_id, served):
        scene.world.environments.hang = True
        await add(scene.models, model_id)
        await reaches(scene.models, model_id, "loading")
        scene.world.environments.hang = False
        await scene.restart()
        order = await until(lambda: latest(served, "2"))
        assert order.traffic == {"2": 100}


async def test_a_server_that_knows_more_than_the_registry_gets_orders_again(scene: Scene) -> None:
    async with scene.served() as (model_id, served):
        await add(scene.models, model_id)
        order = await until(lambda: latest(served, "2"))
        (scene.layout.models / f"{model_id}.json").write_text("of a newer agent")
        await scene.restart()
        await until(lambda: served.orders[-1].revision < order.revision)
        before = len(served.orders)
        await add(scene.models, model_id)
        await until(lambda: latest(served, "2", after=before))
        assert len(served.orders) <= before + 2  # and not for ever


async def test_what_a_version_that_is_gone_came_to_is_not_said_of_another_of_its_name(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolved = asyncio.Event()
    wanted: list[tuple[str, ...]] = []

    async def prepare(spec: TaskSpec, *_: object) -> Environment:
        assert spec.model is not None
        wanted.append(spec.model.spec.requirements)
        if wanted[-1] == ("nunpy",):
            await resolved.wait()
            raise PrepareError(
                Outcome(Reason.ENVIRONMENT_ERROR, ended_at=1.0, detail="No package nunpy.")
            )
        return Environment("/python", wanted[-1], "built", 0.1)

    monkeypatch.setattr(scene.world.environments, "prepare", prepare)
    async with scene.served() as (model_id, served):
        await add(scene.models, model_id, requirements=["nunpy"], live=False)
        await until(lambda: wanted == [("nunpy",)])
        await scene.models.remove_version(model_id, "2")
        scene.now += 1
        await add(scene.models, model_id, requirements=["numpy"], live=False)
        await until(lambda: latest(served, "2"))  # which waits for no other
        resolved.set()
        await until(lambda: not scene.models.keeper._making)
        view = await reaches(scene.models, model_id, "running")
        assert view.reason == ""
        assert wanted == [("nunpy",), ("numpy",)]


async def test_a_rollback_reaches_the_server_at_once(scene: Scene) -> None:
    async with scene.served() as (model_id, served):
        await add(scene.models, model_id)
        await until(lambda: latest(served, "2"))
        await scene.models.roll_back(model_id)
        await until(lambda: served.orders[-1].traffic == {"1": 100}, 1.0)
        assert served.orders[-1].previous == {"2": 100}


async def test_environments_of_versions_that_are_held_are_kept(scene: Scene) -> None:
    async with scene.served() as (model_id, served):
        scene.world.environments.id = "env-2"
        await add(scene.models, model_id)
        await until(lambda: latest(served, "2"))
        assert "env-2" in scene.models.keeper.environments()


async def test_a_defect_at_one_model_concerns_no_other(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken = await scene.create("broken")
    look_after = Keeper._look_after

    async def look(self: Keeper, model_id: str) -> None:
        if model_id == broken:
            raise KeyError("revision")
        await look_after(self, model_id)

    monkeypatch.setattr(Keeper, "_look_after", look)
    async with scene.served() as (model_id, served):
        await add(scene.models, model_id)
        await until(lambda: latest(served, "2"))
    assert "The model broken cannot be looked after" in caplog.text


async def test_an_environment_that_fails_for_a_mistake_of_ours_is_not_tried_for_ever(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[object] = []

    async def prepare(*_: object) -> None:
        tries.append(1)
        raise ZeroDivisionError

    async with scene.served() as (model_id, _):
        monkeypatch.setattr(scene.world.environments, "prepare", prepare)
        await add(scene.models, model_id)
        view = await reaches(scene.models, model_id, "failed")
        assert "mistake of the agent's" in view.reason
        await a_moment(0.3)
        assert len(tries) == 1


def test_a_task_that_is_started_again_may_have_another_interpreter() -> None:
    known = model(version("1", python="/old"), version("2", python="/two"))
    serving = Serving(id="m1", spec=known.live.spec)
    made = Environment("/new", (), "built", 0.1)
    assert _pythons(known, serving, made) == {"1": "/new", "2": "/two"}
    gone = model(version("2", python="/two"))
    assert _pythons(gone, serving, made) == {"2": "/two"}


async def test_observers_are_told_of_models_as_they_change(scene: Scene) -> None:
    bus = scene.world.runtime.bus
    async with scene.served() as (model_id, served):
        await until(lambda: status_told(scene, model_id) == "running")
        served.state, served.reason = "loading", "The model is being loaded."
        served.on_change()
        await until(lambda: status_told(scene, model_id) == "loading", 1.0)
        before = bus.seq
        await a_moment(0.3)
        assert bus.seq == before  # nothing changed


async def add(models: ModelService, model_id: str, **fields: Any) -> None:
    body = {"version": "2", "model_path": "second.joblib", **fields}
    await models.add_version(model_id, VersionBody.model_validate(body))


async def reaches(models: ModelService, model_id: str, status: str) -> VersionView:
    async def found() -> VersionView | None:
        views = {each.version: each for each in await models.looks.versions(model_id)}
        return views["2"] if views["2"].status == status else None

    view: VersionView = await until(found)
    return view


def latest(served: FakeServed, version: str, after: int = 0) -> ServingOrder | None:
    """Return the order that the server read last, once a version is in one after some."""
    for order in reversed(served.orders[after:]):
        if any(each.version == version for each in order.versions):
            return order
    return None


def status_told(scene: Scene, model_id: str) -> str:
    told = scene.models.announcer.told.get(model_id)
    return told.status if told is not None else ""
