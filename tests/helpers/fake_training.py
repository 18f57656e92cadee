"""The training service of the agent that a test plays."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

from cnet_agent.model.errors import NotFound
from cnet_agent.model.training import TrainStatus, train_status
from cnet_agent.wire.images import BuildView, ImagesView, ImageView
from cnet_agent.wire.progress import MetricPoint, TrainingView, TrainProgress
from cnet_agent.wire.sse import Frame
from cnet_agent.wire.task import TaskView
from cnet_agent.wire.training import (
    JobList,
    JobView,
    TrainCancelled,
    TrainOutlook,
    TrainStats,
    TrainSubmitted,
)
from helpers.factories import EPOCH

STATS = TrainStats(
    total=6,
    pending=1,
    running=1,
    success=3,
    failed=1,
    cancelled=0,
    success_rate=75.0,
    first_attempt_success_rate=50.0,
    retried=1,
    average_wait=0.25,
    queue_size=100,
)
IMAGE = ImageView(
    id="0123456789ab",
    tags=["ai-training:latest"],
    size=358_000_000,
    created_at=EPOCH,
    standard=True,
    base_image="python:3.12-slim",
    is_default=True,
)
BUILD = BuildView(id="b1", tag="ai-training:latest", status="running", started_at=EPOCH, seconds=0)


def make_training(epoch: int = 0, epochs: int = 5, **fields: Any) -> TrainingView:
    """Return what makes a task a training job."""
    return TrainingView(
        **{
            "runner": "process",
            "epochs": epochs,
            "batch_size": 32,
            "learning_rate": 0.001,
            "gpu": False,
            "gpu_ids": "",
            "dataset": "digits",
            "script": "",
            "log_file": "./logs/training_20260128_190000.log",
            "progress": TrainProgress(epoch=epoch, epochs=epochs, eta=10.0 if epoch else None),
            "latest": {"loss": 0.5, "accuracy": 0.75} if epoch else {},
            **fields,
        }
    )


def make_points(count: int, attempt: int = 1, first: int = 1) -> list[MetricPoint]:
    """Return a point for each of some epochs."""
    return [
        MetricPoint(
            attempt=attempt,
            epoch=epoch,
            time=EPOCH + epoch,
            values={"loss": 1 / epoch, "accuracy": 1 - 0.5 / epoch},
        )
        for epoch in range(first, first + count)
    ]


def job_of(task: TaskView, points: list[MetricPoint] | None = None) -> JobView:
    """Return the job that a task is."""
    training = task.training
    assert training is not None
    return JobView(
        **training.model_dump(exclude={"latest", "resumed_from"}),
        task_id=task.id,
        name=task.name,
        status=train_status(task.phase, tried=bool(task.attempts)),
        phase=task.phase,
        created_at=task.created_at,
        latest=training.latest,
        metrics=points or [],
    )


class FakeTraining:
    """Answers from memory, and remembers what it was asked."""

    def __init__(self, tasks: Callable[[], Mapping[str, TaskView]]) -> None:
        self._tasks = tasks
        self.points: dict[str, list[MetricPoint]] = {}
        self.before: list[JobView] = []
        self.answer = STATS
        self.found = ImagesView(
            available=True,
            detail="Docker 28.2",
            default_image="ai-training:latest",
            images=[IMAGE],
        )
        self.refusal: Exception | None = None
        self.asked: list[tuple[str, Any]] = []
        self.frames: asyncio.Queue[Frame | None] = asyncio.Queue()

    async def job(self, task_id: str) -> JobView:
        self.asked.append(("job", task_id))
        tasks = self._tasks()
        if task_id not in tasks:
            raise NotFound("There is no such job.")
        return job_of(tasks[task_id], self.points.get(task_id))

    async def jobs(self, status: TrainStatus | None = None, limit: int = 50) -> JobList:
        return JobList(total=len(self.before), tasks=self.before)

    async def stats(self) -> TrainStats:
        self.asked.append(("stats", None))
        return self.answer

    async def outlook(self, body: Mapping[str, Any]) -> TrainOutlook:
        self.asked.append(("outlook", dict(body)))
        if self.refusal is not None:
            raise self.refusal
        return TrainOutlook(
            command=["python", "examples/training/train.py"],
            working_dir="/work",
            environment="",
            limits={},
            fits=True,
            starts="Starts at once: 0 of 10 slots used.",
            problems=[],
            runner="process",
            message="It runs as a process.",
        )

    async def submit(self, body: Mapping[str, Any]) -> TrainSubmitted:
        self.asked.append(("submit", dict(body)))
        if self.refusal is not None:
            raise self.refusal
        return TrainSubmitted(
            task_id="new-job", message="Submitted.", runner="process", log_file=""
        )

    async def cancel(self, task_id: str) -> TrainCancelled:
        return TrainCancelled(task_id=task_id, message="Cancelled.")

    async def images(self) -> ImagesView:
        self.asked.append(("images", None))
        return self.found

    async def build(self, wanted: Mapping[str, Any]) -> BuildView:
        self.asked.append(("build", dict(wanted)))
        if self.refusal is not None:
            raise self.refusal
        return BUILD

    async def cancel_build(self, build_id: str) -> BuildView:
        self.asked.append(("cancel_build", build_id))
        return BUILD

    @asynccontextmanager
    async def build_frames(self, build_id: str) -> AsyncIterator[AsyncIterator[Frame]]:
        self.asked.append(("build_frames", build_id))
        yield self._frames()

    async def _frames(self) -> AsyncIterator[Frame]:
        while (frame := await self.frames.get()) is not None:
            yield frame
