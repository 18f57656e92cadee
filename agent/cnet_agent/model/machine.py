"""The state machine of a task: the only place where a task's phase changes.

A step takes a task, something that happened (an input) and the time, and answers the task as it
is then and what must be done about it (commands). It does no I/O and reads no clock. The result of
a command is the next input:

    queued ──Admitted──▶ preparing ──Prepared──▶ starting ──Started──▶ running ──Exited──▶ final
       ▲                     │                      │                     │
       └──RetryDue── backing_off ◀──(a failure that the policy retries)───┘
    and StopWanted leads from each of them, through stopping where something runs, to cancelled.

Rules that the table alone does not show:

* An input about another attempt than the current one is old news and changes nothing.
* A stop saved before the exit instant makes the end ``cancelled``, with its exit code kept; an
  exit that came earlier wins.
* A task is made, starts and ends in this order, and an attempt lasts as long as was measured, even
  if somebody sets the date back meanwhile.
* A final phase never changes, but for one correction: a ``lost`` attempt whose true exit record
  is found later takes that exit.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from cnet_agent.model import inputs as happened
from cnet_agent.model.commands import Command, Prepare, Release, Start, Stop, Wake
from cnet_agent.model.explain import explain_end, explain_retry
from cnet_agent.model.inputs import Input
from cnet_agent.model.phase import FINAL, Phase, Reason
from cnet_agent.model.retry import may_retry, wait_before
from cnet_agent.model.task import Attempt, Outcome, StopRequest, Task

Step = tuple[Task, tuple[Command, ...]]


class InvalidTransition(Exception):
    """An input that cannot happen in the task's phase: a bug of the caller."""

    def __init__(self, task: Task, what: Input) -> None:
        super().__init__(f"task {task.id}, {task.phase}, attempt {task.attempt}: {what!r}")


def step(task: Task, what: Input, now: float) -> Step:
    """Return ``task`` after ``what`` happened at ``now`` (Unix seconds), and what to do.

    Raises:
        InvalidTransition: ``what`` cannot happen in this phase.
    """
    if what.attempt not in (0, task.attempt):
        return task, ()
    handler = TABLE.get((task.phase, type(what)))
    if handler is None:
        raise InvalidTransition(task, what)
    return handler(task, what, now)


def _ignore(task: Task, what: Input, now: float) -> Step:
    return task, ()


def _admit(task: Task, what: happened.Admitted, now: float) -> Step:
    task = replace(task, gpus=what.gpus, reason=None, message="")
    if what.prepare:
        return replace(task, phase=Phase.PREPARING), (Prepare(),)
    return replace(task, phase=Phase.STARTING), (Start(),)


def _prepared(task: Task, what: happened.Prepared, now: float) -> Step:
    return replace(task, phase=Phase.STARTING, environment=what.environment), (Start(),)


def _started(task: Task, what: happened.Started, now: float) -> Step:
    handle = what.handle
    task = replace(
        task,
        phase=Phase.RUNNING,
        handle=handle,
        started_at=max(handle.started_at, _earliest(task)),
        limits=handle.limits,
        limited_by=handle.limited_by,
    )
    return task, ()


def _started_while_stopping(task: Task, what: happened.Started, now: float) -> Step:
    grace = task.stop.grace if task.stop else task.spec.stop_grace
    started, _ = _started(task, what, now)
    return replace(started, phase=Phase.STOPPING), (Stop(grace),)


def _stop_queued(task: Task, what: happened.StopWanted, now: float) -> Step:
    stopped = replace(task, stop=StopRequest(now, what.grace), due_at=None)
    outcome = Outcome(Reason.STOPPED, ended_at=now)
    return _final(stopped, Phase.CANCELLED, outcome), (Release(),)


def _stop_running(task: Task, what: happened.StopWanted, now: float) -> Step:
    task = replace(task, phase=Phase.STOPPING, stop=StopRequest(now, what.grace))
    return task, (Stop(what.grace),)


def _stop_sooner(task: Task, what: happened.StopWanted, now: float) -> Step:
    if task.stop is None or what.grace >= task.stop.grace:
        return task, ()
    return replace(task, stop=StopRequest(task.stop.at, what.grace)), (Stop(what.grace),)


def _cancel_unstarted(task: Task, what: Any, now: float) -> Step:
    outcome = Outcome(Reason.STOPPED, ended_at=now)
    return _final(task, Phase.CANCELLED, outcome), (Release(),)


def _end(task: Task, what: Any, now: float) -> Step:
    """Take the outcome of the current attempt: final, or another attempt by the policy."""
    outcome = _in_order(task, what.outcome)
    task = replace(task, handle=None)
    stopped_first = task.stop is not None and task.stop.at <= outcome.ended_at
    if stopped_first and outcome.reason in (Reason.EXIT, Reason.SIGNAL):
        outcome = replace(outcome, reason=Reason.STOPPED)
    if stopped_first or outcome.reason is Reason.STOPPED:
        return _ended(task, Phase.CANCELLED, outcome)
    if outcome.reason is Reason.EXIT and outcome.exit_code == 0:
        return _ended(task, Phase.SUCCEEDED, outcome)
    if task.stop is None and may_retry(task, outcome):
        return _back_off(task, outcome, now)
    return _ended(task, Phase.FAILED, outcome)


