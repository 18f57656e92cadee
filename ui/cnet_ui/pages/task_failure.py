"""Why a task failed, in figures, and what one would do about it. Pure but for the language."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cnet_agent.model.phase import Reason
from cnet_agent.model.quantities import format_duration, format_size
from cnet_agent.wire.task import TaskView
from cnet_ui.models.request import Request
from cnet_ui.models.spec_fields import masked
from cnet_ui.models.task_request import request_of, with_disk, with_memory, with_timeout
from cnet_ui.words import cause

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Remedy:
    """Another run that may succeed: what it has more of, in words and as a request."""

    more: str
    request: Request


@dataclass(frozen=True, slots=True)
class Failure:
    """The cause, its figures, the next step, and what may be done with one click."""

    heading: str
    icon: str
    figures: list[str]
    next_step: str
    remedy: Remedy | None = None
    log_first: bool = False  # whether the log is where one looks next
    form_first: bool = False  # whether something must be put right by hand


def failure_of(task: TaskView) -> Failure:
    """Return how to present a task that failed."""
    heading, icon = cause(task.reason, task.cause)
    remedy = _remedy(task)
    log_first = task.reason in (Reason.EXIT, Reason.SIGNAL, Reason.ENVIRONMENT_ERROR, None)
    form_first = remedy is None and task.reason in (
        Reason.SPAWN_ERROR,
        Reason.IMAGE_ERROR,
        Reason.OOM,
        Reason.TIMEOUT,
        Reason.DISK_LIMIT,
        Reason.PIDS_LIMIT,
    )
    figures = _figures(task)
    return Failure(heading, icon, figures, _next_step(task, remedy), remedy, log_first, form_first)


def _figures(task: TaskView) -> list[str]:
    figures = []
    limits = task.resources
    match task.reason:
        case Reason.OOM if memory := task.memory_bound:
            figures.append(_limit(format_size(memory)))
        case Reason.TIMEOUT if task.timeout:
            figures.append(_limit(format_duration(task.timeout)))
        case Reason.DISK_LIMIT if limits.disk_limit:
            used = task.attempts[-1].disk_used if task.attempts else None
            if used:
                text = translate("task_failure", "wrote {size}")
                figures.append(text.format(size=format_size(used)))
            figures.append(_limit(format_size(limits.disk_limit)))
        case Reason.PIDS_LIMIT:
            text = translate("task_failure", "limit {count} processes")
            figures.append(text.format(count=limits.pids_limit))
    if task.signal:
        figures.append(task.signal)
    elif task.exit_code is not None:
        figures.append(translate("task_failure", "exit code {code}").format(code=task.exit_code))
    if task.started_at is not None and task.completed_at is not None:
        ran = format_duration(task.completed_at - task.started_at)
        figures.append(translate("task_failure", "after {time}").format(time=ran))
    if task.max_retries:
        text = translate("task_failure", "attempt {number} of {all}")
        figures.append(text.format(number=task.attempt, all=task.max_retries + 1))
    return figures


def _limit(text: str) -> str:
    return translate("task_failure", "limit {limit}").format(limit=text)


def _next_step(task: TaskView, remedy: Remedy | None) -> str:
    if remedy is not None:
        return translate("task_failure", "Give it {more}, or let it use less.").format(
            more=remedy.more
        )
    match task.reason:
        case Reason.OOM | Reason.TIMEOUT | Reason.DISK_LIMIT | Reason.PIDS_LIMIT:
            return translate("task_failure", "Raise the limit in a copy of it, or let it use less.")
        case Reason.SPAWN_ERROR:
            return translate("task_failure", "Put command and folder right in a copy of it.")
        case Reason.ENVIRONMENT_ERROR:
            return translate("task_failure", "The log names the package that is missing.")
        case Reason.IMAGE_ERROR:
            return translate("task_failure", "Put the image's name right, or pull it by hand.")
        case Reason.STORAGE_ERROR:
            return translate("task_failure", "Free some space on the node, then run it again.")
        case Reason.LOST:
            return translate(
                "task_failure", "Look at what it had written, then run it again if it is not done."
            )
        case _:
            return translate("task_failure", "Read the last lines of its log.")


def _remedy(task: TaskView) -> Remedy | None:
    """Return a run with twice of what was short, where that is known and nothing is masked."""
    request = request_of(task)
    if masked(request.body) or task.model is not None:
        return None  # the agent does not tell us what to submit
    match task.reason:
        case Reason.OOM if memory := task.memory_bound:
            return Remedy(format_size(2 * memory), with_memory(request, 2 * memory))
        case Reason.DISK_LIMIT if disk := task.resources.disk_limit:
            return Remedy(format_size(2 * disk), with_disk(request, 2 * disk))
        case Reason.TIMEOUT if task.timeout:
            longer = 2 * task.timeout
            return Remedy(format_duration(longer), with_timeout(request, longer))
        case _:
            return None
