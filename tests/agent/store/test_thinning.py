"""Few points for many samples."""

import math
import random
from array import array

from cnet_agent.store.series import SERIES
from cnet_agent.store.thinning import Columns, thin

COUNT = len(SERIES)


def thinned(
    samples: dict[float, float],
    points: int,
    *,
    step: float = 0.0,
    window: float = 3600.0,
) -> tuple[list[float], Columns]:
    values = array("f")
    for value in samples.values():
        values.extend([value - step] * COUNT + [value] * COUNT + [value + step] * COUNT)
    return thin(
        list(samples),
        values,
        step=step,
        spacing=step or 1.0,
        window=window,
        points=points,
    )


def test_few_samples_come_back_as_they_are() -> None:
    times, columns = thinned({1.0: 5.0, 2.0: 6.25}, 10)
    assert times == [1.0, 2.0]
    assert columns == {name: [5.0, 6.25] for name in SERIES}


def test_a_single_peak_and_a_single_dip_survive() -> None:
    samples = {float(n): 50.0 + n % 3 for n in range(3600)}
    samples[1234.0] = 100.0
    samples[2345.0] = 0.0
    times, columns = thinned(samples, 100)
    assert len(times) <= 110
    assert max(v for v in columns["cpu"] if v is not None) == 100.0
    assert min(v for v in columns["cpu"] if v is not None) == 0.0
    assert abs(times[columns["cpu"].index(100.0)] - 1234) <= 72


def test_columns_are_of_equal_length_and_time_grows() -> None:
    chance = random.Random(7)
    at, samples = 1000.0, {}
    for _ in range(2000):
        at += chance.choice([0.9, 1.0, 1.1, 50.0]) if chance.random() < 0.1 else 1.0
        samples[at] = chance.random()
    for points in (1, 2, 10, 333, 5000):
        times, columns = thinned(samples, points)
        assert {len(column) for column in columns.values()} == {len(times)}
        assert times == sorted(times)


def test_extremes_keep_the_order_in_which_they_came() -> None:
    rising, falling = (
        thinned({float(n): sign * n for n in range(100)}, 2, window=100.0)[1]["cpu"]
        for sign in (1, -1)
    )
    assert rising == [0.0, 99.0]
    assert falling == [0.0, -99.0]


def test_where_there_was_nothing_there_is_a_gap() -> None:
    times, columns = thinned({1.0: 5.0, 2.0: 6.0, 100.0: 7.0}, 10)
    assert times == [1.0, 2.0, 3.0, 100.0]
    assert columns["memory"] == [5.0, 6.0, None, 7.0]


def test_a_long_gap_is_one_point_also_when_thinned() -> None:
    samples = {float(n): 1.0 for n in (*range(100), *range(3000, 3100))}
    times, columns = thinned(samples, 40)
    assert columns["cpu"].count(None) == 1
    assert times[columns["cpu"].index(None)] == 100.0


def test_a_row_of_a_coarse_level_shows_both_its_ends() -> None:
    times, columns = thinned({0.0: 50.0, 10.0: 60.0}, 100, step=10.0, window=100.0)
    assert times == [0.0, 5.0, 10.0, 15.0]
    assert columns["cpu"] == [40.0, 60.0, 50.0, 70.0]


def test_a_part_that_was_not_measured_is_none() -> None:
    samples = {float(n): math.nan if n < 50 else 1.0 for n in range(100)}
    assert thinned(samples, 100)[1]["cpu"] == [None] * 50 + [1.0] * 50
    assert thinned(samples, 2, window=100.0)[1]["cpu"] == [1.0, 1.0]


def test_nothing_gives_nothing() -> None:
    assert thinned({}, 100) == ([], {name: [] for name in SERIES})
