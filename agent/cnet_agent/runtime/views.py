"""A task as observers see it: the model's values in the contract's words."""

from collections.abc import Mapping

from cnet_agent.executors.base import Usage
from cnet_agent.model.admission import Capacity, Waiting, explain_back_off, explain_wait
from cnet_agent.model.explain import explain_attempt
from cnet_agent.model.phase import TASK_STATUS, Phase
from cnet_agent.model.served import Serving
from cnet_agent.model.task import Attempt, Environment, Task
from cnet_agent.runtime.ledger import Ledger
from cnet_agent.wire.progress import TrainingView
from cnet_agent.wire.task import (
    AttemptView,
    EnvironmentView,
    ServedView,
    TaskView,
    UsageView,
    WaitingView,
    mask_secrets,
)


def waiting_of(task: Task, ledger: Ledger, capacity: Capacity) -> Waiting | None:
    """Return why ``task`` waits, None if it does not."""
    if task.phase is Phase.BACKING_OFF:
        return explain_back_off(task)
    if task.phase is Phase.QUEUED and task.id in ledger.queue:
        return explain_wait(task, ledger.queue.position(task.id), ledger.holding, capacity)
    return None


def usage_views(usage: Mapping[str, Usage]) -> dict[str, UsageView]:
    """Return the wire form of what tasks use."""
    return {task_id: usage_view(used) for task_id, used in usage.items()}


def usage_view(usage: Usage) -> UsageView:
    """Return the wire form of what a task uses."""
    return UsageView(
        cpu_percent=round(usage.cpu_percent, 1),
        memory=usage.memory,
        pids=usage.pids,
        disk=usage.disk,
    )


def _served(model: Serving | None) -> ServedView | None:
    if model is None:
        return None
    return ServedView(id=model.id, name=model.spec.name, version=model.spec.version)


def task_view(
    task: Task,
    waiting: Waiting | None,
    usage: Usage | None,
    training: TrainingView | None = None,
) -> TaskView:
    """Return the wire form of a task, secrets masked."""
    spec, outcome = task.spec, task.outcome
    return TaskView(
        **spec.model_dump(exclude={"name", "env", "resources", "retry", "training", "model"}),
        name=spec.title,
        env=mask_secrets(spec.env),
        resources=spec.resources,
        training=training,
        model=_served(spec.model),
        retry=spec.retry,
        id=task.id,
        status=TASK_STATUS[task.phase],
        phase=task.phase,
        reason=task.reason,
        cause=outcome.cause if outcome else None,
        message=task.message,
        waiting=waiting_view(waiting),
        attempt=task.attempt,
        retry_count=task.retry_count,
        attempts=[_attempt(task, attempt) for attempt in task.attempts],
        exit_code=outcome.exit_code if outcome else None,
        signal=outcome.signal if outcome else None,
        oom_kills=outcome.oom_kills if outcome else 0,
        dropped_bytes=outcome.dropped_bytes if outcome else 0,
        created_at=task.created_at,
        started_at=task.started_at,
        completed_at=task.completed_at,
        limits=task.limits,
        limited_by=task.limited_by,
        gpus=list(task.gpus),
        usage=usage_view(usage) if usage else None,
        environment=_environment(task.environment),
        pid=task.handle.pid if task.handle else None,
        container_id=task.handle.container if task.handle else "",
        rerun_of=task.rerun_of,
        preset=task.preset,
    )


def waiting_view(waiting: Waiting | None) -> WaitingView | None:
    """Return the wire form of why a task waits."""
    if waiting is None:
        return None
    return WaitingView(
        on=waiting.on,
        message=waiting.message,
        position=waiting.position,
        needed=waiting.needed,
        free=waiting.free,
        holders=list(waiting.holders),
        due_at=waiting.due_at,
    )


def _attempt(task: Task, attempt: Attempt) -> AttemptView:
    outcome = attempt.outcome
    return AttemptView(
        number=attempt.number,
        started_at=attempt.started_at,
        ended_at=outcome.ended_at,
        reason=outcome.reason,
        cause=outcome.cause,
        message=explain_attempt(task, outcome),
        exit_code=outcome.exit_code,
        signal=outcome.signal,
        oom_kills=outcome.oom_kills,
        peak_memory=outcome.peak_memory,
        cpu_seconds=outcome.cpu_seconds,
        disk_used=outcome.disk_used,
    )


def _environment(environment: Environment | None) -> EnvironmentView | None:
    if environment is None:
        return None
    return EnvironmentView(
        python=environment.python,
        packages=list(environment.packages),
        source=environment.source,
        seconds=environment.seconds,
        id=environment.id,
    )
