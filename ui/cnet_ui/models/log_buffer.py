"""The lines that a log view holds: a bounded window on a log, which can be moved. Pure."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cnet_ui.models.log_lines import KEPT, MOST_TEXT, Line, LineFilter, Row


@dataclass(frozen=True, slots=True)
class Change:
    """What became of the rows that are shown, in this order."""

    replaced: int = 0  # taken away at the end, before any are added
    added: Sequence[Row] = ()
    dropped: int = 0  # at the other end


class LogBuffer:
    """Holds up to ``room`` lines in the order of the log; ``rows`` are those that pass the filter.

    Lines can be added at either end; those at the other end make room.
    """

    def __init__(self, room: int = KEPT) -> None:
        self.rows: list[Row] = []
        self.filter = LineFilter()
        self.room = room
        self._all: list[Row] = []
        self._size = 0  # characters

    @property
    def is_full(self) -> bool:
        """Whether another line would push one out."""
        return len(self._all) >= self.room or self._size >= MOST_TEXT

    @property
    def held(self) -> int:
        """How many lines there are, shown or not."""
        return len(self._all)

    @property
    def first(self) -> Row | None:
        """The first line of a log, notes aside."""
        return next((row for row in self._all if not row.is_note), None)

    @property
    def last(self) -> Row | None:
        """The last line of a log, notes aside."""
        return next((row for row in reversed(self._all) if not row.is_note), None)

    def append(self, lines: Iterable[Line]) -> Change:
        """Add lines at the end; the first ones make room."""
        added: list[Row] = []
        replaced = 0
        before = self._all[-1] if self._all else None
        for line in lines:
            row = Row(line)
            if before is not None and row.replaces(before):
                row.number = before.number
                if added:
                    added[-1] = row
                else:
                    added.append(row)
                    self._size -= len(self._all.pop().line)
                    replaced = self._unshow(before)
            else:
                row.number = before.number + 1 if before is not None else 0
                added.append(row)
            before = row
        self._all += added
        self._size += sum(len(row.line) for row in added)
        gone = self._all[: self._surplus(iter(self._all))]
        dropped = self._shown(gone)
        del self._all[: len(gone)]
        shown = added if self.filter.is_off else [r for r in added if self.filter.passes(r)]
        self.rows += shown
        del self.rows[:dropped]
        return Change(replaced, shown, dropped)

    def prepend(self, lines: Iterable[Line]) -> Change:
        """Add lines at the beginning; the last ones make room."""
        added = [Row(line) for line in lines]
        number = self._all[0].number if self._all else 0
        for row in reversed(added):
            number -= 1
            row.number = number
        self._all[:0] = added
        self._size += sum(len(row.line) for row in added)
        kept = len(self._all) - self._surplus(reversed(self._all))
        dropped = self._shown(self._all[max(kept, len(added)) :])
        added = added[:kept]
        del self._all[kept:]
        shown = [row for row in added if self.filter.passes(row)]
        if dropped:
            del self.rows[-dropped:]
        self.rows[:0] = shown
        return Change(0, shown, dropped)

    def choose(self, chosen: LineFilter) -> None:
        """Show other lines."""
        self.filter = chosen
        self.rows = [row for row in self._all if chosen.passes(row)]

    def clear(self) -> None:
        """Forget everything."""
        self._all = []
        self.rows = []
        self._size = 0

    def index_of(self, number: int) -> int:
        """Return where a line is among ``rows``, or where it would be."""
        return bisect_left(self.rows, number, key=lambda row: row.number)

    def _surplus(self, rows: Iterator[Row]) -> int:
        """Return how many of ``rows`` must go, and count them as gone."""
        count = 0
        while len(self._all) - count > self.room or self._size > MOST_TEXT:
            self._size -= len(next(rows).line)
            count += 1
        return count

    def _unshow(self, row: Row) -> int:
        if self.rows and self.rows[-1] is row:
            self.rows.pop()
            return 1
        return 0

    def _shown(self, rows: Sequence[Row]) -> int:
        return len(rows) if self.filter.is_off else sum(map(self.filter.passes, rows))
