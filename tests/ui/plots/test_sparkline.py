import numpy as np
import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from cnet_ui.plots.ring import Ring
from cnet_ui.plots.sparkline import Sparkline, highest
from helpers.factories import EPOCH

pytestmark = pytest.mark.gui


def test_of_each_stretch_the_highest_is_kept() -> None:
    times, values = np.arange(0.0, 10.0), np.array([1, 2, 9, 3, 4, 5, np.nan, 6, 7, 8.0])
    at, peaks = highest(times, values, 5.0)
    assert list(at) == [4.0, 9.0]
    assert list(peaks) == [9.0, 8.0]


def test_a_history_fills_the_card_by_its_times_and_not_by_its_count(qtbot: QtBot) -> None:
    ring = Ring(["cpu"], 600)
    ring.fill([EPOCH + at for at in range(0, 301, 10)], {"cpu": [50.0] * 31})
    line = Sparkline(ring, [("cpu", "cpu")], top=100.0)
    qtbot.addWidget(line)
    (points,) = line._pieces("cpu", QRectF(0, 0, 300, 40))
    assert points[0].x() == pytest.approx(0, abs=11)
    assert points[-1].x() == pytest.approx(300)
    assert {point.y() for point in points} == {20.0}


def test_a_hole_is_not_bridged(qtbot: QtBot) -> None:
    ring = Ring(["cpu"], 600)
    ring.fill([EPOCH + at for at in range(60)], {"cpu": [5.0] * 20 + [None] * 20 + [5.0] * 20})
    line = Sparkline(ring, [("cpu", "cpu")], top=100.0)
    qtbot.addWidget(line)
    assert len(list(line._pieces("cpu", QRectF(0, 0, 300, 40)))) == 2


def test_the_scale_follows_what_is_shown(qtbot: QtBot) -> None:
    ring = Ring(["net"], 600)
    ring.add(EPOCH - 1000, {"net": 1e9})
    ring.add(EPOCH, {"net": 3e6})
    line = Sparkline(ring, [("net", "received")], least=1000.0)
    qtbot.addWidget(line)
    line.refresh()
    assert line.peak == 3e6
    assert line._top == 5e6
