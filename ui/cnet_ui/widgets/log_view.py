"""A log that follows while one looks at its end, and keeps still while one reads."""

from collections import deque
from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from cnet_ui.models.log_lines import Line, LogLines, Note
from cnet_ui.theme import mono_font
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.log_text import Piece, pieces, resolve

KEPT = 10_000  # lines in the view; the file has more
PACE = 100  # milliseconds between two batches


class LogView(QWidget):
    """Shows lines as they come, at most 400 every 100 ms, the last 10,000 of them.

    It follows the end until one scrolls up, and again from the moment one is back at the end.
    """

    following_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._lines = LogLines()
        self._drawn: deque[Line] = deque(maxlen=KEPT)
        self._formats: dict[tuple[str, bool], QTextCharFormat] = {}
        self._is_empty = True
        self._following = True
        self._is_writing = False
        self.text = self._make_text()
        self._empty = label(tone="muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._make_bar())
        layout.addWidget(self.text, 1)
        self._empty.setParent(self.text)
        self._timer = QTimer(self, interval=PACE)
        self._timer.timeout.connect(self.flush)
        self._recolour = QTimer(self, singleShot=True, interval=0)
        self._recolour.timeout.connect(self._draw_again)
        self.text.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.show_empty("")

    # -- what others do with it ---------------------------------------------------------------

    @property
    def following(self) -> bool:
        """Whether new lines pull the view along."""
        return self._following

    def add(self, lines: Iterable[Line]) -> None:
        """Take lines; they are drawn with the next batch."""
        self._lines.add(lines)
        if len(self._lines) and not self._timer.isActive():
            self._timer.start()
            self.flush()

    def note(self, sentence: str) -> None:
        """Say something between the lines."""
        self.add([Note(sentence)])

    def clear(self) -> None:
        """Begin anew, at the end."""
        self._timer.stop()
        self._lines.clear()
        self._drawn.clear()
        self.text.clear()
        self._is_empty = True
        self.follow()

    def show_empty(self, sentence: str) -> None:
        """Say ``sentence`` while there are no lines."""
        self._empty.setText(sentence)
        self._place_empty()

    def set_live(self, is_live: bool) -> None:
        """Say whether more may come; there is nothing to follow in a log that has ended."""
        self._follow_button.setVisible(is_live)
        self._ended.setVisible(not is_live)

    def follow(self) -> None:
        """Go to the end and stay there."""
        self._set_following(True)
        self._to_end()

    def flush(self) -> None:
        """Draw what waits, as much as can be drawn at once."""
        skipped, lines = self._lines.take()
        if not lines:
            self._timer.stop()
            return
        if skipped:
            sentence = self.tr("{count} lines came too quickly to be shown; the log has them all.")
            lines.insert(0, Note(sentence.format(count=f"{skipped:,}")))
        self._drawn.extend(lines)
        first, count = self.text.firstVisibleBlock(), self.text.blockCount()
        number = first.blockNumber()
        beyond = self.text.verticalScrollBar().value() - first.firstLineNumber()
        self._hold_selection(hold=True)
        self._append(lines)
        self._hold_selection(hold=False)
        self._place_empty()
        if self._following:
            self._to_end()
        else:  # Qt keeps the line's number in place, and the line moves as the oldest are dropped
            forgotten = count + len(lines) - self.text.blockCount()
            self._go_to(number - forgotten, beyond)

    # -- drawing ------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw everything in new colours, once: a theme comes as a dozen of these events."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._formats.clear()
            self._recolour.start()

    def _draw_again(self) -> None:
        place = self.text.verticalScrollBar().value()
        self.text.clear()
        self._is_empty = True
        self._append(list(self._drawn))
        self.text.verticalScrollBar().setValue(place)

    def _hold_selection(self, *, hold: bool) -> None:
        """Keep a selection that ends where the log does from growing with it."""
        cursor = self.text.textCursor()
        if cursor.hasSelection():
            cursor.setKeepPositionOnInsert(hold)
            self.text.setTextCursor(cursor)

    def _append(self, lines: list[Line]) -> None:
        """Write at the end without touching where the reader is or what is selected."""
        self._is_writing = True
        cursor = QTextCursor(self.text.document())
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for line in lines:
            self._write(cursor, line)
        cursor.endEditBlock()
        self._is_writing = False

    def _write(self, cursor: QTextCursor, line: Line) -> None:
        if not self._is_empty:
            cursor.insertBlock()
        self._is_empty = False
        if isinstance(line, Note):
            cursor.insertText(line.text, self._format("waiting", bold=False))
            return
        cursor.insertText(f"{_clock(line.time)}  ", self._format("text_muted", bold=False))
        for piece in pieces(line.line):
            cursor.insertText(piece.text, self._format(piece.color, bold=piece.bold))

    def _format(self, name: str, *, bold: bool) -> QTextCharFormat:
        found = self._formats.get((name, bold))
        if found is None:
            found = QTextCharFormat()
            found.setForeground(QColor(resolve(Piece("", name))))
            if bold:
                found.setFontWeight(QFont.Weight.Bold)
            self._formats[name, bold] = found
        return found

    def _to_end(self) -> None:
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _go_to(self, block_number: int, beyond: int) -> None:
        """Put a block at the top, and ``beyond`` of its lines above it."""
        block = self.text.document().findBlockByNumber(max(block_number, 0))
        self._is_writing = True
        self.text.verticalScrollBar().setValue(block.firstLineNumber() + beyond)
        self._is_writing = False

    def _scrolled(self, value: int) -> None:
        if not self._is_writing:
            self._set_following(value >= self.text.verticalScrollBar().maximum())

    def _set_following(self, following: bool) -> None:
        if following != self._following:
            self._following = following
            self._follow_button.setChecked(following)
            self._follow_button.set_text(
                self.tr("Following") if following else self.tr("Go to the end")
            )
            self.following_changed.emit(following)

    # -- parts --------------------------------------------------------------------------------

    def _make_text(self) -> QPlainTextEdit:
        text = QPlainTextEdit()
        text.setProperty("role", "log")
        text.setReadOnly(True)
        text.setUndoRedoEnabled(False)
        text.setMaximumBlockCount(KEPT)
        text.setFont(mono_font())
        text.document().setDocumentMargin(8)
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        text.setAccessibleName(self.tr("Log"))
        return text

    def _make_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 7, 12, 7)
        bar.setSpacing(4)
        self._ended = label(
            self.tr("The task has ended; this is the end of its log."), tone="muted"
        )
        bar.addWidget(self._ended)
        bar.addStretch(1)
        wrap = IconButton("wrap-text", self.tr("Wrap long lines"), checkable=True)
        wrap.toggled.connect(self._wrap)
        bar.addWidget(wrap)
        copy = IconButton("copy", self.tr("Copy what is selected, or everything"))
        copy.clicked.connect(self.copy)
        bar.addWidget(copy)
        self._follow_button = Button(
            self.tr("Following"), icon_name="arrow-down-to-line", kind="small"
        )
        self._follow_button.setCheckable(True)
        self._follow_button.setChecked(True)
        self._follow_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._follow_button.clicked.connect(self._toggle)
        bar.addWidget(self._follow_button)
        return bar

    def copy(self) -> None:
        """Put what is selected on the clipboard, or everything that is shown."""
        cursor = self.text.textCursor()
        if cursor.hasSelection():
            self.text.copy()
        else:
            QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _toggle(self) -> None:
        if self._following:
            self._set_following(False)
        else:
            self.follow()

    def _wrap(self, wrap: bool) -> None:
        mode = QPlainTextEdit.LineWrapMode
        self.text.setLineWrapMode(mode.WidgetWidth if wrap else mode.NoWrap)

    def _place_empty(self) -> None:
        self._empty.setVisible(self._is_empty and bool(self._empty.text()))
        self._empty.setGeometry(self.text.viewport().rect())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the sentence in the middle, and the end in view."""
        super().resizeEvent(event)
        self._place_empty()
        if self._following:
            self._to_end()


def _clock(time: str) -> str:
    """Return the local time of a record, to the millisecond."""
    try:
        return datetime.fromisoformat(time).astimezone().strftime("%H:%M:%S.%f")[:-3]
    except ValueError:
        return time
