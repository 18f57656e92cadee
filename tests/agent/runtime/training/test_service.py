"""Training jobs from their submission to their statistics, over a scripted executor."""

from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from cnet_agent.config.layout import Layout
from cnet_agent.config.schema import Settings
from cnet_agent.executors.base import AttemptKey
from cnet_agent.model.cause import Cause
from cnet_agent.model.errors import Conflict, InvalidRequest, NotFound, QueueFull
from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Outcome, Task
from cnet_agent.model.training import TrainStatus
from cnet_agent.runtime.training.assembly import Training, open_training
from cnet_agent.wire.training import TrainBody
from helpers.cri_log import CriLog
from helpers.fake_docking import HERE, FakeDocking
from helpers.waiting import until
from helpers.world import World

EXAMPLES = Path(__file__).parents[4] / "examples" / "training"


class Rig(World):
    """A world with a training service."""

    parts: Training

    def __init__(self, workspace: Path) -> None:
        super().__init__(workspace)
        self.docking = FakeDocking()
        self.queue = 100

    def settings_of_all(self) -> Settings:
        return Settings.model_validate({"training": {"queue_size": self.queue}})

    async def submit_job(self, **fields: object) -> str:
        body = TrainBody.model_validate({"epochs": 5, "retry": {"delay": 0.001}, **fields})
        return (await self.parts.service.submit(body, None)).task_id

    def key(self, job: str, attempt: int = 1) -> AttemptKey:
        return AttemptKey(job, attempt)

    def prints(self, job: str, *lines: str, attempt: int = 1) -> None:
        log = CriLog(Layout(self.workspace / "data").task(job).root, attempt)
        for line in lines:
            log.line(line)


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    made = Rig(tmp_path)
    async with open_training(
        made.runtime,
        made.store,
        Layout(tmp_path / "data"),
        settings=made.settings_of_all,
        docking=made.docking.docking(),
        gpus=lambda: (),
        bundled=EXAMPLES,
        now=lambda: 1_790_000_000.0,
        believed=lambda: 1_790_000_000.0,
    ) as made.parts:
        await made.runtime.open(rebuild_store=False)
        await made.parts.keeper.open()
        yield made
        await made.runtime.close()


async def test_a_job_is_a_task_and_its_answer_is_the_seeds(rig: Rig) -> None:
    body = TrainBody(epochs=5)
    answer = await rig.parts.service.submit(body, None)
    assert answer.status is TrainStatus.PENDING
    assert answer.message.startswith("Training task submitted successfully.")
    assert answer.runner == "process"
    assert answer.log_file.startswith("./logs/training_2026")
    assert (rig.workspace / answer.log_file).exists()
    await rig.reaches(answer.task_id, Phase.RUNNING)
    job = await rig.parts.service.job(answer.task_id)
    assert (job.status, job.epochs, job.batch_size) == (TrainStatus.RUNNING, 5, 32)
    assert (job.learning_rate, job.gpu, job.error) == (0.001, False, None)
    assert (job.container_id, job.retry_count) == (None, 0)
    rig.executor.end(rig.key(answer.task_id))
    await rig.reaches(answer.task_id, Phase.SUCCEEDED)
    job = await rig.parts.service.job(answer.task_id)
    assert job.status is TrainStatus.SUCCESS
    assert [attempt.status for attempt in job.attempts] == ["success"]


async def test_what_a_job_prints_is_told_to_observers(rig: Rig) -> None:
    job = await rig.submit_job()
    rig.prints(job, "[TRAIN] Epoch 2/5 loss=0.5 accuracy=0.9")
    await rig.reaches(job, Phase.RUNNING)
    await until(lambda: rig.runtime.view(_task(rig, job)).training.latest)  # type: ignore[union-attr]
    seen = rig.runtime.view(_task(rig, job)).training
    assert seen is not None
    assert (seen.progress.epoch, seen.latest) == (2, {"loss": 0.5, "accuracy": 0.9})
    told = [event.kind for event in rig.runtime.bus.since(0, 100) or []]
    assert told.count("task") >= 4  # each step, and the figures
    assert (await rig.parts.service.job(job)).metrics[0].values["loss"] == 0.5


