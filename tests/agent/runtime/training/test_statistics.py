"""How training went, in figures."""

from cnet_agent.model.phase import Phase, Status
from cnet_agent.model.training import Training
from cnet_agent.runtime.training.statistics import statistics
from cnet_agent.store.base import TrainingCount
from helpers.factories import make_task

TRAINING = Training(epochs=5)


def counts(**found: TrainingCount) -> dict[Status, TrainingCount]:
    return {status: found.get(status.value, TrainingCount()) for status in Status}


def test_first_attempts_and_final_success_are_told_apart() -> None:
    found = counts(
        completed=TrainingCount(80, 50, 40.0, 80),
        failed=TrainingCount(10, 4, 5.0, 10),
        stopped=TrainingCount(3, 3, 0.0, 1),
    )
    running = make_task(1, phase=Phase.RUNNING, training=TRAINING)
    waiting = make_task(2, training=TRAINING)
    stats = statistics(found, [running, waiting], 100)
    assert (stats.total, stats.pending, stats.running) == (95, 1, 1)
    assert (stats.success, stats.failed, stats.cancelled) == (80, 10, 3)
    assert (stats.success_rate, stats.first_attempt_success_rate) == (88.89, 55.56)
    assert (stats.retried, stats.average_wait) == (36, 0.495)


def test_before_the_first_job_there_is_nothing_to_divide_by() -> None:
    stats = statistics(counts(), [], 7)
    assert (stats.total, stats.success_rate, stats.average_wait) == (0, 0.0, None)
    assert stats.queue_size == 7
