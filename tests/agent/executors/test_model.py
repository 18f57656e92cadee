"""Tasks of machine learning: a command as any process, or a server for a model."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cnet_agent.config.layout import Layout
from cnet_agent.executors.base import AttemptKey, Launch
from cnet_agent.executors.model import ModelExecutor
from cnet_agent.model.served import ModelSpec, Serving
from cnet_agent.model.spec import TaskSpec
from cnet_agent.serving.order import ServingOrder
from helpers.fake_worker import order
from helpers.scripted_executor import ScriptedExecutor

KEY = AttemptKey("task", 1)
ORDER = order(Path("/server"))


class Processes(ScriptedExecutor):
    """Remembers what it was told to start."""

    launch: Launch

    async def start(self, launch: Launch) -> Any:
        self.launch = launch
        return await super().start(launch)


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    Layout(tmp_path).task(KEY.task_id).root.mkdir(parents=True)
    return Layout(tmp_path)


def launch(**fields: Any) -> Launch:
    return Launch(KEY, {}, TaskSpec.model_validate({"type": "ml", **fields}), Path("/work"), None)


def executor(processes: Processes, layout: Layout) -> ModelExecutor:
    def order(_launch: Launch, folder: Path) -> ServingOrder:
        return replace(ORDER, name=str(folder))

    return ModelExecutor(processes, layout, order)  # type: ignore[arg-type]


async def test_a_command_is_run_as_it_is(layout: Layout) -> None:
    processes = Processes()
    await executor(processes, layout).start(launch(command="python3", args=["predict.py", "5.5"]))
    assert processes.launch == launch(command="python3", args=["predict.py", "5.5"])


async def test_a_model_gets_a_server_with_its_order_in_the_tasks_folder(layout: Layout) -> None:
    processes = Processes()
    model = Serving(id="m", spec=ModelSpec(name="line", model_path="/m.joblib"))
    await executor(processes, layout).start(launch(command="serve", model=model))
    folder = layout.task(KEY.task_id).root
    spec = processes.launch.spec
    assert spec.command == sys.executable
    assert str(folder) in spec.args[-1]
    assert spec.args[0] == "-I"  # what the model's environment says about Python is not for it
    assert ServingOrder.read(folder / "served.json").name == str(folder)
    assert (folder / "served.json").stat().st_mode & 0o077 == 0


async def test_everything_else_is_as_for_processes(layout: Layout) -> None:
    processes = Processes()
    models = executor(processes, layout)
    await models.open(lambda _key, _end: None)
    await models.reserve(KEY, {"id": "task"})
    await models.start(launch(command="true"))
    await models.stop(KEY, 1.0)
    await models.signal(KEY, "SIGHUP")
    assert models.availability() == processes.availability()
    assert models.problems(launch(command="true").spec) == []
    assert await models.usage(KEY) == await processes.usage(KEY)
    assert processes.stops == [(KEY, 1.0)]
    assert processes.signals == [(KEY, "SIGHUP")]
    assert (await models.recover(KEY)) == (await processes.recover(KEY))
    await models.discard("task")
    assert processes.discarded == ["task"]
    await models.look_again()
    await models.close()
