"""Models of Python: what joblib, pickle or skops kept, or what a script of one's own makes."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cnet_worker import script
from cnet_worker.engines.base import BY_SCRIPT
from cnet_worker.log import say
from cnet_worker.refused import CannotLoad
from cnet_worker.signature import Order, Signature, Tensor

_INPUT, _OUTPUT = "input", "predict"
_KEPT = (".joblib", ".pkl", ".pickle")


def load(order: Order) -> Estimator | Scripted:
    """Load a model with its script, or else by what its file is called.

    Raises:
        CannotLoad: it cannot be.
        ImportError: a library is missing.
    """
    if order.script_path:
        found = script.read(order.script_path)
        if found is not None:
            say(f"Loading with load and predict of {order.script_path}")
            return Scripted(found, found.load(order.model_path), order.config)
        say(f"{order.script_path} has no load and predict; loading {order.model_path} itself")
    if not order.model_path:
        raise CannotLoad(f"{order.script_path} has no load and predict, and there is no file.")
    return Estimator(_kept(Path(order.model_path), order.config), order.config)


class Scripted:
    """A model that a script knows how to ask."""

    as_given = True

    def __init__(self, with_script: script.Script, model: Any, config: Mapping[str, Any]) -> None:
        self.device = BY_SCRIPT
        self._predict = with_script.predict
        self._model = model
        self.signature = _signature(model, config, "python_script")

    def predict(self, inputs: dict[str, Any]) -> dict[str, Any]:
        """Return what the script answers for rows, which it gets as lists."""
        return {_OUTPUT: self._predict(self._model, _listed(inputs[_INPUT]))}


class Estimator:
    """A model with ``predict``, as scikit-learn's have it."""

    def __init__(self, model: Any, config: Mapping[str, Any]) -> None:
        if not callable(getattr(model, "predict", None)):
            raise CannotLoad(
                f"The file holds a {type(model).__name__}, which has no predict; name a script "
                "with load and predict."
            )
        self._model = model
        self._columns = _fitted_columns(model)
        self.as_given = self._columns is not None
        if self._columns is not None:
            import pandas  # noqa: F401, ICN001 - what is missing is told before anybody asks
        self.signature = _signature(model, config, _platform(model))

    def predict(self, inputs: dict[str, Any]) -> dict[str, Any]:
        """Return the model's predictions for rows."""
        return {_OUTPUT: self._model.predict(self._table(inputs[_INPUT]))}

    def _table(self, rows: Any) -> Any:
        if self._columns is not None:
            import pandas as pd

            return pd.DataFrame(_listed(rows), columns=self._columns)
        import numpy as np

        return np.asarray(rows, dtype=float)  # of whole numbers too: as of those beside them


def _kept(path: Path, config: Mapping[str, Any]) -> Any:
    suffix = path.suffix.lower()
    if suffix == ".skops":
        return _with_skops(path, config.get("trusted") or [])
    if suffix not in _KEPT:
        raise CannotLoad(
            f"{path.name} is none of {', '.join((*_KEPT, '.skops'))}; name a script with load and "
            "predict, or another engine."
        )
    try:
        return _unpickled(path)
    except (ImportError, MemoryError):
        raise
    except Exception as error:  # a pickle may raise anything
        raise CannotLoad(
            f"{path.name} cannot be read, it may be incomplete or of another kind: "
            f"{type(error).__name__}: {error}."
        ) from error


def _unpickled(path: Path) -> Any:
    try:
        import joblib
    except ImportError:
        with path.open("rb") as file:
            return pickle.load(file)  # noqa: S301 - that is what loading a model of Python is
    return joblib.load(path)


def _with_skops(path: Path, trusted: list[str]) -> Any:
    import zipfile

    from skops.io import get_untrusted_types, load
    from skops.io.exceptions import UntrustedTypesFoundException

    try:
        strange = [each for each in get_untrusted_types(file=path) if each not in trusted]
        if strange:
            raise CannotLoad(
                f"{path.name} holds types that are not trusted: {', '.join(strange)}. If you know "
                "where it comes from, name them in config.trusted."
            )
        return load(path, trusted=trusted)
    except (zipfile.BadZipFile, UntrustedTypesFoundException, KeyError, ValueError) as error:
        raise CannotLoad(f"{path.name} is no model of skops, or incomplete: {error}.") from error


def _signature(model: Any, config: Mapping[str, Any], platform: str) -> Signature:
    names = getattr(model, "feature_names_in_", None)
    if names is None:
        names = getattr(model, "cnet_features", None)
    features = None if names is None else tuple(map(str, names))
    given = config.get("input_shape")
    width = getattr(model, "n_features_in_", None)
    if width is None and features is not None:
        width = len(features)
    shape = tuple(given) if width is None and given else (-1 if width is None else int(width),)
    result = config.get("output_shape") or ()
    trailing = () if tuple(result) in ((), (1,)) else tuple(result)
    return Signature(
        platform=platform,
        inputs=(Tensor(_INPUT, "FP64", (-1, *shape)),),
        outputs=(Tensor(_OUTPUT, _output_type(model), (-1, *trailing)),),
        features=features,
        takes_text=_fitted_columns(model) is not None,
    )


def _fitted_columns(model: Any) -> list[str] | None:
    """Return the columns of the data frame that a model was fitted with."""
    names = getattr(model, "feature_names_in_", None)
    return None if names is None else [str(name) for name in names]


def _output_type(model: Any) -> str:
    classes = getattr(model, "classes_", None)
    kind = getattr(getattr(classes, "dtype", None), "kind", "f")
    return {"i": "INT64", "u": "INT64", "b": "BOOL", "f": "FP64"}.get(kind, "BYTES")


def _platform(model: Any) -> str:
    return type(model).__module__.partition(".")[0]


def _listed(rows: Any) -> Any:
    return rows.tolist() if hasattr(rows, "tolist") else rows
