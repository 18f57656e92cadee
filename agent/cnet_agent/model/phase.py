"""The states of a task, the codes for how it ended, and the seeds' words for both."""

from enum import StrEnum


class Phase(StrEnum):
    """Where a task stands; only ``machine.step`` changes it."""

    QUEUED = "queued"
    PREPARING = "preparing"
    STARTING = "starting"
    RUNNING = "running"
    STOPPING = "stopping"
    BACKING_OFF = "backing_off"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """Whether the task has ended for good."""
        return self in FINAL

    @property
    def holds_slot(self) -> bool:
        """Whether the task occupies its share of the node."""
        return self in HOLDING


FINAL = frozenset({Phase.SUCCEEDED, Phase.FAILED, Phase.CANCELLED})
HOLDING = frozenset({Phase.PREPARING, Phase.STARTING, Phase.RUNNING, Phase.STOPPING})


class Status(StrEnum):
    """The word that ``/api/tasks`` uses, as the seeds have it."""

    PENDING = "pending"
    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"
    STOPPED = "stopped"


TASK_STATUS = {
    Phase.QUEUED: Status.PENDING,
    Phase.PREPARING: Status.PENDING,
    Phase.STARTING: Status.PENDING,
    Phase.BACKING_OFF: Status.PENDING,
    Phase.RUNNING: Status.RUNNING,
    Phase.STOPPING: Status.RUNNING,
    Phase.SUCCEEDED: Status.COMPLETED,
    Phase.FAILED: Status.FAILED,
    Phase.CANCELLED: Status.STOPPED,
}


class Reason(StrEnum):
    """Why a task is where it is: a code for programs, beside the sentence for people."""

    EXIT = "exit"  # the command ended by itself
    SIGNAL = "signal"
    OOM = "oom"
    TIMEOUT = "timeout"
    DISK_LIMIT = "disk_limit"
    PIDS_LIMIT = "pids_limit"  # only where the node can but watch it
    SPAWN_ERROR = "spawn_error"
    ENVIRONMENT_ERROR = "environment_error"
    IMAGE_ERROR = "image_error"  # a container's image is missing, or cannot be pulled
    STORAGE_ERROR = "storage_error"  # the node's own disk was full or broken
    LOST = "lost"
    STOPPED = "stopped"
