"""The form of a training job, and the request that it makes."""

import pytest

from cnet_agent.model.training import Training
from cnet_agent.wire.node import GpuInfo
from cnet_agent.wire.task import MASK
from cnet_agent.wire.training import TrainBody
from cnet_ui.models.job_form import AUTO, FILE, body_of, job_form, values_of
from helpers.fake_agent import FakeAgent
from helpers.fake_training import make_training
from helpers.job_scene import make_job

pytestmark = pytest.mark.gui


async def test_the_form_asks_for_all_that_a_job_may_be_told() -> None:
    gpus = [GpuInfo(index=n, name="T4", memory=1, uuid=f"GPU-{n}") for n in range(2)]
    node = (await FakeAgent().node()).model_copy(update={"gpus": gpus})
    fields = {field.id for field in job_form(node).fields}
    assert fields == set(TrainBody.model_fields) - {"retry"} | {"dataset_file"}
    assert "gpu" not in {field.id for field in job_form(None).fields}


def test_what_is_typed_becomes_a_request() -> None:
    values = {
        "dataset": "digits",
        "epochs": "5",
        "batch_size": "64",
        "learning_rate": "0.01",
        "runner": AUTO,
        "timeout": "30m",
        "env": "A=1\nB=x=y",
    }
    body = body_of(values)
    assert body == {
        "dataset": "digits",
        "epochs": 5,
        "batch_size": 64,
        "learning_rate": 0.01,
        "timeout": "30m",
        "env": {"A": "1", "B": "x=y"},
    }
    assert TrainBody.model_validate(body).timeout == 1800.0


def test_a_file_of_ones_own_takes_the_place_of_a_dataset() -> None:
    body = body_of({"dataset": FILE, "dataset_file": "data/set.csv", "runner": "process"})
    assert body == {"dataset": "data/set.csv", "runner": "process"}


def test_what_is_no_number_is_left_for_the_agent_to_refuse() -> None:
    assert body_of({"epochs": "five"}) == {"epochs": "five"}


def test_a_line_that_is_no_variable_is_named() -> None:
    with pytest.raises(ValueError, match="nonsense"):
        body_of({"env": "A=1\nnonsense"})


def test_another_job_is_filled_in_without_what_the_agent_adds() -> None:
    env = {"EPOCHS": "5", "GPU": "0", "MINE": "1", "TOKEN": MASK}
    task = make_job(1, env=env, training=make_training(dataset="data/set.csv"), timeout=60.0)
    values = values_of(task)
    assert values["env"] == f"MINE=1\nTOKEN={MASK}"
    assert (values["dataset"], values["dataset_file"]) == (FILE, "data/set.csv")
    assert (values["epochs"], values["timeout"], values["runner"]) == (5, 60.0, "process")
    assert values_of(make_job(1))["dataset"] == Training(epochs=1).dataset
