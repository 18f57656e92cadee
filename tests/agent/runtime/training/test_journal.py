"""What is written down of jobs."""

import logging
from dataclasses import replace

from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.task import Handle, Outcome, Task
from cnet_agent.model.training import Training
from cnet_agent.runtime.training.journal import Journal
from helpers.factories import EPOCH, make_task

TRAINING = Training(epochs=5)


class Lines(logging.Handler):
    """Remembers what was logged."""

    def __init__(self, logger: logging.Logger) -> None:
        super().__init__()
        self.told: list[str] = []
        logger.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(f"{record.levelname} {record.getMessage()}")


def journal() -> tuple[Journal, list[str], list[str]]:
    agent, worker = (logging.Logger(name) for name in ("agent", "worker"))  # noqa: LOG001
    return Journal(agent, worker), Lines(agent).told, Lines(worker).told


def job(phase: Phase, **fields: object) -> Task:
    return make_task(1, phase=phase, name="digits", training=TRAINING, max_retries=3, **fields)


def test_each_step_of_a_job_is_told_once() -> None:
    made, agent, worker = journal()
    running = job(Phase.RUNNING)
    for task in (job(Phase.QUEUED), job(Phase.PREPARING), running, running, job(Phase.SUCCEEDED)):
        made.changed(task)
        made.changed(replace(task, limited_by="docker"))
    name = running.id
    assert agent[0] == (
        f"INFO Job {name} submitted: digits, 5 epochs, batch size 32, learning rate 0.001, up to 4 "
        "attempts"
    )
    assert agent[1] == "INFO Process started: 4242"
    assert agent[2] == f"INFO Job {name} succeeded after 1 of 4 attempts"
    assert worker[:2] == [
        f"INFO Job {name}: preparing attempt 1 of 4",
        f"INFO Job {name}: attempt 1 of 4 runs",
    ]
    assert worker[2] == f"INFO Job {name}: attempt 1 of 4 succeeded"


def test_failures_and_retries_are_told_with_their_reasons() -> None:
    made, agent, worker = journal()
    made.changed(job(Phase.QUEUED))
    made.changed(job(Phase.RUNNING, handle=Handle(1, EPOCH, container="abc123")))
    made.changed(job(Phase.BACKING_OFF, message="Attempt 1 of 4 failed."))
    outcome = Outcome(Reason.EXIT, EPOCH, exit_code=3)
    made.changed(job(Phase.FAILED, outcome=outcome, message="It failed."))
    assert agent[1] == "INFO Container started: abc123"
    assert agent[-1].endswith("failed: It failed.")
    assert worker[-2].startswith("WARNING Job")
    assert "exit code 3" in worker[-1]


def test_a_job_of_an_earlier_agent_is_found_again_and_not_new() -> None:
    made, agent, worker = journal()
    made.changed(job(Phase.STOPPING))
    made.changed(job(Phase.CANCELLED))
    assert agent == [
        f"INFO Job {job(Phase.QUEUED).id} of an earlier agent found again",
        f"INFO Job {job(Phase.QUEUED).id} is being cancelled",
        f"INFO Job {job(Phase.QUEUED).id} cancelled",
    ]
    assert worker == []
