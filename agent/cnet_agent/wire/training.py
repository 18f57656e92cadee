"""Training jobs as ``/train`` takes and answers them."""

from typing import Annotated, Literal

from pydantic import Field, StrictBool

from cnet_agent.model.cause import Cause
from cnet_agent.model.fields import NUMBER, ImageName, Strict, Variables
from cnet_agent.model.fields import Text as Given
from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.quantities import ByteSize, Duration
from cnet_agent.model.spec import Priority, RetryCause, RetryPolicy
from cnet_agent.model.training import (
    DEFAULT_BATCH_SIZE,
    DEFAULT_DATASET,
    DEFAULT_LEARNING_RATE,
    BatchSize,
    Dataset,
    Epochs,
    GpuIds,
    LearningRate,
    Runner,
    Script,
    TrainStatus,
)
from cnet_agent.wire.answer import Answer
from cnet_agent.wire.progress import MetricPoint, TrainProgress
from cnet_agent.wire.sentence import Said, Telling, Text
from cnet_agent.wire.task import DryRunView, WaitingView
from cnet_agent.wire.times import Timestamp


class TrainRetries(RetryPolicy):
    """A job's policy of retries: of its own is only what is worth another try if nothing is said.

    That is what may go better another time: an ordinary failure, and faults of the node. What
    cannot (a missing package, a missing image, a wrong specification) is known by its outcome.
    """

    on: tuple[RetryCause, ...] = Field(
        ("exit", "signal", "lost", "spawn_error", "image_error", "environment_error"),
        max_length=20,
        description="Which ends are worth another try.",
    )


class TrainBody(Strict):
    """A training job to run."""

    epochs: Epochs
    batch_size: BatchSize = DEFAULT_BATCH_SIZE
    learning_rate: LearningRate = DEFAULT_LEARNING_RATE
    gpu: StrictBool = False
    gpu_ids: GpuIds = ""
    max_retries: Annotated[int, Field(ge=0, le=1000), NUMBER] | None = Field(
        None, description="The node's `training.max_retries` if left out."
    )
    image: ImageName = Field("", description="The node's `training.image` if left out.")
    timeout: Duration | None = Field(
        None, description="Seconds for one attempt; the node's `training.timeout` if left out."
    )
    log_dir: Given = Field(
        "",
        max_length=4096,
        description="A folder of the workspace; the node's `training.log_dir` if left out.",
    )
    memory_limit: ByteSize | None = Field(
        None,
        description="Bytes, reserved for it. Left out, it may take the node's"
        " `training.memory_limit`, of which nothing is reserved.",
    )
    script: Script = ""
    dataset: Dataset = DEFAULT_DATASET
    env: Variables = Field(default_factory=dict)
    runner: Literal["auto", "container", "process"] = Field(
        "auto", description="auto: in a container where Docker answers and has the image."
    )
    retry: TrainRetries = Field(
        TrainRetries(), description="Which failures are worth another attempt, and when."
    )
    priority: Priority = 0
    name: Given = Field("", max_length=200)


class TrainSubmitted(Telling):
    """A job that was accepted."""

    task_id: str
    status: TrainStatus = TrainStatus.PENDING
    message: Text = Field(description="That it was accepted, and how it will run.")
    runner: Runner
    log_file: str
    said: Said = {}


class TrainOutlook(DryRunView):
    """What would happen to a job if it were submitted."""

    runner: Runner
    message: Text = Field(description="How it would run, and why so.")
    image: str = ""


class TrainCancelled(Telling):
    """A job that is to end, however long its end takes."""

    task_id: str
    status: Literal[TrainStatus.CANCELLED] = TrainStatus.CANCELLED
    message: Text
    said: Said = {}


class TrainAttempt(Telling):
    """One attempt of a job, the present one last."""

    number: int
    status: Literal["running", "success", "failed", "cancelled"]
    started_at: Timestamp | None = None
    ended_at: Timestamp | None = None
    reason: Reason | None = None
    cause: Cause | None = Field(None, description="As far as its log tells.")
    exit_code: int | None = None
    signal: str | None = None
    message: Text = ""
    resumed_from: int | None = Field(None, description="The epoch of a checkpoint.")
    epoch: int | None = Field(None, description="The last one that was finished.")
    said: Said = {}


class JobView(Telling):
    """A training job."""

    task_id: str
    name: str
    status: TrainStatus
    phase: Phase
    runner: Runner
    image: str = ""
    epochs: int
    batch_size: int
    learning_rate: float
    gpu: bool
    gpu_ids: str = ""
    dataset: str = ""
    script: str = ""
    priority: int = 0
    error: Text | None = Field(None, description="Why it failed, with the next step.")
    reason: Reason | None = None
    cause: Cause | None = None
    container_id: str | None = Field(None, description="Of the container that runs.")
    log_file: str
    created_at: Timestamp
    started_at: Timestamp | None = None
    completed_at: Timestamp | None = None
    retry_count: int = 0
    max_retries: int = 0
    waiting: WaitingView | None = None
    progress: TrainProgress
    latest: dict[str, float] = Field({}, description="The last value of each metric.")
    metrics: list[MetricPoint] = []
    attempts: list[TrainAttempt] = []
    said: Said = {}


class JobList(Answer):
    """Training jobs, newest first."""

    total: int = Field(description="How many there are, however many are listed.")
    tasks: list[JobView]


class TrainStats(Answer):
    """How the training jobs went that the agent still knows."""

    total: int
    pending: int
    running: int
    success: int
    failed: int
    cancelled: int
    success_rate: float = Field(
        description="success / (success + failed) in percent, two decimals; 0 before the first."
    )
    first_attempt_success_rate: float = Field(
        description="The same, had there been no second attempts."
    )
    retried: int = Field(description="Jobs that had more than one attempt.")
    average_wait: float | None = Field(
        None, description="Seconds from submission to the first start, of those that ended."
    )
    queue_size: int = Field(description="Jobs that may wait at a time.")
