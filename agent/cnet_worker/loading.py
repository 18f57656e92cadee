"""A model is loaded, and warmed up before anybody asks it."""

from __future__ import annotations

import os
import platform
import sys
import time
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from cnet_worker import processing
from cnet_worker.batch import Batcher
from cnet_worker.digest import digest_of
from cnet_worker.engines import base
from cnet_worker.engines.base import CPU
from cnet_worker.log import say
from cnet_worker.refused import CannotLoad, Refused, plural
from cnet_worker.signature import Order, Signature

# The distribution of a module, where it has another name.
_PACKAGES = {
    "sklearn": "scikit-learn",
    "ai_edge_litert": "ai-edge-litert",
    "cv2": "opencv-python",
    "PIL": "pillow",
    "yaml": "pyyaml",
}
_TOLD = (
    "numpy",
    "scikit-learn",
    "joblib",
    "skops",
    "pandas",
    "torch",
    "onnxruntime",
    "tensorflow",
    "keras",
    "ai-edge-litert",
    "xgboost",
    "lightgbm",
)


@dataclass(frozen=True)
class Ready:
    """A model that can be asked, and what is known of it."""

    batcher: Batcher
    facts: dict[str, Any]


class Named:
    """A loaded model whose columns its configuration names."""

    def __init__(self, loaded: base.Loaded, columns: list[str]) -> None:
        told = loaded.signature
        table = replace(told.inputs[0], shape=(-1, len(columns)))
        self.signature = replace(told, inputs=(table,), features=tuple(columns))
        self.predict = loaded.predict
        self.device = getattr(loaded, "device", CPU)


def load(order: Order) -> Ready:
    """Return a model, warmed up.

    Raises:
        CannotLoad: it cannot be.
    """
    processing.check(order.config)
    _check_file(order)
    began = time.monotonic()
    try:
        loaded = base.find(order.engine).load(order)
    except ImportError as error:
        raise CannotLoad(_missing(error)) from error
    columns = (order.config.get("preprocessing") or {}).get("columns")
    if columns:
        loaded = _named(loaded, columns)
    processing.check_width(order.config, loaded.signature.width)
    took = time.monotonic() - began
    say(f"Loaded {order.model} in {took:.2f} s")
    batcher = Batcher(order.model, order.version, loaded, order.config, order.max_batch)
    warmup = _warm_up(batcher, order, loaded.signature)
    facts = {
        "signature": loaded.signature.to_json(),
        "device": getattr(loaded, "device", CPU),
        "versions": versions(),
        "load_seconds": took,
        "warmup_seconds": warmup,
    }
    return Ready(batcher, facts)


def _named(loaded: base.Loaded, columns: list[str]) -> Named:
    told = loaded.signature
    if not told.is_table or told.width not in (None, len(columns)):
        shape = ", ".join(map(str, told.inputs[0].shape))
        raise CannotLoad(
            f"preprocessing.columns names {plural(len(columns), 'column')} ({', '.join(columns)}); "
            f"the model takes the shape [{shape}]."
        )
    return Named(loaded, columns)


def versions() -> dict[str, str]:
    """Return the versions of Python and of the libraries that were loaded."""
    found = {"python": platform.python_version()}
    for package in _TOLD:
        module = next((m for m, p in _PACKAGES.items() if p == package), package)
        if module in sys.modules:
            try:
                found[package] = version(package)
            except PackageNotFoundError:
                continue
    return found


def _check_file(order: Order) -> None:
    if not order.model_path:
        return
    path = Path(order.model_path)
    if not path.exists():
        raise CannotLoad(f"The file {path} is not there any more.")
    if path.is_file() and not path.stat().st_size:
        raise CannotLoad(f"The file {path} is empty.")
    if order.digest and digest_of(path) != order.digest:
        raise CannotLoad(
            f"The file {path} is not the one that was registered: it has changed since. Register "
            "the model again if that was meant."
        )


def _missing(error: ImportError) -> str:
    module, _, part = (error.name or "").partition(".")
    if not module or not isinstance(error, ModuleNotFoundError):
        return f"A library does not work: {error}."
    package = _PACKAGES.get(module, module.replace("_", "-"))
    if part and module in sys.modules:
        return (
            f"{package} has no {error.name} in the version that is in its environment; add the "
            "version that it was made with to the model's requirements."
        )
    return (
        f"It needs {package}, which is not in its environment; add it to the model's requirements."
    )


def _warm_up(batcher: Batcher, order: Order, signature: Signature) -> float | None:
    """Predict something, and return the seconds that took; None where nothing is known to fit.

    Raises:
        CannotLoad: what was given to warm up with cannot be predicted.
    """
    given = order.warmup is not None
    sample = order.warmup if given else _sample(signature)
    if sample is None:
        return None
    began = time.monotonic()
    try:
        batcher.predict(sample)
    except Refused as error:
        if given:
            raise CannotLoad(
                f"It cannot predict the input it is to be warmed up with: {error}"
            ) from error
        say(f"It was not warmed up, since a row of zeros cannot be predicted: {error}")
        return None
    took = time.monotonic() - began
    say(f"Warmed up in {took * 1000:.1f} ms")
    return took


def _sample(signature: Signature) -> Any:
    """Return a row of zeros; None where the shape is not known or zeros are not its kind."""
    if signature.takes_text or any(each.datatype == "BYTES" for each in signature.inputs):
        return None
    if any(-1 in each.shape[1:] for each in signature.inputs):
        return None
    rows = {each.name: _zeros(each.shape[1:]) for each in signature.inputs}
    return next(iter(rows.values())) if len(rows) == 1 else rows


def _zeros(shape: tuple[int, ...]) -> Any:
    return [_zeros(shape[1:]) for _ in range(shape[0])] if shape else 0


def limit_threads(count: int) -> None:
    """Have libraries use so many threads; before they are imported."""
    for name in ("OMP", "OPENBLAS", "MKL", "NUMEXPR"):
        os.environ.setdefault(f"{name}_NUM_THREADS", str(count))
