from cnet_agent.model.spec import Resources, RetryPolicy
from cnet_agent.wire.task import MASK, ServedView
from cnet_agent.wire.training import TrainBody
from cnet_ui.models.spec_fields import body_of
from cnet_ui.models.task_request import request_of, with_disk, with_memory, with_timeout
from helpers.fake_agent import make_view
from helpers.fake_training import make_training
from helpers.job_scene import make_job

TASK = make_view(1, command="python3", resources=Resources(cpu_limit=1.0))


def test_a_task_is_asked_for_as_a_task() -> None:
    request = request_of(TASK)
    assert (request.path, request.body) == ("/api/tasks", body_of(TASK))


def test_a_model_is_served_again_by_its_own_service() -> None:
    served = make_view(1, type="ml", model=ServedView(id="m1", name="line", version="1"))
    request = request_of(served)
    assert (request.path, request.body) == ("/api/ml/models/m1/start", {})


def test_a_training_job_is_asked_for_as_a_job() -> None:
    env = {"EPOCHS": "7", "GPU": "0", "MINE": "a\nb", "TOKEN": MASK}
    job = make_job(
        1,
        env=env,
        training=make_training(epochs=7, log_dir="mine", script="my.py"),
        retry=RetryPolicy(delay=1.0),
        max_retries=0,
        memory_cap=8_000_000_000,
    )
    request = request_of(job)
    assert request.path == "/train"
    body = TrainBody.model_validate(request.body)
    assert (body.epochs, body.script, body.log_dir, body.runner) == (7, "my.py", "mine", "process")
    assert (body.max_retries, body.retry.delay, body.memory_limit) == (0, 1.0, None)
    assert body.env == {"MINE": "a\nb", "TOKEN": MASK}
    assert request.body["name"] == "job-1"
    assert "image" not in request.body


def test_more_of_something_takes_the_place_of_less() -> None:
    request = with_timeout(with_disk(with_memory(request_of(TASK), 5), 6), 7.0)
    assert request.body["resources"] == {"cpu_limit": 1.0, "memory_limit": 5, "disk_limit": 6}
    assert (request.body["timeout"], request.path) == (7.0, "/api/tasks")
    job = with_timeout(with_memory(request_of(make_job(1)), 10_000_000), 7.0)
    body = TrainBody.model_validate(job.body)
    assert (body.memory_limit, body.timeout) == (10_000_000, 7.0)
