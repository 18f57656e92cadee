"""Training jobs as rows of a table. Pure but for the language."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import TaskView
from cnet_agent.wire.training import JobView
from cnet_ui.agent_words import worded
from cnet_ui.models.record_table import RecordColumn
from cnet_ui.words import KIND_ICONS, NONE, Look, full_moment, run_time

translate = QCoreApplication.translate

NAME, STATUS, EPOCH = 0, 1, 2  # columns that are drawn otherwise than as text
OPEN, SUCCEEDED, FAILED, CANCELLED = "open", "succeeded", "failed", "cancelled"


@dataclass(frozen=True, slots=True)
class JobRow:
    """What the list shows of a job."""

    id: str
    name: str
    runner: str
    phase: Phase
    epoch: int
    epochs: int
    loss: float | None
    accuracy: float | None
    attempt: int
    attempts: int  # that it may have
    eta: float | None  # seconds
    words: str  # why it waits, or how it ended
    created_at: float  # Unix seconds

    @property
    def is_open(self) -> bool:
        """Whether it has not ended."""
        return not self.phase.is_final

    @property
    def group(self) -> str:
        """Under which chip it stands."""
        ends = {
            Phase.SUCCEEDED: SUCCEEDED,
            Phase.FAILED: FAILED,
            Phase.CANCELLED: CANCELLED,
        }
        return ends.get(self.phase, OPEN)


def row_of_task(task: TaskView) -> JobRow | None:
    """Return the row of a task, None for one that is no training job."""
    job = task.training
    if job is None:
        return None
    runs = task.phase is Phase.RUNNING
    return JobRow(
        id=task.id,
        name=task.name,
        runner=job.runner,
        phase=task.phase,
        epoch=job.progress.epoch,
        epochs=job.epochs,
        loss=job.latest.get("loss"),
        accuracy=_accuracy(job.latest),
        attempt=task.attempt,
        attempts=task.max_retries + 1,
        eta=job.progress.eta if runs else None,
        words=worded(task.waiting.message if task.waiting else task.message),
        created_at=task.created_at,
    )


def row_of_job(job: JobView) -> JobRow:
    """Return the row of a job of before, which no event tells of."""
    return JobRow(
        id=job.task_id,
        name=job.name,
        runner=job.runner,
        phase=job.phase,
        epoch=job.progress.epoch,
        epochs=job.epochs,
        loss=job.latest.get("loss"),
        accuracy=_accuracy(job.latest),
        attempt=job.retry_count + 1,
        attempts=job.max_retries + 1,
        eta=None,
        words=worded(job.error or ""),
        created_at=job.created_at,
    )


def _accuracy(values: dict[str, float]) -> float | None:
    """Return the accuracy on what was held out, or else that of the training."""
    return values.get("val_accuracy", values.get("accuracy"))


def job_look(row: JobRow) -> Look:
    """Return how a job's state looks."""
    looks = {
        Phase.QUEUED: Look(translate("jobs", "Queued"), "clock", "waiting"),
        Phase.PREPARING: Look(translate("jobs", "Preparing"), "package", "waiting"),
        Phase.STARTING: Look(translate("jobs", "Starting"), "hourglass", "waiting"),
        Phase.RUNNING: Look(translate("jobs", "Running"), "loader-circle", "running"),
        Phase.STOPPING: Look(translate("jobs", "Cancelling…"), "circle-stop", "waiting"),
        Phase.BACKING_OFF: Look(translate("jobs", "Retrying"), "rotate-cw", "waiting"),
        Phase.SUCCEEDED: Look(translate("jobs", "Succeeded"), "check", "good"),
        Phase.FAILED: Look(translate("jobs", "Failed"), "x", "bad"),
        Phase.CANCELLED: Look(translate("jobs", "Cancelled"), "square", "neutral"),
    }
    return looks[row.phase]


def share(row: JobRow) -> float:
    """Return how much of a job is done, from 0 to 1."""
    return min(1.0, row.epoch / row.epochs) if row.epochs else 0.0


def epochs_text(row: JobRow) -> str:
    """Return how many epochs are done."""
    return f"{row.epoch}/{row.epochs}"


def figure_text(value: float | None) -> str:
    """Return a loss as text."""
    return NONE if value is None else f"{value:.4g}" if abs(value) < 1e-3 else f"{value:.4f}"


def share_text(value: float | None) -> str:
    """Return an accuracy as text."""
    return NONE if value is None else f"{100 * value:.1f} %"


def time_left(row: JobRow) -> str:
    """Return how long a job still takes, as far as it can be told."""
    return NONE if row.eta is None else run_time(row.eta)


def runner_icon(runner: str) -> str:
    """Return the icon of where a job runs."""
    return KIND_ICONS[runner]


def job_columns() -> list[RecordColumn]:
    """Return the columns of the list, in the language of the moment."""
    order = {phase: number for number, phase in enumerate(Phase)}
    return [
        RecordColumn(
            translate("jobs", "Name"),
            lambda row: row.name,
            tip=lambda row: full_moment(row.created_at),
            width=190,
            icon=lambda row: runner_icon(row.runner),
        ),
        RecordColumn(
            translate("jobs", "Status"),
            lambda row: job_look(row).label,
            lambda row: order[row.phase],
            width=116,
            look=job_look,
        ),
        RecordColumn(translate("jobs", "Epoch"), epochs_text, share, width=150, share=share),
        _number(translate("jobs", "Loss"), lambda row: figure_text(row.loss), "loss", 82),
        _number(
            translate("jobs", "Accuracy"), lambda row: share_text(row.accuracy), "accuracy", 88
        ),
        RecordColumn(
            translate("jobs", "Attempts"),
            lambda row: f"{row.attempt}/{row.attempts}",
            lambda row: row.attempt,
            width=82,
            is_number=True,
        ),
        _number(translate("jobs", "Time left"), time_left, "eta", 92),
        RecordColumn(translate("jobs", "Why"), lambda row: row.words or ""),
    ]


def _number(heading: str, text: object, name: str, width: int) -> RecordColumn:
    def key(row: JobRow) -> float:
        value: float | None = getattr(row, name)
        return -1.0 if value is None else value

    return RecordColumn(heading, text, key, width=width, is_number=True)  # type: ignore[arg-type]


def shown(rows: Sequence[JobRow], group: str, words: Sequence[str]) -> list[JobRow]:
    """Return the rows of a group (all if empty) in which every word is found, newest first."""
    found = [
        row
        for row in rows
        if (not group or row.group == group)
        and all(word in f"{row.name}\n{row.id}\n{row.words}".casefold() for word in words)
    ]
    return sorted(found, key=lambda row: (row.is_open, row.id), reverse=True)
