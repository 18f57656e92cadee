"""How far a training job is, and what it says of itself on the way."""

from pydantic import Field

from cnet_agent.model.training import Runner
from cnet_agent.wire.answer import Answer
from cnet_agent.wire.times import Timestamp


class TrainProgress(Answer):
    """How far a job is."""

    epoch: int = Field(description="Finished, in the present attempt or those it resumed from.")
    epochs: int
    eta: float | None = Field(None, description="Seconds left, as the last epochs went.")


class MetricPoint(Answer):
    """What a job said of itself at one moment."""

    attempt: int
    epoch: int | None = None
    step: int | None = None
    time: Timestamp
    values: dict[str, float] = Field(description="Such as loss, accuracy, val_loss.")


class TrainingView(Answer):
    """What a task that is a training job was asked for, and how far it is."""

    runner: Runner
    epochs: int
    batch_size: int
    learning_rate: float
    gpu: bool
    gpu_ids: str
    dataset: str
    script: str
    log_dir: str = Field("", description="As it was asked for.")
    log_file: str
    progress: TrainProgress
    latest: dict[str, float] = Field({}, description="The last value of each metric.")
    resumed_from: int | None = Field(
        None, description="The epoch from which the present attempt went on."
    )
