"""The training service: takes jobs as the seeds' clients send them, and runs them as tasks."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from cnet_agent.config.schema import TrainingSettings
from cnet_agent.model.errors import Conflict, FieldError, InvalidRequest, NotFound
from cnet_agent.model.phase import Status
from cnet_agent.model.sentence import Sentence, told
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Task
from cnet_agent.model.training import Training, TrainStatus
from cnet_agent.runtime.runtime import Runtime
from cnet_agent.runtime.submissions import Idempotency
from cnet_agent.runtime.training.inputs import find_files, find_gpus, find_log_dir
from cnet_agent.runtime.training.keeper import Keeper
from cnet_agent.runtime.training.plan import (
    Choice,
    Docker,
    accepted,
    choose,
    image_of,
    task_of,
)
from cnet_agent.runtime.training.statistics import statistics, status_of
from cnet_agent.runtime.training.views import job_view
from cnet_agent.store.base import Store, TaskQuery
from cnet_agent.wire.node import GpuInfo
from cnet_agent.wire.training import (
    JobList,
    JobView,
    TrainBody,
    TrainCancelled,
    TrainOutlook,
    TrainStats,
    TrainSubmitted,
)

ENDED = {
    TrainStatus.SUCCESS: Status.COMPLETED,
    TrainStatus.FAILED: Status.FAILED,
    TrainStatus.CANCELLED: Status.STOPPED,
}

# What the fields of a task are called in a request of the training service.
_FIELDS: dict[tuple[str | int, ...], str] = {
    ("resources", "gpu_limit"): "gpu",
    ("resources", "gpus"): "gpu_ids",
    ("resources", "memory_limit"): "memory_limit",
    ("type",): "runner",
    ("command",): "script",
    ("volumes",): "script",
}


class TrainingService:
    """Jobs, from their submission to their statistics.

    Args:
        runtime: runs them.
        store: keeps those that ended.
        keeper: keeps their curves and their log files.
        settings: what holds for what a request leaves out.
        docker: tells, given an image, what can be run in containers now.
        gpus: those of the node.
        bundled: the folder of the standard script that ships with the agent.
    """

    def __init__(
        self,
        runtime: Runtime,
        store: Store,
        keeper: Keeper,
        *,
        settings: Callable[[], TrainingSettings],
        docker: Callable[[str], Awaitable[Docker]],
        gpus: Callable[[], Sequence[GpuInfo]],
        bundled: Path,
    ) -> None:
        self._runtime = runtime
        self._store = store
        self._keeper = keeper
        self._settings = settings
        self._docker = docker
        self._gpus = gpus
        self._bundled = bundled

    async def submit(self, body: TrainBody, idempotency: Idempotency | None) -> TrainSubmitted:
        """Accept a job; it is on disk when this returns.

        Raises:
            InvalidRequest, ExecutorUnavailable, QueueFull, StorageFull: it is not accepted.
            Conflict: see ``Runtime.submit``.
        """
        task = await self._runtime.made_with(idempotency) if idempotency is not None else None
        if task is None:
            choice, spec = await self._plan(body)
            more = choice.sentence
            with _in_its_words():
                task = await self._runtime.submit(spec, idempotency=idempotency)
        else:
            more = Sentence("It was asked for before, with the same key.")
        return TrainSubmitted(
            task_id=task.id,
            message=accepted(more),
            runner="container" if task.spec.type == "container" else "process",
            log_file=_training(task).log_file,
        )

    async def outlook(self, body: TrainBody) -> TrainOutlook:
        """Return what would happen to a job if it were submitted now; errors as of ``submit``."""
        choice, spec = await self._plan(body)
        self._keeper.check_room()
        with _in_its_words():
            found = await self._runtime.dry_run(spec)
        told = {name: getattr(found, name) for name in type(found).model_fields if name != "said"}
        return TrainOutlook(**told, runner=choice.runner, message=choice.sentence, image=spec.image)

    async def job(self, task_id: str) -> JobView:
        """Return a job with its metrics.

        Raises:
            NotFound: there is no such job.
        """
        return await self._view(await self._get(task_id), with_metrics=True)

    async def jobs(self, status: TrainStatus | None, limit: int) -> JobList:
        """Return the newest jobs, of one state or of any, without their metrics."""
        ledger = self._runtime.ledger.open.values()
        found = {
            task.id: task
            for task in ledger
            if task.spec.training and status in (None, status_of(task))
        }
        total = len(found)
        statuses = tuple(ENDED.values()) if status is None else (ENDED.get(status),)
        if wanted := tuple(each for each in statuses if each is not None):
            query = TaskQuery(wanted, limit=limit, training=True)
            page = await self._runtime.find(query)
            total += page.total
            found = {task.id: task for task in page.tasks} | found
        newest = sorted(found.values(), key=lambda task: task.id, reverse=True)[:limit]
        views = [await self._view(task, with_metrics=False) for task in newest]
        return JobList(total=total, tasks=views)

    async def cancel(self, task_id: str) -> TrainCancelled:
        """End a job that waits or runs; it is on its way when this returns.

        Raises:
            NotFound: there is no such job.
            Conflict: it has ended.
        """
        task = await self._get(task_id)
        if task.phase.is_final:
            raise Conflict(
                Sentence(
                    "Job {task} has ended ({status}); only what waits or runs can be cancelled.",
                    task=task_id,
                    status=status_of(task),
                )
            )
        await self._runtime.stop(task_id)
        return TrainCancelled(task_id=task_id, message=Sentence("Task cancelled successfully."))

    async def stats(self) -> TrainStats:
        """Return how the jobs went that are known."""
        ended = await self._store.training_counts()
        jobs = [task for task in self._runtime.ledger.open.values() if task.spec.training]
        return statistics(ended, jobs, self._settings().queue_size)

    async def _get(self, task_id: str) -> Task:
        task = await self._runtime.get(task_id)
        if task.spec.training is None:
            raise NotFound(Sentence("Task {task} is no training job.", task=task_id))
        return task

    async def _view(self, task: Task, *, with_metrics: bool) -> JobView:
        keeper = self._keeper
        curve = await (keeper.curve(task) if with_metrics else keeper.summary(task))
        waiting = self._runtime.waiting(task)
        return job_view(task, curve, waiting, with_metrics=with_metrics)

    async def _plan(self, body: TrainBody) -> tuple[Choice, TaskSpec]:
        settings, workspace = self._settings(), self._runtime.workspace
        docker = await self._docker(image_of(body, settings))
        choice = choose(body, settings, docker)
        files = await asyncio.to_thread(find_files, body, workspace, self._bundled)
        await asyncio.to_thread(find_log_dir, body.log_dir, settings.log_dir, workspace)
        gpus = find_gpus(body, self._gpus())
        memory = self._runtime.capacity.memory
        return choice, task_of(body, choice.runner, settings, files, gpus, memory)


def _training(task: Task) -> Training:
    assert task.spec.training is not None
    return task.spec.training


@contextmanager
def _in_its_words() -> Iterator[None]:
    """Name the fields of a request of this service in what is said of its task's."""
    try:
        yield
    except InvalidRequest as error:
        renamed = tuple(
            FieldError((_FIELDS[each.loc],), each.msg) if each.loc in _FIELDS else each
            for each in error.errors
        )
        raise type(error)(told(error), errors=renamed) from error
