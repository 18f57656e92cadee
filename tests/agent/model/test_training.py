"""What a training job is asked for, and what it is called."""

import pytest
from pydantic import ValidationError

from cnet_agent.model.phase import Phase
from cnet_agent.model.training import Training, TrainStatus, train_status


@pytest.mark.parametrize(
    ("phase", "tried", "status"),
    [
        (Phase.QUEUED, False, TrainStatus.PENDING),
        (Phase.PREPARING, False, TrainStatus.PENDING),
        (Phase.RUNNING, False, TrainStatus.RUNNING),
        (Phase.BACKING_OFF, True, TrainStatus.RUNNING),
        (Phase.QUEUED, True, TrainStatus.RUNNING),
        (Phase.STOPPING, False, TrainStatus.RUNNING),
        (Phase.SUCCEEDED, True, TrainStatus.SUCCESS),
        (Phase.FAILED, True, TrainStatus.FAILED),
        (Phase.CANCELLED, False, TrainStatus.CANCELLED),
    ],
)
def test_a_job_never_goes_back_to_pending(phase: Phase, tried: bool, status: TrainStatus) -> None:
    assert train_status(phase, tried=tried) is status


def test_the_seeds_defaults_hold() -> None:
    training = Training(epochs=5)
    assert (training.batch_size, training.learning_rate, training.gpu) == (32, 0.001, False)


@pytest.mark.parametrize(
    "wrong",
    [
        {"epochs": 0},
        {"epochs": "5"},
        {"epochs": 5, "batch_size": 0},
        {"epochs": 5, "learning_rate": 0},
        {"epochs": 5, "learning_rate": "fast"},
        {"epochs": 5, "gpu_ids": "0;1"},
        {"epochs": 5, "gpu_ids": "all"},
        {"epochs": 5, "gpu": "yes"},
        {"epochs": 5, "momentum": 0.9},
        {},
    ],
)
def test_what_cannot_be_meant_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Training.model_validate(wrong)


@pytest.mark.parametrize("ids", ["", "0", "0,1", "0, 1,2"])
def test_gpus_are_named_as_the_seeds_name_them(ids: str) -> None:
    assert Training(epochs=1, gpu_ids=ids).gpu_ids == ids
