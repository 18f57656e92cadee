"""The figures of tasks: how many there are, how they end, how long they wait. Pure."""

from collections.abc import Mapping

from cnet_agent.model.phase import Status
from cnet_agent.runtime.ledger import Ledger
from cnet_agent.runtime.tally import Tally
from cnet_agent.wire.exposition import Family, counter, gauge


def families(
    counts: Mapping[Status, int], finished_bytes: int, ledger: Ledger, tally: Tally, now: float
) -> list[Family]:
    """Return the figures.

    Args:
        counts: tasks that are kept, by status.
        finished_bytes: what the finished ones take on disk.
        ledger: the tasks in memory.
        tally: what was counted since the agent started.
        now: Unix seconds.
    """
    tasks = gauge("cnet_tasks", "Tasks that are kept.")
    for status, count in counts.items():
        tasks.add(count, status=status.value)
    ended = counter("cnet_tasks_ended", "Tasks that ended since the agent started, and why.")
    for (how, reason), count in sorted(tally.ends.items()):
        ended.add(count, status=how, reason=reason)
    oldest = min((task.created_at for task in ledger.queue), default=now)
    running = sum(task.handle is not None for task in ledger.holding)
    return [
        tasks,
        ended,
        counter("cnet_task_retries", "Attempts beyond the first of tasks ended.", tally.retries),
        gauge("cnet_tasks_queued", "Tasks in the queue.", len(ledger.queue)),
        gauge(
            "cnet_tasks_oldest_wait_seconds",
            "Age of the oldest task in the queue.",
            max(0.0, now - oldest),
        ),
        gauge("cnet_attempts_running", "Attempts that run now.", running),
        counter(
            "cnet_task_log_dropped_bytes",
            "Log of tasks ended that found no room on a full disk.",
            tally.dropped_bytes,
        ),
        gauge("cnet_tasks_finished_bytes", "What finished tasks take on disk.", finished_bytes),
    ]
