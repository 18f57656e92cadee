"""Charts of a training's figures."""

import math

import pytest

from cnet_ui.plots.metric_plot import MetricPlot, Run, _round_places, value_at
from helpers.console import theme
from helpers.waiting import until

pytestmark = pytest.mark.gui

RUN = Run("cpu", [1.0, 2.0, 2.5, 3.0], [0.9, 0.5, math.nan, 0.25])


@pytest.mark.parametrize(
    ("place", "value"), [(1.0, 0.9), (1.9, 0.5), (2.5, None), (3.4, 0.25), (9.0, None), (0.0, None)]
)
def test_a_run_is_read_at_its_nearest_place(place: float, value: float | None) -> None:
    assert value_at(RUN, place) == value


def test_an_empty_run_says_nothing() -> None:
    assert value_at(Run("cpu", [], []), 1.0) is None


def test_marks_stand_at_round_places() -> None:
    step, places = _round_places(0.0, 0.93, 4)
    assert (step, [round(place, 6) for place in places]) == (0.2, [0.0, 0.2, 0.4, 0.6, 0.8])
    assert _round_places(1.0, 31.0, 3, least=1.0) == (10.0, [10.0, 20.0, 30.0])
    step, places = _round_places(1.0, 3.0, 10, least=1.0)
    assert (step, places) == (1.0, [1.0, 2.0, 3.0])  # there is no half epoch


async def test_runs_come_and_go_and_are_read_with_the_mouse(qapp: object) -> None:
    theme()
    plot = MetricPlot("Loss", str)
    plot.resize(300, 160)
    plot.show()
    await until(plot.isVisible)
    plot.show_runs([RUN, Run("memory", [1.0], [0.5])], place_words=str)
    plot.point_at(2.0)
    plot.show_runs([RUN], place_words=str)
    plot.point_at(None)
    plot.show_runs([], place_words=str)
    plot.hide()


async def test_an_axis_may_always_begin_at_zero(qapp: object) -> None:
    theme()
    for from_zero, low in ((True, 0.0), (False, 89.0)):
        plot = MetricPlot("Latency", str, from_zero=from_zero)
        plot.show_runs([Run("cpu", [1.0, 2.0], [90.0, 100.0])], place_words=str)
        bottom, top = plot._plot.getPlotItem().getViewBox().viewRange()[1]
        assert bottom == pytest.approx(low, abs=0.5)
        assert top > 100.0
