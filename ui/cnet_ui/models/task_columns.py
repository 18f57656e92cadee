"""The columns of the task list: what each says of a task, and by what it sorts."""

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from cnet_agent.model.phase import Status
from cnet_agent.wire.task import TaskView, UsageView
from cnet_ui.agent_words import worded
from cnet_ui.words import (
    NONE,
    cause,
    full_moment,
    kind_word,
    look,
    moment,
    percent,
    run_time,
    size_text,
    task_run_time,
)

translate = QCoreApplication.translate


class Column(IntEnum):
    """The columns, from the left unless a person moved them."""

    NAME = 0
    TYPE = 1
    STATUS = 2
    CPU = 3
    MEMORY = 4
    RUN_TIME = 5
    STARTED = 6
    FINISHED = 7
    CREATED = 8
    ATTEMPTS = 9
    RESULT = 10
    LABELS = 11
    PRIORITY = 12
    ACTIONS = 13


NUMBERS = frozenset(
    {
        Column.CPU,
        Column.MEMORY,
        Column.RUN_TIME,
        Column.STARTED,
        Column.FINISHED,
        Column.CREATED,
        Column.ATTEMPTS,
        Column.PRIORITY,
    }
)
MUTED = frozenset({Column.TYPE, Column.STARTED, Column.FINISHED, Column.CREATED, Column.LABELS})
LIVE = frozenset({Column.CPU, Column.MEMORY, Column.RUN_TIME})
"""What changes while a task runs, once a second."""
NEWEST_FIRST = frozenset({Column.STARTED, Column.CREATED})
"""By these, older tasks of the agent follow those that are known."""

_ORDER = [Status.RUNNING, Status.PENDING, Status.FAILED, Status.STOPPED, Status.COMPLETED]
_RANK = {status: rank for rank, status in enumerate(_ORDER)}
_NOT_YET = 1e11  # seconds; later than any moment


def heading(column: Column) -> str:
    """Return what stands over a column."""
    words = {
        Column.NAME: translate("task_columns", "Name"),
        Column.TYPE: translate("task_columns", "Type"),
        Column.STATUS: translate("task_columns", "Status"),
        Column.CPU: translate("task_columns", "CPU"),
        Column.MEMORY: translate("task_columns", "Memory"),
        Column.RUN_TIME: translate("task_columns", "Run time"),
        Column.STARTED: translate("task_columns", "Started"),
        Column.FINISHED: translate("task_columns", "Finished"),
        Column.CREATED: translate("task_columns", "Created"),
        Column.ATTEMPTS: translate("task_columns", "Attempts"),
        Column.RESULT: translate("task_columns", "Result"),
        Column.LABELS: translate("task_columns", "Labels"),
        Column.PRIORITY: translate("task_columns", "Priority"),
    }
    return words.get(column, "")


def cell_text(task: TaskView, column: int, now: float, *, stopping: bool = False) -> str:
    """Return what a cell says."""
    if column == Column.STATUS:
        return look(task, stopping=stopping).label
    return _TEXTS[column](task, now)


def sort_key(task: TaskView, column: int) -> Any:
    """Return a value that sorts: numbers as numbers, and what is missing as the least.

    What runs counts as running longest and started last, so that no row moves as time goes by.
    """
    return _KEYS[column](task)


def tip(task: TaskView, column: int) -> str:
    """Return what a cell says when one points at it, empty for nothing more than it shows."""
    match column:
        case Column.NAME:
            return " ".join([task.command, *task.args])[:400]
        case Column.STATUS | Column.RESULT:
            return worded(task.waiting.message if task.waiting else task.message)
        case Column.STARTED:
            return full_moment(task.started_at) if task.started_at else ""
        case Column.FINISHED:
            return full_moment(task.completed_at) if task.completed_at else ""
        case Column.CREATED:
            return full_moment(task.created_at)
        case Column.LABELS:
            return "\n".join(f"{name}={value}" for name, value in sorted(task.labels.items()))
        case _:
            return ""


