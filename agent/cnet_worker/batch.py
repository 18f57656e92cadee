"""Answers requests together: what fits into one call of the model is computed in one."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from cnet_worker import processing, rows, v2
from cnet_worker.engines.base import Loaded
from cnet_worker.frames import INFER_BINARY, PREDICT, Request, pack_reply
from cnet_worker.log import say_error
from cnet_worker.refused import FAILED, UNREADABLE, Refused, quoted

_OK = 200


class _Ask(NamedTuple):
    """A request that can be computed."""

    number: int
    read_at: float  # of the monotonic clock
    inputs: dict[str, Any]
    n_rows: int
    answer: Callable[[Mapping[str, Any]], bytes]  # of its own rows of the outputs


class Batcher:
    """Computes requests with a model.

    Args:
        name: of the model.
        model: loaded.
        config: of the model: what is done to inputs and outputs.
        most: rows to give to the model at a time.
    """

    def __init__(self, name: str, model: Loaded, config: Mapping[str, Any], most: int) -> None:
        self._name = name
        self._model = model
        self._most = most
        self._before = processing.before(config.get("preprocessing") or {})
        self._after = processing.after(config.get("postprocessing") or {})
        self._first = model.signature.outputs[0].name

    def answer(self, requests: Iterable[tuple[Request, float]]) -> list[bytes]:
        """Return the replies to requests, each with when it was read, as frames.

        They come in no particular order.
        """
        replies: list[bytes] = []
        groups: dict[Any, list[_Ask]] = {}
        for request, read_at in requests:
            try:
                ask = self._read(request, read_at)
            except Refused as error:
                replies.append(_error(request.id, error.status, str(error)))
            except RecursionError:
                replies.append(_error(request.id, UNREADABLE, "The body is nested too deeply."))
            except Exception as error:  # a defect of ours must not end what serves others
                replies.append(_error(request.id, FAILED, f"The worker failed: {say_error(error)}"))
            else:
                groups.setdefault(_likeness(ask.inputs), []).append(ask)
        for asks in groups.values():
            for part in self._parts(asks):
                replies += self._compute(part)
        return replies

    def predict(self, input_data: Any) -> Any:
        """Return the prediction for one input, as a request gets it.

        Raises:
            Refused: the input does not fit, or the model failed on it.
        """
        question = rows.read(input_data, self._model.signature)
        outputs = self._call(question.inputs, question.n_rows)
        return _prediction(outputs[self._first], is_one=question.is_one)

    def _read(self, request: Request, read_at: float) -> _Ask:
        signature = self._model.signature
        if request.kind == PREDICT:
            question = rows.read(_input_data(request.body), signature)
            first, is_one = self._first, question.is_one

            def told(outputs: Mapping[str, Any]) -> bytes:
                return b'{"prediction":%s}' % _json(_prediction(outputs[first], is_one=is_one))

            return _Ask(request.id, read_at, question.inputs, question.n_rows, told)
        binary = request.kind == INFER_BINARY
        body, tensors = v2.split(request.body) if binary else (request.body, None)
        asked = v2.read(body, tensors, signature)

        def answered(outputs: Mapping[str, Any]) -> bytes:
            arrays = {name: _array(values) for name, values in outputs.items()}
            return v2.answer(self._name, asked, arrays, binary=binary)

        return _Ask(request.id, read_at, asked.inputs, asked.n_rows, answered)

    def _parts(self, asks: Sequence[_Ask]) -> Iterable[list[_Ask]]:
        """Yield requests of no more rows together than the model is given, but at least one."""
        part: list[_Ask] = []
        count = 0
        for ask in asks:
            if part and count + ask.n_rows > self._most:
                yield part
                part, count = [], 0
            part.append(ask)
            count += ask.n_rows
        yield part

    def _compute(self, asks: list[_Ask]) -> list[bytes]:
        began = time.monotonic()
        total = sum(ask.n_rows for ask in asks)
        try:
            outputs = self._call(_joined([ask.inputs for ask in asks]), total)
        except Refused as error:
            if len(asks) > 1:  # each alone, so that only the guilty one gets the error
                return [reply for ask in asks for reply in self._compute([ask])]
            return [_error(asks[0].number, error.status, str(error))]
        took = round((time.monotonic() - began) * 1e6)
        replies, at = [], 0
        for ask in asks:
            own = {name: values[at : at + ask.n_rows] for name, values in outputs.items()}
            at += ask.n_rows
            waited = round((began - ask.read_at) * 1e6)
            replies.append(pack_reply(ask.number, _OK, waited, took, total, ask.answer(own)))
        return replies

    def _call(self, inputs: dict[str, Any], count: int) -> dict[str, Any]:
        """Return the model's outputs for so many rows, which are checked to be as many.

        Raises:
            Refused: it failed.
        """
        try:
            pieces = [
                dict(self._model.predict(self._prepared(_slice(inputs, at, self._most))))
                for at in range(0, count, self._most)
            ]
            outputs = _joined(pieces)
            outputs[self._first] = _through(self._after, outputs[self._first])
        except Refused:
            raise
        except Exception as error:
            raise Refused(f"The model failed: {say_error(error)}", FAILED) from error
        for name, values in outputs.items():
            given = len(values) if hasattr(values, "__len__") else None
            if given != count:
                raise Refused(
                    f"The model gave {quoted(given)} values of {name} for {count} rows.", FAILED
                )
        return outputs

    def _prepared(self, inputs: dict[str, Any]) -> dict[str, Any]:
        if not self._before:
            return inputs
        name = self._model.signature.inputs[0].name
        return {**inputs, name: _through(self._before, inputs[name])}


def _through(steps: Iterable[processing.Step], values: Any) -> Any:
    for step in steps:
        values = step(values)
    return values


def _input_data(body: bytes) -> Any:
    try:
        given = json.loads(body)
    except ValueError:
        raise Refused("The body is not JSON.", UNREADABLE) from None
    if not isinstance(given, dict) or "input_data" not in given:
        raise Refused(
            'The body must be an object with input_data: {"input_data": 5.5}.', UNREADABLE
        )
    return given["input_data"]


def _likeness(inputs: Mapping[str, Any]) -> Any:
    """Return what inputs that can be computed together have in common."""
    return tuple((name, _form(values)) for name, values in sorted(inputs.items()))


def _form(values: Any) -> Any:
    return len(values[0]) if isinstance(values, list) else (str(values.dtype), values.shape[1:])


def _joined(parts: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return parts as one, in their order."""
    if len(parts) == 1:
        return dict(parts[0])
    return {name: _concatenated([part[name] for part in parts]) for name in parts[0]}


def _concatenated(parts: Sequence[Any]) -> Any:
    if all(isinstance(part, list) for part in parts):
        return [row for part in parts for row in part]
    import numpy as np

    return np.concatenate(parts)


def _slice(inputs: dict[str, Any], at: int, most: int) -> dict[str, Any]:
    return {name: values[at : at + most] for name, values in inputs.items()}


def _prediction(values: Any, *, is_one: bool) -> Any:
    plain = values.tolist() if hasattr(values, "tolist") else values
    return plain[0] if is_one else plain


def _json(value: Any) -> bytes:
    """Return a value as JSON; what JSON has no number for is null."""
    if type(value) is float and math.isfinite(value):
        return repr(value).encode()
    return json.dumps(_finite(value), default=_plain).encode()


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, (list, tuple)):
        return [_finite(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _finite(one) for key, one in value.items()}
    return value


def _plain(value: Any) -> Any:
    return _finite(value.tolist()) if hasattr(value, "tolist") else str(value)


def _array(values: Any) -> Any:
    import numpy as np

    return np.asarray(values)


def _error(number: int, status: int, sentence: str) -> bytes:
    return pack_reply(number, status, 0, 0, 0, json.dumps({"error": sentence}).encode())