def _ended(task: Task, phase: Phase, outcome: Outcome) -> Step:
    task = replace(task, attempts=(*task.attempts, _attempt(task, outcome)))
    return _final(task, phase, outcome), (Release(),)


def _back_off(task: Task, outcome: Outcome, now: float) -> Step:
    wait = wait_before(task.spec.retry, task.id, task.attempt)
    task = replace(
        task,
        phase=Phase.BACKING_OFF,
        outcome=outcome,
        attempts=(*task.attempts, _attempt(task, outcome)),
        due_at=now + wait,
        reason=outcome.reason,
        message=explain_retry(task, outcome, wait),
    )
    return task, (Release(), Wake(wait))


def _try_again(task: Task, what: happened.RetryDue, now: float) -> Step:
    task = replace(
        task,
        phase=Phase.QUEUED,
        attempt=task.attempt + 1,
        due_at=None,
        started_at=None,
        environment=None,
    )
    return task, (Release(),)


def _correct(task: Task, what: happened.Exited, now: float) -> Step:
    """Give a lost attempt the exit that was found after all."""
    if task.reason is not Reason.LOST:
        return task, ()
    outcome = _in_order(replace(task, attempts=task.attempts[:-1]), what.outcome)
    succeeded = outcome.reason is Reason.EXIT and outcome.exit_code == 0
    phase = Phase.SUCCEEDED if succeeded else Phase.FAILED
    attempts = (*task.attempts[:-1], _attempt(task, outcome))
    return _final(replace(task, attempts=attempts), phase, outcome), ()


def _edit(task: Task, what: happened.Edited, now: float) -> Step:
    return replace(task, spec=what.spec), (Release(),)


def _earliest(task: Task) -> float:
    """Return the moment before which nothing more of the task can have happened."""
    return task.attempts[-1].outcome.ended_at if task.attempts else task.created_at


def _in_order(task: Task, outcome: Outcome) -> Outcome:
    """Return how the present attempt ended, at a time that fits what is known of its start."""
    began = task.started_at
    set_back = began - task.handle.started_at if began is not None and task.handle else 0.0
    return replace(outcome, ended_at=max(outcome.ended_at + set_back, began or _earliest(task)))


def _attempt(task: Task, outcome: Outcome) -> Attempt:
    return Attempt(task.attempt, task.started_at, outcome)


def _final(task: Task, phase: Phase, outcome: Outcome) -> Task:
    return replace(
        task,
        phase=phase,
        handle=None,
        outcome=outcome,
        completed_at=max(outcome.ended_at, _earliest(task)),
        due_at=None,
        reason=Reason.STOPPED if phase is Phase.CANCELLED else outcome.reason,
        message=explain_end(task, outcome, phase),
    )


_OPEN = [phase for phase in Phase if phase not in FINAL]

TABLE: dict[tuple[Phase, type[Input]], Callable[[Task, Any, float], Step]] = {
    (Phase.QUEUED, happened.Admitted): _admit,
    (Phase.QUEUED, happened.StopWanted): _stop_queued,
    (Phase.PREPARING, happened.Prepared): _prepared,
    (Phase.PREPARING, happened.PrepareFailed): _end,
    (Phase.PREPARING, happened.StopWanted): _stop_running,
    (Phase.STARTING, happened.Started): _started,
    (Phase.STARTING, happened.StartFailed): _end,
    (Phase.STARTING, happened.Exited): _end,  # found ended by a restarted agent
    (Phase.STARTING, happened.Lost): _end,
    (Phase.STARTING, happened.StopWanted): _stop_running,
    (Phase.RUNNING, happened.Started): _ignore,  # found again by a restarted agent
    (Phase.RUNNING, happened.Exited): _end,
    (Phase.RUNNING, happened.Lost): _end,
    (Phase.RUNNING, happened.StopWanted): _stop_running,
    (Phase.STOPPING, happened.Prepared): _cancel_unstarted,
    (Phase.STOPPING, happened.PrepareFailed): _cancel_unstarted,
    (Phase.STOPPING, happened.Started): _started_while_stopping,
    (Phase.STOPPING, happened.StartFailed): _cancel_unstarted,
    (Phase.STOPPING, happened.Exited): _end,
    (Phase.STOPPING, happened.Lost): _end,
    (Phase.STOPPING, happened.StopWanted): _stop_sooner,
    (Phase.BACKING_OFF, happened.RetryDue): _try_again,
    (Phase.BACKING_OFF, happened.StopWanted): _stop_queued,
    **{(phase, happened.Edited): _edit for phase in _OPEN},
    # Late news about a task that has ended.
    **{(phase, happened.StopWanted): _ignore for phase in FINAL},
    **{(phase, happened.Admitted): _ignore for phase in FINAL},
    **{(phase, happened.Edited): _ignore for phase in FINAL},
    **{(phase, happened.RetryDue): _ignore for phase in (*FINAL, Phase.QUEUED)},
    **{(phase, happened.Exited): _ignore for phase in (Phase.SUCCEEDED, Phase.CANCELLED)},
    **{(phase, happened.Lost): _ignore for phase in FINAL},
    (Phase.FAILED, happened.Exited): _correct,
}
