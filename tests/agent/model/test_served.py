"""A model as a person registers it."""

from typing import Any

import pytest
from pydantic import ValidationError

from cnet_agent.model.served import ModelSpec, Serving
from cnet_agent.model.spec import TaskSpec

SEED = {
    "name": "my-model",
    "type": "linear_regression",
    "engine": "python",
    "model_path": "models/model.joblib",
    "script_path": "examples/ml_models/script.py",
    "config": {
        "framework": "sklearn",
        "version": "1.0.0",
        "input_shape": [1],
        "output_shape": [1],
        "preprocessing": {},
        "postprocessing": {},
    },
    "resources": {
        "cpu_limit": 1.0,
        "memory_limit": 536870912,
        "disk_limit": 1073741824,
        "gpu_limit": 0,
    },
}


def test_the_seeds_configuration_of_a_model_is_one() -> None:
    spec = ModelSpec.model_validate(SEED)
    assert spec.config.input_shape == (1,)
    pinned = ModelSpec.model_validate({**SEED, "requirements": ["scikit-learn==1.5"]})
    assert pinned.requirements == ("scikit-learn==1.5",)
    assert spec.resources.memory_limit == 512 * 1024**2
    assert (spec.version, spec.batching.queue_size, spec.warmup) == ("1", 512, None)


def test_sizes_may_have_units() -> None:
    spec = ModelSpec.model_validate({"name": "m", "resources": {"memory_limit": "512MiB"}})
    assert spec.resources.memory_limit == 512 * 1024**2


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""},
        {"name": "a/b"},
        {"name": ".hidden"},
        {"name": "a b"},
        {"model_path": "a\0b"},
        {"requirements": ["-r other.txt"]},
        {"config": {"input_shape": ["x"]}},
        {"batching": {"queue_size": 0}},
        {"resources": {"cpu_limit": 0}},
        {"replicas": 2},
        {"replicas": {"min": 3, "max": 2}},
        {"replicas": {"min": 0}},
        {"version": "1/2"},
    ],
)
def test_what_cannot_be_served_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ModelSpec.model_validate({**SEED, **change})


def test_a_task_remembers_the_model_that_it_serves() -> None:
    serving = Serving(id="m", digest="abc", spec=ModelSpec.model_validate(SEED))
    task = TaskSpec(type="ml", command="serve", args=("my-model",), model=serving)
    assert TaskSpec.model_validate_json(task.model_dump_json()) == task
    assert task.is_process
    assert not TaskSpec(type="container", command="", image="x").is_process
