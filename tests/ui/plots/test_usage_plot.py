from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
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


def test_what_did_not_move_by_a_pixel_is_not_drawn_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring, plot = make_plot(qtbot)
    plot.show_window(86_400.0)
    plot.show()
    plot.refresh(EPOCH + 50)
    draws: list[None] = []
    monkeypatch.setattr(plot, "_draw", lambda: draws.append(None))
    plot.refresh(EPOCH + 51)
    assert draws == []
    plot.refresh(EPOCH + 50 + 2 * 86_400 / plot.width())
    assert len(draws) == 1
    ring.add(EPOCH + 51, {"cpu": 1.0})
    plot.refresh(EPOCH + 51)
    assert len(draws) == 2


def test_a_line_can_be_hidden_and_others_stay(qtbot: QtBot) -> None:
    _, plot = make_plot(qtbot)
    plot.show()
    plot.show_series("memory", shown=False)
    assert plot._lines["cpu"].isVisible()
    plot.show_series("cpu", shown=False)
    assert not plot._lines["cpu"].isVisible()
    plot.show_series("cpu", shown=True)
    assert plot._lines["cpu"].isVisible()


def test_the_mouse_points_at_the_time_below_it(qtbot: QtBot) -> None:
    _, plot = make_plot(qtbot)
    plot.show()
    plot.refresh(EPOCH + 50)
    told: list[float | None] = []
    plot.pointed.connect(told.append)
    middle = EPOCH + 50 - 150
    QTest.mouseMove(plot, QPoint(round(plot.x_of(middle)), 50))
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1] == pytest.approx(middle, abs=2)
    QTest.mouseMove(plot, QPoint(3, 50))  # over the labels
    qtbot.waitUntil(lambda: told[-1] is None)


def test_the_crosshair_has_a_dot_on_each_line_that_is_shown(qtbot: QtBot) -> None:
    _, plot = make_plot(qtbot)
    plot.show()
    plot.refresh(EPOCH + 50)
    plot.point_at(EPOCH + 20)
    assert plot._crosshair.isVisible()
    assert [token for _, token in plot._crosshair._marks] == ["cpu"]
    plot.show_series("cpu", shown=False)
    plot.point_at(EPOCH + 20)
    assert plot._crosshair._marks == []
    plot.point_at(None)
    assert not plot._crosshair.isVisible()
