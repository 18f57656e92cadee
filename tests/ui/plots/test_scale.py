import pytest

from cnet_ui.plots.scale import nice_top, steady_top, time_step


@pytest.mark.parametrize(
    ("value", "top"), [(0, 1), (-3, 1), (0.9, 1), (1, 1), (1.1, 2), (3, 5), (51, 100), (1e6, 1e6)]
)
def test_an_axis_ends_at_a_round_number(value: float, top: float) -> None:
    assert nice_top(value) == pytest.approx(top)


def test_an_axis_grows_at_once_and_shrinks_late() -> None:
    assert steady_top(10.0, 30.0, 1.0) == 50.0
    assert steady_top(50.0, 20.0, 1.0) == 50.0
    assert steady_top(50.0, 10.0, 1.0) == 20.0


def test_an_axis_never_ends_below_the_least() -> None:
    assert steady_top(1000.0, 0.0, 1000.0) == 1000.0


@pytest.mark.parametrize("window", [300, 3600, 86400, 604800, 7776000])
def test_a_time_axis_has_a_few_marks(window: float) -> None:
    assert 4 <= window / time_step(window) <= 7
