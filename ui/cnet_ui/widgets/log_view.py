"""A log that follows while one looks at its end, and keeps still while one reads."""

import time
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from cnet_ui.background import spawn
from cnet_ui.log_options import log_options
from cnet_ui.models.log_buffer import LogBuffer
from cnet_ui.models.log_lines import Line, LineFilter, Note, Row, WaitingLines
from cnet_ui.models.log_place import find_again
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.log_bar import LogBar
from cnet_ui.widgets.log_finder import LogFinder
from cnet_ui.widgets.log_foot import LogFoot
from cnet_ui.widgets.log_text import LogText

PACE = 20  # milliseconds between two batches
BUDGET = 0.012  # seconds that a batch may take to draw; more would hold the window up
STEP = 250  # lines drawn at a time


class LogView(QWidget):
    """Shows lines as they come, the last 10,000 of them.

    It follows the end until one scrolls up, and again from the moment one is back at the end. What
    one reads stays: lines that come meanwhile are counted, and read again when one goes there.

    Args:
        filters: whether its header offers to filter lines; somebody else does otherwise.
        names: whether lines are those of several sources and say whose they are.
    """

    following_changed = Signal(bool)
    earlier_wanted = Signal()  # lines before the first one that is here
    later_wanted = Signal()  # lines after the last one that is here
    end_wanted = Signal()  # the end of the log, which is not here
    attempt_chosen = Signal(int)
    save_wanted = Signal()
    folder_wanted = Signal()
    source_opened = Signal(str)

    def __init__(self, *, filters: bool = True, names: bool = False) -> None:
        super().__init__()
        self.buffer = LogBuffer()
        self._waiting = WaitingLines()
        self._names = names
        self._is_live = True
        self._following = True
        self._is_away = False  # the end of the log is not in the buffer
        self._has_earlier = False
        self._is_asking = False  # for lines at either end
        self._is_writing = False
        self._new = 0  # lines that came since one left the end
        self._sought: Row | None = None  # the line to go to once it is here
        self._sentence = self._ended = ""
        self.text = LogText()
        self.bar = LogBar(filters=filters)
        self.foot = LogFoot()
        self._empty = label(tone="muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.finder = LogFinder(self.text, self.buffer, self.bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part, stretch in ((self.bar, 0), (self.text, 1), (self.foot, 0)):
            layout.addWidget(part, stretch)
        self._empty.setParent(self.text)
        self._timer = QTimer(self, interval=PACE)
        self._timer.timeout.connect(self.flush)
        self._connect()
        self._take_options()
        self._refresh()

    # -- what others do with it ---------------------------------------------------------------

    @property
    def following(self) -> bool:
        """Whether new lines pull the view along."""
        return self._following

    def add(self, lines: Iterable[Line]) -> None:
        """Take lines; they are drawn with the next batch, once the view can be seen."""
        self._waiting.add(lines)
        if len(self._waiting) and self.isVisible() and not self._timer.isActive():
            self._timer.start()
            self.flush()

    def note(self, sentence: str) -> None:
        """Say something between the lines."""
        self.add([Note(sentence)])

    def clear(self) -> None:
        """Begin anew, at the end."""
        self._timer.stop()
        self._waiting.clear()
        self.buffer.clear()
        self.text.show_all(())
        self.finder.restart()
        self._is_away = self._has_earlier = self._is_asking = False
        self._set_following(True)
        self._refresh()

    def show_empty(self, sentence: str) -> None:
        """Say ``sentence`` while there are no lines."""
        self._sentence = sentence
        self._refresh()

    def set_live(self, is_live: bool, ended: str = "") -> None:
        """Say whether more may come; there is nothing to follow in a log that has ended.

        Args:
            is_live: whether it has not ended.
            ended: what to say where it has; that the task has, if left out.
        """
        self._is_live = is_live
        self._ended = ended or self.tr("The task has ended; this is the end of its log.")
        self._refresh()

    def set_earlier(self, *, can_load: bool) -> None:
        """Say whether the log has lines before the first one that is here."""
        self._has_earlier = can_load
        self._refresh()

    def set_filter(self, chosen: LineFilter) -> None:
        """Show only some lines."""
        self.buffer.choose(chosen)
        self.bar.show_filter(chosen)
        self._draw_again()

    def show_earlier(self, lines: Sequence[Line], *, has_more: bool) -> None:
        """Take lines that come before the first one; what is read stays where it is.

        Where there is no room for more, the last ones go: the end is then read again when one
        goes there.
        """
        self._is_asking = False
        self._has_earlier = has_more
        held = self.buffer.held
        place, beyond = self._place()
        change = self.buffer.prepend(lines)
        self._is_away |= self.buffer.held < held + len(lines)
        self._is_writing = True
        self.text.change(self.buffer.rows, last=change.dropped, before=change.added)
        self._is_writing = False
        self._go_to(place + len(change.added), beyond)
        self.finder.restart()
        self._seek()
        self._refresh()

    def show_later(self, lines: Sequence[Line]) -> None:
        """Take lines that come after the last one, which is not the end of the log."""
        self._is_asking = False
        self._write(lines)
        self._has_earlier = True
        self._refresh()

    def show_row(self, index: int) -> None:
        """Bring one of the rows that are shown to the top, and stay there."""
        self._set_following(False)
        self._go_to(index, 0)
        self._refresh()

    def take_over(self, before: "LogView") -> None:
        """Show what another view of the same log showed; its place as soon as it is read."""
        self.set_filter(before.buffer.filter)
        self.finder.look_for(before.bar.search.text())
        first, _ = before.text.seen()
        seen = (row for row in before.text.rows[first:] if not row.is_note)
        self._sought = None if before.following else next(seen, None)

    def forget_place(self) -> None:
        """Go to no place that was taken over; another log is shown."""
        self._sought = None

    def follow(self) -> None:
        """Go to the end and stay there."""
        self._sought = None
        self._set_following(True)
        if self._is_away:
            self.end_wanted.emit()
        else:
            self._to_end()

    def say(self, sentence: str) -> None:
        """Say something below the log for a while."""
        self.foot.say(sentence)

    def flush(self) -> None:
        """Draw what waits, as much as can be drawn at once."""
        deadline = time.perf_counter() + BUDGET
        while len(self._waiting):
            if self._is_away or (not self._following and self.buffer.is_full):
                self._is_away = True  # what one reads stays; what comes is counted
                self._new += self._waiting.clear()
                break
            skipped, lines = self._waiting.take(STEP)
            if skipped:
                sentence = self.tr("{count} lines were skipped: they came too quickly to be shown.")
                lines.insert(0, Note(sentence.format(count=f"{skipped:,}")))
            if not self._following:
                self._new += len(lines)
            self._write(lines)
            if time.perf_counter() >= deadline:
                break
        if not len(self._waiting):
            self._timer.stop()
            self._seek()
        if self._following:
            self._to_end()
        self.text.colour()
        self._refresh()

    def _seek(self) -> None:
        """Go to the place that was taken over; read earlier lines while it is before them."""
        first, sought = self.buffer.first, self._sought
        if sought is None or first is None:
            return
        if first.time > sought.time and self._has_earlier and not self.buffer.is_full:
            self._ask(self.earlier_wanted)
            return
        self._sought = None
        index = find_again(self.buffer.rows, sought)
        if index is not None:
            self.show_row(index)

    # -- drawing ------------------------------------------------------------------------------

    def _write(self, lines: Sequence[Line]) -> None:
        place, beyond = (0, 0) if self._following else self._place()
        change = self.buffer.append(lines)
        self._is_writing = True
        self._hold_selection(hold=True)
        self.text.change(
            self.buffer.rows, first=change.dropped, last=change.replaced, after=change.added
        )
        self._hold_selection(hold=False)
        self._is_writing = False
        self.finder.added(change.added)
        if not self._following:
            self._go_to(place - change.dropped, beyond)

    def _draw_again(self) -> None:
        first, _ = self.text.seen()
        number = self.text.rows[first].number if first < len(self.text.rows) else 0
        self._is_writing = True
        self.text.show_all(self.buffer.rows)
        self._is_writing = False
        self.finder.restart()
        if self._following:
            self._to_end()
        else:
            self._go_to(self.buffer.index_of(number), 0)
        self._refresh()

    def _hold_selection(self, *, hold: bool) -> None:
        """Keep a selection that ends where the log does from growing with it."""
        cursor = self.text.textCursor()
        if cursor.hasSelection():
            cursor.setKeepPositionOnInsert(hold)
            self.text.setTextCursor(cursor)

    def _place(self) -> tuple[int, int]:
        """Return the block at the top, and how many of its lines are above it."""
        first = self.text.firstVisibleBlock()
        return first.blockNumber(), self.text.verticalScrollBar().value() - first.firstLineNumber()

    def _go_to(self, number: int, beyond: int) -> None:
        block = self.text.document().findBlockByNumber(max(number, 0))
        self._is_writing = True
        self.text.verticalScrollBar().setValue(block.firstLineNumber() + beyond)
        self._is_writing = False

    def _to_end(self) -> None:
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _scrolled(self, value: int) -> None:
        if self._is_writing:
            return
        bar = self.text.verticalScrollBar()
        at_end = value >= bar.maximum()
        self._set_following(at_end and not self._is_away)
        if at_end and self._is_away and value > 0:
            self._ask(self.later_wanted)
        elif value <= bar.minimum() and self._has_earlier and bar.maximum() > 0:
            self._ask(self.earlier_wanted)
        self._refresh()

    def _ask(self, signal: SignalInstance) -> None:
        if not self._is_asking:
            self._is_asking = True
            signal.emit()

    def _set_following(self, following: bool) -> None:
        if following:
            self._new = 0
        if following != self._following:
            self._following = following
            self.following_changed.emit(following)

    # -- parts --------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.text.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.text.source_opened.connect(self.source_opened)
        self.text.whole_wanted.connect(self._show_whole)
        self.text.installEventFilter(self)
        self.bar.search.installEventFilter(self)
        self.bar.filter_changed.connect(self.set_filter)
        self.bar.copy_wanted.connect(self.copy)
        self.bar.left.connect(self.text.setFocus)
        self.bar.attempt_chosen.connect(self.attempt_chosen)
        self.bar.save_wanted.connect(self.save_wanted)
        self.bar.folder_wanted.connect(self.folder_wanted)
        self.finder.moved.connect(lambda: self._set_following(False))
        self.foot.end_wanted.connect(self.follow)
        self.foot.earlier_wanted.connect(lambda: self._ask(self.earlier_wanted))
        log_options().changed.connect(self._take_options)

    def copy(self) -> None:
        """Put what is selected on the clipboard, or everything that is shown."""
        cursor = self.text.textCursor()
        if cursor.hasSelection():
            self.text.copy()
        else:
            QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _show_whole(self, row: Row) -> None:
        from cnet_ui.ask import ask
        from cnet_ui.dialogs.long_line import LongLine

        spawn(ask(LongLine(self.window(), row)), self)

    def _take_options(self) -> None:
        options = log_options()
        mode = QPlainTextEdit.LineWrapMode
        self.text.setLineWrapMode(mode.WidgetWidth if options.is_on("wrap") else mode.NoWrap)
        if self.text.show_columns(times=options.is_on("times"), names=self._names):
            self._draw_again()

    def _refresh(self) -> None:
        shown, held = len(self.buffer.rows), self.buffer.held
        if shown < held:
            said = self.tr("{shown} of {held} lines").format(shown=f"{shown:,}", held=f"{held:,}")
        else:
            words = self.tr("1 line") if held == 1 else self.tr("{held} lines")
            said = words.format(held=f"{held:,}")
        if not self._is_live:
            said += f" · {self._ended}"
        elif self._following:
            said += " · " + self.tr("Following")
        self.foot.show_status(said)
        self.foot.show_earlier(can_load=self._has_earlier)
        self.foot.show_jump(
            is_away=self._is_away or (self._is_live and not self._following), new=self._new
        )
        sentence = self.tr("No line passes the filter.") if held else self._sentence
        self._empty.setText(sentence)
        self._empty.setVisible(not shown and bool(sentence))
        self._empty.setGeometry(self.text.viewport().rect().adjusted(24, 0, -24, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the keys of searches before anybody else does."""
        kinds = QEvent.Type
        if event.type() not in (kinds.ShortcutOverride, kinds.KeyPress):
            return super().eventFilter(watched, event)
        assert isinstance(event, QKeyEvent)
        if not self.finder.takes(event, act=event.type() == kinds.KeyPress):
            return super().eventFilter(watched, event)
        event.accept()
        return True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what came while nobody could see it."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Draw nothing that nobody sees."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the sentence in the middle, and the end in view."""
        super().resizeEvent(event)
        self._refresh()
        if self._following:
            self._to_end()
