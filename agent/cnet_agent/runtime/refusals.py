"""What the runtime refuses of a task's, in words. Pure."""

from cnet_agent.model.errors import Conflict, NotFound, StorageFull
from cnet_agent.model.sentence import Sentence


def no_task(task_id: str) -> NotFound:
    """Return the refusal where there is no such task."""
    return NotFound(Sentence("There is no task {task}.", task=task_id))


def not_running(task_id: str) -> Conflict:
    """Return the refusal of a signal to a task that does not run."""
    return Conflict(Sentence("Task {task} does not run.", task=task_id))


def not_ended(task_id: str) -> Conflict:
    """Return the refusal to remove a task that has not ended."""
    return Conflict(Sentence("Task {task} has not ended; stop it first.", task=task_id))


def history(task_id: str) -> Conflict:
    """Return the refusal to edit a task that has ended."""
    return Conflict(
        Sentence("Task {task} has ended; its priority and labels are history.", task=task_id)
    )


def key_of_another() -> Conflict:
    """Return the refusal of a key that came with another request before."""
    return Conflict(Sentence("This Idempotency-Key was used with a different request."))


def key_of_removed(task_id: str) -> Conflict:
    """Return the refusal of a key whose task is gone."""
    return Conflict(
        Sentence(
            "This Idempotency-Key made task {task}, which has been removed since; use another key "
            "to run it again.",
            task=task_id,
        )
    )


def unsaved_task(why: Exception) -> StorageFull:
    """Return the refusal of a task that could not be written down."""
    return StorageFull(
        Sentence("The task could not be saved: {why}. Free some space.", why=str(why))
    )


def unsaved_stop() -> StorageFull:
    """Return the refusal of a stop that could not be written down."""
    return StorageFull(Sentence("The stop could not be saved: the disk is full."))
