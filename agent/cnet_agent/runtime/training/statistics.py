"""How training jobs went, in figures. Pure."""

from collections.abc import Iterable, Mapping

from cnet_agent.model.phase import Status
from cnet_agent.model.task import Task
from cnet_agent.model.training import TrainStatus, train_status
from cnet_agent.store.base import TrainingCount
from cnet_agent.wire.training import TrainStats


def statistics(
    ended: Mapping[Status, TrainingCount], open_jobs: Iterable[Task], queue_size: int
) -> TrainStats:
    """Return the figures of the jobs that ended, and of those that have not."""
    states = [status_of(task) for task in open_jobs]
    success, failed = ended[Status.COMPLETED], ended[Status.FAILED]
    tried = success.jobs + failed.jobs
    started = sum(count.started for count in ended.values())
    waited = sum(count.waited for count in ended.values())
    return TrainStats(
        total=len(states) + sum(count.jobs for count in ended.values()),
        pending=states.count(TrainStatus.PENDING),
        running=states.count(TrainStatus.RUNNING),
        success=success.jobs,
        failed=failed.jobs,
        cancelled=ended[Status.STOPPED].jobs,
        success_rate=_percent(success.jobs, tried),
        first_attempt_success_rate=_percent(success.at_first, tried),
        retried=sum(count.jobs - count.at_first for count in ended.values()),
        average_wait=round(waited / started, 3) if started else None,
        queue_size=queue_size,
    )


def status_of(task: Task) -> TrainStatus:
    """Return a job's state in the seeds' words."""
    return train_status(task.phase, tried=bool(task.attempts))


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0
