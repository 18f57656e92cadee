import pytest

from cnet_ui.plots.axes import TimeAxis, ValueAxis
from helpers.factories import EPOCH

pytestmark = pytest.mark.gui


@pytest.mark.parametrize("days", [1 / 288, 1 / 24, 1, 7, 90])
def test_a_time_axis_is_marked_at_round_places_inside_the_window(qapp: object, days: float) -> None:
    axis = TimeAxis()
    axis.window = days * 86_400
    ((step, places),) = axis.tickValues(EPOCH - axis.window, EPOCH, 500)
    assert 3 <= len(places) <= 7
    assert all(EPOCH - axis.window < place < EPOCH for place in places)
    texts = axis.tickStrings(places, 1, step)
    assert len(set(texts)) == len(places)


def test_a_time_axis_without_labels_takes_no_room(qapp: object) -> None:
    axis = TimeAxis(has_labels=False)
    assert axis.tickValues(0.0, 300.0, 500) == []
    assert axis.maximumHeight() == 0


def test_shares_end_with_their_unit(qapp: object) -> None:
    assert ValueAxis(is_share=True).tickStrings([0, 50, 100], 1, 50) == ["0", "50", "100%"]
