"""The state of a model, by its task and by what its server says."""

from typing import Any

import pytest

from cnet_agent.model.phase import Phase
from cnet_agent.runtime.models.registry import Model, Origin
from cnet_agent.runtime.models.views import (
    Seen,
    condition,
    metrics,
    model_info,
    model_view,
    version_view,
)
from helpers.factories import make_task
from helpers.models import model, version

TOLD: dict[str, Any] = {
    "state": "running",
    "reason": "",
    "port": 9000,
    "worker": 7,
    "pending": 2,
    "traffic": {"1": 100},
    "metrics": {
        "requests": 3,
        "errors": {"invalid": 1},
        "rate": 0.3,
        "latency": {"p50": 0.5, "p95": 1.0, "p99": 2.0},
        "queue": {"p50": None, "p95": None, "p99": None},
        "compute": {"p50": 0.1, "p95": 0.1, "p99": 0.1},
        "batch": 1.5,
        "buckets": [1],
    },
    "facts": {
        "signature": {
            "platform": "sklearn",
            "inputs": [{"name": "input", "datatype": "FP64", "shape": [-1, 1]}],
            "outputs": [{"name": "predict", "datatype": "FP64", "shape": [-1]}],
            "features": ["x"],
            "takes_text": False,
        },
        "versions": {"python": "3.11.7"},
        "load_seconds": 0.5,
        "warmup_seconds": None,
    },
}
TOLD["versions"] = {"1": {**TOLD, "workers": [7, 8]}}


@pytest.mark.parametrize(
    ("phase", "status"),
    [
        (Phase.QUEUED, "pending"),
        (Phase.PREPARING, "loading"),
        (Phase.STARTING, "loading"),
        (Phase.BACKING_OFF, "loading"),
        (Phase.RUNNING, "loading"),
        (Phase.STOPPING, "stopped"),
        (Phase.CANCELLED, "stopped"),
        (Phase.SUCCEEDED, "stopped"),
        (Phase.FAILED, "failed"),
    ],
)
def test_every_phase_of_its_task_is_a_state_of_the_model(phase: Phase, status: str) -> None:
    task = make_task(1, phase=phase, message="why")
    found, reason = condition(task, {}, "waits")
    assert found == status
    assert reason or phase in (Phase.CANCELLED, Phase.SUCCEEDED)


def test_while_its_server_runs_the_server_tells() -> None:
    running = make_task(1, phase=Phase.RUNNING)
    assert condition(running, TOLD, "") == ("running", "")
    assert condition(make_task(1, phase=Phase.FAILED, message="why"), TOLD, "") == ("failed", "why")
    assert condition(None, TOLD, "")[0] == "stopped"


def seen(found: Model, told: dict[str, Any] | None = None, **fields: Any) -> Seen:
    task = make_task(1, phase=Phase.RUNNING)
    return Seen(found, "python", **{"task": task, "told": told or {}, **fields})


def test_what_the_server_found_out_is_told_with_the_model() -> None:
    info = model_info(seen(model(), TOLD, memory=5))
    assert (info.status, info.port, info.url) == ("running", 9000, "http://127.0.0.1:9000")
    assert (info.memory, info.pid, info.replicas) == (5, 7, 2)
    assert (info.platform, info.features) == ("sklearn", ["x"])
    assert (info.inputs[0].name, info.inputs[0].shape) == ("input", [-1, 1])
    assert (info.metrics.requests, info.metrics.pending, info.metrics.batch) == (3, 2, 1.5)
    nothing = model_info(seen(model(), task=None))
    assert (nothing.port, nothing.url, nothing.inputs) == (None, "", [])
    assert metrics({}).requests == 0


def test_its_gpus_are_those_of_its_task_while_that_has_them() -> None:
    told = {**TOLD, "facts": {**TOLD["facts"], "device": "cuda"}}
    task = make_task(1, phase=Phase.RUNNING, gpus=("GPU-a",))
    info = model_info(seen(model(), told, task=task, gpu_memory=5))
    assert (info.gpus, info.gpu_memory, info.device) == (["GPU-a"], 5, "cuda")
    ended = make_task(1, phase=Phase.CANCELLED, gpus=("GPU-a",))
    assert model_view(seen(model(), task=ended)).gpus == []


def test_what_was_found_out_of_another_version_is_told_as_well() -> None:
    found = model(version("1"), version("2", engine="pytorch", type="net"), traffic={"1": 100})
    other = {**TOLD, "facts": {"signature": {**TOLD["facts"]["signature"], "features": ["y"]}}}
    told = {**TOLD, "versions": {"1": TOLD["versions"]["1"], "2": {**other, "workers": []}}}
    assert model_info(seen(found, told)).features == ["x"]
    second = model_info(seen(found, told), "2")
    assert (second.features, second.spec.engine) == (["y"], "pytorch")
    assert model_info(seen(found, TOLD), "2").inputs == []  # it is not loaded


def test_each_version_has_its_own_engine_or_that_of_the_node() -> None:
    found = model(version("1", engine="pytorch"), version("2"), traffic={"1": 100})
    assert model_view(seen(found, TOLD)).engine == "pytorch"
    assert [version_view(seen(found, TOLD), each).engine for each in found.versions] == [
        *("pytorch", "python"),
    ]


def test_the_live_version_is_the_one_that_gets_most_requests_now() -> None:
    takes_over = model(version("1"), version("2"), traffic={"2": 100}, previous={"1": 100})
    view = model_view(seen(takes_over, TOLD))
    assert (view.version, view.traffic, view.wanted) == ("1", {"1": 100}, {"2": 100})
    done = model_view(seen(takes_over, {**TOLD, "traffic": {"2": 100}}))
    assert (done.version, done.previous) == ("2", {"1": 100})
    stopped = model_view(seen(takes_over, task=None))
    assert (stopped.version, stopped.traffic) == ("2", {"2": 100})


def test_a_version_says_how_it_is_what_it_gets_and_where_it_came_from() -> None:
    origin = Origin(task_id="t", name="digits", file="model.joblib", is_training=True)
    found = model(version("1"), version("2", origin=origin), traffic={"1": 100})
    first = version_view(seen(found, TOLD), found.versions[0])
    assert (first.status, first.traffic, first.wanted, first.replicas) == ("running", 100, 100, 2)
    assert (first.load_seconds, first.metrics.requests) == (0.5, 3)
    second = version_view(seen(found, TOLD), found.versions[1])
    assert (second.status, second.traffic, second.is_previous) == ("loading", 0, False)
    assert second.origin is not None
    assert (second.origin.name, second.origin.is_training) == ("digits", True)


@pytest.mark.parametrize(
    ("name", "fields", "status", "says"),
    [
        ("1", {}, "stopped", "not loaded"),
        ("2", {}, "loading", "environment is being made"),
        ("2", {"python": "/python"}, "loading", "server is being started"),
        ("2", {"problem": "No such package."}, "failed", "No such package."),
    ],
)
def test_a_version_that_is_not_loaded_says_why(
    name: str, fields: dict[str, str], status: str, says: str
) -> None:
    found = model(*(version(each, **fields) for each in "123"), traffic={"2": 100})
    told = {**TOLD, "state": "loading", "reason": "", "versions": {}}
    view = version_view(seen(found, told), found.version(name))
    assert view.status == status
    assert says in view.reason
