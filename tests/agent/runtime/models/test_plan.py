"""What a model becomes: a task, and the order of its server."""

from pathlib import Path
from typing import Any

import pytest

from cnet_agent.config.schema import ModelSettings, Settings
from cnet_agent.executors.base import AttemptKey, Launch
from cnet_agent.model.served import ModelSpec, Serving
from cnet_agent.model.task import Environment
from cnet_agent.runtime.models.plan import order_of, task_of

GIB = 1024**3


def serving(**fields: Any) -> Serving:
    spec = ModelSpec.model_validate({"name": "line", "model_path": "/m/line.joblib", **fields})
    return Serving(id="m1", digest="abc", spec=spec)


def test_a_model_is_served_by_a_task_that_is_to_stay() -> None:
    task = task_of(serving(env={"A": "b"}), ModelSettings(), 16 * GIB)
    assert (task.type, task.name, task.title) == ("ml", "line", "line")
    assert (task.max_retries, task.timeout) == (1000, None)
    assert set(task.retry.on) >= {"exit", "signal", "oom", "lost"}
    assert (task.env, task.labels) == ({"A": "b"}, {"model": "m1"})
    assert task.model == serving(env={"A": "b"})


def test_what_a_model_names_is_reserved_for_it_and_the_usual_is_not() -> None:
    usual = task_of(serving(), ModelSettings(), 16 * GIB)
    assert (usual.resources.memory_limit, usual.memory_cap) == (None, 536_870_912)
    assert usual.resources.cpu_limit is None
    assert usual.resources.disk_limit == 1_073_741_824
    named = {"cpu_limit": 2.0, "memory_limit": GIB, "disk_limit": 5, "gpu_limit": 1}
    own = task_of(serving(resources=named), ModelSettings(), 16 * GIB)
    assert (own.resources.cpu_limit, own.resources.memory_limit) == (2.0, GIB)
    assert (own.resources.disk_limit, own.resources.gpu_limit) == (5, 1)
    assert own.memory_cap is None


@pytest.mark.parametrize(
    ("engine", "node", "cap"),
    [("pytorch", 16 * GIB, 2 * GIB), ("tensorflow", GIB, GIB), ("python", GIB // 4, GIB // 4)],
)
def test_heavy_libraries_get_more_memory_but_no_more_than_there_is(
    engine: str, node: int, cap: int
) -> None:
    assert task_of(serving(engine=engine), ModelSettings(), node).memory_cap == cap


def test_a_server_is_told_what_to_load_with_which_python_and_where_to_listen() -> None:
    model = serving(batching={"max_size": 8, "queue_size": 9}, warmup=[1], version="3")
    task = task_of(model, ModelSettings(), 16 * GIB)
    environment = Environment("/env/bin/python", (), "cached", 0.1)
    launch = Launch(AttemptKey("t", 1), {}, task, Path("/work"), environment)
    settings = Settings.model_validate({"ml": {"port_range": {"start": 9, "end": 11}}})
    order = order_of(launch, Path("/tasks/t"), settings, Path("/tokens"))
    assert (order.model_id, order.name, order.version) == ("m1", "line", "3")
    assert (order.python, order.ports) == ("/env/bin/python", (9, 11))
    assert (order.queue_size, order.timeout) == (9, 30.0)
    assert (order.control, order.tokens) == ("/tasks/t/control.sock", "/tokens")
    assert order.worker["engine"] == "python"
    assert (order.worker["max_batch"], order.worker["warmup"]) == (8, [1])
    assert (order.worker["digest"], order.worker["threads"]) == ("abc", 1)


def test_libraries_use_as_many_threads_as_the_model_has_cores() -> None:
    model = serving(resources={"cpu_limit": 3.5})
    launch = Launch(
        AttemptKey("t", 1), {}, task_of(model, ModelSettings(), GIB), Path("/work"), None
    )
    order = order_of(launch, Path("/tasks/t"), Settings(), Path("/tokens"))
    assert order.worker["threads"] == 3
