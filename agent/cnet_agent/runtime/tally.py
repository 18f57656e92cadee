"""What this agent has seen of tasks since it started: counts that only grow."""

from collections import Counter

from cnet_agent.model.phase import TASK_STATUS
from cnet_agent.model.task import Task


class Tally:
    """Counts ends by status and reason, tries, and bytes of logs that found no room."""

    def __init__(self) -> None:
        self.ends: Counter[tuple[str, str]] = Counter()
        self.retries = 0
        self.dropped_bytes = 0

    def ended(self, task: Task) -> None:
        """Count a task that has ended for good."""
        self.ends[TASK_STATUS[task.phase].value, str(task.reason or "none")] += 1
        self.retries += task.retry_count
        self.dropped_bytes += sum(attempt.outcome.dropped_bytes for attempt in task.attempts)
