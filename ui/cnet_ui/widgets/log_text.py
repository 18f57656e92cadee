"""The text of a log: rows in, rows out, coloured where they are seen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit

from cnet_ui.log_font import log_font
from cnet_ui.models.log_lines import Row
from cnet_ui.widgets.log_formats import LogFormats, tint

NAME_WIDTH = 18  # characters of a source's name
LINE = 22  # pixels
_TIME_WIDTH = 14  # 14:02:03.123 and two spaces


class LogText(QPlainTextEdit):
    """Shows rows, a block each, and says what is clicked.

    The text goes in as it is; formats are laid over the blocks that are seen, which is what makes
    it quick.
    """

    seen_changed = Signal()  # other rows are seen, or they look different
    source_opened = Signal(str)  # its id
    whole_wanted = Signal(object)  # a row that is cut

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()
        self._shown = 0  # rows in the document; none is an empty block, too
        self._is_changing = False
        self._times = True
        self._names = False
        self._formats = LogFormats()
        self._generation = 1  # of the formats; blocks remember theirs
        self._above = 0  # pixels that are no whole line
        self.setProperty("role", "log")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFont(log_font())
        self._advance = QFontMetricsF(log_font()).horizontalAdvance(" ")  # of each character
        self.setTabStopDistance(8 * self._advance)
        self.document().setDocumentMargin(0)  # Qt leaves it free twice below the last line
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Log"))
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.colour)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(lambda _: self.colour())
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self._fit)
        bar.rangeChanged.connect(lambda *_: self._fit_soon.start())

    # -- rows ---------------------------------------------------------------------------------

    def show_all(self, rows: Sequence[Row]) -> None:
        """Show these rows and no others."""
        self.rows = rows
        self._is_changing = True
        self.setPlainText("\n".join(map(self.text_of, rows)))
        self._is_changing = False
        self._shown = len(rows)
        self._soon.start()

    def change(
        self,
        rows: Sequence[Row],
        *,
        first: int = 0,
        last: int = 0,
        before: Sequence[Row] = (),
        after: Sequence[Row] = (),
    ) -> None:
        """Show ``rows``: those that are shown, less some at either end, and then some more there.

        Args:
            rows: all of them, as they are to be.
            first: how many of the first ones go.
            last: how many of the last ones go, before any are added there.
            before: what is added at the beginning.
            after: what is added at the end.
        """
        stay = len(rows) - len(before) - len(after)
        if stay <= 0 or not self._shown:
            self.show_all(rows)
            return
        self.rows = rows
        self._is_changing = True
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        self._drop_last(cursor, last)
        if after:
            cursor.setPosition(self.document().characterCount() - 1)
            cursor.insertText("\n" + "\n".join(map(self.text_of, after)))
        if before:
            cursor.setPosition(0)
            cursor.insertText("\n".join(map(self.text_of, before)) + "\n")
        self._drop_first(cursor, first)
        cursor.endEditBlock()
        self._is_changing = False
        self._shown = len(rows)
        # Where others were put or taken away, a block may have their formats.
        for number in (0, len(before), len(rows) - len(after) - 1, len(rows) - 1):
            self.document().findBlockByNumber(number).setUserState(-1)

    def _drop_last(self, cursor: QTextCursor, count: int) -> None:
        if count:
            gone = self.document().findBlockByNumber(self.blockCount() - count)
            cursor.setPosition(max(gone.position() - 1, 0))
            end = self.document().characterCount() - 1
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()

    def _drop_first(self, cursor: QTextCursor, count: int) -> None:
        if count:
            stays = self.document().findBlockByNumber(count)
            cursor.setPosition(0)
            cursor.setPosition(stays.position(), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()

    def show_columns(self, *, times: bool, names: bool) -> bool:
        """Show times and sources before lines or not; returns whether that is new."""
        is_new = (times, names) != (self._times, self._names)
        self._times, self._names = times, names
        return is_new

    def text_of(self, row: Row) -> str:
        """Return a row as it is shown."""
        if row.is_note:
            return " " * self.place_of(row) + row.text
        return self._prefix(row) + row.text + self._more(row)

    def place_of(self, row: Row) -> int:
        """Return after how many characters the line itself begins."""
        names = NAME_WIDTH + 2 if self._names and (row.source or row.is_note) else 0
        return (_TIME_WIDTH if self._times else 0) + names

    # -- what is seen -------------------------------------------------------------------------

    def seen(self) -> tuple[int, int]:
        """Return the numbers of the first block that is seen, and of the one after the last."""
        first = self.firstVisibleBlock().blockNumber()
        lines = self.viewport().height() // max(self.fontMetrics().height(), 1) + 2
        return max(first, 0), min(first + lines, len(self.rows), self.blockCount())

    def colour(self) -> None:
        """Colour what is seen."""
        if self._is_changing:
            return
        first, last = self.seen()
        block = self.document().findBlockByNumber(first)
        for number in range(first, last):
            if block.userState() != self._generation:
                self._colour_block(block, self.rows[number])
            block = block.next()
        self.seen_changed.emit()

    def _colour_block(self, block: QTextBlock, row: Row) -> None:
        times = _TIME_WIDTH if self._times else 0
        names = self.place_of(row) - times
        ranges = self._formats.ranges(row, times, names, len(self._more(row)))
        if ranges or block.layout().formats():
            block.layout().setFormats(ranges)
        block.setUserState(self._generation)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the grounds of names, then the text on them."""
        if self._names:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            self._paint_names(painter)
            painter.end()
        super().paintEvent(event)

    def _paint_names(self, painter: QPainter) -> None:
        first, last = self.seen()
        block, offset = self.document().findBlockByNumber(first), self.contentOffset()
        left = (_TIME_WIDTH if self._times else 0) * self._advance + offset.x()
        for row in self.rows[first:last]:
            if row.source is not None:
                top = self.blockBoundingGeometry(block).translated(offset).top()
                width = self.fontMetrics().horizontalAdvance(_short(row.source.name))
                painter.setBrush(QColor(tint(row.source.hue)))
                ground = QRectF(left - 5, top + 2, width + 10, LINE - 4)
                painter.drawRoundedRect(ground, 4, 4)
            block = block.next()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take new colours over, once: a theme comes as a dozen of these events."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._formats.forget()
            self._generation += 1
            self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Colour what came into view."""
        super().resizeEvent(event)
        self._fit()
        self._soon.start()

    def _fit(self) -> None:
        """Put what is no whole line above the text, where there is more than is seen.

        It scrolls by lines, so that it would be a blank strip below the last one otherwise.
        """
        height = self.viewport().height() + self._above
        above = (height - 1) % LINE if self.verticalScrollBar().maximum() else 0
        if above != self._above:
            self._above = above
            self.setViewportMargins(0, above, 0, 0)

    # -- what is clicked ----------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the source whose name is clicked, or a line that is cut."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            row, part = self._part_at(event.position().toPoint())
            if row is not None and part:
                self._open(row, part)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show what can be clicked."""
        super().mouseMoveEvent(event)
        _, part = self._part_at(event.position().toPoint())
        shapes = Qt.CursorShape
        self.viewport().setCursor(shapes.PointingHandCursor if part else shapes.IBeamCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open what the caret is on: all of a line that is cut, or its source."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            number = self.textCursor().blockNumber()
            row = self.rows[number] if number < len(self.rows) else None
            if row is not None and (row.is_cut or row.source is not None):
                self._open(row, "more" if row.is_cut else "name")
                return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what can be done with a line."""
        number = self.cursorForPosition(event.pos()).blockNumber()
        row = self.rows[number] if number < len(self.rows) else None
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row is not None and row.is_cut:
            action = menu.addAction(self.tr("Show all of this line"))
            action.triggered.connect(lambda: self.whole_wanted.emit(row))
        if row is not None and row.source is not None:
            source = row.source
            action = menu.addAction(self.tr("Open {name}").format(name=source.name))
            action.triggered.connect(lambda: self.source_opened.emit(source.id))
        menu.popup(event.globalPos())

    def _open(self, row: Row, part: str) -> None:
        if part == "more":
            self.whole_wanted.emit(row)
        elif row.source is not None:
            self.source_opened.emit(row.source.id)

    def _part_at(self, place: QPoint) -> tuple[Row | None, str]:
        """Return the row at a place of the viewport, and which part of it can be clicked there."""
        cursor = self.cursorForPosition(place)
        number = cursor.blockNumber()
        if number >= len(self.rows) or not self.cursorRect(cursor).adjusted(-20, 0, 20, 0).contains(
            place
        ):
            return None, ""
        row = self.rows[number]
        at = cursor.positionInBlock()
        if row.is_note:
            return row, ""
        begin = self.place_of(row)
        times = _TIME_WIDTH if self._times else 0
        if row.source is not None and times <= at < begin - 1:
            return row, "name"
        return row, "more" if row.is_cut and at > begin + len(row.text) else ""

    # -- words --------------------------------------------------------------------------------

    def _prefix(self, row: Row) -> str:
        time = f"{row.clock:<{_TIME_WIDTH}}" if self._times else ""
        if not self._names or row.source is None:
            return time
        return f"{time}{_short(row.source.name):<{NAME_WIDTH}}  "

    def _more(self, row: Row) -> str:
        if not row.is_cut:
            return ""
        sentence = self.tr("… show all {count} characters")
        return sentence.format(count=f"{len(row.line):,}")


def _short(name: str) -> str:
    name = name.strip()
    return name if len(name) <= NAME_WIDTH else f"{name[: NAME_WIDTH - 1]}…"
