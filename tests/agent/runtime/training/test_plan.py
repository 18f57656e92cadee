"""Where a training job runs, and the task that it becomes."""

import pytest

from cnet_agent.config.schema import TrainingSettings
from cnet_agent.model.errors import ExecutorUnavailable, InvalidRequest
from cnet_agent.model.spec import RetryPolicy
from cnet_agent.runtime.training.plan import (
    STANDARD_SCRIPT,
    Docker,
    Files,
    accepted,
    choose,
    task_of,
)
from cnet_agent.wire.training import TrainBody
from helpers.fake_docking import AWAY, HERE

SETTINGS = TrainingSettings()
IMAGE = SETTINGS.image
GB = 1024**3


def body(**fields: object) -> TrainBody:
    return TrainBody.model_validate({"epochs": 5, **fields})


@pytest.mark.parametrize(
    ("asked", "docker", "runner", "says"),
    [
        ({}, Docker(HERE, has_image=True), "container", "in a container of ai-training"),
        ({}, Docker(HERE), "process", "is not on this node yet"),
        ({}, Docker(AWAY), "process", "Docker is not running"),
        ({"image": IMAGE}, Docker(AWAY), "process", "Docker is not running"),
        ({"image": "mine:1"}, Docker(HERE), "container", "in a container of mine:1"),
        ({"runner": "process"}, Docker(HERE, has_image=True), "process", "as asked for"),
        ({"runner": "container"}, Docker(HERE), "container", "in a container of ai-training"),
        ({"gpu": True}, Docker(HERE, has_image=True), "process", "gives no GPUs"),
        (
            {"gpu": True},
            Docker(HERE, has_image=True, gives_gpus=True),
            "container",
            "in a container",
        ),
    ],
)
def test_a_job_runs_where_it_can_and_says_why_there(
    asked: dict[str, object], docker: Docker, runner: str, says: str
) -> None:
    choice = choose(body(**asked), SETTINGS, docker)
    assert choice.runner == runner
    assert says in choice.sentence


@pytest.mark.parametrize(
    ("asked", "field"), [({"runner": "container"}, "runner"), ({"image": "mine:1"}, "image")]
)
def test_what_needs_docker_is_refused_without_it(asked: dict[str, object], field: str) -> None:
    with pytest.raises(ExecutorUnavailable, match="Docker is not running") as refused:
        choose(body(**asked), SETTINGS, Docker(AWAY))
    assert refused.value.errors[0].loc == (field,)


def test_a_process_runs_the_standard_script_and_finds_its_parameters() -> None:
    spec = task_of(body(), "process", SETTINGS, Files(), (), 16 * GB)
    assert (spec.type, spec.command, spec.args) == ("process", "python", (STANDARD_SCRIPT,))
    assert spec.env == {
        "EPOCHS": "5",
        "BATCH_SIZE": "32",
        "LEARNING_RATE": "0.001",
        "DATASET": "digits",
        "GPU": "0",
    }
    assert (spec.timeout, spec.max_retries, spec.name) == (7200.0, 3, "train digits")
    assert spec.training is not None
    assert spec.training.epochs == 5


def test_a_default_of_memory_reserves_nothing_and_fits_the_node() -> None:
    spec = task_of(body(), "process", SETTINGS, Files(), (), 2 * GB)
    assert (spec.memory_cap, spec.resources.memory_limit, spec.memory) == (2 * GB, None, 2 * GB)
    asked = task_of(body(memory_limit="1g"), "process", SETTINGS, Files(), (), 2 * GB)
    assert (asked.memory_cap, asked.resources.memory_limit) == (None, GB)


def test_the_standard_image_runs_what_it_was_built_for_and_is_never_pulled() -> None:
    spec = task_of(body(), "container", SETTINGS, Files(), (), 16 * GB)
    assert (spec.image, spec.command, spec.args, spec.pull) == (IMAGE, "", (), "never")
    other = task_of(body(image="mine:1"), "container", SETTINGS, Files(), (), 16 * GB)
    assert (other.image, other.pull) == ("mine:1", "missing")


def test_files_of_the_workspace_are_shown_to_a_container_to_be_read_only() -> None:
    files = Files(script="jobs/mine.py", dataset="data/set.csv")
    asked = body(script="jobs/mine.py", dataset="data/set.csv")
    spec = task_of(asked, "container", SETTINGS, files, (), 16 * GB)
    assert spec.volumes == (
        "jobs/mine.py:/inputs/script/mine.py:ro",
        "data/set.csv:/inputs/dataset/set.csv:ro",
    )
    assert (spec.command, spec.args) == ("python", ("/inputs/script/mine.py",))
    assert spec.env["DATASET"] == "/inputs/dataset/set.csv"
    process = task_of(asked, "process", SETTINGS, files, (), 16 * GB)
    assert (process.args, process.env["DATASET"]) == (("jobs/mine.py",), "data/set.csv")
    assert process.name == "train mine"


def test_what_a_job_names_goes_before_what_the_node_has_set() -> None:
    asked = body(
        timeout="5m", max_retries=0, priority=3, name="mine", env={"A": "1", "EPOCHS": "9"}
    )
    spec = task_of(asked, "process", SETTINGS, Files(), ("GPU-a",), 16 * GB)
    assert (spec.timeout, spec.max_retries, spec.priority, spec.name) == (300.0, 0, 3, "mine")
    assert (spec.env["A"], spec.env["EPOCHS"]) == ("1", "5")
    assert spec.resources.gpus == ("GPU-a",)


def test_what_is_said_begins_with_the_seeds_own_words() -> None:
    said = accepted("It runs as a process.")
    assert said == "Training task submitted successfully. It runs as a process."


def test_a_file_that_docker_would_take_for_several_is_refused_by_its_field() -> None:
    with pytest.raises(InvalidRequest, match="colon") as refused:
        task_of(body(script="a:b.py"), "container", SETTINGS, Files("a:b.py"), (), GB)
    assert refused.value.errors[0].loc == ("script",)
    assert task_of(body(script="a:b.py"), "process", SETTINGS, Files("a:b.py"), (), GB)


def test_packages_are_for_processes_since_an_image_has_them() -> None:
    files = Files("mine.py", packages=("joblib",))
    asked = body(script="mine.py")
    assert task_of(asked, "process", SETTINGS, files, (), GB).requirements == ("joblib",)
    assert task_of(asked, "container", SETTINGS, files, (), GB).requirements == ()


def test_a_policy_of_retries_that_is_given_in_part_keeps_the_rest_of_a_jobs() -> None:
    asked = body(retry={"delay": 0.5})
    retry = task_of(asked, "process", SETTINGS, Files(), (), 16 * GB).retry
    assert (type(retry), retry.delay) == (RetryPolicy, 0.5)
    assert {"image_error", "environment_error", "spawn_error"} < set(retry.on)
    assert "timeout" not in retry.on
