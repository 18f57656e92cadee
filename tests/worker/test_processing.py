"""What is done to inputs and outputs."""

from typing import Any

import numpy as np
import pytest

from cnet_worker.processing import after, before, check, check_width
from cnet_worker.refused import CannotLoad


def through(steps: Any, values: Any) -> Any:
    for step in steps:
        values = step(values)
    return values.tolist() if hasattr(values, "tolist") else values


@pytest.mark.parametrize(
    ("config", "rows", "found"),
    [
        ({}, [[1, 2]], [[1, 2]]),
        ({"mean": 1, "scale": 2}, [[1, 2], [3, 5]], [[0.0, 0.5], [1.0, 2.0]]),
        ({"mean": [1, 2], "scale": [2, 4]}, [[3, 10]], [[1.0, 2.0]]),
        ({"clip": [0, 1]}, [[-1.0, 0.5, 2.0]], [[0, 0.5, 1]]),
        ({"scale": 255, "reshape": [2, 2]}, [[255, 0, 0, 255]], [[[1.0, 0.0], [0.0, 1.0]]]),
        ({"dtype": "int64"}, [[1.0]], [[1]]),
    ],
)
def test_inputs_are_prepared_in_a_fixed_order(config: Any, rows: Any, found: Any) -> None:
    assert through(before(config), rows) == found
    assert through(before(config), np.array(rows)) == found


@pytest.mark.parametrize(
    ("config", "values", "found"),
    [
        ({}, [1.5], [1.5]),
        ({"softmax": True, "round": 3}, [[0.0, 0.0]], [[0.5, 0.5]]),
        ({"argmax": True}, [[0.1, 0.9], [0.8, 0.2]], [1, 0]),
        ({"argmax": True, "labels": ["cat", "dog"]}, [[0.1, 0.9]], ["dog"]),
        ({"threshold": 0.5}, [0.4, 0.5], [False, True]),
        ({"threshold": 0.5, "labels": ["no", "yes"]}, [0.4, 0.6], ["no", "yes"]),
        ({"labels": ["a"]}, [0, 1], ["a", 1]),
        ({"scale": 10, "offset": 1, "round": 1}, [0.123], [2.2]),
    ],
)
def test_outputs_are_finished_in_a_fixed_order(config: Any, values: Any, found: Any) -> None:
    assert through(after(config), values) == found
    assert through(after(config), np.array(values)) == found


def test_a_softmax_of_large_numbers_is_one() -> None:
    (row,) = through(after({"softmax": True}), [[1000.0, 1001.0]])
    assert sum(row) == pytest.approx(1.0)
    assert row[1] > row[0]


def test_what_is_not_known_is_refused_before_a_model_is_loaded() -> None:
    check({})
    check({"preprocessing": None, "postprocessing": {"round": 2}})
    with pytest.raises(CannotLoad, match="preprocessing has normalise, which is not known"):
        check({"preprocessing": {"normalise": True}})
    with pytest.raises(CannotLoad, match="postprocessing has mean"):
        check({"postprocessing": {"mean": 1}})


@pytest.mark.parametrize(
    ("config", "says"),
    [
        ({"scale": 0}, "must not be 0"),
        ({"scale": [1, 0]}, "must not be 0"),
        ({"mean": "x"}, "mean must be a number or a list of numbers, not 'x'"),
        ({"mean": []}, "mean must be a number or a list of numbers"),
        ({"clip": [0]}, "clip must be"),
        ({"clip": 3}, "two numbers, not 3"),
    ],
)
def test_figures_that_cannot_be_used_are_refused_before_a_model_is_loaded(
    config: Any, says: str
) -> None:
    with pytest.raises(CannotLoad) as refused:
        check({"preprocessing": config})
    assert says in str(refused.value)


def test_there_must_be_as_many_figures_as_columns() -> None:
    config = {"preprocessing": {"mean": [1, 2]}}
    check_width(config, 2)
    check_width(config, None)
    with pytest.raises(CannotLoad, match="mean has 2 numbers; the model takes 3 values a row"):
        check_width(config, 3)


def test_images_are_prepared_by_their_last_dimension() -> None:
    image = np.array([[[[0.0, 10.0], [4.0, 30.0]]]])
    found = through(before({"mean": [0, 10], "scale": 2, "clip": [0, 5]}), image)
    assert found == [[[[0.0, 0.0], [2.0, 5.0]]]]


def test_numbers_are_not_made_whole_by_giving_them_another_form() -> None:
    (step,) = before({"reshape": [1, 2]})
    assert str(step([[1, 2]]).dtype) == "float64"
    (step,) = before({"reshape": [1, 2], "dtype": "int64"})
    assert str(step([[1, 2]]).dtype) == "int64"
