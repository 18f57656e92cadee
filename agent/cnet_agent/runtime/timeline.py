"""A task's history in sentences: what each step means to a person. Pure."""

from cnet_agent.model import inputs as happened
from cnet_agent.model.inputs import Input
from cnet_agent.model.phase import Phase
from cnet_agent.model.quantities import format_duration
from cnet_agent.model.task import Environment, Task
from cnet_agent.store.base import TimelineEntry


def created(task: Task) -> TimelineEntry:
    """Return the first entry of a task."""
    origin = f" from preset {task.preset}" if task.preset else ""
    rerun = f" as a rerun of {task.rerun_of}" if task.rerun_of else ""
    return TimelineEntry(task.created_at, 1, "created", f"Created{origin}{rerun}")


def describe(before: Task, what: Input, after: Task, now: float) -> list[TimelineEntry]:
    """Return the entries for a step from ``before`` to ``after``; ends carry their own time."""
    kind, message = _words(before, what, after)
    if not kind:
        return []
    ended = before.phase is not after.phase and after.outcome is not before.outcome
    at = after.outcome.ended_at if ended and after.outcome else now
    entries = [TimelineEntry(at, before.attempt, kind, message)]
    if after.phase is Phase.BACKING_OFF:
        entries.append(TimelineEntry(now, before.attempt, "retry_wait", after.message))
    return entries


def _words(before: Task, what: Input, after: Task) -> tuple[str, str]:
    match what:
        case happened.Admitted():
            return ("preparing", "Preparing its environment") if what.prepare else ("", "")
        case happened.Prepared(environment=environment) if environment is not None:
            return "prepared", _environment(environment)
        case happened.Started(handle=handle) if after.handle is not before.handle:
            return "started", f"Started, process {handle.pid}"
        case happened.StopWanted() if after.phase is Phase.STOPPING:
            return "stopping", f"Stopping, up to {format_duration(what.grace)} of grace"
        case happened.StopWanted() if after.phase is Phase.CANCELLED:
            return "cancelled", after.message
        case happened.RetryDue():
            return "retrying", f"Attempt {after.attempt} queued"
        case happened.Edited():
            return "edited", "Priority or labels changed"
        case happened.Exited() if before.phase is Phase.FAILED:
            return "corrected", "Its true end was found: " + (after.message or "completed")
        case _ if after.phase.is_final or after.phase is Phase.BACKING_OFF:
            return _end(after)
        case _:
            return "", ""


def _end(task: Task) -> tuple[str, str]:
    outcome = task.outcome
    if task.phase is Phase.SUCCEEDED:
        return "completed", task.message or "Completed with exit code 0"
    if task.phase is Phase.CANCELLED:
        return "cancelled", task.message
    if outcome is not None and outcome.signal:
        return "failed", f"Failed, {outcome.reason}, {outcome.signal}"
    if outcome is not None and outcome.exit_code is not None:
        return "failed", f"Failed, exit code {outcome.exit_code}"
    return "failed", task.message


def _environment(environment: Environment) -> str:
    took = format_duration(environment.seconds)
    match environment.source:
        case "built":
            return f"Environment built in {took}"
        case "cached":
            return f"Environment taken from the cache in {took}"
        case _:
            return f"Environment ready in {took}: this Python already has what it needs"
