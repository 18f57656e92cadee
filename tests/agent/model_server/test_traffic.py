"""Which version of a model gets a request."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_agent.model_server.condition import State
from cnet_agent.model_server.traffic import Wheel, settled

OLD, NEW, SPLIT = {"1": 100}, {"2": 100}, {"1": 90, "2": 10}


@pytest.mark.parametrize(
    ("current", "states", "found"),
    [
        ({}, {"1": "loading", "2": "loading"}, NEW),  # nothing is served yet
        ({}, {"1": "running", "2": "loading"}, OLD),
        (OLD, {"1": "running", "2": "loading"}, OLD),  # the new one is being loaded
        (OLD, {"1": "running"}, OLD),  # its environment is being made
        (OLD, {"1": "running", "2": "running"}, NEW),
        (OLD, {"1": "running", "2": "pending"}, NEW),  # it was loaded, and is idle
        (OLD, {"1": "running", "2": "failed"}, OLD),
        (NEW, {"1": "running", "2": "loading"}, NEW),  # it is started again
        ({}, {"1": "running", "2": "failed"}, OLD),
        ({}, {"1": "loading", "2": "failed"}, OLD),
        ({}, {"1": "failed", "2": "failed"}, NEW),
        ({}, {"2": "failed"}, NEW),
        (OLD, {"2": "loading"}, NEW),  # what was served is gone
    ],
)
def test_a_version_takes_over_once_it_is_loaded_and_no_sooner(
    current: dict[str, int], states: dict[str, State], found: dict[str, int]
) -> None:
    assert settled(NEW, OLD, current, states) == found


def test_what_was_before_helps_out_where_nothing_of_what_is_can_be_loaded_again() -> None:
    assert settled(NEW, OLD, NEW, {"1": "running", "2": "failed"}) == OLD
    assert settled(NEW, OLD, NEW, {"1": "loading", "2": "failed"}) == OLD
    assert settled(NEW, OLD, NEW, {"2": "failed"}) == NEW
    assert settled(SPLIT, OLD, SPLIT, {"1": "running", "2": "failed"}) == SPLIT


def test_a_division_waits_for_both_of_its_versions() -> None:
    assert settled(SPLIT, OLD, OLD, {"1": "running", "2": "loading"}) == OLD
    assert settled(SPLIT, OLD, OLD, {"1": "running", "2": "running"}) == SPLIT
    assert settled(SPLIT, {}, {}, {"1": "running", "2": "failed"}) == SPLIT
    assert settled(NEW, SPLIT, {}, {"1": "running", "2": "loading"}) == NEW


@given(st.integers(1, 99), st.integers(0, 500))
def test_requests_are_dealt_out_evenly_wherever_one_begins_to_count(
    percent: int, start: int
) -> None:
    wheel = Wheel({"1": percent, "2": 100 - percent})
    for _ in range(start):
        wheel.next()
    counts = Counter(wheel.next() for _ in range(100))
    assert counts == {"1": percent, "2": 100 - percent}


def test_the_main_version_is_the_one_that_gets_most() -> None:
    assert Wheel(SPLIT).main == "1"
    assert Wheel({"1": 0, "2": 100}).main == "2"
    assert {Wheel({"1": 0, "2": 100}).next() for _ in range(5)} == {"2"}
