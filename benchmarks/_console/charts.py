"""Four live charts, ours or bare ones of pyqtgraph: milliseconds of processor time an update."""

import json
import sys
import time
from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from cnet_ui.plots.ring import Ring
from cnet_ui.plots.usage_plot import Series, UsagePlot
from cnet_ui.theme import Theme, ThemeChoice

CHARTS = 4
SAMPLES = 300
WARM_UP = 50
EPOCH = 1_790_000_000.0


def main() -> None:
    """Print the median of many updates as JSON."""
    kind, updates = sys.argv[1], int(sys.argv[2])
    application = QApplication([])
    window = QWidget()
    window.resize(1000, 700)
    update = _ours(window) if kind == "ours" else _bare(window)
    window.show()
    taken = []
    for number in range(WARM_UP + updates):
        application.processEvents()
        began = time.process_time()
        update(number)
        application.processEvents()
        taken.append((time.process_time() - began) * 1000)
    print(json.dumps({"update": float(np.median(taken[WARM_UP:]))}))


def _values(count: int) -> list[float]:
    random = np.random.default_rng(7)
    return list(np.clip(50 + np.cumsum(random.normal(0, 4, count)) % 40, 0, 100))


def _ours(window: QWidget) -> Callable[[int], None]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    Theme(application).use(ThemeChoice.DARK)
    layout = QGridLayout(window)
    ring = Ring([str(number) for number in range(CHARTS)], SAMPLES)
    plots = []
    for number in range(CHARTS):
        plot = UsagePlot(ring, [Series(str(number), "cpu", "")], unit="%", name="")
        plots.append(plot)
        layout.addWidget(plot, number // 2, number % 2)
    values = _values(10_000)
    ring.fill(
        [EPOCH - SAMPLES + at for at in range(SAMPLES)],
        {str(number): values[:SAMPLES] for number in range(CHARTS)},
    )

    def update(number: int) -> None:
        value = values[number % len(values)]
        ring.add(EPOCH + number, {str(chart): value for chart in range(CHARTS)})
        for plot in plots:
            plot.refresh(EPOCH + number)

    return update


def _bare(window: QWidget) -> Callable[[int], None]:
    layout = QGridLayout(window)
    lines = []
    for number in range(CHARTS):
        plot = pg.PlotWidget()
        lines.append(plot.plot(pen=pg.mkPen("#5b8cff", width=1)))
        layout.addWidget(plot, number // 2, number % 2)
    values = np.array(_values(10_000))
    times = EPOCH + np.arange(len(values), dtype=float)

    def update(number: int) -> None:
        start = number % (len(values) - SAMPLES)
        for line in lines:
            line.setData(
                times[start : start + SAMPLES],
                values[start : start + SAMPLES],
                skipFiniteCheck=True,
            )

    return update


if __name__ == "__main__":
    main()
