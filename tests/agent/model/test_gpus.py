"""The GPUs that a task or a model wants for itself."""

import pytest
from pydantic import ValidationError

from cnet_agent.model.gpus import WantsGpus


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ({}, 0),
        ({"gpu_limit": 2}, 2),
        ({"gpus": ["a", "b"]}, 2),
        ({"gpus": ["a"], "gpu_limit": 1}, 1),
    ],
)
def test_they_are_counted_by_name_or_by_number(given: dict[str, object], count: int) -> None:
    assert WantsGpus.model_validate(given).gpu_count == count


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"gpus": ["a", "b"], "gpu_limit": 1}, "gpu_limit must be the number of gpus"),
        ({"gpus": ["a", "a"]}, "gpus must not name one twice"),
    ],
)
def test_names_that_contradict_each_other_are_refused(given: dict[str, object], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        WantsGpus.model_validate(given)
