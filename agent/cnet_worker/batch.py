"""Answers requests together: what fits into one call of the model is computed in one."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cnet_worker import processing, rows, v2
from cnet_worker.answers import checked, tensor, to_json
from cnet_worker.engines.base import Loaded
from cnet_worker.frames import INFER_BINARY, MOST, PREDICT, Request, pack_reply
from cnet_worker.log import say_error
from cnet_worker.refused import FAILED, UNREADABLE, Refused

_OK = 200


class _Ask(NamedTuple):
    """A request that can be computed."""

    request: Request
    read_at: float  # of the monotonic clock
    asked: rows.Question | v2.Inference


class Batcher:
    """Computes requests with a model.

    Args:
        name: of the model.
        version: of the model.
        model: loaded.
        config: of the model: what is done to inputs and outputs.
        most: rows to give to the model at a time.
    """

    def __init__(
        self, name: str, version: str, model: Loaded, config: Mapping[str, Any], most: int
    ) -> None:
        self._name = name
        self._version = version
        self._tail = b',"version":%s}' % json.dumps(version).encode()
        self._model = model
        self._most = most
        self._before = processing.before(config.get("preprocessing") or {})
        self._after = processing.after(config.get("postprocessing") or {})
        self._outputs = [output.name for output in model.signature.outputs]
        self._first = self._outputs[0]
        self._by_type: bool = getattr(model, "as_given", False)

    def answer(self, requests: Iterable[tuple[Request, float]]) -> Iterator[bytes]:
        """Yield the replies to requests, each with when it was read: frames, as they are computed.

        They come in no particular order.
        """
        refusals: list[bytes] = []
        groups: dict[Any, list[_Ask]] = {}
        for request, read_at in requests:
            try:
                asked = self._read(request)
                likeness = _likeness(asked.inputs, by_type=self._by_type)
                groups.setdefault(likeness, []).append(_Ask(request, read_at, asked))
            except Refused as error:
                refusals.append(_error(request.id, error.status, str(error)))
            except RecursionError:
                refusals.append(_error(request.id, UNREADABLE, "The body is nested too deeply."))
            except Exception as error:  # a defect of ours must not end what serves others
                why = f"The worker failed: {say_error(error)}"
                refusals.append(_error(request.id, FAILED, why))
        if refusals:
            yield b"".join(refusals)
        for asks in groups.values():
            for part in self._parts(asks):
                yield b"".join(self._compute(part))

    def predict(self, input_data: Any) -> Any:
        """Return the prediction for one input, as a request gets it.

        Raises:
            Refused: the input does not fit, or the model failed on it.
        """
        question = rows.read(input_data, self._model.signature)
        outputs = self._call(question.inputs, question.n_rows)
        return _prediction(outputs[self._first], is_one=question.is_one)

    def _read(self, request: Request) -> rows.Question | v2.Inference:
        signature = self._model.signature
        if request.kind == PREDICT:
            return rows.read(_input_data(request.body), signature)
        if request.kind == INFER_BINARY:
            return v2.read(*v2.split(request.body), signature)
        return v2.read(request.body, None, signature)

    def _parts(self, asks: Sequence[_Ask]) -> Iterable[list[_Ask]]:
        """Yield requests of no more rows together than the model is given, but at least one."""
        part: list[_Ask] = []
        count = 0
        for ask in asks:
            if part and count + ask.asked.n_rows > self._most:
                yield part
                part, count = [], 0
            part.append(ask)
            count += ask.asked.n_rows
        yield part

    def _compute(self, asks: list[_Ask]) -> list[bytes]:
        began = time.monotonic()
        total = sum(ask.asked.n_rows for ask in asks)
        try:
            outputs = self._call(_joined([ask.asked.inputs for ask in asks]), total)
        except Refused as error:
            if len(asks) > 1:  # each alone, so that only the guilty one gets the error
                return [reply for ask in asks for reply in self._compute([ask])]
            return [_error(asks[0].request.id, error.status, str(error))]
        took = round((time.monotonic() - began) * 1e6)
        replies, at = [], 0
        for request, read_at, asked in asks:
            try:
                body = _bounded(self._told(request, asked, outputs, at))
            except Refused as error:
                replies.append(_error(request.id, error.status, str(error)))
            except Exception as error:  # what a model answers may be anything
                why = f"The model's answer cannot be told: {say_error(error)}"
                replies.append(_error(request.id, FAILED, why))
            else:
                waited = round((began - read_at) * 1e6)
                replies.append(pack_reply(request.id, _OK, waited, took, total, body))
            at += asked.n_rows
        return replies

    def _told(
        self,
        request: Request,
        asked: rows.Question | v2.Inference,
        outputs: Mapping[str, Any],
        at: int,
    ) -> bytes:
        """Return the body that answers a request, whose rows begin at a place of the outputs."""
        if isinstance(asked, rows.Question):
            own = outputs[self._first][at : at + asked.n_rows]
            told = to_json(_prediction(own, is_one=asked.is_one))
            return b'{"prediction":' + told + self._tail
        arrays = {name: tensor(outputs[name][at : at + asked.n_rows]) for name in asked.outputs}
        as_bytes = request.kind == INFER_BINARY
        return v2.answer(self._name, self._version, asked, arrays, binary=as_bytes)

    def _call(self, inputs: dict[str, Any], count: int) -> dict[str, Any]:
        """Return the model's outputs for so many rows, which are checked to be as many.

        Raises:
            Refused: it failed.
        """
        try:
            outputs = _joined(
                [
                    self._piece(_slice(inputs, at, self._most), min(self._most, count - at))
                    for at in range(0, count, self._most)
                ]
            )
            outputs[self._first] = _through(self._after, outputs[self._first])
        except Refused:
            raise
        except (Exception, SystemExit) as error:  # a model's own code may do anything
            raise Refused(f"The model failed: {say_error(error)}", FAILED) from error
        return outputs

    def _piece(self, inputs: dict[str, Any], count: int) -> dict[str, Any]:
        """Return the outputs of one call: of each piece, so that none makes up for another."""
        found = self._model.predict(self._prepared(inputs))
        missing = [name for name in self._outputs if name not in found]
        if missing:
            raise Refused(
                f"The model gave no {missing[0]}; it gave {', '.join(map(str, found))}.", FAILED
            )
        return {name: checked(found[name], name, count) for name in self._outputs}

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


def _likeness(inputs: Mapping[str, Any], *, by_type: bool) -> Any:
    """Return what inputs that can be computed together have in common."""
    if len(inputs) == 1:
        (values,) = inputs.values()
        return _form(values, by_type)
    return tuple((name, _form(values, by_type)) for name, values in sorted(inputs.items()))


def _form(values: Any, by_type: bool) -> Any:
    if not isinstance(values, list):
        return values.dtype, values.shape[1:]
    if by_type:
        return frozenset(tuple(map(type, row)) for row in values)
    return len(values[0])


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


def _bounded(body: bytes) -> bytes:
    """Return an answer that a frame can hold; the other end hears nothing after one that is not."""
    if len(body) > MOST:
        raise Refused(
            f"The answer takes more than {MOST // 2**20} MiB; ask for fewer rows at a time.", FAILED
        )
    return body


def _error(number: int, status: int, sentence: str) -> bytes:
    return pack_reply(number, status, 0, 0, 0, json.dumps({"error": sentence}).encode())
