"""Samples in several resolutions."""

import math

from cnet_agent.store.levels import Levels, Resolution, Row, join
from cnet_agent.store.series import SERIES

COUNT = len(SERIES)
STEPS = (Resolution(0, 100), Resolution(10, 1000), Resolution(60, 10_000))


def samples(value: float) -> list[float]:
    return [value] * COUNT


class Kept:
    """The rows that were told."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, float, Row]] = []
        self.since: list[float | None] = []  # of the finest level

    def __call__(self, level: int, at: float, row: Row, since: float | None) -> None:
        self.rows.append((level, at, row))
        if level == 0:
            self.since.append(since)


def test_coarser_rows_keep_least_mean_and_greatest() -> None:
    kept = Kept()
    levels = Levels(kept, STEPS)
    for second in range(121):
        levels.add(float(second), samples(float(second)))
    (ten, *_), (minute, *_) = (
        [(at, row[0], row[COUNT], row[-1]) for level, at, row in kept.rows if level == number]
        for number in (1, 2)
    )
    assert ten == (0.0, 0.0, 4.5, 9.0)
    assert minute == (0.0, 0.0, 29.5, 59.0)
    assert list(levels.levels[1].times) == [float(n) for n in range(0, 120, 10)]


def test_each_level_lets_go_of_what_is_too_old() -> None:
    levels = Levels(Kept(), STEPS)
    for second in range(5000):
        levels.add(float(second), samples(1.0))
    for level in levels.levels[:2]:
        keep = level.resolution.keep
        assert keep <= 5000 - level.times[0] <= keep * 1.2
        assert len(level.values) == len(level.times) * 3 * COUNT


def test_what_is_unfinished_is_shown() -> None:
    levels = Levels(Kept(), STEPS)
    for second in range(15):
        levels.add(float(second), samples(float(second)))
    times, values = levels.levels[1].since(0.0)
    assert list(times) == [0.0, 10.0]
    assert values[-1] == 14.0


def test_missing_parts_do_not_spoil_the_rest() -> None:
    nan = math.nan
    row = join([[nan] * 18, [1.0] * 6 + [2.0] * 6 + [3.0] * 6])
    assert list(row) == [1.0] * 6 + [2.0] * 6 + [3.0] * 6
    assert all(math.isnan(value) for value in join([[nan] * 18]))


def test_coarse_rows_go_on_after_a_restart_as_if_there_had_been_none() -> None:
    whole, first = Levels(Kept(), STEPS), Levels(Kept(), STEPS)
    for second in range(200):
        whole.add(float(second), samples(math.sin(second)))
        if second < 85:
            first.add(float(second), samples(math.sin(second)))
    second_life = Levels(Kept(), STEPS)
    for old, new in zip(first.levels, second_life.levels, strict=True):
        new.times.extend(old.times)
        new.values.extend(old.values)
    second_life.catch_up()
    for second in range(85, 200):
        second_life.add(float(second), samples(math.sin(second)))
    for expected, level in zip(whole.levels[1:], second_life.levels[1:], strict=True):
        assert level.times == expected.times
        assert level.values == expected.values


def test_after_the_clock_was_set_back_time_still_grows() -> None:
    levels = Levels(Kept(), STEPS)
    for second in range(100):
        levels.add(float(second), samples(float(second)))
    levels.rewind(45.0)
    for second in range(45, 80):
        levels.add(float(second), samples(1000.0))
    for level in levels.levels:
        assert list(level.times) == sorted(set(level.times))
    tens = levels.levels[1]
    row = tens.row(list(tens.times).index(40.0))
    assert (row[0], row[-1]) == (40.0, 1000.0)  # what was before, and what came after
    assert tens.row(list(tens.times).index(50.0))[0] == 1000.0


def test_a_clock_that_jumps_forward_makes_nothing_old() -> None:
    levels = Levels(Kept(), STEPS)
    for second in range(100):
        levels.add(float(second), samples(1.0))
    levels.add(1e9, samples(2.0))
    assert levels.levels[0].times[0] == 0.0
    assert levels.levels[1].times[0] == 0.0


def test_what_a_wrong_clock_hid_comes_back_when_it_is_set_right() -> None:
    levels = Levels(Kept(), STEPS)
    for second in range(1000, 1100):
        levels.add(float(second), samples(1.0))
    before = [list(level.times) for level in levels.levels]
    levels.rewind(5.0)  # a machine without a battery begins long ago
    assert [len(level.times) for level in levels.levels] == [0, 0, 0]
    for second in range(5, 8):
        levels.add(float(second), samples(2.0))
    levels.add(1200.0, samples(3.0))
    for old, level in zip(before, levels.levels, strict=True):
        assert set(old) <= set(level.times)
        assert list(level.times) == sorted(set(level.times))


def test_what_was_put_by_is_out_of_date_where_time_passes_again() -> None:
    kept = Kept()
    levels = Levels(kept, STEPS)
    for second in range(50):
        levels.add(float(second), samples(1.0))
    levels.rewind(40.5)
    for second in range(41, 60):
        levels.add(second + 0.5, samples(2.0))
    times = list(levels.levels[0].times)
    assert [at for at in times if at > 40] == [second + 0.5 for second in range(41, 60)]
    assert kept.since[-1] == 58.5


def test_after_a_jump_nothing_between_is_out_of_date() -> None:
    kept = Kept()
    levels = Levels(kept, STEPS)
    for at in (1.0, 2.0, 500.0):
        levels.add(at, samples(1.0))
    assert kept.since == [None, 1.0, None]


def test_what_is_put_by_is_bounded() -> None:
    levels = Levels(Kept(), STEPS)
    for start in (9000, 6000, 3000, 0):  # a clock that goes back again and again
        levels.rewind(float(start))
        for second in range(start, start + 100):
            levels.add(float(second), samples(1.0))
    levels.rewind(-1.0)
    assert all(len(level._later.times) <= level.most for level in levels.levels)


def test_the_finest_level_that_goes_back_far_enough_answers() -> None:
    levels = Levels(Kept(), STEPS)
    windows = (10.0, 100.0, 101.0, 5000.0, 1e9)
    steps = [levels.level_for(window).resolution.step for window in windows]
    assert steps == [0, 0, 10, 60, 60]
