"""Reads a page of a task's log, from its end or from a place in it. Blocking; for threads."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from cnet_agent.model.errors import FieldError, InvalidRequest
from cnet_agent.model.sentence import told
from cnet_agent.runtime.logs.cri import Line
from cnet_agent.runtime.logs.cursor import Cursor
from cnet_agent.runtime.logs.grep import Grep
from cnet_agent.runtime.logs.page import DEFAULT_LINES, LogPage, LogQuery
from cnet_agent.runtime.logs.segments import AttemptLog, attempts
from cnet_agent.wire.task import LogRecord

WINDOW = 256 * 1024  # bytes looked back at a time; more holds up other threads for longer
MAX_BYTES = 8 * 1024 * 1024  # of text in one page, which is in memory several times over
_TRIES = 5


def record_of(line: Line) -> LogRecord:
    """Return a line as it goes over the wire; bytes that are not UTF-8 become U+FFFD."""
    cursor, time, stream, text = line
    return LogRecord(
        cursor=f"{cursor[0]}:{cursor[1]}:{cursor[2]}",
        time=time.decode("ascii", "replace"),
        stream="stderr" if stream == "stderr" else "stdout",
        line=text.decode("utf-8", "replace"),
    )


def parse_cursor(text: str, field: str = "cursor") -> Cursor:
    """Return the cursor in a request.

    Raises:
        InvalidRequest: it is not one.
    """
    try:
        return Cursor.parse(text)
    except ValueError as error:
        raise InvalidRequest(told(error), errors=(FieldError((field,), told(error)),)) from error


def read_page(folder: Path, query: LogQuery) -> LogPage:
    """Return the lines that ``query`` asks for.

    Raises:
        InvalidRequest: its cursor or its pattern is not valid.
    """
    condition = Condition(query)
    after = parse_cursor(query.cursor) if query.cursor is not None else None
    before = parse_cursor(query.before, "before") if query.before is not None else None
    for tries_left in reversed(range(_TRIES)):
        kept = attempts(folder)
        named = before or after
        attempt = query.attempt or (named.attempt if named else max(kept, default=1))
        log = AttemptLog.open(folder, attempt, kept.get(attempt, ()))
        if log is None:
            return LogPage([], cut=False, cursor=f"{attempt}:0:0")
        wanted = DEFAULT_LINES if query.tail is None else query.tail
        try:
            if after is not None:
                return _forwards(log, condition, wanted, after)
            return _backwards(log, condition, wanted, before)
        except FileNotFoundError:  # a segment was rotated away meanwhile
            if not tries_left:
                raise
    raise AssertionError("unreachable")


class Condition:
    """Which lines a query wants."""

    def __init__(self, query: LogQuery) -> None:
        self._stream = query.stream
        self._since = _stamp(query.since) if query.since is not None else b""
        self.grep = Grep(query.grep) if query.grep else None

    def begins_within(self, lines: list[Line]) -> bool:
        """Tell whether lines before these are too old."""
        return bool(self._since and lines) and lines[0].time < self._since

    def select(self, lines: list[Line]) -> list[Line]:
        """Return those that are wanted."""
        stream, since, grep = self._stream, self._since, self.grep
        if stream is not None or since:
            lines = [
                line
                for line in lines
                if (stream is None or line.stream == stream) and line.time >= since
            ]
        if grep is not None:
            lines = [line for line in lines if grep.finds(line.text.decode("utf-8", "replace"))]
        return lines

    @property
    def is_over(self) -> bool:
        """Whether the search has taken as long as it may."""
        return self.grep is not None and self.grep.is_over


def _backwards(
    log: AttemptLog, condition: Condition, wanted: int, before: Cursor | None
) -> LogPage:
    """Return the last lines (before a place)."""
    end = log.end if before is None else log.place(before)[0]
    pages: list[list[Line]] = []
    count = size = 0
    stop, reaches_back = end, False
    while count < wanted and stop > log.start and size < MAX_BYTES and not condition.is_over:
        start = log.back(stop, WINDOW)
        lines = lines_between(log, start, stop)
        if stop is end:
            lines = [line for line in lines if before is None or line.cursor < before]
        reaches_back = condition.begins_within(lines)
        found = condition.select(lines)
        pages.append(found)
        count += len(found)
        size += sum(len(line.text) for line in found)
        stop = start
        if reaches_back:
            break
    found = [line for page in reversed(pages) for line in page]
    cut = not reaches_back and (stop > log.start or log.start.segment > 0)
    records = [record_of(line) for line in (found[-wanted:] if wanted else [])]
    return LogPage(records, cut or count > wanted, _end_cursor(log, end))


def lines_between(log: AttemptLog, start: Cursor, stop: Cursor) -> list[Line]:
    """Return the lines that end between two places; at the log's end, unfinished ones too."""
    assembler = log.assembler_at(start, None)
    lines: list[Line] = []
    for at, block in log.blocks(start, stop):
        lines += assembler.feed(block, at)
    return lines + assembler.flush() if stop == log.end else lines


def _end_cursor(log: AttemptLog, end: Cursor) -> str:
    """Return where to go on after all of the log, its unfinished text included."""
    if end != log.end or not log.assembler_at(end, None).unfinished:
        return str(end)
    return str(end._replace(offset=end.offset - 1))


def _forwards(log: AttemptLog, condition: Condition, wanted: int, after: Cursor) -> LogPage:
    """Return the first lines after a place."""
    found: list[Line] = []
    cursor, size = str(after), 0
    for lines in _groups(log, after):
        for line in condition.select(lines):
            found.append(line)
            size += len(line.text)
            if len(found) >= wanted or size >= MAX_BYTES:
                cursor = str(line.cursor)
                return LogPage([record_of(line) for line in found], log.start > after, cursor)
        if lines:
            cursor = str(lines[-1].cursor)
        if condition.is_over:
            break
    return LogPage([record_of(line) for line in found], log.start > after, cursor)


def _groups(log: AttemptLog, after: Cursor) -> Iterator[list[Line]]:
    place, given_out = log.place(after)
    assembler = log.assembler_at(place, None)
    if given_out:
        assembler.flush()
    for at, block in log.blocks(place, log.end):
        yield assembler.feed(block, at)
    yield assembler.flush()


def _stamp(seconds: float) -> bytes:
    moment = datetime.fromtimestamp(max(0.0, seconds), UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ").encode()
