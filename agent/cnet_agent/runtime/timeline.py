"""A task's history in sentences: what each step means to a person. Pure."""

from cnet_agent.model import inputs as happened
from cnet_agent.model.inputs import Input
from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.quantities import format_duration
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.task import Environment, Task
from cnet_agent.store.base import TimelineEntry

_CODES = {
    Reason.SIGNAL: Sentence("signal"),
    Reason.OOM: Sentence("oom"),
    Reason.TIMEOUT: Sentence("timeout"),
    Reason.DISK_LIMIT: Sentence("disk_limit"),
    Reason.PIDS_LIMIT: Sentence("pids_limit"),
}


def created(task: Task) -> TimelineEntry:
    """Return the first entry of a task."""
    return TimelineEntry(task.created_at, 1, "created", _origin(task))


def _origin(task: Task) -> str:
    match task.preset, task.rerun_of:
        case None, None:
            return Sentence("Created")
        case preset, None:
            return Sentence("Created from preset {preset}", preset=preset)
        case None, earlier:
            return Sentence("Created as a rerun of {task}", task=earlier)
        case preset, earlier:
            return Sentence(
                "Created from preset {preset} as a rerun of {task}", preset=preset, task=earlier
            )


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
            return (
                ("preparing", Sentence("Preparing its environment")) if what.prepare else ("", "")
            )
        case happened.Prepared(environment=environment) if environment is not None:
            return "prepared", _environment(environment)
        case happened.Started(handle=handle) if after.handle is not before.handle:
            return "started", Sentence("Started, process {pid}", pid=handle.pid)
        case happened.StopWanted() if after.phase is Phase.STOPPING:
            return "stopping", Sentence(
                "Stopping, up to {grace} of grace", grace=format_duration(what.grace)
            )
        case happened.StopWanted() if after.phase is Phase.CANCELLED:
            return "cancelled", after.message
        case happened.RetryDue():
            return "retrying", Sentence("Attempt {attempt} queued", attempt=after.attempt)
        case happened.Edited():
            return "edited", Sentence("Priority or labels changed")
        case happened.Exited() if before.phase is Phase.FAILED:
            end = after.message or Sentence("completed")
            return "corrected", Sentence("Its true end was found: {end}", end=end)
        case _ if after.phase.is_final or after.phase is Phase.BACKING_OFF:
            return _end(after)
        case _:
            return "", ""


def _end(task: Task) -> tuple[str, str]:
    outcome = task.outcome
    if task.phase is Phase.SUCCEEDED:
        return "completed", task.message or Sentence("Completed with exit code 0")
    if task.phase is Phase.CANCELLED:
        return "cancelled", task.message
    if outcome is not None and outcome.signal:
        said = Sentence(
            "Failed, {reason}, {signal}",
            reason=_CODES.get(outcome.reason, outcome.reason),
            signal=outcome.signal,
        )
        return "failed", said
    if outcome is not None and outcome.exit_code is not None:
        return "failed", Sentence("Failed, exit code {code}", code=outcome.exit_code)
    return "failed", task.message


def _environment(environment: Environment) -> str:
    took = format_duration(environment.seconds)
    match environment.source:
        case "built":
            return Sentence("Environment built in {took}", took=took)
        case "cached":
            return Sentence("Environment taken from the cache in {took}", took=took)
        case _:
            return Sentence(
                "Environment ready in {took}: this Python already has what it needs", took=took
            )
