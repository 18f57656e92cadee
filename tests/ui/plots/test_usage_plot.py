from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from cnet_ui.plots.ring import Ring
from cnet_ui.plots.usage_plot import Series, UsagePlot
from helpers.console import collect
from helpers.factories import EPOCH

pytestmark = pytest.mark.gui


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    yield
    collect()


def make_plot(qtbot: QtBot, unit: str = "%") -> tuple[Ring, UsagePlot]:
    ring = Ring(["cpu"], 100)
    for second in range(50):
        ring.add(EPOCH + second, {"cpu": 40.0})
    plot = UsagePlot(ring, [Series("cpu", "cpu", "CPU")], unit=unit, name="CPU")
    qtbot.addWidget(plot)
    plot.resize(400, 200)
    return ring, plot


def drawn(plot: UsagePlot) -> int:
    xs, _ = plot._lines["cpu"].getOriginalDataset()
    return 0 if xs is None else len(xs)


def test_nothing_is_drawn_while_nobody_looks(qtbot: QtBot) -> None:
    _, plot = make_plot(qtbot)
    plot.refresh()
    assert drawn(plot) == 0
    plot.show()
    plot.refresh()
    assert drawn(plot) == 50
    plot.hide()


def test_shares_end_at_a_hundred_whatever_they_are(qtbot: QtBot) -> None:
    _, plot = make_plot(qtbot)
    plot.show()
    plot.refresh()
    assert plot._values.top == 100.0
    texts = plot._values.tickStrings([0, 25, 50, 75, 100], 1, 25)
    assert texts == ["0", "25", "50", "75", "100%"]


def test_rates_end_at_a_round_number_with_its_unit(qtbot: QtBot) -> None:
    ring, plot = make_plot(qtbot, unit="B/s")
    ring.add(EPOCH + 60, {"cpu": 1_700_000.0})
    plot.show()
    plot.refresh()
    assert plot._values.top == 2_000_000.0
    assert plot._values.tickStrings([2_000_000.0], 1, 1) == ["2.0 MB/s"]


def test_a_hole_in_the_samples_is_a_hole_in_the_line(qtbot: QtBot) -> None:
    ring, plot = make_plot(qtbot)
    ring.add(EPOCH + 60, {"cpu": None})
    plot.show()
    plot.refresh()
    assert plot._lines["cpu"].opts["connect"] == "finite"
