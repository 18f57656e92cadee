"""What a model becomes: a task, and the order of its server."""

from pathlib import Path
from typing import Any

import pytest

from cnet_agent.config.schema import ModelSettings, Settings
from cnet_agent.model.served import ModelSpec, Serving
from cnet_agent.runtime.models.plan import order_of, task_of
from cnet_agent.runtime.models.registry import Model
from cnet_agent.serving.order import ServingOrder
from helpers.models import model, version

GIB = 1024**3


def serving(**fields: Any) -> Serving:
    spec = ModelSpec.model_validate({"name": "line", "model_path": "/m/line.joblib", **fields})
    return Serving(id="m1", digest="abc", spec=spec)


def test_a_model_is_served_by_a_task_that_is_to_stay() -> None:
    task = task_of(serving(env={"A": "b"}), ModelSettings(), 16 * GIB)
    assert (task.type, task.name, task.title) == ("ml", "line", "line")
    assert (task.max_retries, task.timeout) == (1000, None)
    assert set(task.retry.on) >= {"exit", "signal", "oom", "lost"}
    assert (task.env, task.labels) == ({}, {"model": "m1"})  # which is for its workers
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


def test_a_model_may_have_gpus_by_number_or_by_name_or_by_the_nodes_settings() -> None:
    usual = ModelSettings.model_validate({"resource_limits": {"gpu_limit": 1}})
    for wanted, settings, count, names in (
        ({"gpu_limit": 2}, ModelSettings(), 2, ()),
        ({"gpus": ["GPU-a"]}, usual, 1, ("GPU-a",)),
        ({}, usual, 1, ()),
        ({}, ModelSettings(), 0, ()),
    ):
        resources = task_of(serving(resources=wanted), settings, 16 * GIB).resources
        assert (resources.gpu_limit, resources.gpus) == (count, names)


def test_a_model_without_a_gpu_sees_none_and_one_with_it_sees_its_servers() -> None:
    one = version("1", env={"A": "b"})
    (without,) = order_for(model(one)).versions
    assert without.environment == {"CUDA_VISIBLE_DEVICES": "", "A": "b"}
    assert without.worker["gpus"] == 0
    (with_one,) = order_for(model(version("1", resources={"gpus": ["GPU-a"]}))).versions
    assert (with_one.environment, with_one.worker["gpus"]) == ({}, 1)


def test_the_usual_memory_is_for_each_process_that_may_be_there() -> None:
    several = task_of(serving(replicas={"min": 1, "max": 3}), ModelSettings(), 16 * GIB)
    assert several.memory_cap == 3 * 536_870_912


@pytest.mark.parametrize(
    ("engine", "node", "cap"),
    [("pytorch", 16 * GIB, 2 * GIB), ("tensorflow", GIB, GIB), ("python", GIB // 4, GIB // 4)],
)
def test_heavy_libraries_get_more_memory_but_no_more_than_there_is(
    engine: str, node: int, cap: int
) -> None:
    assert task_of(serving(engine=engine), ModelSettings(), node).memory_cap == cap


def order_for(found: Model, settings: Settings = Settings(), **pythons: str) -> ServingOrder:  # noqa: B008
    known = {name[1:]: python for name, python in pythons.items()} or {"1": "/python"}
    return order_of(found, known, Path("/tasks/t"), settings, Path("/tokens"))


def test_a_server_is_told_what_to_load_with_which_python_and_where_to_listen() -> None:
    one = version("3", batching={"max_size": 8, "queue_size": 9}, warmup=[1], digest="abc")
    settings = Settings.model_validate({"ml": {"port_range": {"start": 9, "end": 11}}})
    order = order_for(model(one, revision=7), settings, _3="/env/bin/python")
    assert (order.model_id, order.name, order.revision) == ("m1", "line", 7)
    assert (order.traffic, order.previous) == ({"3": 100}, {})
    assert (order.ports, order.timeout) == ((9, 11), 30.0)
    assert (order.control, order.tokens) == ("/tasks/t/control.sock", "/tokens")
    (told,) = order.versions
    assert (told.version, told.python, told.queue_size) == ("3", "/env/bin/python", 9)
    assert (told.replicas, told.idle) == ((1, 1), None)
    assert (told.worker["engine"], told.worker["version"]) == ("python", "3")
    assert (told.worker["max_batch"], told.worker["warmup"]) == (8, [1])
    assert (told.worker["digest"], told.worker["threads"]) == ("abc", 1)
    assert told.worker["cores"] is None


def test_how_a_version_is_held_is_its_own() -> None:
    first = version("1", env={"A": "b"}, resources={"cpu_limit": 3.5})
    second = version("2", replicas={"min": 2, "max": 4}, idle_unload="10m")
    order = order_for(model(first, second), _1="/a", _2="/b")
    one, two = order.versions
    assert (one.environment["A"], one.worker["threads"], one.python) == ("b", 3, "/a")
    assert one.worker["cores"] == 3.5
    assert (two.replicas, two.idle, two.python) == ((2, 4), 600.0, "/b")


def test_a_version_without_an_environment_is_left_out_and_gets_no_requests() -> None:
    versions = version("1"), version("2"), version("3")
    wanted = {"traffic": {"2": 100}, "previous": {"1": 100}}
    order = order_for(model(*versions, **wanted), _1="/a", _3="/c")
    assert [each.version for each in order.versions] == ["1", "3"]
    assert (order.traffic, order.previous) == ({"1": 100}, {})
    whole = order_for(model(*versions, **wanted), _1="/a", _2="/b", _3="/c")
    assert (whole.traffic, whole.previous) == ({"2": 100}, {"1": 100})
    neither = order_for(model(*versions, **wanted), _3="/c")
    assert (neither.traffic, neither.previous) == ({"3": 100}, {})
