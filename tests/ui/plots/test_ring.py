import numpy as np
import pytest

from cnet_ui.plots.ring import Ring


def test_the_oldest_samples_are_forgotten_first() -> None:
    ring = Ring(["cpu"], 3)
    for second in range(1, 6):
        ring.add(second, {"cpu": second * 10.0})
        assert list(ring.times) == list(range(max(1, second - 2), second + 1))
    assert list(ring.series("cpu")) == [30.0, 40.0, 50.0]


def test_what_is_missing_is_a_hole() -> None:
    ring = Ring(["cpu", "memory"], 4)
    ring.add(1.0, {"cpu": None, "memory": 5.0, "unknown": 1.0})
    assert np.isnan(ring.series("cpu")).all()
    assert list(ring.series("memory")) == [5.0]


def test_a_sample_that_is_not_newer_is_left_out() -> None:
    ring = Ring(["cpu"], 4)
    ring.add(2.0, {"cpu": 1.0})
    ring.add(2.0, {"cpu": 9.0})
    ring.add(1.0, {"cpu": 9.0})
    assert list(ring.series("cpu")) == [1.0]


@pytest.mark.parametrize("count", [0, 2, 3, 4, 7])
def test_history_is_taken_over_and_gone_on_with(count: int) -> None:
    ring = Ring(["cpu"], 4)
    ring.add(0.5, {"cpu": 99.0})
    ring.fill(range(1, count + 1), {"cpu": [None] * count})
    ring.add(100.0, {"cpu": 7.0})
    assert list(ring.times) == [*range(max(1, count - 2), count + 1), 100.0]
    assert ring.series("cpu")[-1] == 7.0
    assert np.isnan(ring.series("cpu")[:-1]).all()


def test_reading_copies_nothing() -> None:
    ring = Ring(["cpu"], 4)
    ring.add(1.0, {"cpu": 1.0})
    assert ring.series("cpu").base is not None
