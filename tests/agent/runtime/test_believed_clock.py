"""A clock that a wrong date does not set forward."""

import pytest

from cnet_agent.runtime.believed_clock import (
    AWAY,
    PATIENCE,
    TOLERANCE,
    Believed,
    BelievedClock,
    since_boot,
)

YEAR = 365 * 86400.0


class Times:
    """A wall clock that can be set, and a steady one that cannot."""

    def __init__(self) -> None:
        self.wall = 1_000_000.0
        self.steady = 50.0

    def clock(self, last: float | None = None) -> BelievedClock:
        return BelievedClock(lambda: self.wall, lambda: self.steady, last)

    def pass_by(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds


@pytest.fixture
def times() -> Times:
    return Times()


def test_it_goes_with_the_wall_clock(times: Times) -> None:
    clock = times.clock()
    for step in (0.0, 1.0, 10 * YEAR):
        times.pass_by(step)
        assert clock() == times.wall


def test_small_corrections_are_followed_at_once(times: Times) -> None:
    clock = times.clock()
    for correction in (TOLERANCE, -TOLERANCE, 3.0):
        times.wall += correction
        assert clock() == times.wall


def test_a_year_ahead_for_a_moment_is_never_believed(times: Times) -> None:
    clock = times.clock()
    times.wall += YEAR
    for _ in range(5):
        times.pass_by(PATIENCE / 10)
        assert clock() == times.wall - YEAR
        assert clock.doubts(times.wall)
    times.wall -= YEAR
    assert clock() == times.wall
    assert not clock.doubts(times.wall)
    times.wall += YEAR  # and each time anew
    times.pass_by(PATIENCE * 0.9)
    assert clock() == times.wall - YEAR


def test_a_date_that_stays_is_believed(times: Times) -> None:
    clock = times.clock()
    times.wall += YEAR
    assert clock() == times.wall - YEAR
    times.pass_by(PATIENCE)
    assert clock() == times.wall


def test_a_clock_set_back_is_followed_at_once(times: Times) -> None:
    clock = times.clock()
    times.wall -= YEAR
    assert clock() == times.wall


def test_after_a_long_absence_the_date_has_to_stay_first(times: Times) -> None:
    last = times.wall - 2 * AWAY
    clock = times.clock(last)
    assert clock() == last
    times.pass_by(PATIENCE)
    assert clock() == times.wall
    assert times.clock(times.wall - AWAY / 2)() == times.wall
    assert times.clock(times.wall + YEAR)() == times.wall


def test_samples_of_a_wrong_date_are_dropped_once_it_is_right_again(times: Times) -> None:
    passed: list[float] = []
    keep = Believed[float](times.clock(), float, passed.append)
    keep(times.wall)
    right = times.wall
    times.wall += YEAR
    keep(times.wall)
    times.wall -= YEAR
    times.pass_by(1.0)
    keep(times.wall)
    assert passed == [right, right + 1.0]


def test_samples_of_a_date_that_stays_are_kept_in_order(times: Times) -> None:
    passed: list[float] = []
    keep = Believed[float](times.clock(), float, passed.append)
    times.wall += YEAR
    taken = []
    for _ in range(4):
        keep(times.wall)
        taken.append(times.wall)
        assert passed == []
        times.pass_by(PATIENCE / 4)
    keep(times.wall)
    assert passed == [*taken, times.wall]


def test_the_steady_clock_goes_forward() -> None:
    assert since_boot() <= since_boot()
