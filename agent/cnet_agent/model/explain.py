"""One sentence for a person on how a task ended, with the next step."""

from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.quantities import format_duration, format_size
from cnet_agent.model.task import Outcome, Task


def explain_end(task: Task, outcome: Outcome, phase: Phase) -> str:
    """Return what to say of ``task`` whose attempt ended as ``outcome``, now in ``phase``."""
    return " ".join(part for part in (_end(task, outcome, phase), _dropped(outcome)) if part)


def _end(task: Task, outcome: Outcome, phase: Phase) -> str:
    if phase is Phase.CANCELLED:
        return _stopped(task, outcome)
    if phase is Phase.SUCCEEDED:
        return _succeeded(task, outcome)
    return _failed(task, outcome)


def explain_retry(task: Task, outcome: Outcome, wait: float) -> str:
    """Return the sentence for a task that waits ``wait`` seconds before its next attempt."""
    attempts = task.spec.max_retries + 1
    return (
        f"Attempt {task.attempt} of {attempts} failed: {_failed(task, outcome)} "
        f"The next one starts in {format_duration(wait)}."
    )


def _stopped(task: Task, outcome: Outcome) -> str:
    if outcome.reason is Reason.LOST:
        return "Stopped; how it ended is not known."
    if outcome.exit_code is None and outcome.signal is None:
        earlier = sum(attempt.outcome != outcome for attempt in task.attempts)
        return f"Stopped before {f'its attempt {earlier + 1}' if earlier else 'it'} ran."
    if outcome.signal is not None:
        return f"Stopped; it ended with {outcome.signal}."
    return f"Stopped; it ended with exit code {outcome.exit_code}."


def _succeeded(task: Task, outcome: Outcome) -> str:
    if outcome.oom_kills:
        times = "time" if outcome.oom_kills == 1 else "times"
        return (
            f"Completed, but the memory limit killed one of its processes "
            f"({outcome.oom_kills} {times}); raise memory_limit if its result is incomplete."
        )
    limit = task.spec.resources.disk_limit
    if limit and outcome.disk_used and outcome.disk_used > limit:
        return (
            f"Completed, but it wrote {format_size(outcome.disk_used)} into its directory, sooner "
            f"than its disk limit of {format_size(limit)} could stop it; raise disk_limit or write "
            f"less."
        )
    return ""


def _failed(task: Task, outcome: Outcome) -> str:
    match outcome.reason:
        case Reason.OOM | Reason.TIMEOUT | Reason.DISK_LIMIT | Reason.PIDS_LIMIT:
            return _over_limit(task, outcome)
        case Reason.SPAWN_ERROR:
            return f"It could not be started: {_sentence(outcome.detail)}"
        case Reason.ENVIRONMENT_ERROR:
            return f"Its Python environment could not be made: {_sentence(outcome.detail)}"
        case Reason.IMAGE_ERROR:
            return _sentence(outcome.detail)
        case Reason.STORAGE_ERROR:
            return f"The node could not store it: {_sentence(outcome.detail)} Free some space."
        case Reason.LOST:
            return _sentence(outcome.detail or "How it ended is not known")
        case Reason.SIGNAL if outcome.signal == "SIGKILL":
            return "It was killed with SIGKILL by something other than this agent."
        case Reason.SIGNAL:
            return f"It was ended by {outcome.signal}; its log may say why."
        case _:
            return f"It ended with exit code {outcome.exit_code}; its log may say why."


def _over_limit(task: Task, outcome: Outcome) -> str:
    limits = task.spec.resources
    detail = f" ({outcome.detail})" if outcome.detail else ""
    match outcome.reason:
        case Reason.OOM:
            limit = f" of {format_size(limits.memory_limit)}" if limits.memory_limit else ""
            return f"It ran out of its memory limit{limit}; raise memory_limit or use less."
        case Reason.TIMEOUT:
            limit = f" of {format_duration(task.spec.timeout)}" if task.spec.timeout else ""
            return f"It was stopped by its timeout{limit}; raise timeout if it needs longer."
        case Reason.DISK_LIMIT:
            limit = f" of {format_size(limits.disk_limit)}" if limits.disk_limit else ""
            return f"It went over its disk limit{limit}{detail}; raise disk_limit or write less."
        case _:
            return f"It went over its limit of {limits.pids_limit} processes{detail}."


def _dropped(outcome: Outcome) -> str:
    if not outcome.dropped_bytes:
        return ""
    size = format_size(outcome.dropped_bytes)
    return f"{size} of its output are missing in its log: the disk was full."


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
