"""Lines over time: bars above a log, darker where one looks, that lead to their lines."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cnet_ui.contrast import mix
from cnet_ui.models.log_histogram import ERROR, OTHER, WARNING, Histogram, histogram, seconds_of
from cnet_ui.models.log_lines import Row
from cnet_ui.theme import color, tokens, ui_font
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.labels import Dot, label
from cnet_ui.words import day, duration_word

HEIGHT = 124  # pixels
_PITCH = 13  # of a bar and the gap behind it
_GAP = 2
_AXIS = 18
_DAY = 86_400  # seconds
_TOKENS = {OTHER: "accent", WARNING: "disk", ERROR: "bad"}


class LogBars(Card):
    """A card with the bars of some rows. ``chosen`` carries the time of one that is clicked."""

    chosen = Signal(float)

    def __init__(self) -> None:
        super().__init__(self.tr("Lines over time"))
        self.setFixedHeight(HEIGHT)
        self._said = label("", "small", "muted")
        self.head.insertWidget(1, self._said)
        for kind, word in (
            (OTHER, self.tr("Info")),
            (WARNING, self.tr("Warning")),
            (ERROR, self.tr("Error")),
        ):
            entry = QHBoxLayout()
            entry.setSpacing(6)
            entry.addWidget(Dot(_TOKENS[kind]))
            entry.addWidget(label(word, "small", "secondary"))
            self.head.addLayout(entry)
        self.plot = _Plot()
        self.plot.chosen.connect(self.chosen)
        self.body.addWidget(self.plot, 1)

    def show_rows(self, rows: Sequence[Row], first: int, last: int) -> None:
        """Show when rows were written; those from ``first`` to before ``last`` are seen."""
        found = histogram(rows, self.plot.room)
        seen = [at for row in rows[first:last] if (at := seconds_of(row.time)) > 0]
        looked = (min(seen), max(seen)) if seen else (0.0, 0.0)
        self.plot.show_bars(found, looked)
        said = ""
        if found is not None:
            sentence = self.tr("{width} a bar, darker is in view")
            said = sentence.format(width=duration_word(found.width))
        self._said.setText(said)
        self.plot.setAccessibleName(f"{self.tr('Lines over time')}, {said}")


class _Plot(QWidget):
    chosen = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.room = 40  # bars
        self._bars: Histogram | None = None
        self._seen = (0.0, 0.0)

    def show_bars(self, bars: Histogram | None, seen: tuple[float, float]) -> None:
        if (bars, seen) != (self._bars, self._seen):
            self._bars, self._seen = bars, seen
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.room = max(self.width() // _PITCH, 2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseReleaseEvent(event)
        bars = self._bars
        if bars is not None:
            number = int(event.position().x() // self._pitch(bars))
            self.chosen.emit(bars.start + min(max(number, 0), len(bars.bars) - 1) * bars.width)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        bars = self._bars
        if step is None or bars is None:
            super().keyPressEvent(event)
            return
        number = min(max(bars.bar_of(self._seen[0]) + step, 0), len(bars.bars) - 1)
        self.chosen.emit(bars.start + number * bars.width)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        bars = self._bars
        if bars is None:
            return
        painter = QPainter(self)
        pitch, base = self._pitch(bars), self.height() - _AXIS
        first, last = (bars.bar_of(at) for at in self._seen)
        scale = (base - 2) / bars.most
        pale = mix(tokens().surface, tokens().accent, 0.42)
        for number, counts in enumerate(bars.bars):
            bottom = float(base)
            for kind, count in enumerate(counts):
                if not count:
                    continue
                height = max(count * scale, 2.0)
                is_seen = first <= number <= last
                colour = color(_TOKENS[kind]) if kind or is_seen else pale
                area = QRectF(number * pitch, bottom - height, pitch - _GAP, height)
                painter.fillRect(area, colour)
                bottom -= height
        self._paint_axis(painter, bars, pitch)
        if self.hasFocus():
            painter.setPen(color("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_axis(self, painter: QPainter, bars: Histogram, pitch: float) -> None:
        painter.setFont(ui_font(11))
        painter.setPen(color("text_muted"))
        form = "%H:%M:%S" if bars.width < 60 else "%H:%M"
        step = max(round(150 / pitch), 1)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        for number in range(0, len(bars.bars), step):
            left = number * pitch
            if left + 60 <= self.width():
                at = bars.start + number * bars.width
                text = day(at) if bars.width >= _DAY else time.strftime(form, time.localtime(at))
                painter.drawText(QRectF(left, self.height() - _AXIS, 70, _AXIS), flags, text)

    def _pitch(self, bars: Histogram) -> float:
        return min(self.width() / len(bars.bars), 4.0 * _PITCH)
