"""Training jobs as observers see them. Pure."""

from cnet_agent.model.admission import Waiting
from cnet_agent.model.explain import explain_attempt
from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.task import Attempt, Task
from cnet_agent.model.training import Training
from cnet_agent.runtime.training.curve import Curve
from cnet_agent.runtime.training.statistics import status_of
from cnet_agent.runtime.views import waiting_view
from cnet_agent.wire.progress import TrainingView
from cnet_agent.wire.training import JobView, TrainAttempt


def asked(task: Task) -> Training:
    """Return what a training job was asked for."""
    assert task.spec.training is not None
    return task.spec.training


def job_view(task: Task, curve: Curve, waiting: Waiting | None, *, with_metrics: bool) -> JobView:
    """Return the wire form of a job."""
    training, spec, outcome = asked(task), task.spec, task.outcome
    failed = task.phase is Phase.FAILED
    return JobView(
        task_id=task.id,
        name=spec.title,
        status=status_of(task),
        phase=task.phase,
        runner="container" if spec.type == "container" else "process",
        image=spec.image,
        epochs=training.epochs,
        batch_size=training.batch_size,
        learning_rate=training.learning_rate,
        gpu=training.gpu,
        gpu_ids=training.gpu_ids,
        dataset=training.dataset,
        script=training.script,
        priority=spec.priority,
        error=task.message if failed else None,
        reason=task.reason,
        cause=outcome.cause if outcome and not task.phase.holds_slot else None,
        container_id=(task.handle.container or None) if task.handle else None,
        log_file=training.log_file,
        created_at=task.created_at,
        started_at=_first_start(task),
        completed_at=task.completed_at,
        retry_count=task.retry_count,
        max_retries=spec.max_retries,
        waiting=waiting_view(waiting),
        progress=curve.progress(training.epochs),
        latest=curve.latest,
        metrics=curve.points if with_metrics else [],
        attempts=_attempts(task, curve),
    )


def training_view(task: Task, curve: Curve) -> TrainingView:
    """Return what its task's wire form says of a job."""
    training = asked(task)
    return TrainingView(
        runner="container" if task.spec.type == "container" else "process",
        epochs=training.epochs,
        batch_size=training.batch_size,
        learning_rate=training.learning_rate,
        gpu=training.gpu,
        gpu_ids=training.gpu_ids,
        dataset=training.dataset,
        script=training.script,
        log_dir=training.log_dir,
        log_file=training.log_file,
        progress=curve.progress(training.epochs),
        latest=curve.latest,
        resumed_from=curve.resumed_from(task.attempt),
    )


def _first_start(task: Task) -> float | None:
    return task.attempts[0].started_at if task.attempts else task.started_at


def _attempts(task: Task, curve: Curve) -> list[TrainAttempt]:
    found = [_ended(task, attempt, curve) for attempt in task.attempts]
    if task.phase in (Phase.RUNNING, Phase.STOPPING):
        found.append(
            TrainAttempt(
                number=task.attempt,
                status="running",
                started_at=task.started_at,
                resumed_from=curve.resumed_from(task.attempt),
                epoch=curve.last_epoch(task.attempt),
            )
        )
    return found


def _ended(task: Task, attempt: Attempt, curve: Curve) -> TrainAttempt:
    outcome = attempt.outcome
    if outcome.reason is Reason.EXIT and outcome.exit_code == 0:
        status = "success"
    elif outcome.reason is Reason.STOPPED:
        status = "cancelled"
    else:
        status = "failed"
    return TrainAttempt(
        number=attempt.number,
        status=status,
        started_at=attempt.started_at,
        ended_at=outcome.ended_at,
        reason=outcome.reason,
        cause=outcome.cause,
        exit_code=outcome.exit_code,
        signal=outcome.signal,
        message=explain_attempt(task, outcome),
        resumed_from=curve.resumed_from(attempt.number),
        epoch=curve.last_epoch(attempt.number),
    )
