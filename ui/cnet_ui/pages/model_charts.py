"""How a model does, live: its latency and its throughput since the console first saw it."""

import math
import time
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cnet_ui.models.model_history import Lines
from cnet_ui.models.model_rows import milliseconds, rate_text
from cnet_ui.plots.metric_plot import MetricPlot, Run, value_at
from cnet_ui.widgets.labels import Dot, label
from cnet_ui.words import NONE, moment


class ModelCharts(QWidget):
    """Two charts, one above the other, with what they say where the mouse is."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.latency = _Chart(
            self.tr("Latency"), (("cpu", "p50"), ("memory", "p95")), milliseconds, _short
        )
        self.rate = _Chart(
            self.tr("Throughput"), (("received", self.tr("requests/s")),), rate_text, _plain
        )
        column.addWidget(self.latency, 3)
        column.addWidget(self.rate, 2)

    def show_lines(self, lines: Lines) -> None:
        """Draw the figures of a model."""
        times = list(lines.times)
        self.latency.show_lines(times, [list(lines.p50), list(lines.p95)])
        self.rate.show_lines(times, [list(lines.rate)])


class _Chart(QWidget):
    def __init__(
        self,
        name: str,
        series: Sequence[tuple[str, str]],
        words: Callable[[float], str],
        axis_words: Callable[[float], str],
    ) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._words = words
        self._tokens = [token for token, _ in series]
        self._runs: list[Run] = []
        self._place: float | None = None
        self._said = label("", "small", "muted")
        self._values: list[QLabel] = []
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(label(name, "strong"))
        head.addWidget(self._said)
        head.addStretch(1)
        for token, word in series:
            value = label("", "strong")
            head.addWidget(Dot(token))
            head.addWidget(label(word, "small", "secondary"))
            head.addWidget(value)
            self._values.append(value)
        self.plot = MetricPlot(name, axis_words, from_zero=True)
        self.plot.pointed.connect(self._point)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.plot, 1)

    def show_lines(self, times: Sequence[float], lines: Sequence[Sequence[float]]) -> None:
        self._runs = [
            Run(token, times, values)
            for token, values in zip(self._tokens, lines, strict=True)
            if any(map(math.isfinite, values))
        ]
        self.plot.show_runs(self._runs, place_words=_clock)
        self._point(self._place)

    def _point(self, place: float | None) -> None:
        self._place = place
        self.plot.point_at(place)
        self._said.setText("" if place is None or not self._runs else moment(place))
        runs = {run.token: run for run in self._runs}
        for token, shown in zip(self._tokens, self._values, strict=True):
            run = runs.get(token)
            value = None
            if run is not None:
                value = run.values[-1] if place is None else value_at(run, place)
            text = NONE if value is None or not math.isfinite(value) else self._words(value)
            shown.setText(text)


def _clock(at: float) -> str:
    return time.strftime("%H:%M:%S", time.localtime(at))


def _short(value: float) -> str:
    return f"{value:.3g} ms"


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"
