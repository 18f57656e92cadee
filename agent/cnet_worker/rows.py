"""The forms in which people give inputs: a number, a list, a matrix, columns by their names."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, NamedTuple

from cnet_worker.refused import Refused, plural, quoted
from cnet_worker.signature import Signature, Tensor
from cnet_worker.tensors import listed

_SCALARS = frozenset({int, float, str, bool})
_NUMBERS = (frozenset({int, float}), "numbers")
_TAKEN = {"BYTES": (frozenset({str}), "text"), "BOOL": (frozenset({bool}), "true or false")}
_FLOATING = frozenset({"FP16", "FP32", "FP64"})  # for which lists of numbers are as good
_LARGEST = int(sys.float_info.max)


class Question(NamedTuple):
    """What a model is asked.

    Attributes:
        inputs: of each a list or an array with rows first.
        n_rows: how many rows there are.
        is_one: whether one row was given as such, and is answered with its value alone.
    """

    inputs: dict[str, Any]
    n_rows: int
    is_one: bool


def read(given: Any, signature: Signature) -> Question:
    """Return what ``input_data`` asks a model.

    A table takes: a number (one row of one column), a flat list (as many rows if the model has
    one column, else one row), a list of lists (rows), and columns by their names, as one object of
    values or lists or as a list of objects. Other models take nested lists of their own shape, with
    or without a dimension for the rows, and several inputs as one object.

    Raises:
        Refused: it does not fit.
    """
    if signature.is_table:
        rows, is_one = _table(given, signature)
        tensor = signature.inputs[0]
        _check(rows, signature)
        if tensor.datatype not in _FLOATING:
            rows, _ = _array(rows, tensor)
        return Question({tensor.name: rows}, len(rows), is_one)
    if len(signature.inputs) == 1:
        tensor = signature.inputs[0]
        if isinstance(given, dict) and set(given) == {tensor.name}:
            given = given[tensor.name]
        array, is_one = _array(given, tensor)
        return Question({tensor.name: array}, len(array), is_one)
    return _several(given, signature)


def _table(given: Any, signature: Signature) -> tuple[list[Any], bool]:
    if type(given) in _SCALARS:
        return [[given]], True
    if isinstance(given, dict):
        return _by_name([given], signature) if _is_row(given) else _columns(given, signature)
    if not isinstance(given, list):
        raise Refused(f"The model takes {_taken(signature)[1]}; {quoted(given)} came.")
    if not given:
        raise Refused("There are no rows in input_data.")
    if isinstance(given[0], dict):
        return _by_name(given, signature)[0], False
    if type(given[0]) in _SCALARS:
        if signature.width == 1:
            return [[value] for value in given], False
        return [given], True
    return given, False


def _is_row(columns: dict[str, Any]) -> bool:
    return not any(isinstance(value, list) for value in columns.values())


def _by_name(rows: list[Any], signature: Signature) -> tuple[list[Any], bool]:
    names = _names(signature)
    ordered = []
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise Refused(f"Row {number} has no names of columns, the first row does.")
        _check_names(row, names, f"row {number}" if len(rows) > 1 else "input_data")
        ordered.append([row[name] for name in names])
    return ordered, len(rows) == 1


def _columns(given: dict[str, Any], signature: Signature) -> tuple[list[Any], bool]:
    names = _names(signature)
    _check_names(given, names, "input_data")
    columns = [given[name] for name in names]
    lengths = {}
    for name, column in zip(names, columns):
        if not isinstance(column, list):
            raise Refused(f"The column {name} is no list, others are.")
        lengths[name] = len(column)
    if len(set(lengths.values())) > 1:
        told = ", ".join(f"{name} has {count}" for name, count in lengths.items())
        raise Refused(f"The columns must be equally long; {told}.")
    if not columns[0]:
        raise Refused("There are no rows in input_data.")
    return [list(row) for row in zip(*columns)], False


def _names(signature: Signature) -> tuple[str, ...]:
    if signature.features is None:
        raise Refused(
            "The model does not know its columns by name; give rows as lists, in the order in "
            "which it was trained."
        )
    return signature.features


def _check_names(given: dict[str, Any], names: tuple[str, ...], where: str) -> None:
    missing = [name for name in names if name not in given]
    unknown = [name for name in given if name not in names]
    if missing or unknown:
        told = "; ".join(
            f"{where} {verb} {', '.join(map(str, those))}"
            for verb, those in (("lacks", missing), ("has the unknown", unknown))
            if those
        )
        raise Refused(f"The model takes the columns {', '.join(names)}; {told}.")


def _check(rows: list[Any], signature: Signature) -> None:
    width = signature.width
    kinds: set[type] = set()
    for number, row in enumerate(rows, 1):
        if not isinstance(row, list):
            raise Refused(f"Row {number} must be a list, not {quoted(row)}.")
        if not row:
            raise Refused(f"Row {number} has no values.")
        if width is None:
            width = len(row)
        if len(row) != width:
            raise Refused(
                f"The model takes {plural(width, 'value')} a row{_named(signature)}; row {number} "
                f"has {len(row)}."
            )
        kinds.update(map(type, row))
    fine, what = _taken(signature)
    if not kinds <= fine:
        _refuse(rows, f"The model takes {what}", lambda value: type(value) not in fine)
    if int in kinds:
        _refuse(rows, "The model takes numbers of 64 bits", _is_too_large)


def _named(signature: Signature) -> str:
    return f" ({', '.join(signature.features)})" if signature.features else ""


def _taken(signature: Signature) -> tuple[frozenset[type], str]:
    if signature.takes_text:
        return _SCALARS, "numbers or text"
    return _TAKEN.get(signature.inputs[0].datatype, _NUMBERS)


def _is_too_large(value: Any) -> bool:
    return type(value) is int and not -_LARGEST <= value <= _LARGEST


def _refuse(rows: list[Any], takes: str, is_wrong: Callable[[Any], bool]) -> None:
    """Refuse the first value that is wrong."""
    for number, row in enumerate(rows, 1):
        for value in row:
            if is_wrong(value):
                raise Refused(f"{takes}; row {number} has {quoted(value)}.")


def _several(given: Any, signature: Signature) -> Question:
    names = tuple(tensor.name for tensor in signature.inputs)
    if not isinstance(given, dict):
        raise Refused(f"The model takes several inputs by name: {', '.join(names)}.")
    _check_names(given, names, "input_data")
    arrays = {each.name: _array(given[each.name], each) for each in signature.inputs}
    counts = {name: len(array) for name, (array, _) in arrays.items()}
    if len(set(counts.values())) > 1:
        told = ", ".join(f"{name} has {count}" for name, count in counts.items())
        raise Refused(f"The inputs must have as many rows; {told}.")
    is_one = all(one for _, one in arrays.values())
    inputs = {name: array for name, (array, _) in arrays.items()}
    return Question(inputs, next(iter(counts.values())), is_one)


def _array(given: Any, tensor: Tensor) -> tuple[Any, bool]:
    """Return an array with rows first, and whether it was given without them."""
    try:
        array = listed(given, tensor.datatype)
    except (ValueError, ArithmeticError):  # ragged, of another kind, or too large
        raise Refused(
            f"The input {tensor.name} takes {tensor.datatype} of the shape {shown(tensor.shape)}; "
            f"{quoted(given)} is not that."
        ) from None
    is_one = array.ndim == len(tensor.shape) - 1
    if is_one:
        array = array[None]
    if not fits(array.shape, tensor.shape) or not array.shape[0]:
        raise Refused(
            f"The input {tensor.name} takes the shape {shown(tensor.shape)}; {shown(array.shape)} "
            "came."
        )
    return array, is_one


def fits(shape: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    """Tell whether a shape is one that is wanted."""
    return len(shape) == len(wanted) and all(w in (-1, s) for s, w in zip(shape, wanted))


def shown(shape: tuple[int, ...]) -> str:
    """Return a shape as it is written."""
    return f"[{', '.join(map(str, shape))}]"
