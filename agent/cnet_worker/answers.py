"""What a model answers: one value for each row, and JSON or a tensor whatever it is."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

from cnet_worker.refused import FAILED, Refused, plural, quoted
from cnet_worker.tensors import datatype_of

_AS_JSON = (dict, list, tuple, bool, int, float, type(None))


def checked(values: Any, name: str, count: int) -> Any:
    """Return what a model gave as an output: a list or an array with one value for each row.

    Args:
        values: a list, a tuple, an iterator, or what numpy takes for an array.
        name: of the output.
        count: how many rows the model was given.

    Raises:
        Refused: it is something else, or not as long. A value would go to another's request.
    """
    if isinstance(values, (tuple, Iterator)):
        values = list(values)
    elif not isinstance(values, list) and hasattr(values, "__array__"):
        import numpy as np

        values = np.asarray(values)
    if not isinstance(values, list) and not getattr(values, "shape", ()):
        raise Refused(
            f"The model gave {quoted(values)} as {name} for {plural(count, 'row')}; a list or an "
            "array of one value a row was expected.",
            FAILED,
        )
    if len(values) != count:
        raise Refused(
            f"The model gave {plural(len(values), 'value')} of {name} for {plural(count, 'row')}.",
            FAILED,
        )
    return values


def to_json(value: Any) -> bytes:
    """Return a value as JSON; what JSON has no number for is null, what it does not know text."""
    if type(value) is float and math.isfinite(value):
        return repr(value).encode()
    return json.dumps(_finite(value), default=_plain).encode()


def tensor(values: Any) -> Any:
    """Return values as an array of a datatype; what has none is text, of lists and objects JSON."""
    import numpy as np

    try:
        array = np.asarray(values)
    except ValueError:  # its rows are not equally long
        array = np.empty(len(values), dtype=object)
        for place, value in enumerate(values):
            array[place] = value
    if datatype_of(array) != "BYTES":
        return array
    texts = np.empty(array.size, dtype=object)
    texts[:] = [_text(value) for value in array.ravel().tolist()]
    return texts.reshape(array.shape)


def _text(value: Any) -> Any:
    if isinstance(value, (str, bytes)):
        return value
    return to_json(value).decode() if isinstance(value, _AS_JSON) else str(value)


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, (list, tuple)):
        return [_finite(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _finite(one) for key, one in value.items()}
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return _finite(value.tolist()) if hasattr(value, "tolist") else str(value)
