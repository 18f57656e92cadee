"""Figures of a served model."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_agent.model_server.meter import BUCKETS, Durations, Meter, view_of


@given(st.lists(st.floats(20e-6, 1000.0), min_size=1, max_size=300))
def test_a_percentile_is_right_within_a_tenth(seconds: list[float]) -> None:
    durations = Durations()
    for each in seconds:
        durations.add(each)
    ordered = sorted(seconds)
    for share in (0.5, 0.95, 0.99):
        rank = max(0, -int(-share * len(ordered) // 1) - 1)
        assert durations.percentile(share) == pytest.approx(ordered[rank], rel=0.1)


def test_of_nothing_there_is_no_percentile() -> None:
    assert Durations().percentile(0.5) is None
    assert view_of([Meter()], 0.0)["latency"] == {"p50": None, "p95": None, "p99": None}


def test_what_lies_up_to_each_bound_is_counted_for_prometheus() -> None:
    meter = Meter()
    for seconds in (0.0001, 0.02, 3.0, 100.0):
        meter.answer(0.0, seconds, 0.0, 0.0, 1)
    view = view_of([meter], 0.0)
    assert view["bounds"] == BUCKETS
    counts = dict(zip((*BUCKETS, "above"), view["counts"], strict=True))
    assert {bound for bound, count in counts.items() if count} == {0.0005, 0.025, 5.0, "above"}
    assert sum(view["counts"]) == 4


def test_answers_and_errors_are_counted_from_the_start_and_the_rest_for_a_minute() -> None:
    meter = Meter()
    meter.answer(10.0, 0.004, 0.001, 0.002, 8)
    meter.error(10.5, "invalid")
    meter.error(11.0, "invalid")
    view = view_of([meter], 12.0)
    assert (view["requests"], view["errors"], view["recent_errors"]) == (3, {"invalid": 2}, 2)
    assert view["rate"] == pytest.approx(0.3)
    assert view["latency"]["p50"] == pytest.approx(4.0, rel=0.1)
    assert view["queue"]["p50"] == pytest.approx(1.0, rel=0.1)
    assert view["compute"]["p50"] == pytest.approx(2.0, rel=0.1)
    assert view["batch"] == 8
    later = view_of([meter], 90.0)
    assert (later["requests"], later["errors"], later["recent_errors"]) == (3, {"invalid": 2}, 0)
    assert (later["rate"], later["latency"]["p50"], later["batch"]) == (0, None, None)


def test_the_figures_of_several_are_those_of_one_that_had_it_all() -> None:
    meters, whole = [Meter(), Meter()], Meter()
    for number in range(100):
        for meter in (meters[number % 2], whole):
            meter.answer(number / 10, 0.001 * (number + 1), 0.0005, 0.0005, number % 7)
            if number % 10 == 0:
                meter.error(number / 10, "model" if number % 20 else "timeout")
    together, alone = view_of(meters, 10.0), view_of([whole], 10.0)
    assert together.pop("seconds") == pytest.approx(alone.pop("seconds"))
    assert together == alone


def test_the_window_holds_its_last_minute_however_long_it_goes_on() -> None:
    meter = Meter()
    for second in range(500):
        for _ in range(3):
            meter.answer(float(second), 0.001 * (second + 1), 0.0, 0.0, 1)
    view = view_of([meter], 500.0)
    assert view["requests"] == 1500
    assert view["rate"] == pytest.approx(3.0)
    middle = statistics.median(range(441, 501))
    assert view["latency"]["p50"] == pytest.approx(middle, rel=0.1)


Steps = st.lists(
    st.tuples(st.sampled_from([0.0, 0.3, 0.9, 7.0, 59.5, 60.0, 61.0, 5000.0]), st.booleans()),
    min_size=1,
    max_size=150,
)


@given(Steps, st.sampled_from([0.0, 0.5, 30.0, 59.0, 60.0, 300.0]))
def test_the_window_holds_what_its_last_minute_had_whatever_the_pauses(
    steps: list[tuple[float, bool]], pause: float
) -> None:
    meter, now = Meter(), 1e9
    answers: list[int] = []
    errors: list[int] = []
    for step, is_answer in steps:
        now += step
        if is_answer:
            meter.answer(now, 0.001, 0.0, 0.0, 4)
        else:
            meter.error(now, "model")
        (answers if is_answer else errors).append(int(now))
    now += pause
    view = view_of([meter], now)
    last = [at for at in answers + errors if int(now) - 10 <= at < int(now)]
    assert view["requests"] == len(steps)
    assert view["recent_errors"] == sum(at > now - 60 for at in errors)
    assert view["rate"] == len(last) / 10
    assert view["batch"] == (4 if any(at > now - 60 for at in answers) else None)


@pytest.mark.parametrize("seconds", [0.0, 1e-9, 1e-5, 1e5])
def test_a_duration_beyond_all_classes_is_counted_in_the_nearest(seconds: float) -> None:
    durations = Durations()
    durations.add(seconds)
    assert (durations.count, sum(durations.counts)) == (1, 1)
    assert durations.percentile(0.5) is not None