async def test_a_job_that_fails_twice_succeeds_at_its_third_attempt(rig: Rig) -> None:
    job = await rig.submit_job(max_retries=3)
    for attempt in (1, 2):
        await until(partial(_runs, rig, rig.key(job, attempt)))
        rig.prints(job, "ConnectionResetError: gone", attempt=attempt)
        rig.executor.end(rig.key(job, attempt), code=1)
    await until(lambda: rig.key(job, 3) in rig.executor.running)
    between = await rig.parts.service.job(job)
    assert between.status is TrainStatus.RUNNING
    rig.prints(job, "[TRAIN] Resumed from epoch 2 of a checkpoint", attempt=3)
    rig.executor.end(rig.key(job, 3))
    await rig.reaches(job, Phase.SUCCEEDED)
    found = await rig.parts.service.job(job)
    assert (found.status, found.retry_count) == (TrainStatus.SUCCESS, 2)
    assert [attempt.status for attempt in found.attempts] == ["failed", "failed", "success"]
    assert [attempt.cause for attempt in found.attempts] == [Cause.NETWORK, Cause.NETWORK, None]
    assert "ConnectionResetError: gone" in found.attempts[0].message
    await until(lambda: rig.parts.keeper.view(_task(rig, job)).resumed_from == 2)  # type: ignore[union-attr]
    stats = await rig.parts.service.stats()
    assert (stats.success, stats.success_rate) == (1, 100.0)
    assert (stats.first_attempt_success_rate, stats.retried) == (0.0, 1)


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("ModuleNotFoundError: No module named 'torch'", Cause.IMPORT_ERROR),
        ("SyntaxError: invalid syntax", Cause.SYNTAX_ERROR),
        ("RuntimeError: CUDA out of memory", Cause.GPU_MEMORY),
    ],
)
async def test_what_cannot_succeed_is_tried_once_and_says_what_to_do(
    rig: Rig, line: str, cause: Cause
) -> None:
    job = await rig.submit_job()
    await rig.reaches(job, Phase.RUNNING)
    rig.prints(job, "Traceback (most recent call last):", line)
    rig.executor.end(rig.key(job), code=1)
    await rig.reaches(job, Phase.FAILED)
    found = await rig.parts.service.job(job)
    assert (found.status, found.cause, found.retry_count) == (TrainStatus.FAILED, cause, 0)
    assert found.error
    assert rig.runtime.view(_task(rig, job)).cause is cause


async def test_a_fault_of_docker_is_retried_and_one_of_the_job_is_not(rig: Rig) -> None:
    fault = Outcome(Reason.SPAWN_ERROR, 100.0, detail="Docker is busy.")
    rig.executor.fail_start = fault
    job = await rig.submit_job(max_retries=1, retry={"delay": 0.001, "on": ["spawn_error"]})
    assert len((await rig.reaches(job, Phase.FAILED)).attempts) == 2
    rig.executor.fail_start = replace(fault, retryable=False)
    once = await rig.submit_job(max_retries=1, retry={"delay": 0.001, "on": ["spawn_error"]})
    assert len((await rig.reaches(once, Phase.FAILED)).attempts) == 1


async def test_jobs_are_listed_by_state_the_newest_first(rig: Rig) -> None:
    done, running, waiting, also = [await rig.submit_job(name=str(n)) for n in range(4)]
    await rig.runtime.submit(_plain())
    await rig.reaches(done, Phase.RUNNING)
    await rig.reaches(running, Phase.RUNNING)
    listed = await rig.parts.service.jobs(None, 50)
    assert [job.task_id for job in listed.tasks] == [also, waiting, running, done]
    pending = await rig.parts.service.jobs(TrainStatus.PENDING, 1)
    assert (pending.total, [job.task_id for job in pending.tasks]) == (2, [also])
    rig.executor.end(rig.key(done))
    await rig.reaches(done, Phase.SUCCEEDED)
    ended = await rig.parts.service.jobs(TrainStatus.SUCCESS, 50)
    assert [job.task_id for job in ended.tasks] == [done]
    assert (await rig.parts.service.jobs(TrainStatus.FAILED, 50)).total == 0
    assert (await rig.parts.service.jobs(None, 50)).total == 4


async def test_a_job_is_cancelled_at_once_and_only_before_its_end(rig: Rig) -> None:
    job = await rig.submit_job()
    await rig.reaches(job, Phase.RUNNING)
    answer = await rig.parts.service.cancel(job)
    assert (answer.status, answer.message) == ("cancelled", "Task cancelled successfully.")
    await until(lambda: rig.executor.stops)
    assert rig.executor.stops == [(rig.key(job), 30.0)]
    rig.executor.end(rig.key(job), code=143)
    await rig.reaches(job, Phase.CANCELLED)
    with pytest.raises(Conflict, match="has ended"):
        await rig.parts.service.cancel(job)
    assert (await rig.parts.service.job(job)).attempts[0].status == "cancelled"
    assert (await rig.parts.service.stats()).cancelled == 1


