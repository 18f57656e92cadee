"""What makes a task a training job: its hyperparameters, and the seeds' words for its state."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictFloat

from cnet_agent.model.fields import NUMBER, Strict, Text
from cnet_agent.model.phase import Phase

Runner = Literal["container", "process"]

Epochs = Annotated[int, Field(ge=1, le=1_000_000, description="Passes over the data."), NUMBER]
BatchSize = Annotated[int, Field(ge=1, le=1_000_000, description="Samples per step."), NUMBER]
LearningRate = Annotated[StrictFloat, Field(gt=0, le=1000)]
GpuIds = Annotated[
    str,
    Field(
        max_length=200,
        pattern=r"^(\d{1,2}(, ?\d{1,2})*)?$",
        description='Of the GPUs to use, such as "0,1"; all if left out.',
    ),
]
Dataset = Annotated[
    Text,
    Field(
        max_length=4096,
        description="digits, breast_cancer, wine or iris, or a CSV file of the workspace whose"
        " last column is the class.",
    ),
]
Script = Annotated[
    Text,
    Field(max_length=4096, description="A file of the workspace; the standard one if left out."),
]

DEFAULT_BATCH_SIZE = 32
DEFAULT_LEARNING_RATE = 0.001
DEFAULT_DATASET = "digits"


class Training(Strict):
    """What a training job was asked for; the rest of it is its task's."""

    epochs: Epochs
    batch_size: BatchSize = DEFAULT_BATCH_SIZE
    learning_rate: LearningRate = DEFAULT_LEARNING_RATE
    gpu: StrictBool = False
    gpu_ids: GpuIds = ""
    dataset: Dataset = DEFAULT_DATASET
    script: Script = ""
    log_dir: Text = Field("", max_length=4096, description="Folder of its log file.")
    log_file: Text = Field(
        "", max_length=4096, description="Where its log is collected; the agent chooses it."
    )


class TrainStatus(StrEnum):
    """The word that ``/train`` uses, as the seeds have it."""

    PENDING = "pending"
    RUNNING = "running"
    SUCCESS = "success"
    FAILED = "failed"
    CANCELLED = "cancelled"


_BY_PHASE = {
    Phase.RUNNING: TrainStatus.RUNNING,
    Phase.STOPPING: TrainStatus.RUNNING,
    Phase.SUCCEEDED: TrainStatus.SUCCESS,
    Phase.FAILED: TrainStatus.FAILED,
    Phase.CANCELLED: TrainStatus.CANCELLED,
}


def train_status(phase: Phase, *, tried: bool) -> TrainStatus:
    """Return a job's state.

    Args:
        phase: of its task.
        tried: whether an attempt of it has ended: between attempts it is running, never pending.
    """
    waiting = TrainStatus.RUNNING if tried else TrainStatus.PENDING
    return _BY_PHASE.get(phase, waiting)
