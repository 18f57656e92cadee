"""The state of a model, by its task and by what its server says."""

import pytest

from cnet_agent.model.phase import Phase
from cnet_agent.model.served import ModelSpec
from cnet_agent.runtime.models.registry import Model
from cnet_agent.runtime.models.views import condition, metrics, model_fields, model_info
from helpers.factories import make_task

TOLD = {
    "state": "running",
    "reason": "",
    "port": 9000,
    "worker": 7,
    "pending": 2,
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


def test_what_the_server_found_out_is_told_with_the_model() -> None:
    model = Model(id="m", created_at=1.0, spec=ModelSpec(name="line", model_path="/m"))
    task = make_task(1, phase=Phase.RUNNING)
    fields = model_fields(model, "python", task, TOLD, waiting="", memory=5)
    info = model_info(fields, model, TOLD)
    assert (info.status, info.port, info.url) == ("running", 9000, "http://127.0.0.1:9000")
    assert (info.memory, info.pid) == (5, 7)
    assert (info.platform, info.features) == ("sklearn", ["x"])
    assert (info.inputs[0].name, info.inputs[0].shape) == ("input", [-1, 1])
    assert (info.metrics.requests, info.metrics.pending, info.metrics.batch) == (3, 2, 1.5)
    nothing = model_info(
        model_fields(model, "python", None, {}, waiting="", memory=None), model, {}
    )
    assert (nothing.port, nothing.url, nothing.inputs) == (None, "", [])
    assert metrics({}).requests == 0