def row_text(task: TaskView, now: float, *, stopping: bool = False) -> str:
    """Return a whole row in words, for those who cannot see it."""
    seconds = task_run_time(task, now)
    parts = [task.name, kind_word(task.type), look(task, stopping=stopping).label]
    if seconds is not None:
        parts.append(translate("task_columns", "ran {time}").format(time=run_time(seconds)))
    if task.phase.is_final and (result := result_text(task)) != NONE:
        parts.append(result)
    return ", ".join(parts)


def result_text(task: TaskView) -> str:
    """Return how a task ended, in a word or two."""
    if not task.phase.is_final:
        return NONE
    if task.signal and task.reason == "signal":
        return task.signal
    if task.exit_code is not None and task.reason in (None, "exit", "stopped"):
        return translate("task_columns", "exit {code}").format(code=task.exit_code)
    if task.status is Status.FAILED:
        return cause(task.reason, task.cause)[0]
    return NONE


def labels_text(task: TaskView) -> str:
    """Return the labels of a task on one line."""
    if not task.labels:
        return ""
    return ", ".join(f"{name}={value}" for name, value in sorted(task.labels.items()))


def _usage(task: TaskView) -> UsageView | None:
    return None if task.phase.is_final else task.usage


def _cpu_text(task: TaskView, _now: float) -> str:
    usage = _usage(task)
    return NONE if usage is None else percent(usage.cpu_percent)


def _memory_text(task: TaskView, _now: float) -> str:
    usage = _usage(task)
    return NONE if usage is None else size_text(usage.memory)


def _run_time_text(task: TaskView, now: float) -> str:
    seconds = task_run_time(task, now)
    return NONE if seconds is None else run_time(seconds)


def _moment(at: float | None, now: float) -> str:
    return NONE if at is None else moment(at, now)


def _cpu_key(task: TaskView) -> float:
    usage = _usage(task)
    return -1.0 if usage is None else usage.cpu_percent


def _memory_key(task: TaskView) -> float:
    usage = _usage(task)
    return -1.0 if usage is None else float(usage.memory)


def _run_time_key(task: TaskView) -> float:
    if task.started_at is None:
        return -1.0
    ended = task.completed_at
    return _NOT_YET - task.started_at if ended is None else ended - task.started_at


def _started_key(task: TaskView) -> float:
    if task.started_at is not None:
        return task.started_at
    return task.created_at if task.phase.is_final else _NOT_YET + task.created_at


def _result_key(task: TaskView) -> tuple[int, str]:
    if not task.phase.is_final:
        return (-1, "")
    return (-1 if task.exit_code is None else task.exit_code, task.reason or "")


_TEXTS: dict[int, Callable[[TaskView, float], str]] = {
    Column.NAME: lambda task, _: task.name,
    Column.TYPE: lambda task, _: kind_word(task.type),
    Column.CPU: _cpu_text,
    Column.MEMORY: _memory_text,
    Column.RUN_TIME: _run_time_text,
    Column.STARTED: lambda task, now: _moment(task.started_at, now),
    Column.FINISHED: lambda task, now: _moment(task.completed_at, now),
    Column.CREATED: lambda task, now: _moment(task.created_at, now),
    Column.ATTEMPTS: lambda task, _: f"{task.attempt} / {task.max_retries + 1}",
    Column.RESULT: lambda task, _: result_text(task),
    Column.LABELS: lambda task, _: labels_text(task) or NONE,
    Column.PRIORITY: lambda task, _: str(task.priority),
    Column.ACTIONS: lambda _task, _now: "",
}
_KEYS: dict[int, Callable[[TaskView], Any]] = {
    Column.NAME: lambda task: task.name.casefold(),
    Column.TYPE: lambda task: task.type,
    Column.STATUS: lambda task: _RANK[task.status],
    Column.CPU: _cpu_key,
    Column.MEMORY: _memory_key,
    Column.RUN_TIME: _run_time_key,
    Column.STARTED: _started_key,
    Column.FINISHED: lambda task: -1.0 if task.completed_at is None else task.completed_at,
    Column.CREATED: lambda task: task.created_at,
    Column.ATTEMPTS: lambda task: task.attempt,
    Column.RESULT: _result_key,
    Column.LABELS: lambda task: labels_text(task).casefold(),
    Column.PRIORITY: lambda task: task.priority,
    Column.ACTIONS: lambda task: task.created_at,
}
