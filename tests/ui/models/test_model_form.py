"""The forms of a model and of a version of one."""

from typing import Any

import pytest

from cnet_agent.model.phase import Phase
from cnet_agent.model.served import ModelSpec
from cnet_agent.wire.models import ModelBody, VersionBody
from cnet_agent.wire.node import GpuInfo
from cnet_ui.models.model_form import (
    ANY,
    FILE,
    NO_GPU,
    SCRIPT,
    TASK,
    body_of,
    finished,
    gpu_labels,
    model_form,
    model_name,
)
from helpers.fake_agent import make_view


def test_what_is_filled_in_is_what_the_agent_takes() -> None:
    values = {
        "name": "line",
        "version": "1",
        "source": FILE,
        "model_path": "models/line.joblib",
        "loader": "line.py",
        "engine": "python",
        "requirements": "scikit-learn==1.7.2\n\n joblib\n",
        "replicas_min": "2",
        "replicas_max": "4",
        "idle_unload": "10m",
        "warmup": "[1.0, 2.0]",
        "max_size": "64",
        "memory_limit": "512MB",
        "cpu_limit": 2.0,
        "env": "A=b\nC=d=e",
    }
    made = ModelBody.model_validate(body_of(values, is_version=False))
    assert (made.name, made.model_path, made.script_path) == (
        "line",
        "models/line.joblib",
        "line.py",
    )
    assert made.requirements == ("scikit-learn==1.7.2", "joblib")
    assert (made.replicas.min, made.replicas.max, made.idle_unload) == (2, 4, 600.0)
    assert (made.warmup, made.batching.max_size) == ([1.0, 2.0], 64)
    assert (made.resources.memory_limit, made.resources.cpu_limit) == (512_000_000, 2.0)
    assert made.env == {"A": "b", "C": "d=e"}


def test_what_is_left_empty_is_left_to_the_agent() -> None:
    body = body_of({"name": "own", "version": "1", "script_path": "own.py"}, is_version=False)
    assert body == {"name": "own", "version": "1", "script_path": "own.py"}
    assert ModelBody.model_validate(body).replicas == ModelSpec(name="x").replicas


def test_a_gpu_can_be_chosen_where_the_node_has_some() -> None:
    cards = [GpuInfo(index=n, name="T4", memory=1, uuid=f"GPU-{n}") for n in range(2)]
    gpus = gpu_labels(cards)
    (field,) = [each for each in model_form(is_version=False, gpus=gpus).fields if each.id == "gpu"]
    assert field.choices == (NO_GPU, ANY, "0 · T4", "1 · T4")
    for chosen, wanted in (
        (NO_GPU, {}),
        (ANY, {"gpu_limit": 1}),
        ("1 · T4", {"gpus": ["GPU-1"]}),
    ):
        body = body_of({"name": "net", "gpu": chosen}, is_version=False, gpus=gpus)
        assert body.get("resources", {}) == wanted
    (only,) = gpu_labels(cards[:1])
    assert ANY not in {
        choice
        for each in model_form(is_version=False, gpus=[only]).fields
        if each.id == "gpu"
        for choice in each.choices
    }
    forms = (model_form(is_version=True, gpus=gpus), model_form(is_version=False))
    assert "gpu" not in {each.id for form in forms for each in form.fields}


def test_a_version_may_come_from_a_task_and_wait() -> None:
    values = {"version": "2", "source": TASK, "task_id": "t1", "task_file": "m.onnx", "live": False}
    made = VersionBody.model_validate(body_of({**values, "cpu_limit": 1.0}, is_version=True))
    assert made.source is not None
    assert (made.source.task_id, made.source.file, made.live) == ("t1", "m.onnx", False)


@pytest.mark.parametrize(
    ("values", "field", "says"),
    [
        ({"env": "A"}, "env", "A is no variable"),
        ({"warmup": "[1,"}, "warmup", "not JSON"),
    ],
)
def test_what_is_not_finished_is_said_at_its_field(
    values: dict[str, Any], field: str, says: str
) -> None:
    with pytest.raises(ValueError, match=says) as refused:
        body_of(values, is_version=False)
    assert refused.value.args[0] == field


def test_each_source_has_its_fields_and_a_version_has_no_name() -> None:
    form = model_form(is_version=False)
    shown = {field.id: field.when.get("source") for field in form.fields}
    assert shown["model_path"] == (FILE,)
    assert shown["script_path"] == (SCRIPT,)
    assert shown["task_id"] == (TASK,)
    versions = {field.id for field in model_form(is_version=True).fields}
    assert "name" not in versions
    assert "memory_limit" not in versions
    assert "live" in versions


def test_tasks_that_have_succeeded_are_offered_by_name_and_the_newest_first() -> None:
    tasks = [
        make_view(1, Phase.SUCCEEDED, name="old"),
        make_view(2, Phase.FAILED),
        make_view(3),
        make_view(4, Phase.SUCCEEDED, name="new"),
    ]
    offers = finished(tasks)
    assert [label.partition(" ")[0] for label in offers] == ["new", "old"]
    fields = {field.id: field for field in model_form(is_version=False, tasks=offers).fields}
    assert fields["task_id"].choices == tuple(offers)
    values = {"source": TASK, "task_id": fields["task_id"].default}
    body = body_of(values, is_version=False, tasks=offers)
    assert body["source"] == {"task_id": tasks[3].id}


def test_a_name_is_made_of_another_one() -> None:
    assert model_name("digits MLP (5)") == "digits-MLP--5"
    assert model_name("_train.v2_") == "train.v2"
    assert model_name("数字") == ""
