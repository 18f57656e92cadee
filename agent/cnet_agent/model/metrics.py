"""Reads what a job says of its training from one line of its log. Pure.

Nobody has to use a library of ours: JSON, ``key=value``, and the lines that Keras, Lightning and
Hugging Face print are understood. A figure that is not a number (nan, inf) is left out, since JSON
has none.
"""

import ast
import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

LONGEST = 4096  # characters of a line that are looked at: its last ones
MOST = 64  # figures of one line
NAME = 48  # characters of a figure's name

_CODES = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\].*?(?:\x07|\x1b\\|$))")
_MAYBE = re.compile(r"epoch|step|iter|loss|acc|metric|score|resum", re.IGNORECASE)

_RESUMED = re.compile(r"\bresum\w*\b.{0,80}?\bepoch\W{0,3}(\d{1,7})", re.IGNORECASE)
_EPOCH = re.compile(
    r"\bepochs?\b[\"']?[ :=#]{0,3}[\[(]?(\d{1,7})(?:\.\d+)?(?:\s?(?:/|of)\s?(\d{1,7}))?",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"\b(?:global_)?(?:step|iter|iteration)\b[\"']?[ :=#]{0,3}[\[(]?(\d{1,12})"
    r"(?:\s?(?:/|of)\s?(\d{1,12}))?",
    re.IGNORECASE,
)
_KERAS = re.compile(r"^\s*(\d{1,9})/(\d{1,9})\s.{0,200}?(?:/step|/epoch|ETA|\s-\s)")
_LIGHTNING = re.compile(r"^\s*Epoch\s(\d{1,7}):\s+(\d{1,3})%")
_PAIR = re.compile(
    r"(?<![\w.:/=-])([A-Za-z][\w./-]{0,47})[\"']?\s?[=:]\s?"
    r"([-+]?(?:\d{1,20}\.?\d{0,20}|\.\d{1,20})(?:[eE][-+]?\d{1,4})?)(%?)(?![\w:/]|\.\d|-\d)"
)

# A word of a name that says that it is one of training: of other lines nothing is taken.
_KNOWN = re.compile(
    r"(?:^|_)(?:loss|acc|accuracy|error|f1|auc|mae|mse|rmse|r2|precision|recall|perplexity|bleu"
    r"|rouge|map|iou|dice|reward|score|wer|cer|lr|learning_rate|grad_norm|top1|top5)(?:$|_)"
)
_NO_METRIC = frozenset(
    {
        *("epoch", "epochs", "max_epochs", "num_epochs", "total_epochs"),
        *("step", "steps", "global_step", "max_steps", "total_steps", "iter", "iteration"),
        *("batch", "batches", "attempt", "rank", "world_size", "workers", "seed", "version"),
        *("eta", "time", "seconds", "sec", "secs", "elapsed", "runtime", "val_runtime", "duration"),
        *("pid", "port", "line", "v_num", "total_flos"),
    }
)
_ALIASES = {
    "acc": "accuracy",
    "lr": "learning_rate",
    "ppl": "perplexity",
}
_PARTS = {"validation": "val", "valid": "val", "eval": "val", "train": "", "training": ""}


@dataclass(frozen=True, slots=True)
class Reading:
    """What one line says.

    An epoch without figures has begun; one with figures is over, unless ``share`` says how much of
    it is done.
    """

    epoch: int | None = None  # from 1
    epochs: int | None = None
    step: int | None = None
    share: float | None = None  # of the present epoch, 0 to 1
    values: Mapping[str, float] = field(default_factory=dict)
    resumed_from: int | None = None  # the epoch of a checkpoint


def read(line: str) -> Reading | None:
    """Return what a line of a log says of a training, None if it says nothing."""
    text = line[-LONGEST:]
    if not _MAYBE.search(text):
        return None
    last = next(piece for piece in reversed(text.split("\r")) if piece.strip())
    text = _CODES.sub("", last).strip()  # what a terminal would show
    if (resumed := _RESUMED.search(text)) is not None:
        return Reading(resumed_from=int(resumed[1]))
    data = _data(text)
    return _of_data(data) if data is not None else _of_text(text)


def _data(text: str) -> Mapping[Any, Any] | None:
    """Return the mapping that a line is, in JSON or as Python prints one."""
    if not (text.startswith("{") and text.endswith("}")):
        return None
    for parse in (json.loads, ast.literal_eval):
        try:
            found = parse(text)
        except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
            continue
        if isinstance(found, dict):
            return found
    return None


def _of_data(data: Mapping[Any, Any]) -> Reading | None:
    figures = dict(_figures(data))
    if "value" in figures and isinstance(name := data.get("metric"), str) and len(name) <= NAME:
        figures[_name(name)] = figures.pop("value")
    epoch = _whole(figures.get("epoch"))
    epochs = _whole(figures.get("epochs", figures.get("num_epochs")))
    step = _whole(figures.get("step", figures.get("global_step")))
    values = {name: value for name, value in figures.items() if name not in _NO_METRIC}
    says_so = epoch is not None or step is not None or any(map(_KNOWN.search, values))
    if not says_so or not (values or epoch is not None):
        return None
    return Reading(epoch=epoch, epochs=epochs, step=step, values=_bounded(values))


def _figures(data: Mapping[Any, Any], before: str = "") -> Iterator[tuple[str, float]]:
    for key, value in data.items():
        name = f"{before}_{key}" if before else str(key)
        if isinstance(value, Mapping) and not before:
            yield from _figures(value, name)
        elif isinstance(value, int | float) and not isinstance(value, bool) and len(name) <= NAME:
            with_point = _number(value)
            if with_point is not None:
                yield _name(name), with_point


def _of_text(text: str) -> Reading | None:
    values = {
        name: value
        for found in _PAIR.finditer(text)
        if (name := _name(found[1])) not in _NO_METRIC
        and (value := _number(found[2], percent=bool(found[3]))) is not None
    }
    bar = _LIGHTNING.match(text)
    if bar is not None:  # which counts epochs from 0
        return Reading(epoch=int(bar[1]) + 1, share=int(bar[2]) / 100, values=_bounded(values))
    steps = _KERAS.match(text)
    if steps is not None and values and int(steps[2]):
        return Reading(share=min(1.0, int(steps[1]) / int(steps[2])), values=_bounded(values))
    epoch, step = _EPOCH.search(text), _STEP.search(text)
    if epoch is None and (step is None or not values) and not any(map(_KNOWN.search, values)):
        return None
    return Reading(
        epoch=int(epoch[1]) if epoch else None,
        epochs=int(epoch[2]) if epoch and epoch[2] else None,
        step=int(step[1]) if step and values else None,
        values=_bounded(values),
    )


def _name(text: str) -> str:
    """Return the name of a figure as it is shown: in small letters, one for each meaning."""
    words = re.split(r"[\W_]+", text.lower())
    kept = [_PARTS.get(word, word) for word in words[:-1]] + words[-1:]
    name = "_".join(word for word in kept if word)
    head, _, last = name.rpartition("_")
    return f"{head}_{_ALIASES[last]}" if head and last in _ALIASES else _ALIASES.get(name, name)


def _number(value: float | str, *, percent: bool = False) -> float | None:
    try:
        number = float(value)
    except OverflowError:
        return None
    if not math.isfinite(number):
        return None
    return number / 100 if percent else number


def _whole(value: float | None) -> int | None:
    return int(value) if value is not None and 0 <= value < 2**53 else None


def _bounded(values: Mapping[str, float]) -> dict[str, float]:
    return dict(list(values.items())[:MOST])
