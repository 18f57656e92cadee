"""Whether a failed attempt gets another, and when. Deterministic: the jitter comes from the id."""

import zlib

from cnet_agent.model.cause import HOPELESS, SHORT_OF_MEMORY
from cnet_agent.model.phase import Reason
from cnet_agent.model.spec import RetryPolicy
from cnet_agent.model.task import Outcome, Task


def may_retry(task: Task, outcome: Outcome) -> bool:
    """Tell whether ``outcome`` of the task's current attempt is followed by another attempt."""
    if task.attempt > task.spec.max_retries or not outcome.retryable:
        return False
    policy = task.spec.retry
    if outcome.reason.value not in policy.on or outcome.cause in HOPELESS:
        return False
    if outcome.cause in SHORT_OF_MEMORY:
        return Reason.OOM.value in policy.on
    if outcome.reason is Reason.EXIT and policy.exit_codes is not None:
        return outcome.exit_code in policy.exit_codes
    return True


def wait_left(task: Task, now: float) -> float:
    """Return the seconds that a task which backs off still has to wait at ``now``.

    No more than its policy says, though the clock may have been set back since.
    """
    whole = wait_before(task.spec.retry, task.id, task.attempt)
    return min(max(0.0, (task.due_at or 0.0) - now), whole)


def wait_before(policy: RetryPolicy, task_id: str, attempt: int) -> float:
    """Return the seconds to wait after failed ``attempt`` (from 1), jitter included.

    Exponential, capped at ``max_delay``; the jitter adds at most its share of the delay and is
    the same each time it is asked for, so that a restart does not change a wait.
    """
    delay = min(policy.delay * policy.factor ** min(attempt - 1, 64), policy.max_delay)
    share = zlib.crc32(f"{task_id}/{attempt}".encode()) / 0xFFFFFFFF
    return delay * (1 + policy.jitter * share)
