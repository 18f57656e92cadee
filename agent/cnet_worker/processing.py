"""What a model's configuration has done to its inputs and its outputs, in a fixed order.

Inputs, of a model with one table: ``columns`` (the names of what comes, in the order in which the
model takes it), ``mean`` and ``scale`` ((x - mean) / scale, numbers or one of each per column),
``clip`` ([lowest, highest]). Then, of any model with one input: ``reshape`` (of a row) and
``dtype``.

Of the first output: ``softmax`` (over the last dimension), ``scale`` and ``offset`` (x * scale +
offset), ``argmax`` (the place of the largest), ``threshold`` (whether it is reached), ``labels``
(the name at a place; of a threshold the second if it is reached), ``round`` (to digits).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cnet_worker.refused import CannotLoad

BEFORE = ("columns", "mean", "scale", "clip", "reshape", "dtype")
AFTER = ("softmax", "scale", "offset", "argmax", "threshold", "labels", "round")

Step = Callable[[Any], Any]


def check(config: Mapping[str, Any]) -> None:
    """Refuse what is not known.

    Raises:
        CannotLoad: there is something.
    """
    for name, known in (("preprocessing", BEFORE), ("postprocessing", AFTER)):
        unknown = sorted(set(config.get(name) or {}) - set(known))
        if unknown:
            raise CannotLoad(
                f"{name} has {', '.join(unknown)}, which is not known; there are "
                f"{', '.join(known)}."
            )


def before(config: Mapping[str, Any]) -> list[Step]:
    """Return the steps for an input, of rows to rows."""
    steps: list[Step] = []
    mean, scale, clip = config.get("mean"), config.get("scale"), config.get("clip")
    if mean is not None or scale is not None or clip is not None:
        lowest, highest = clip or (-math.inf, math.inf)
        steps.append(lambda rows: _standardised(rows, mean or 0, scale or 1, lowest, highest))
    if "reshape" in config or "dtype" in config:
        steps.append(lambda rows: _shaped(rows, config.get("reshape"), config.get("dtype")))
    return steps


def after(config: Mapping[str, Any]) -> list[Step]:
    """Return the steps for an output, of values to values."""
    labels, threshold = config.get("labels"), config.get("threshold")
    steps: list[Step] = []
    if config.get("softmax"):
        steps.append(_deep(_softmax))
    if "scale" in config or "offset" in config:
        factor, offset = config.get("scale", 1), config.get("offset", 0)
        steps.append(_each(lambda value: value * factor + offset))
    if config.get("argmax"):
        steps.append(_deep(lambda row: max(range(len(row)), key=row.__getitem__)))
    if threshold is not None:
        steps.append(_each(lambda value: value >= threshold))
    if labels is not None:
        steps.append(_each(lambda value: _label(labels, value)))
    if "round" in config:
        digits = config["round"]
        steps.append(_each(lambda value: _rounded(value, digits)))
    return steps


def _standardised(rows: Any, mean: Any, scale: Any, lowest: float, highest: float) -> list[Any]:
    return [
        [
            min(max((value - _at(mean, place)) / _at(scale, place), lowest), highest)
            for place, value in enumerate(row)
        ]
        for row in _listed(rows)
    ]


def _at(figure: Any, place: int) -> float:
    found: float = figure[place] if isinstance(figure, list) else figure
    return found


def _shaped(rows: Any, shape: Sequence[int] | None, dtype: str | None) -> Any:
    import numpy as np

    array = np.asarray(rows, dtype=dtype)
    return array if shape is None else array.reshape((len(array), *shape))


def _deep(step: Step) -> Step:
    """Return a step for what has no lists in it, below any number of dimensions."""

    def applied(values: Any) -> Any:
        values = _listed(values)
        if values and isinstance(values[0], list):
            return [applied(value) for value in values]
        return step(values)

    return lambda rows: [applied(row) for row in _listed(rows)]


def _each(step: Step) -> Step:
    """Return a step for every value."""

    def applied(value: Any) -> Any:
        return [applied(one) for one in value] if isinstance(value, list) else step(value)

    return lambda rows: applied(_listed(rows))


def _softmax(row: list[float]) -> list[float]:
    highest = max(row)
    powers = [math.exp(value - highest) for value in row]
    total = sum(powers)
    return [power / total for power in powers]


def _label(labels: Sequence[Any], value: Any) -> Any:
    place = int(value)
    return labels[place] if 0 <= place < len(labels) else value


def _rounded(value: Any, digits: int) -> Any:
    return round(value, digits) if isinstance(value, float) else value


def _listed(values: Any) -> Any:
    return values.tolist() if hasattr(values, "tolist") else values
