from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cnet_ui.plots.history_chart import HistoryChart
from cnet_ui.plots.ring import Ring
from cnet_ui.plots.usage_plot import Series
from cnet_ui.words import moment
from helpers.console import collect, theme
from helpers.factories import EPOCH

pytestmark = pytest.mark.gui


@pytest.fixture
def ring() -> Ring:
    made = Ring(["cpu", "disk"], 100)
    for second in range(50):
        made.add(EPOCH + second, {"cpu": float(second), "disk": 1e6 * second})
    made.add(EPOCH + 50, {"cpu": 50.0, "disk": None})
    return made


@pytest.fixture
def chart(qtbot: QtBot, ring: Ring) -> Iterator[HistoryChart]:
    theme()
    made = HistoryChart(ring, [Series("cpu", "cpu", "CPU")], [Series("disk", "disk", "Disk")])
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    made.activateWindow()
    made.show_now(EPOCH + 50, {"cpu": 41.0, "disk": 2.5e6})
    qtbot.waitUntil(lambda: made.marks._span[1] == EPOCH + 50)
    yield made
    collect()


def said(chart: HistoryChart) -> dict[str, str]:
    return {name: entry.accessibleDescription() for name, entry in chart.entries.items()}


def test_the_legends_say_what_is_now(chart: HistoryChart) -> None:
    assert said(chart) == {"cpu": "41 %", "disk": "2.5 MB/s"}


def test_the_mouse_reads_all_series_at_one_time(chart: HistoryChart) -> None:
    chart.plots[1].pointed.emit(EPOCH + 30.2)
    assert said(chart) == {"cpu": "30 %", "disk": "30.0 MB/s"}
    assert chart.time.text() == moment(EPOCH + 30.2)
    assert all(plot._crosshair.isVisible() for plot in chart.plots)
    chart.plots[1].pointed.emit(None)
    assert said(chart) == {"cpu": "41 %", "disk": "2.5 MB/s"}
    assert chart.time.text() == ""


def test_the_mouse_is_heard_over_the_lines(chart: HistoryChart, qtbot: QtBot) -> None:
    plot = chart.plots[0]
    place = QPoint(round(plot.x_of(EPOCH + 20)), plot.height() // 2)
    QTest.mouseMove(chart.windowHandle(), plot.mapTo(chart, place))
    qtbot.waitUntil(lambda: chart.pointed_at is not None)
    assert chart.pointed_at == pytest.approx(EPOCH + 20, abs=2)
    QTest.mouseClick(chart.windowHandle(), Qt.MouseButton.LeftButton, pos=plot.mapTo(chart, place))
    assert chart.hasFocus()


def test_the_keyboard_reads_the_same(chart: HistoryChart) -> None:
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert said(chart) == {"cpu": "50 %", "disk": "—"}
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert said(chart) == {"cpu": "49 %", "disk": "49.0 MB/s"}
    assert "CPU 49 %, Disk 49.0 MB/s" in chart.accessibleDescription()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert said(chart)["cpu"] == "0 %"
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.pointed_at is None


def test_a_legend_shows_and_hides_its_line(chart: HistoryChart) -> None:
    chart.entries["cpu"].click()
    assert not chart.plots[0]._lines["cpu"].isVisible()
    assert chart.plots[1]._lines["disk"].isVisible()
    chart.entries["cpu"].click()
    assert chart.plots[0]._lines["cpu"].isVisible()


def test_both_charts_and_the_marks_show_the_same_window(chart: HistoryChart) -> None:
    chart.show_window(3600.0)
    assert {plot.start for plot in chart.plots} == {EPOCH + 50 - 3600.0}
    assert chart.marks._span == (EPOCH + 50 - 3600.0, EPOCH + 50)


def test_what_was_read_scrolls_out_of_the_window_and_is_gone(
    chart: HistoryChart, qtbot: QtBot
) -> None:
    chart.point_at(EPOCH + 1)
    chart.show_now(EPOCH + 400, {"cpu": 1.0, "disk": 1.0})
    qtbot.waitUntil(lambda: chart.pointed_at is None)
