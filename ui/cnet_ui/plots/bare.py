"""Plots without pyqtgraph's own controls, in the colours of the theme."""

import pyqtgraph as pg
from PySide6.QtCore import Qt

from cnet_ui.theme import color, ui_font


def bare_plot(name: str, values: pg.AxisItem, times: pg.AxisItem) -> pg.PlotWidget:
    """Return a plot that is only looked at; ``name`` is what a screen reader says."""
    plot = pg.PlotWidget(axisItems={"left": values, "bottom": times}, enableMenu=False)
    values.setZValue(-1000)  # the grid lies behind the lines; the plot had put it before them
    plot.setAccessibleName(name)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.setMouseEnabled(x=False, y=False)
    plot.hideButtons()
    plot.viewport().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    plot.getPlotItem().getViewBox().setDefaultPadding(0)
    return plot


def dress(plot: pg.PlotWidget, values: pg.AxisItem, times: pg.AxisItem) -> None:
    """Take the theme's colours over: quiet axes, and a grid at the values."""
    plot.setBackground(None)
    for axis in (values, times):
        axis.setPen(pg.mkPen(None))
        axis.setTextPen(color("text_muted"))
        axis.setStyle(
            tickFont=ui_font(11), tickLength=0, tickTextOffset=6, hideOverlappingLabels=False
        )
    times.setStyle(tickAlpha=0)  # a tick without length is a dot
    values.setTickPen(pg.mkPen(color("border"), width=1))
    plot.showGrid(x=False, y=True, alpha=1.0)
