"""What one asks of a log and what one gets."""

from dataclasses import dataclass

from cnet_agent.wire.task import LogRecord

DEFAULT_LINES = 10_000


@dataclass(frozen=True, slots=True)
class LogQuery:
    """Which lines of a task's log to read: all conditions hold for each."""

    attempt: int | None = None  # the last one
    tail: int | None = None  # the last so many lines; 10,000 if None
    stream: str | None = None  # stdout or stderr
    grep: str | None = None  # lines in which this regular expression is found
    since: float | None = None  # Unix seconds
    before: str | None = None  # the lines before the record with this cursor
    cursor: str | None = None  # instead of the last lines, the first ones after this cursor


@dataclass(frozen=True, slots=True)
class LogPage:
    """Lines of a log."""

    records: list[LogRecord]
    cut: bool  # whether there were earlier lines that are not here
    cursor: str = ""  # where following goes on after this page


@dataclass(frozen=True, slots=True)
class Gap:
    """A follower fell behind what is kept, or began where nothing is kept any more.

    What is gone cannot be measured: the figures are estimates from the size of a segment and the
    mean length of the lines that come next.
    """

    lost: int  # lines, estimated
    unit: str = "lines"
    bytes: int = 0  # of log, estimated
