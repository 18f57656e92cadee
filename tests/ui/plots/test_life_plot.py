import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from cnet_ui.plots.life_plot import LifePlot
from cnet_ui.theme import color
from helpers.factories import EPOCH

pytestmark = pytest.mark.gui


def marked(plot: LifePlot) -> int:
    """Return how many pixels have the colour of the line."""
    image, wanted = plot.grab().toImage(), QColor(color("cpu"))
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y) == wanted for x, y in places)


def test_a_value_that_is_alone_is_a_dot(qtbot: QtBot) -> None:
    """What ends within a second is measured once."""
    plot = LifePlot("CPU over its life", "cpu", str, least=10.0)
    qtbot.addWidget(plot)
    plot.resize(300, 120)
    assert marked(plot) == 0
    plot.show_values([EPOCH], [50.0], None)
    assert marked(plot) > 10
    plot.show_values([EPOCH, EPOCH + 10], [50.0, 50.0], None)
    assert plot._line.opts["symbol"] is None
