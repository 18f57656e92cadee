"""Writes down what happens to training jobs, in the log files that the seeds name."""

from logging import Logger

from cnet_agent.model.explain import explain_attempt
from cnet_agent.model.phase import Phase
from cnet_agent.model.task import Task


class Journal:
    """Tells of each step of a job once.

    Args:
        agent: the log of the service: jobs and what came of them.
        worker: the log of the work: attempts.
    """

    def __init__(self, agent: Logger, worker: Logger) -> None:
        self._agent = agent
        self._worker = worker
        self._phases: dict[str, tuple[Phase, int]] = {}

    def changed(self, task: Task) -> None:
        """Take note of a job that is new, or has made a step."""
        now = (task.phase, task.attempt)
        if self._phases.get(task.id) == now:
            return
        is_new = task.id not in self._phases
        self._phases[task.id] = now
        if is_new and task.phase is Phase.QUEUED and not task.attempts:
            self._tell_new(task)
        elif is_new:
            self._agent.info("Job %s of an earlier agent found again", task.id)
        if task.phase.is_final:
            del self._phases[task.id]
        self._tell(task)

    def _tell_new(self, task: Task) -> None:
        training = task.spec.training
        assert training is not None
        self._agent.info(
            "Job %s submitted: %s, %d epochs, batch size %d, learning rate %g, up to %d attempts",
            task.id,
            task.spec.title,
            training.epochs,
            training.batch_size,
            training.learning_rate,
            task.spec.max_retries + 1,
        )

    def _tell(self, task: Task) -> None:
        attempt, most = task.attempt, task.spec.max_retries + 1
        match task.phase:
            case Phase.PREPARING:
                self._worker.info("Job %s: preparing attempt %d of %d", task.id, attempt, most)
            case Phase.RUNNING:
                self._tell_start(task)
                self._worker.info("Job %s: attempt %d of %d runs", task.id, attempt, most)
            case Phase.STOPPING:
                self._agent.info("Job %s is being cancelled", task.id)
            case Phase.BACKING_OFF:
                self._worker.warning("Job %s: %s", task.id, task.message)
            case Phase.SUCCEEDED:
                self._worker.info("Job %s: attempt %d of %d succeeded", task.id, attempt, most)
                self._agent.info("Job %s succeeded after %d of %d attempts", task.id, attempt, most)
            case Phase.FAILED:
                why = explain_attempt(task, task.outcome) if task.outcome else task.message
                self._worker.error(
                    "Job %s: attempt %d of %d failed: %s", task.id, attempt, most, why
                )
                self._agent.error("Job %s failed: %s", task.id, task.message)
            case Phase.CANCELLED:
                self._agent.info("Job %s cancelled", task.id)

    def _tell_start(self, task: Task) -> None:
        if task.handle is None:
            return
        if task.handle.container:
            self._agent.info("Container started: %s", task.handle.container)
        else:
            self._agent.info("Process started: %d", task.handle.pid)
