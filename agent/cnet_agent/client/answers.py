"""Answers of which a part is told in headers: a page of tasks, lines of a log."""

from dataclasses import dataclass

from cnet_agent.wire.task import LogRecord, TaskView


@dataclass(frozen=True, slots=True)
class TaskList:
    """A page of tasks, newest first; ``after`` leads to the next page, None if this is the last."""

    tasks: list[TaskView]
    total: int
    after: str | None


@dataclass(frozen=True, slots=True)
class LogLines:
    """Lines of a log; ``cut`` if there were more before them. Following goes on at ``cursor``."""

    records: list[LogRecord]
    cut: bool
    cursor: str | None
