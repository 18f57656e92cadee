"""Two charts below each other, shares and rates, read by one crosshair."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cnet_agent.wire.node import MarkerView
from cnet_ui.plots.legend import LegendEntry
from cnet_ui.plots.mark_strip import MarkStrip
from cnet_ui.plots.readout import moved, nearest
from cnet_ui.plots.ring import Ring
from cnet_ui.plots.usage_plot import Series, UsagePlot
from cnet_ui.theme import color
from cnet_ui.widgets.labels import label
from cnet_ui.words import DAY, NONE, full_moment, moment, size_text

STAGGER = 25  # milliseconds between two charts, so that none makes the window wait
SHARE, RATE = "%", "B/s"
_PAGE = 30  # samples that a page key moves
_WIDEST = {SHARE: "100 %", RATE: "999.9 MB/s"}


class HistoryChart(QWidget):
    """CPU and memory over disk and network, with the starts and ends of tasks below.

    The legends say the values of now, or those at the crosshair: the mouse puts it somewhere, and
    so do the arrow keys while the chart has the focus. ``opened`` carries the id of a task.

    Args:
        ring: the samples.
        shares: series in percent.
        rates: series in bytes a second.
    """

    opened = Signal(str)

    def __init__(self, ring: Ring, shares: Sequence[Series], rates: Sequence[Series]) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Resource history; arrow keys read values"))
        self._ring = ring
        self._units = {each.name: SHARE for each in shares} | {each.name: RATE for each in rates}
        self._labels = {each.name: each.label for each in (*shares, *rates)}
        self._at: float | None = None
        self._window = 300.0
        self._now: Mapping[str, float | None] = {}
        self.entries: dict[str, LegendEntry] = {}
        self.time = label("", tone="muted")
        self.time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 2)
        layout.setSpacing(4)
        self.plots: list[UsagePlot] = []
        for series, unit, name, stretch in (
            (shares, SHARE, self.tr("CPU and memory in percent"), 3),
            (rates, RATE, self.tr("Disk and network in bytes a second"), 2),
        ):
            layout.addLayout(self._legend(series, unit, None if self.plots else self.time))
            plot = UsagePlot(ring, series, unit=unit, name=name, has_times=unit == RATE)
            plot.pointed.connect(self.point_at)
            self.plots.append(plot)
            layout.addWidget(plot, stretch)
        self.marks = MarkStrip(self.plots[0].x_of)
        self.marks.opened.connect(self.opened)
        self.marks.pointed.connect(self.point_at)
        layout.addWidget(self.marks)

    # -- what is shown ------------------------------------------------------------------------

    def show_window(self, seconds: float) -> None:
        """Show the last ``seconds``."""
        self._window = seconds
        self.point_at(None)
        for plot in self.plots:
            plot.show_window(seconds)
        self._show_span()

    def show_now(self, at: float, values: Mapping[str, float | None]) -> None:
        """Draw up to ``at``, a chart at a time; ``values`` are what the legends say."""
        self._now = values
        for number, plot in enumerate(self.plots):
            QTimer.singleShot(STAGGER * number, plot, lambda plot=plot: plot.refresh(at))
        QTimer.singleShot(STAGGER * len(self.plots), self, self._show_span)
        if self._at is None:
            self._say(values)

    def show_marks(self, marks: Sequence[MarkerView], left_out: int = 0) -> None:
        """Show when tasks started and ended; ``left_out`` earlier ones are only counted."""
        self.marks.show_marks(marks, left_out)

    @property
    def start(self) -> float:
        """The time at the left end."""
        return self.plots[0].start

    # -- the crosshair ------------------------------------------------------------------------

    @property
    def pointed_at(self) -> float | None:
        """The time at the crosshair."""
        return self._at

    def point_at(self, at: float | None) -> None:
        """Read the values at a time, of now where it is None."""
        self._at = at
        for plot in self.plots:
            plot.point_at(at)
        place = None if at is None else nearest(self._ring, at)
        if at is None or place is None:
            self.time.setText("")
            self._say(self._now)
            self.setAccessibleDescription("")
            return
        values = {name: float(self._ring.series(name)[place]) for name in self.entries}
        self.time.setText(full_moment(at) if self._window >= DAY else moment(at))
        said = self._say(values)
        self.setAccessibleDescription(f"{self.time.text()}: {said}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move the crosshair from sample to sample; Escape takes it away."""
        whole = len(self._ring)
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageUp: -_PAGE,
            Qt.Key.Key_PageDown: _PAGE,
            Qt.Key.Key_Home: -whole,
            Qt.Key.Key_End: whole,
        }
        key = Qt.Key(event.key())
        if key in steps:
            plot = self.plots[0]
            self.point_at(moved(self._ring, self._at, steps[key], plot.start, plot.end))
        elif key is Qt.Key.Key_Escape and self._at is not None:
            self.point_at(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the crosshair away."""
        super().focusOutEvent(event)
        self.point_at(None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.end()

    # -- parts --------------------------------------------------------------------------------

    def _legend(self, series: Sequence[Series], unit: str, end: QLabel | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in series:
            entry = LegendEntry(each, _WIDEST[unit])
            entry.toggled.connect(lambda shown, name=each.name: self._toggle(name, shown))
            self.entries[each.name] = entry
            row.addWidget(entry)
        row.addStretch(1)
        if end is not None:
            row.addWidget(end)
        return row

    def _toggle(self, name: str, shown: bool) -> None:
        for plot in self.plots:
            plot.show_series(name, shown=shown)
        self.point_at(self._at)

    def _show_span(self) -> None:
        self.marks.show_span(self.plots[0].start, self.plots[0].end)
        if self._at is not None:
            self.point_at(self._at if self._at >= self.start else None)

    def _say(self, values: Mapping[str, float | None]) -> str:
        said = []
        for name, entry in self.entries.items():
            text = self._text(name, values.get(name))
            entry.show_value(text)
            said.append(f"{self._labels[name]} {text}")
        return ", ".join(said)

    def _text(self, name: str, value: float | None) -> str:
        if value is None or value != value:
            return NONE
        return f"{value:.0f} %" if self._units[name] == SHARE else f"{size_text(value)}/s"
