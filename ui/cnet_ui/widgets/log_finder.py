"""Search in a log view: looks a little at a time, marks what is seen, goes from place to place."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit

from cnet_ui.models.log_buffer import LogBuffer
from cnet_ui.models.log_find import LogFind, Match, Wanted
from cnet_ui.models.log_lines import Row
from cnet_ui.theme import tokens
from cnet_ui.widgets.log_bar import LogBar
from cnet_ui.widgets.log_text import LogText

SLICE = 0.006  # seconds of searching between two looks at what a person does


class LogFinder(QObject):
    """Finds what the bar asks for in the rows of a buffer. ``moved``: a place was gone to."""

    moved = Signal()

    def __init__(self, text: LogText, buffer: LogBuffer, bar: LogBar) -> None:
        super().__init__(text)
        self._text = text
        self._buffer = buffer
        self._bar = bar
        self._find = LogFind(Wanted())
        self._is_fresh = False  # nobody has gone to a place yet
        self._marked: tuple[object, ...] = ()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._work)
        bar.find_changed.connect(self._begin)
        bar.step.connect(self.step)
        text.seen_changed.connect(self._mark)

    def added(self, rows: Sequence[Row]) -> None:
        """Look at rows that came at the end as well; others may have gone."""
        if not self._find.is_on:
            return
        self._keep()
        self._find.feed(rows)
        self._timer.start()

    def restart(self) -> None:
        """Look again, as the rows are others now."""
        if self._find.wanted.text:
            current = self._find.current
            self._begin(self._find.wanted, fresh=False)
            self._find.current = current

    def look_for(self, text: str) -> None:
        """Mark a text, and stay where one is."""
        self._bar.search.setText(text)
        self._is_fresh = False

    def step(self, direction: int) -> None:
        """Go to the next place (1) or the one before (-1)."""
        self._go(direction, self._near())

    def _near(self) -> int:
        """Return the number of the first row that is seen."""
        rows = self._buffer.rows
        first, _ = self._text.seen()
        return rows[first].number if first < len(rows) else 0

    def _go(self, direction: int, near: int) -> None:
        match = self._find.go(direction, near)
        if match is not None:
            self.moved.emit()
            self._show(match)
        self._tell()

    def takes(self, event: QKeyEvent, *, act: bool) -> bool:
        """Tell whether a key is one of searches, and do what it asks for."""
        key = QKeySequence(event.keyCombination())
        if key in QKeySequence.keyBindings(QKeySequence.StandardKey.Find):
            if act:
                self._bar.begin_search()
            return True
        if event.key() == Qt.Key.Key_F3:
            if act:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.step(-1 if back else 1)
            return True
        return False

    # -- looking ------------------------------------------------------------------------------

    def _begin(self, wanted: Wanted, *, fresh: bool = True) -> None:
        self._find = LogFind(wanted)
        self._is_fresh = fresh
        self._find.feed(self._buffer.rows)
        if self._find.is_busy:
            self._timer.start()
        self._tell()

    def _work(self) -> None:
        self._find.work(SLICE, time.perf_counter)
        if not self._find.is_busy:
            self._timer.stop()
            self._keep()
            rows = self._buffer.rows
            if self._is_fresh and self._find.matches and rows:
                self._is_fresh = False
                self._go(*((-1, rows[-1].number + 1) if self._is_at_end() else (1, self._near())))
                return
        self._tell()

    def _is_at_end(self) -> bool:
        bar = self._text.verticalScrollBar()
        return bar.maximum() > 0 and bar.value() >= bar.maximum()

    def _keep(self) -> None:
        rows = self._buffer.rows
        if rows:
            self._find.keep(rows[0].number, rows[-1].number)

    def _tell(self) -> None:
        self._bar.show_found(self._find)
        self._mark()

    # -- showing ------------------------------------------------------------------------------

    def _show(self, match: Match) -> None:
        index = self._buffer.index_of(match.number)
        cursor = self._cursor(match, index)
        first, last = self._text.seen()
        self._text.setTextCursor(cursor)
        if not first <= index < last - 2:
            self._text.centerCursor()
        self._text.ensureCursorVisible()

    def _cursor(self, match: Match, index: int) -> QTextCursor:
        block = self._text.document().findBlockByNumber(index)
        start = block.position() + self._text.place_of(self._buffer.rows[index])
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(start + match.start)
        return cursor

    def _mark(self) -> None:
        """Mark the places that are seen; what is around them stays."""
        if not self._find.matches:
            if self._marked:
                self._marked = ()
                self._text.setExtraSelections([])
            return
        rows = self._buffer.rows
        first, last = self._text.seen()
        if first >= min(last, len(rows)):
            return
        seen = self._find.within(rows[first].number, rows[min(last, len(rows)) - 1].number)
        marked = (tokens().dark, first, self._find.current, len(seen), *seen[:1], *seen[-1:])
        if marked == self._marked:
            return
        self._marked = marked
        found: list[QTextEdit.ExtraSelection] = []
        for match in seen:
            index = self._buffer.index_of(match.number)
            is_current = match == self._find.current
            if is_current:
                found.insert(0, self._line(match, index))
            found.append(self._place(match, index, is_current=is_current))
        self._text.setExtraSelections(found)

    def _place(self, match: Match, index: int, *, is_current: bool) -> QTextEdit.ExtraSelection:
        look = QTextCharFormat()
        colours = tokens()
        look.setBackground(QColor(colours.found_now if is_current else colours.found))
        look.setForeground(QColor(colours.on_found_now if is_current else colours.on_found))
        made = QTextEdit.ExtraSelection()
        cursor = self._cursor(match, index)
        cursor.setPosition(
            cursor.position() + match.end - match.start, QTextCursor.MoveMode.KeepAnchor
        )
        made.cursor, made.format = cursor, look
        return made

    def _line(self, match: Match, index: int) -> QTextEdit.ExtraSelection:
        look = QTextCharFormat()
        look.setBackground(QColor(tokens().waiting_tint))
        look.setProperty(QTextFormat.Property.FullWidthSelection, True)
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = self._cursor(match, index), look
        return made