async def test_a_job_that_waits_to_be_tried_again_is_cancelled_at_once(rig: Rig) -> None:
    job = await rig.submit_job(retry={"delay": 60})
    await rig.reaches(job, Phase.RUNNING)
    rig.executor.end(rig.key(job), code=1)
    await rig.reaches(job, Phase.BACKING_OFF)
    await rig.parts.service.cancel(job)
    await rig.reaches(job, Phase.CANCELLED)
    (attempt,) = (await rig.parts.service.job(job)).attempts
    assert (attempt.status, attempt.reason) == ("failed", Reason.EXIT)  # as it was


async def test_a_key_that_comes_again_answers_what_it_made_whatever_has_changed(rig: Rig) -> None:
    script = rig.workspace / "once.py"
    script.write_text("")
    body = TrainBody(epochs=1, script="once.py")
    first = await rig.parts.service.submit(body, ("key", "digest"))
    script.unlink()
    rig.docking.availability, rig.docking.local = HERE, {"ai-training:latest"}
    again = await rig.parts.service.submit(body, ("key", "digest"))
    assert (again.task_id, again.runner, again.log_file) == (
        first.task_id,
        "process",
        first.log_file,
    )
    assert "asked for before" in again.message


async def test_what_would_be_refused_is_refused_beforehand(rig: Rig) -> None:
    with pytest.raises(InvalidRequest, match="outside the workspace"):
        await rig.parts.service.outlook(TrainBody(epochs=1, log_dir="/etc"))
    rig.queue = 1
    for _ in range(3):  # two of them run
        job = await rig.submit_job()
        if len(rig.executor.running) < 2:
            await rig.reaches(job, Phase.RUNNING)
    with pytest.raises(QueueFull):
        await rig.parts.service.outlook(TrainBody(epochs=1))


async def test_a_full_queue_takes_no_more_jobs_and_other_tasks_still(rig: Rig) -> None:
    rig.queue = 1
    for _ in range(3):  # two of them run
        job = await rig.submit_job()
        if len(rig.executor.running) < 2:
            await rig.reaches(job, Phase.RUNNING)
    with pytest.raises(QueueFull, match="Task queue is full: 1 tasks wait"):
        await rig.submit_job()
    await rig.runtime.submit(_plain())
    assert (await rig.parts.service.stats()).queue_size == 1
    assert len(list((rig.workspace / "logs").glob("training_*"))) == 3


async def test_a_task_that_is_no_job_is_not_the_services(rig: Rig) -> None:
    plain = await rig.runtime.submit(_plain())
    with pytest.raises(NotFound, match="is no training job"):
        await rig.parts.service.job(plain.id)
    assert rig.runtime.view(plain).training is None


async def test_the_fields_of_a_refusal_are_those_of_the_request(rig: Rig) -> None:
    with pytest.raises(InvalidRequest) as refused:
        await rig.submit_job(memory_limit="64GB")
    assert [error.loc for error in refused.value.errors] == [("memory_limit",)]


async def test_what_would_happen_is_told_before(rig: Rig) -> None:
    rig.docking.availability = HERE
    outlook = await rig.parts.service.outlook(TrainBody(epochs=5))
    assert (outlook.runner, outlook.fits) == ("process", True)
    assert "is not on this node yet" in outlook.message
    assert outlook.command[0] == "python"
    assert not (rig.workspace / "logs").exists()


async def test_a_rerun_has_a_log_file_of_its_own(rig: Rig) -> None:
    job = await rig.submit_job()
    again = await rig.runtime.rerun(job)
    files = {_task(rig, each).spec.training.log_file for each in (job, again.id)}  # type: ignore[union-attr]
    assert len(files) == 2


async def test_where_logs_cannot_be_written_the_job_runs_without_a_file(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    (rig.workspace / "logs").write_text("in the way")
    job = await rig.submit_job()
    assert (await rig.parts.service.job(job)).log_file == ""
    assert "cannot be collected" in caplog.text
    await rig.reaches(job, Phase.RUNNING)


async def test_the_same_key_makes_one_job(rig: Rig) -> None:
    body = TrainBody(epochs=5)
    first = await rig.parts.service.submit(body, ("key", "digest"))
    second = await rig.parts.service.submit(body, ("key", "digest"))
    assert first.task_id == second.task_id
    assert first.log_file == second.log_file


def _runs(rig: Rig, key: AttemptKey) -> bool:
    return key in rig.executor.running


def _plain() -> TaskSpec:
    return TaskSpec(command="true")


def _task(rig: Rig, job: str) -> Task:
    task = rig.runtime.ledger.get(job)
    assert task is not None
    return task
