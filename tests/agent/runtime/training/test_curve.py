"""What a job said of itself, over its attempts."""

import json
import math
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from cnet_agent.model.metrics import Reading
from cnet_agent.runtime.training.curve import NAMES, POINTS, Curve


def epoch(number: int, **values: float) -> Reading:
    return Reading(epoch=number, values=values)


def test_readings_of_one_epoch_become_one_point() -> None:
    curve = Curve()
    curve.add(1, 10.0, epoch(1))
    curve.add(1, 11.0, epoch(1, loss=0.5))
    curve.add(1, 12.0, epoch(1, accuracy=0.7))
    (point,) = curve.points
    assert (point.epoch, point.time, point.values) == (1, 12.0, {"loss": 0.5, "accuracy": 0.7})
    assert curve.latest == {"loss": 0.5, "accuracy": 0.7}


def test_the_time_left_is_told_from_the_last_epochs() -> None:
    curve = Curve()
    assert curve.progress(5).model_dump() == {"epoch": 0, "epochs": 5, "eta": None}
    for number in (1, 2, 3):
        curve.add(1, 10.0 * number - 10, epoch(number))
        curve.add(1, 10.0 * number, epoch(number, loss=1.0))
    assert curve.progress(5).model_dump() == {"epoch": 3, "epochs": 5, "eta": 20.0}
    assert curve.progress(2).epoch == 2  # a script that goes on is not more than done


def test_an_epoch_is_over_when_the_next_one_begins_or_its_bar_is_full() -> None:
    keras = Curve()
    keras.add(1, 1.0, Reading(epoch=1, epochs=2))
    keras.add(1, 2.0, Reading(share=0.5, values={"loss": 0.9}))
    assert keras.progress(2).epoch == 0
    keras.add(1, 3.0, Reading(share=1.0, values={"loss": 0.8}))
    assert keras.progress(2).epoch == 1
    assert [point.values for point in keras.points] == [{"loss": 0.8}]
    silent = Curve()
    silent.add(1, 1.0, Reading(epoch=1))
    silent.add(1, 2.0, Reading(epoch=2))
    assert silent.progress(2).epoch == 1


def test_another_attempt_goes_on_where_its_checkpoint_was() -> None:
    curve = Curve()
    curve.add(1, 1.0, epoch(3, loss=0.3))
    curve.add(2, 10.0, Reading(resumed_from=3))
    assert (curve.resumed_from(1), curve.resumed_from(2)) == (None, 3)
    assert curve.progress(5).epoch == 3
    curve.add(2, 14.0, epoch(4, loss=0.2))
    assert curve.progress(5).model_dump() == {"epoch": 4, "epochs": 5, "eta": 4.0}
    assert (curve.last_epoch(1), curve.last_epoch(2), curve.last_epoch(3)) == (3, 4, None)
    curve.add(3, 20.0, epoch(1))  # its checkpoint was damaged
    assert curve.progress(5).epoch == 0


def test_steps_without_epochs_are_points_of_their_own() -> None:
    curve = Curve()
    for step in (100, 200):
        curve.add(1, float(step), Reading(step=step, values={"loss": 1 / step}))
    assert [(point.epoch, point.step) for point in curve.points] == [(None, 100), (None, 200)]
    assert curve.progress(5).epoch == 0


def test_figures_without_a_place_are_points_of_their_own_as_well() -> None:
    curve = Curve()
    for value in (0.5, 0.4):
        curve.add(1, value, Reading(values={"loss": value}))
    assert [point.values["loss"] for point in curve.points] == [0.5, 0.4]
    assert curve.latest == {"loss": 0.4}


def test_a_script_that_names_its_figures_anew_each_time_fills_nothing() -> None:
    curve = Curve()
    for number in range(3 * NAMES):
        curve.add(1, float(number), epoch(number, **{f"loss_{number}": 1.0}))
    assert len(curve.latest) == NAMES
    curve.add(1, 1.0, epoch(1000, loss_1=2.0, other_loss=1.0))
    assert (curve.latest["loss_1"], "other_loss" in curve.latest) == (2.0, False)
    assert {name for point in curve.points for name in point.values} == set(curve.latest)


def test_a_copy_stays_as_it_is_with_its_points_or_without() -> None:
    curve = Curve()
    curve.add(1, 1.0, epoch(1, loss=0.5))
    copy, summary = curve.copy(), curve.copy(with_points=False)
    curve.add(1, 2.0, epoch(1, accuracy=0.7))
    curve.add(1, 3.0, epoch(2, loss=0.25))
    assert [point.values for point in copy.points] == [{"loss": 0.5}]
    assert (copy.progress(5).epoch, copy.latest) == (1, {"loss": 0.5})
    copy.add(1, 2.0, epoch(1, accuracy=0.9))
    assert copy.points[0].values == {"loss": 0.5, "accuracy": 0.9}
    assert (summary.points, summary.latest) == ([], {"loss": 0.5})
    assert (summary.progress(5).epoch, summary.last_epoch(1)) == (1, 1)


def test_a_curve_is_kept_as_json_and_read_again() -> None:
    curve = Curve()
    curve.add(1, 1.0, epoch(1, loss=0.5))
    curve.add(2, 2.0, Reading(resumed_from=1))
    again = Curve.of(json.loads(json.dumps(curve.data())))
    assert again.points == curve.points
    assert again.latest == curve.latest
    assert again.resumed_from(2) == 1
    again.add(1, 3.0, epoch(1, accuracy=0.9))
    assert again.points[0].values == {"loss": 0.5, "accuracy": 0.9}
    assert curve.points[0].values == {"loss": 0.5}


@settings(max_examples=20)
@given(st.integers(), st.integers(POINTS - 10, 3 * POINTS))
def test_however_many_points_there_are_the_ends_and_the_extremes_stay(
    seed: int, count: int
) -> None:
    chance = random.Random(seed)
    values = [chance.gauss(0, 1) for _ in range(count)]
    curve = Curve()
    for number, value in enumerate(values, start=1):
        curve.add(1, float(number), epoch(number, loss=value))
    points = curve.points
    assert len(points) <= POINTS
    assert (points[0].epoch, points[-1].epoch) == (1, len(values))
    kept = [point.values["loss"] for point in points]
    assert (min(kept), max(kept)) == (min(values), max(values))
    assert [point.time for point in points] == sorted(point.time for point in points)
    assert all(map(math.isfinite, kept))
