"""The dashboard's charts: the node's resources over a window of one's choice."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel

from cnet_ui.plots.ring import Ring
from cnet_ui.plots.usage_plot import Series, UsagePlot
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.core_meters import CoreMeters
from cnet_ui.widgets.labels import Dot, label, rule
from cnet_ui.words import size_text

STAGGER = 25  # milliseconds between two charts, so that none makes the window wait


class HistoryCard(Card):
    """Shares above, rates below, then the load of each core.

    ``window_chosen`` carries the seconds of the window.
    """

    window_chosen = Signal(float)

    def __init__(self, ring: Ring) -> None:
        super().__init__(self.tr("Resource history"))
        self._ring = ring
        self._windows = Choices(
            [
                ("300", self.tr("5 min")),
                ("3600", self.tr("1 h")),
                ("86400", self.tr("24 h")),
                ("604800", self.tr("7 d")),
            ],
            self.tr("Window"),
        )
        self._windows.chosen.connect(self._choose)
        self.head.addWidget(self._windows)
        shares = [
            Series("cpu", "cpu", self.tr("CPU")),
            Series("memory", "memory", self.tr("Memory")),
        ]
        rates = [
            Series("disk", "disk", self.tr("Disk")),
            Series("net_recv", "received", self.tr("Received")),
            Series("net_sent", "sent", self.tr("Sent")),
        ]
        self._figures: dict[str, QLabel] = {}
        self.plots: list[UsagePlot] = []
        for series, unit, name, stretch in (
            (shares, "%", self.tr("CPU and memory in percent"), 3),
            (rates, "B/s", self.tr("Disk and network in bytes a second"), 2),
        ):
            self.body.addLayout(self._legend(series))
            plot = UsagePlot(ring, series, unit=unit, name=name)
            self.plots.append(plot)
            self.body.addWidget(plot, stretch)
        self.body.addWidget(rule())
        self.cores = CoreMeters()
        self.body.addWidget(self.cores)

    def refresh(self) -> None:
        """Draw the newest samples, a chart at a time."""
        for number, plot in enumerate(self.plots):
            QTimer.singleShot(STAGGER * number, plot, plot.refresh)
        for name, figure in self._figures.items():
            values = self._ring.series(name)
            now = float(values[-1]) if len(values) else float("nan")
            text = ""
            if now == now:
                text = f"{now:.0f} %" if name in ("cpu", "memory") else f"{size_text(now)}/s"
            figure.setText(text)

    def _choose(self, key: str) -> None:
        for plot in self.plots:
            plot.show_window(float(key))
        self.window_chosen.emit(float(key))

    def _legend(self, series: list[Series]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for each in series:
            row.addWidget(Dot(each.token))
            row.addWidget(label(each.label, tone="secondary"))
            figure = label("", tone="secondary")
            self._figures[each.name] = figure
            row.addWidget(figure)
            row.addSpacing(10)
        row.addStretch(1)
        return row
