"""Figures of a served model."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_agent.model_server.meter import BUCKETS, Durations, Meter


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
    assert Meter().view(0.0)["latency"] == {"p50": None, "p95": None, "p99": None}


def test_what_lies_up_to_each_bound_is_counted_for_prometheus() -> None:
    meter = Meter()
    for seconds in (0.0001, 0.02, 3.0, 100.0):
        meter.answer(0.0, seconds, 0.0, 0.0, 1)
    view = meter.view(0.0)
    assert view["bounds"] == BUCKETS
    counts = dict(zip((*BUCKETS, "above"), view["counts"], strict=True))
    assert {bound for bound, count in counts.items() if count} == {0.0005, 0.025, 5.0, "above"}
    assert sum(view["counts"]) == 4


def test_answers_and_errors_are_counted_from_the_start_and_the_rest_for_a_minute() -> None:
    meter = Meter()
    meter.answer(10.0, 0.004, 0.001, 0.002, 8)
    meter.error(10.5, "invalid")
    meter.error(11.0, "invalid")
    view = meter.view(12.0)
    assert (view["requests"], view["errors"], view["recent_errors"]) == (3, {"invalid": 2}, 2)
    assert view["rate"] == pytest.approx(0.3)
    assert view["latency"]["p50"] == pytest.approx(4.0, rel=0.1)
    assert view["queue"]["p50"] == pytest.approx(1.0, rel=0.1)
    assert view["compute"]["p50"] == pytest.approx(2.0, rel=0.1)
    assert view["batch"] == 8
    later = meter.view(90.0)
    assert (later["requests"], later["errors"], later["recent_errors"]) == (3, {"invalid": 2}, 0)
    assert (later["rate"], later["latency"]["p50"], later["batch"]) == (0, None, None)


def test_the_window_holds_its_last_minute_however_long_it_goes_on() -> None:
    meter = Meter()
    for second in range(500):
        for _ in range(3):
            meter.answer(float(second), 0.001 * (second + 1), 0.0, 0.0, 1)
    view = meter.view(500.0)
    assert view["requests"] == 1500
    assert view["rate"] == pytest.approx(3.0)
    middle = statistics.median(range(441, 501))
    assert view["latency"]["p50"] == pytest.approx(middle, rel=0.1)
