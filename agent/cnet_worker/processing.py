"""What a model's configuration has done to its inputs and its outputs, in a fixed order.

Inputs, of a model with one table: ``columns`` (the names of what comes, in the order in which the
model takes it). Then, of any model with one input: ``mean`` and ``scale`` ((x - mean) / scale,
numbers or one of each per column, which is the last dimension), ``clip`` ([lowest, highest]),
``reshape`` (of a row) and ``dtype``.

Of the first output: ``softmax`` (over the last dimension), ``scale`` and ``offset`` (x * scale +
offset), ``argmax`` (the place of the largest), ``threshold`` (whether it is reached), ``labels``
(the name at a place; of a threshold the second if it is reached), ``round`` (to digits).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cnet_worker.refused import CannotLoad, plural, quoted

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
    prepared = config.get("preprocessing") or {}
    for name in ("mean", "scale"):
        figures = prepared.get(name)
        if figures is not None and not _are_numbers(figures):
            raise CannotLoad(
                f"preprocessing.{name} must be a number or a list of numbers, not "
                f"{quoted(figures)}."
            )
    scale = prepared.get("scale")
    if scale == 0 or (isinstance(scale, list) and 0 in scale):
        raise CannotLoad("preprocessing.scale must not be 0, since values are divided by it.")
    clip = prepared.get("clip")
    if clip is not None and not (isinstance(clip, list) and len(clip) == 2 and _are_numbers(clip)):
        raise CannotLoad(
            f"preprocessing.clip must be [lowest, highest], two numbers, not {quoted(clip)}."
        )


def check_width(config: Mapping[str, Any], width: int | None) -> None:
    """Refuse lists of figures that are not as long as the rows of a table.

    Raises:
        CannotLoad: there is one.
    """
    for name in ("mean", "scale"):
        figures = (config.get("preprocessing") or {}).get(name)
        if width is not None and isinstance(figures, list) and len(figures) != width:
            raise CannotLoad(
                f"preprocessing.{name} has {plural(len(figures), 'number')}; the model takes "
                f"{plural(width, 'value')} a row."
            )


def _are_numbers(given: Any) -> bool:
    values = given if isinstance(given, list) else [given]
    return bool(values) and all(type(value) in (int, float) for value in values)


def before(config: Mapping[str, Any]) -> list[Step]:
    """Return the steps for an input, of rows to rows."""
    steps: list[Step] = []
    mean, scale, clip = config.get("mean"), config.get("scale"), config.get("clip")
    if mean is not None or scale is not None or clip is not None:
        lowest, highest = clip or (-math.inf, math.inf)
        steps.append(
            lambda rows: _standardised(
                rows, 0 if mean is None else mean, 1 if scale is None else scale, lowest, highest
            )
        )
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


def _standardised(rows: Any, mean: Any, scale: Any, lowest: float, highest: float) -> Any:
    if hasattr(rows, "clip"):  # an array, of any number of dimensions
        import numpy as np

        return ((rows - np.asarray(mean)) / np.asarray(scale)).clip(lowest, highest)
    return [
        [
            min(max((value - _at(mean, place)) / _at(scale, place), lowest), highest)
            for place, value in enumerate(row)
        ]
        for row in rows
    ]


def _at(figure: Any, place: int) -> float:
    found: float = figure[place] if isinstance(figure, list) else figure
    return found


def _shaped(rows: Any, shape: Sequence[int] | None, dtype: str | None) -> Any:
    import numpy as np

    array = np.asarray(rows, dtype=dtype)
    if dtype is None and array.dtype.kind in "iu":
        array = array.astype(float)  # whether a number has a point in JSON means nothing
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
