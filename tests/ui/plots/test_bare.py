"""Plots in the theme's colours."""

import pyqtgraph as pg
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from cnet_ui.plots.bare import bare_plot, dress
from cnet_ui.theme import color
from helpers.console import theme

pytestmark = pytest.mark.gui


def test_a_line_lies_over_the_grid_and_nothing_stands_between_it_and_the_words(
    qapp: QApplication,
) -> None:
    theme()
    values, times = pg.AxisItem("left"), pg.AxisItem("bottom")
    plot = bare_plot("Loss", values, times)
    dress(plot, values, times)
    plot.resize(200, 120)
    plot.setXRange(0, 1, padding=0)
    plot.setYRange(0, 1, padding=0)
    plot.plot([0, 1], [0.5, 0.5], pen=pg.mkPen("red", width=1))
    plot.show()
    qapp.processEvents()
    picture = plot.grab().toImage()
    view = plot.getPlotItem().getViewBox()
    middle = plot.mapFromScene(view.mapViewToScene(pg.Point(0.5, 0.5)))
    column = [picture.pixelColor(middle.x(), y) for y in range(middle.y() - 2, middle.y() + 3)]
    assert QColor("red") in column
    assert color("border") not in column
    assert times.style["tickAlpha"] == 0
